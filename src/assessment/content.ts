import type { Facts, Findings } from '../advice/condition.ts'
import { raised, stops } from '../advice/urgent.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { SafetyRule } from '../content/schema.ts'
import { speaker, type Say } from '../content/words.ts'
import { chart, type Chart } from '../flow/chart.ts'

/** One version of flows and content, ready to run: its statechart composed, its interface strings read. */
export interface Content {
  readonly library: Library
  readonly chart: Chart
  readonly findings: Findings
  readonly say: Say
}

export function prepare(library: Library): Content {
  const composed = chart(library)
  return { library, chart: composed, findings: composed.plan.findings, say: speaker(library.locale, library.messages) }
}

/** A pack only ever adds rules. An unknown pack is the neutral one. */
export const packOf = (library: Library, id: string): Pack => library.packs[id] ?? library.packs.default!

export const rulesOf = ({ library }: Content, pack: string): SafetyRule[] => [
  ...library.safety,
  ...packOf(library, pack).safety,
]

/** The raised rules that stop the questions, most urgent first. */
export const stopping = (content: Content, pack: string, facts: Facts): SafetyRule[] =>
  raised(rulesOf(content, pack), facts, content.findings).filter(stops)
