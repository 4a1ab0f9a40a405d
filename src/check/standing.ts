import type { Entry } from '../content/ledger.ts'
import { count, day, table } from './markdown.ts'
import type { SafetyCaseInput } from './safety-case.ts'

/** What each proof of `handrail check` shows, for readers who do not read code. */
const SHOWN: Readonly<Record<string, string>> = {
  suggested: 'each type of equipment is suggested on some real walk, so none is dead',
  reached: 'each place of the questions is come by on some real walk',
  gates: 'no answers open a gate that is unknown or false, or pass an exclusion',
  urgent: 'whatever raises a safety rule shows its action first, and in the advice',
  tiers: 'what needs an assessment has no way to buy or hire it',
  products:
    'a supplier’s product is shown only where people choose for themselves, with an open gate, and where it fits',
  early: 'something is said about each topic after three answers',
  packs: 'no local pack takes the place of a safety rule',
  golden: 'each golden case, a person with answers, is told what it must and nothing that it must not',
  cases: 'each safety rule is raised by some golden case',
}

/** Kinds of content that an occupational therapist or another clinician signs. */
const SIGNED: ReadonlySet<Entry['kind']> = new Set(['question', 'advice', 'equipment', 'safety'])

/** Which version this is about, and how much there is of it. */
export function figures({ service, content, date, report }: SafetyCaseInput): string[] {
  const tiers = Object.entries(report.tierCounts).map(([tier, n]) => `${n} ${tier}`)
  const languages = Object.entries(report.locales).map(([id, { complete }]) => (complete ? id : `${id} (incomplete)`))
  return [
    '## What this is about',
    ...table(
      ['', ''],
      [
        ['Handrail', service],
        ['content version', content],
        ['date', day(date)],
        ['topics, questions', `${report.topics}, ${report.questions}`],
        ['types of equipment', `${report.equipmentTypes} (${tiers.join(', ')})`],
        ['pieces of advice', `${report.adviceItems}`],
        ['safety rules', `${report.safetyRules}`],
        ['golden cases', `${report.goldenCases}`],
        ['reading age, mean', `${report.readingAge.mean}`],
        ['languages', languages.join(', ')],
      ],
    ),
  ]
}

/** What `handrail check` found, and each of its proofs in words. */
export function proofs({ report }: SafetyCaseInput): string[] {
  return [
    '## What is proved',
    `\`handrail check\` found ${report.faults.length === 0 ? 'no fault' : count(report.faults.length, 'fault')}.`,
    ...report.faults.map(({ rule, message }) => `* ${rule}: ${message}`),
    '',
    ...table(
      ['proof', 'cases', 'what it shows'],
      Object.entries(report.proofs).map(([name, n]) => [name, n.toLocaleString('en-GB'), SHOWN[name] ?? '']),
    ),
  ]
}

/** How far the content is confirmed, by topic. */
export function confirmation({ report, entries }: SafetyCaseInput): string[] {
  const { items, confirmed, low, toCheck } = report.unconfirmed
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = topics.map(([topic, own]) => {
    const signed = own.filter(({ kind }) => SIGNED.has(kind))
    return [
      topic,
      signed.length,
      signed.filter(({ confirmedBy }) => confirmedBy).length,
      signed.filter(({ confidence }) => confidence === 'low').length,
      own.filter((one) => one.check).length,
      own.filter(({ hidden }) => hidden).length,
    ].map(String)
  })
  return [
    '## What is confirmed',
    `${confirmed} of ${items} questions, pieces of advice, types of equipment and safety rules are confirmed by a clinician.`,
    `${low.length} are of low confidence; ${toCheck.length} items, services and figures carry something to check (CHECK);`,
    `${report.expired.length} are past their date and hidden. \`handrail check --json\` names each one.`,
    '',
    ...table(['topic or list', 'to confirm', 'confirmed', 'low', 'to check', 'hidden'], rows),
  ]
}
