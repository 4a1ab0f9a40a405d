import type { Facts, Findings } from '../advice/condition.ts'
import { raised, rulesIn, stops } from '../advice/urgent.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { Question, SafetyRule } from '../content/schema.ts'
import { speaker, type Say } from '../content/words.ts'
import { chart, type Chart } from '../flow/chart.ts'

/** One version of flows and content, ready to run: its statechart composed, its interface strings read. */
export interface Content {
  readonly library: Library
  readonly chart: Chart
  readonly findings: Findings
  /** The findings that the safety rules rest on. Like the rules themselves they are always the newest. */
  readonly safetyFindings: Findings
  readonly say: Say
}

export function prepare(library: Library, safetyFindings?: Findings): Content {
  const composed = chart(library)
  const { findings } = composed.plan
  const say = speaker(library.locale, library.messages)
  return { library, chart: composed, findings, safetyFindings: safetyFindings ?? findings, say }
}

/** A pack only ever adds rules. An unknown pack is the neutral one. */
export const packOf = ({ packs }: Library, id: string): Pack => own(packs, id) ?? packs.default!

/** A question by an id that a client sent: "constructor" and its like, which every object has, are none. */
export const questionOf = ({ questions }: Library, id: string): Question | undefined => own(questions, id)

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

export const rulesOf = ({ library }: Content, pack: string): readonly SafetyRule[] =>
  rulesIn(library, packOf(library, pack))

/**
 * The raised rules that stop the questions, most urgent first. One step asks for them several times over, so the answer
 * is kept with the facts, which never change.
 */
export function stopping(content: Content, pack: string, facts: Facts): readonly SafetyRule[] {
  const before = stopped.get(facts)
  if (before?.content === content && before.pack === pack) return before.rules
  const rules = raised(rulesOf(content, pack), facts, content.safetyFindings).filter(stops)
  stopped.set(facts, { content, pack, rules })
  return rules
}

const stopped = new WeakMap<Facts, { content: Content; pack: string; rules: readonly SafetyRule[] }>()
