import type { Condition, Finding, Findings, NumberTerm } from '../advice/condition.ts'

/** A finding that depends on itself, as the way back to it: `[weak, tired, weak]`; `null` where there is none. */
export function circle(findings: Findings): string[] | null {
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    const finding = Object.hasOwn(findings, id) ? findings[id] : undefined
    if (!finding || done.has(id)) return null
    for (const next of usedBy(finding)) {
      const found = visit(next, [...trail, id])
      if (found) return found
    }
    done.add(id)
    return null
  }
  for (const id of Object.keys(findings)) {
    const found = visit(id, [])
    if (found) return found
  }
  return null
}

const usedBy = (finding: Finding): string[] => ('when' in finding ? inCondition(finding.when) : inTerm(finding.number))

const inTerm = (term: NumberTerm): string[] => (typeof term === 'string' ? [term] : [...term.minus])

function inCondition(condition: Condition): string[] {
  switch (condition.op) {
    case 'finding':
      return [condition.id]
    case 'number':
      return inTerm(condition.term)
    case 'not':
    case 'possible':
      return inCondition(condition.of)
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.flatMap(inCondition)
    default:
      return []
  }
}
