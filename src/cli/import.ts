import type { Command } from './main.ts'
import { misuse } from './misuse.ts'

/** What can be imported; each is loaded only when it is called. */
const IMPORTS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  products: () => import('./import-products.ts'),
}

/** `handrail import <what> …` */
export default async function (args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  const load = what === undefined ? undefined : IMPORTS[what]
  if (!load) return misuse(`Say what to import: ${Object.keys(IMPORTS).join(', ')}.`)
  return (await load()).default(rest)
}
