import {
  evaluate,
  isExit,
  type Condition,
  type Facts,
  type Findings,
  type NumberTerm,
  type Truth,
} from './condition.ts'

/** One answer that a decision rests on; `options` are the chosen ones that mattered (multi choice). */
export interface Reason {
  readonly question: string
  readonly options?: readonly string[]
  /** All that matters is that it was answered: any other answer would have done as well. */
  readonly anyAnswer?: true
}

/**
 * The answers that made a condition come out as it did: the because-you-said lines are drawn from here, never
 * written by hand. For a condition that is true, the parts that are true; for one that is false, the parts that
 * are false. What is unknown gives no reason. Without the other answers it would come out the same.
 */
export function explain(condition: Condition, facts: Facts, findings: Findings): Reason[] {
  const found = new Map<string, Reason>()
  const value = evaluate(condition, facts, findings)
  if (value !== null) collect(condition, value ? 'true' : 'false', facts, findings, found)
  return [...found.values()]
}

/** What is said of a condition. The weaker two are all that "possible" asks of what stands in it. */
type Claim = 'true' | 'false' | 'not-true' | 'not-false'
const OPPOSITE: Readonly<Record<Claim, Claim>> = {
  true: 'false',
  false: 'true',
  'not-true': 'not-false',
  'not-false': 'not-true',
}

const bears = (value: Truth, claim: Claim): boolean =>
  claim === 'true'
    ? value === true
    : claim === 'false'
      ? value === false
      : claim === 'not-true'
        ? value !== true
        : value !== false

/** Find the answers that bear out a claim which is so. An answer less can make a part unknown, and no worse. */
function collect(
  condition: Condition,
  claim: Claim,
  facts: Facts,
  findings: Findings,
  found: Map<string, Reason>,
): void {
  const known = claim === 'true' || claim === 'false'
  switch (condition.op) {
    case 'is':
      if (known) add(found, condition.question, facts, claim === 'true' ? condition.of : undefined)
      return
    case 'number':
      if (known) questionsOf(condition.term, findings).forEach((question) => add(found, question, facts))
      return
    case 'unknown':
      if ((claim === 'false' || claim === 'not-true') && !found.has(condition.question))
        found.set(condition.question, { question: condition.question, anyAnswer: true })
      return
    case 'finding': {
      const finding = findings[condition.id]
      if (finding && 'when' in finding) collect(finding.when, claim, facts, findings, found)
      return
    }
    case 'not':
      return collect(condition.of, OPPOSITE[claim], facts, findings, found)
    case 'possible': {
      if (claim === 'false' || claim === 'not-true') return collect(condition.of, 'false', facts, findings, found)
      const surely = evaluate(condition.of, facts, findings) === true
      return collect(condition.of, surely ? 'true' : 'not-false', facts, findings, found)
    }
    case 'all':
    case 'any':
    case 'atLeast':
      for (const part of condition.of)
        if (bears(evaluate(part, facts, findings), claim)) collect(part, claim, facts, findings, found)
  }
}

/** The questions whose answers a number is computed from. */
export function questionsOf(term: NumberTerm, findings: Findings): string[] {
  if (typeof term !== 'string') return term.minus.flatMap((part) => questionsOf(part, findings))
  const finding = findings[term]
  return finding && 'number' in finding ? questionsOf(finding.number, findings) : [term]
}

function add(found: Map<string, Reason>, question: string, facts: Facts, of?: readonly string[]): void {
  const answer = facts[question]
  if (answer === undefined || isExit(answer)) {
    if (answer !== undefined && of?.includes(answer)) found.set(question, { question })
    return
  }
  if (!Array.isArray(answer)) return void found.set(question, { question })
  const chosen = of ? answer.filter((option: string) => of.includes(option)) : answer
  const before = found.get(question)?.options ?? []
  found.set(question, { question, options: [...new Set([...before, ...chosen])] })
}

/** Every question that a condition looks at, through findings. Used by the fit questions and by the proofs. */
export function mentions(condition: Condition, findings: Findings): Set<string> {
  const all = new Set<string>()
  const visit = (part: Condition): void => {
    switch (part.op) {
      case 'is':
      case 'unknown':
        return void all.add(part.question)
      case 'number':
        return questionsOf(part.term, findings).forEach((question) => all.add(question))
      case 'finding': {
        const finding = findings[part.id]
        if (finding && 'when' in finding) visit(finding.when)
        return
      }
      case 'not':
      case 'possible':
        return visit(part.of)
      case 'all':
      case 'any':
      case 'atLeast':
        return part.of.forEach(visit)
    }
  }
  visit(condition)
  return all
}
