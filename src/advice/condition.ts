/**
 * Conditions as data. Flows, advice, equipment gates and safety rules all say "when" in this one language,
 * so that a rule can be drawn, exported, searched and proved, and so that one evaluator decides them all.
 */

/** What a person answered: an option id, several, a number in cm or kg, a place, free text, or one of {@link EXITS}. */
export type Answer = string | readonly string[] | number | Place
/**
 * Where home is, by ONS codes: the council responsible for adult social care, the district under it, and the ward; or,
 * where the ward is not known, the first half of the postcode. Never more than that.
 */
export interface Place {
  readonly area: string
  readonly district?: string
  readonly ward?: string
  readonly outward?: string
}

/** Answers on the path by question id, in the order in which they were met. */
export type Facts = Readonly<Record<string, Answer>>

/** Ways to pass a question without answering it. They count as "unknown", and an unknown gate never opens. */
export const EXITS = ['not_sure', 'rather_not_say', 'skip'] as const
export type Exit = (typeof EXITS)[number]

/** A number: an answered question, a finding that computes one, or the first minus the second. */
export type NumberTerm = string | { readonly minus: readonly [string, string] }

export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'is'; readonly question: string; readonly of: readonly string[] }
  | { readonly op: 'number'; readonly term: NumberTerm; readonly test: Comparison; readonly than: number }
  | { readonly op: 'finding'; readonly id: string }
  | { readonly op: 'unknown'; readonly question: string }
  | { readonly op: 'possible'; readonly of: Condition }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'all'; readonly of: readonly Condition[] }
  | { readonly op: 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'atLeast'; readonly n: number; readonly of: readonly Condition[] }

export type Comparison = 'over' | 'under' | 'atLeast' | 'atMost'
export const COMPARISONS: readonly Comparison[] = ['over', 'under', 'atLeast', 'atMost']

/** A named fact derived from answers: a condition that holds, or a number computed from two others. */
export type Finding = { readonly when: Condition } | { readonly number: NumberTerm }
export type Findings = Readonly<Record<string, Finding>>

/** Kleene's three values: `null` is "we do not know". */
export type Truth = boolean | null

export const isExit = (answer: Answer | undefined): answer is Exit =>
  typeof answer === 'string' && (EXITS as readonly string[]).includes(answer)

/** The value of a number term, or `null` where an answer is missing, an exit, or not a number. */
export function numberOf(term: NumberTerm, facts: Facts, findings: Findings): number | null {
  if (typeof term === 'string') {
    const finding = findings[term]
    if (finding) return 'number' in finding ? numberOf(finding.number, facts, findings) : null
    const answer = facts[term]
    return typeof answer === 'number' ? answer : null
  }
  const [a, b] = term.minus.map((part) => numberOf(part, facts, findings))
  return a == null || b == null ? null : Math.round((a - b) * 10) / 10
}

function compare(value: number, test: Comparison, than: number): boolean {
  switch (test) {
    case 'over':
      return value > than
    case 'under':
      return value < than
    case 'atLeast':
      return value >= than
    case 'atMost':
      return value <= than
  }
}

function isAnyOf(answer: Answer | undefined, of: readonly string[]): Truth {
  if (answer === undefined) return null
  if (isExit(answer)) return of.includes(answer) ? true : null
  if (typeof answer === 'string') return of.includes(answer)
  if (Array.isArray(answer)) return answer.some((option) => of.includes(option))
  return false
}

/**
 * Decide a condition. Total: it never throws and always ends (findings cannot refer to themselves; the loader checks).
 * `unknown` and `possible` turn "we do not know" into yes or no; nothing else does.
 */
export function evaluate(condition: Condition, facts: Facts, findings: Findings): Truth {
  switch (condition.op) {
    case 'always':
      return true
    case 'is':
      return isAnyOf(facts[condition.question], condition.of)
    case 'number': {
      const value = numberOf(condition.term, facts, findings)
      return value === null ? null : compare(value, condition.test, condition.than)
    }
    case 'finding': {
      const finding = findings[condition.id]
      return finding && 'when' in finding ? evaluate(finding.when, facts, findings) : null
    }
    case 'unknown':
      return facts[condition.question] === undefined || isExit(facts[condition.question])
    case 'possible':
      return evaluate(condition.of, facts, findings) !== false
    case 'not': {
      const value = evaluate(condition.of, facts, findings)
      return value === null ? null : !value
    }
    case 'all':
      return tally(condition.of, condition.of.length, facts, findings)
    case 'any':
      return tally(condition.of, 1, facts, findings)
    case 'atLeast':
      return tally(condition.of, condition.n, facts, findings)
  }
}

/** At least `need` of these hold? Unknown while the unknown ones could still decide it. */
function tally(of: readonly Condition[], need: number, facts: Facts, findings: Findings): Truth {
  let yes = 0
  let open = of.length
  let unknown = false
  for (const one of of) {
    const value = evaluate(one, facts, findings)
    if (value === true) yes++
    else {
      if (value === null) unknown = true
      else open--
      if (open < need) return false
    }
    if (yes >= need) return true
  }
  return yes >= need ? true : unknown ? null : false
}

/** Shorthand for the most common question to the evaluator: is it surely so? */
export const holds = (condition: Condition, facts: Facts, findings: Findings): boolean =>
  evaluate(condition, facts, findings) === true
