import type { Comparison, Condition, NumberTerm } from '../../advice/condition.ts'

const SIGNS: Record<Comparison, string> = { over: '>', under: '<', atLeast: '≥', atMost: '≤' }

/** A condition as one line of ids and signs, for editors. */
export function written(condition: Condition): string {
  switch (condition.op) {
    case 'always':
      return 'always'
    case 'is':
      return `${condition.question} = ${condition.of.join(' | ')}`
    case 'number':
      return `${term(condition.term)} ${SIGNS[condition.test]} ${condition.than}`
    case 'finding':
      return condition.id
    case 'unknown':
      return `${condition.question} = ?`
    case 'possible':
      return `possible(${written(condition.of)})`
    case 'not':
      return `not(${written(condition.of)})`
    case 'all':
      return condition.of.map(inBrackets).join(' and ')
    case 'any':
      return condition.of.map(inBrackets).join(' or ')
    case 'atLeast':
      return `${condition.n} of (${condition.of.map(written).join('; ')})`
  }
}

const inBrackets = (part: Condition): string =>
  part.op === 'all' || part.op === 'any' ? `(${written(part)})` : written(part)

const term = (of: NumberTerm): string => (typeof of === 'string' ? of : `(${of.minus.map(term).join(' − ')})`)
