import { evaluate, isExit, type Condition, type Facts, type Findings, type NumberTerm } from './condition.ts'

/** One answer that a decision rests on; `options` are the chosen ones that mattered (multi choice). */
export interface Reason {
  readonly question: string
  readonly options?: readonly string[]
}

/**
 * The answers that made a condition come out as it did: the because-you-said lines are drawn from here, never
 * written by hand. For a condition that is true, the parts that are true; for one that is false, the parts that
 * are false. What is unknown gives no reason.
 */
export function explain(condition: Condition, facts: Facts, findings: Findings): Reason[] {
  const found = new Map<string, Reason>()
  collect(condition, facts, findings, found)
  return [...found.values()]
}

function collect(condition: Condition, facts: Facts, findings: Findings, found: Map<string, Reason>): void {
  const value = evaluate(condition, facts, findings)
  if (value === null) return
  switch (condition.op) {
    case 'is':
      return add(found, condition.question, facts, value ? condition.of : undefined)
    case 'number':
      return questionsOf(condition.term, findings).forEach((question) => add(found, question, facts))
    case 'finding': {
      const finding = findings[condition.id]
      if (finding && 'when' in finding) collect(finding.when, facts, findings, found)
      return
    }
    case 'not':
    case 'possible':
      return collect(condition.of, facts, findings, found)
    case 'all':
    case 'any':
    case 'atLeast':
      for (const part of condition.of)
        if (evaluate(part, facts, findings) === value) collect(part, facts, findings, found)
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
