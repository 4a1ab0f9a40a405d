import type { Answer, Condition, Facts, Findings, NumberTerm } from '../advice/condition.ts'

/**
 * A second, deliberately simple-minded reading of conditions, written apart from the evaluator so that the proofs do
 * not test it against itself. Negation is pushed down to the leaves, and a leaf that is not plainly known counts as
 * false whichever way it is read. `plainly(c)` therefore says: whatever the unknown answers are, `c` is so.
 */
export function plainly(condition: Condition, facts: Facts, findings: Findings, wish = true): boolean {
  switch (condition.op) {
    case 'always':
      return wish
    case 'not':
      return plainly(condition.of, facts, findings, !wish)
    case 'possible':
      return wish ? !plainly(condition.of, facts, findings, false) : plainly(condition.of, facts, findings, false)
    case 'unknown':
      return (known(facts[condition.question]) === false) === wish
    case 'finding': {
      const finding = findings[condition.id]
      return finding !== undefined && 'when' in finding && plainly(finding.when, facts, findings, wish)
    }
    case 'all':
      return wish
        ? condition.of.every((one) => plainly(one, facts, findings, true))
        : condition.of.some((one) => plainly(one, facts, findings, false))
    case 'any':
      return wish
        ? condition.of.some((one) => plainly(one, facts, findings, true))
        : condition.of.every((one) => plainly(one, facts, findings, false))
    case 'atLeast': {
      const so = condition.of.filter((one) => plainly(one, facts, findings, wish)).length
      return wish ? so >= condition.n : so > condition.of.length - condition.n
    }
    case 'is':
      return leaf(facts[condition.question], condition.of, wish)
    case 'number': {
      const value = figure(condition.term, facts, findings)
      if (value === undefined) return false
      const { test, than } = condition
      const so = { over: value > than, under: value < than, atLeast: value >= than, atMost: value <= than }[test]
      return so === wish
    }
  }
}

const known = (answer: Answer | undefined): boolean =>
  answer !== undefined && answer !== 'not_sure' && answer !== 'rather_not_say' && answer !== 'skip'

function leaf(answer: Answer | undefined, of: readonly string[], wish: boolean): boolean {
  if (!known(answer)) return wish && typeof answer === 'string' && of.includes(answer)
  const chosen = Array.isArray(answer) ? answer : [answer]
  return chosen.some((one) => of.includes(one as string)) === wish
}

function figure(term: NumberTerm, facts: Facts, findings: Findings): number | undefined {
  if (typeof term !== 'string') {
    const first = figure(term.minus[0], facts, findings)
    const second = figure(term.minus[1], facts, findings)
    return first === undefined || second === undefined ? undefined : Math.round((first - second) * 10) / 10
  }
  const finding = findings[term]
  if (finding && 'number' in finding) return figure(finding.number, facts, findings)
  const answer = facts[term]
  return typeof answer === 'number' ? answer : undefined
}
