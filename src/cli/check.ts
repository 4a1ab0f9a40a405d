import { compile } from '../content/compile.ts'
import { loadPictures } from '../content/load.ts'
import { check } from '../check/check.ts'

/** `handrail check [--json]`: every proof, with the shortest path to each fault. */
export default async function (args: readonly string[]): Promise<number> {
  const report = await check(await compile(), {
    today: new Date().toISOString().slice(0, 10),
    golden: 'test/golden',
    pictures: await loadPictures('content'),
  })
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    for (const { rule, path, message } of report.faults) console.log(`${rule}: ${message}\n    ${path.join(' > ')}`)
    console.log(
      `${report.topics} topics, ${report.questions} questions, ${report.equipmentTypes} equipment types, ` +
        `${report.adviceItems} advice items, ${report.safetyRules} safety rules, ${report.goldenCases} golden cases; ` +
        `reading age ${report.readingAge.mean}`,
    )
    console.log(report.ok ? 'ok' : `${report.faults.length} faults`)
  }
  return report.ok ? 0 : 1
}
