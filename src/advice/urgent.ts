import { holds, type Condition, type Facts, type Findings } from './condition.ts'
import { hear, learnWords } from './hear.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import { CODES, type Code, type SafetyRule } from '../content/schema.ts'

/**
 * The codes that stop the questions until the person has seen what to do. The two others are said with the advice:
 * "see your GP within two weeks" and "stop using this equipment" must not bury an emergency by habit.
 */
const STOPPING: ReadonlySet<Code> = new Set(['E999', 'AE', 'GAS', 'MH', 'U111', 'SG', 'ASC', 'FIRE'])
/** While one of these is raised and not yet passed, nothing else is advised (rule G1). */
const NOTHING_ELSE: ReadonlySet<Code> = new Set(['E999', 'AE', 'GAS', 'MH'])

export const stops = (rule: SafetyRule): boolean => STOPPING.has(rule.code)
export const silencesAdvice = (rule: SafetyRule): boolean => NOTHING_ELSE.has(rule.code)

/** Codes whose first step is the council's own number. */
const THROUGH_COUNCIL: ReadonlySet<Code> = new Set(['SG', 'ASC'])

/** The number to call: the rule's own, or the council's where the rule leads there. */
export const phoneOf = (rule: SafetyRule, council: string | undefined): string | undefined =>
  rule.phone ?? (THROUGH_COUNCIL.has(rule.code) ? council : undefined)

/**
 * All safety rules of a pack: those of the content and its own. Always the same list for the same pack, so that what is
 * made from it can be kept with it.
 */
export function rulesIn(library: Library, pack: Pack): readonly SafetyRule[] {
  const lists = joined.get(library) ?? new WeakMap<Pack, readonly SafetyRule[]>()
  joined.set(library, lists)
  const known = lists.get(pack)
  if (known) return known
  const rules = [...library.safety, ...pack.safety]
  lists.set(pack, rules)
  learnWords(rules, library)
  return rules
}

const joined = new WeakMap<Library, WeakMap<Pack, readonly SafetyRule[]>>()

/** The safety rules that the answers raise, most urgent first. Free text raises a rule by its trigger words. */
export function raised(rules: readonly SafetyRule[], facts: Facts, findings: Findings): SafetyRule[] {
  const spoken = typeof facts.matters === 'string' ? heard(rules, facts.matters) : []
  // Most answers that rules look for are not there. Without a prototype to look in, that is found in half the time.
  const given: Facts = Object.assign(Object.create(null), facts)
  return rules.filter((rule) => spoken.includes(rule) || holds(rule.when, given, findings)).toSorted(byUrgency)
}

/** The safety rules whose trigger words stand in a free text, most urgent first. */
export const heard = (rules: readonly SafetyRule[], text: string): SafetyRule[] => hear(rules, text).toSorted(byUrgency)

/**
 * Did an answer give one more reason for an alarm than it had before? A rule is raised by any of several alternatives,
 * or by own words. A reason that takes the place of another is none more: the follow-up to a tick tells the same thing
 * again. Only what can cost a life counts: who is told the same of a sore twice over learns to tap past it.
 */
export function raisedAnew(
  rules: readonly SafetyRule[],
  rule: SafetyRule,
  before: Facts,
  after: Facts,
  findings: Findings,
): boolean {
  if (!silencesAdvice(rule)) return false
  const [was, is] = [before, after].map((facts) => {
    const told: readonly unknown[] = alternatives(rule.when).filter((part) => holds(part, facts, findings))
    const said = typeof facts.matters === 'string' && heard(rules, facts.matters).includes(rule)
    return said ? [...told, 'own words'] : told
  }) as [readonly unknown[], readonly unknown[]]
  return is.length > was.length && was.every((reason) => is.includes(reason))
}

const alternatives = (when: Condition): readonly Condition[] =>
  when.op === 'any' ? when.of.flatMap(alternatives) : [when]

const byUrgency = (a: SafetyRule, b: SafetyRule): number => CODES.indexOf(a.code) - CODES.indexOf(b.code)
