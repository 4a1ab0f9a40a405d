import type { Entry } from '../content/ledger.ts'
import type { Report } from './check.ts'
import { riskOf, STATES, type Hazard } from './hazards.ts'
import { count, day, table } from './markdown.ts'
import { confirmation, figures, proofs } from './standing.ts'

export interface SafetyCaseInput {
  /** The version of Handrail, and of its content. */
  readonly service: string
  readonly content: string
  /** ISO date that it is made on. */
  readonly date: string
  readonly report: Report
  /** Every piece of content with its standing on that date. */
  readonly entries: readonly Entry[]
  readonly hazards: readonly Hazard[]
}

const COMMAND = 'npm run handrail -- safety-case'

/** The clinical safety case in short, as Markdown. The same input gives the same text. */
export function safetyCase(input: SafetyCaseInput): string {
  const parts = [opening(input), figures(input), proofs(input), confirmation(input), risks(input), openPoints(input)]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

/** Why it is not to be relied on yet; empty when nothing that a machine can see stands against it. */
export function obstacles({ report, hazards }: Pick<SafetyCaseInput, 'report' | 'hazards'>): string[] {
  const { items, confirmed } = report.unconfirmed
  const great = hazards.filter(({ after }) => riskOf(after) >= 4).length
  const unaccepted = hazards.filter(({ status }) => status.state !== 'accepted').length
  return [
    ...(report.faults.length > 0 ? [`the check finds ${count(report.faults.length, 'fault')}`] : []),
    ...(confirmed < items
      ? [`${items - confirmed} of ${items} items of content are not confirmed by a clinician`]
      : []),
    ...(great > 0 ? [`${count(great, 'hazard')} with a risk of 4 or 5 that is left`] : []),
    ...(unaccepted > 0 ? [`${unaccepted} of ${count(hazards.length, 'hazard')} not accepted by anybody`] : []),
  ]
}

function opening({ date, report, hazards }: SafetyCaseInput): string[] {
  const against = obstacles({ report, hazards })
  return [
    `> Generated on ${day(date)} by \`${COMMAND}\`, from the content, \`handrail check\` and the [hazard log](hazards.md).`,
    '> Do not edit it: change what it is made from and run it again.',
    '',
    '# Clinical safety case: summary',
    'What is known about the safety of this version, in the shape that DCB0129 asks for. It goes with the',
    '[intended use](intended-use.md) and the [hazard log](hazards.md). A machine counted it; nobody has signed it.',
    '',
    ...(against.length > 0
      ? ['**Not ready for people to rely on.** Because:', ...against.map((one) => `* ${one}.`)]
      : ['**Nothing that a machine can see stands against it.** A clinical safety officer decides.']),
  ]
}

function risks({ hazards }: SafetyCaseInput): string[] {
  const left = [5, 4, 3, 2, 1].map((risk) => {
    const own = hazards.filter(({ after }) => riskOf(after) === risk)
    const by = STATES.map((state) => own.filter(({ status }) => status.state === state).length)
    return [risk, hazards.filter(({ before }) => riskOf(before) === risk).length, own.length, ...by].map(String)
  })
  const evidence = hazards.flatMap((hazard) => hazard.evidence)
  const kinds = (kind: string): number => evidence.filter((one) => one.kind === kind).length
  return [
    '## Hazards',
    `${count(hazards.length, 'hazard')}, judged by those who make Handrail. They rest on ${count(kinds('test'), 'test or case', 'tests and cases')},`,
    `${count(kinds('rule'), 'rule')} of the check and ${count(kinds('proof'), 'proof')}; for ${kinds('none')} controls there is no evidence yet.`,
    '',
    ...table(['risk', 'before controls', 'left after them', ...STATES], left),
    '',
    ...table(
      ['', 'hazard', 'before', 'after', 'status'],
      hazards.map(({ id, title, before, after, status }) => [
        id,
        title,
        `${riskOf(before)}`,
        `${riskOf(after)}`,
        status.state,
      ]),
    ),
  ]
}

function openPoints({ hazards }: SafetyCaseInput): string[] {
  const line = ({ id, title, status }: Hazard): string => `* ${id} ${title}${status.why ? `: ${status.why}` : '.'}`
  const open = hazards
    .filter(({ status }) => status.state === 'open')
    .toSorted((a, b) => riskOf(b.after) - riskOf(a.after))
  const council = hazards.filter(({ status }) => status.state === 'with the council')
  const bare = hazards.flatMap(({ id, evidence }) =>
    evidence.flatMap((one) => (one.kind === 'none' ? [`* ${id}: ${one.why}`] : [])),
  )
  return [
    '## Open points',
    'The greatest risk that is left first.',
    '',
    ...(open.length > 0 ? open.map(line) : ['* none']),
    '',
    '### Controls without evidence',
    ...(bare.length > 0 ? bare : ['* none']),
    '',
    '### With the council',
    ...(council.length > 0 ? council.map(line) : ['* none']),
  ]
}
