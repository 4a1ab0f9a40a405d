import { compile } from '../content/compile.ts'
import { loadMapping, loadPictures } from '../content/load.ts'
import { check } from '../check/check.ts'
import { misuse } from './misuse.ts'

/**
 * `handrail check [--json] [topic]`: every proof, with the shortest path to each fault. With a topic, only that topic's
 * equipment, questions and golden cases are proved, which is quick enough to do while writing it.
 */
export default async function (args: readonly string[]): Promise<number> {
  const library = await compile()
  const [topic] = args.filter((arg) => !arg.startsWith('--'))
  if (topic !== undefined && !library.topics.some(({ id }) => id === topic))
    return misuse(`There is no topic "${topic}".`)
  const report = await check(library, {
    today: new Date().toISOString().slice(0, 10),
    golden: 'test/golden',
    pictures: await loadPictures('content'),
    mapping: await loadMapping('content'),
    ...(topic === undefined ? {} : { topic }),
  })
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`)
  else {
    for (const { rule, path, message } of report.faults) console.log(`${rule}: ${message}\n    ${path.join(' > ')}`)
    console.log(
      `${report.topics} topics, ${report.questions} questions, ${report.equipmentTypes} equipment types, ` +
        `${report.adviceItems} advice items, ${report.safetyRules} safety rules, ${report.goldenCases} golden cases; ` +
        `reading age ${report.readingAge.mean}`,
    )
    const { items, confirmed, low, toCheck, next } = report.unconfirmed
    console.log(
      `${confirmed} of ${items} items confirmed by an occupational therapist; ${low.length} of low confidence, ` +
        `${toCheck.length} with something to check, ${report.expired.length} past their date and hidden`,
    )
    if (next[0]) console.log(`next to expire: ${next[0].id} on ${next[0].reviewBy}`)
    const cases = Object.entries(report.proofs).map(([name, n]) => `${name} ${n}`)
    if (cases.length > 0) console.log(`cases proved: ${cases.join(', ')}`)
    console.log(report.ok ? 'ok' : `${report.faults.length} faults`)
  }
  return report.ok ? 0 : 1
}
