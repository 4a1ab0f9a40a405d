import { readFile, writeFile } from 'node:fs/promises'
import { check } from '../check/check.ts'
import { readHazards } from '../check/hazards.ts'
import { obstacles, safetyCase } from '../check/safety-case.ts'
import { compile } from '../content/compile.ts'
import { ledger } from '../content/ledger.ts'
import { misuse } from './misuse.ts'

const LOG = 'docs/safety/hazards.md'
const CASE = 'docs/safety/case.md'

/**
 * `handrail safety-case [date]`: the clinical safety case of the content as it is, written to docs/safety/case.md. It is
 * made at a release, not by a test: it says what was so on that day.
 */
export default async function (args: readonly string[]): Promise<number> {
  const [date = new Date().toISOString().slice(0, 10)] = args
  if (args.length > 1 || !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    return misuse('Give no date, or one such as: handrail safety-case 2026-11-22')
  const library = await compile()
  const report = await check(library, { today: date, golden: 'test/golden' })
  const hazards = readHazards(await readFile(LOG, 'utf8'))
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  const entries = ledger(library, date)
  await writeFile(CASE, safetyCase({ service: version, content: library.version, date, report, entries, hazards }))
  for (const obstacle of obstacles({ report, hazards })) console.log(obstacle)
  console.log(CASE)
  return report.ok ? 0 : 1
}
