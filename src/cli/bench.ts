import { existsSync } from 'node:fs'
import { benches } from '../../test/bench/all.ts'
import type { Figure } from '../../test/bench/figure.ts'
import { misuse } from './misuse.ts'

/** `handrail bench [--json]`: how fast, how much memory. Figures, never a verdict: a slow machine is no fault. */
export default async function bench(args: readonly string[]): Promise<number> {
  if (!existsSync('build/handrail.json')) return misuse('Run "npm run build" first: what it makes is measured.')
  const print = args.includes('--json') ? (figure: Figure) => JSON.stringify(figure) : row
  for await (const figure of benches()) console.log(print(figure))
  return 0
}

const row = ({ name, value, unit, aim, ok }: Figure): string =>
  `${name.padEnd(44)} ${String(value).padStart(8)} ${unit.padEnd(4)} ${aim === null ? '' : `${ok ? 'ok    ' : 'missed'} (aim ${aim})`}`.trimEnd()
