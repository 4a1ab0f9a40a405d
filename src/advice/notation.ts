import { COMPARISONS, type Comparison, type Condition, type NumberTerm } from './condition.ts'

/**
 * The short way to write a condition, in YAML and in flows. Several keys in one object must all hold.
 *
 *   { bath-hard: [over, up] }                  the answer is, or includes, any of these
 *   { sitbal: yes, bath-hard: over }           both
 *   { any: [ … ] }  { all: [ … ] }  { not: … } { atLeast: 2, of: [ … ] }
 *   { number: gap-toilet, over: 2.5 }          a number question or finding; also under, atLeast, atMost
 *   { finding: weak-sitting }                  a named finding
 *   { unknown: grip }                          not asked, "not sure" or "rather not say"
 *   { possible: … }                            not known to be false
 *   always                                     no condition
 */
export type ConditionNotation = 'always' | { readonly [key: string]: unknown }

/** Read a condition. Throws an `Error` that says what the author should do. */
export function condition(raw: unknown): Condition {
  if (raw === 'always') return { op: 'always' }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Error(`a condition is "always" or an object such as { question: option }, not ${JSON.stringify(raw)}`)
  const { number, over, under, atLeast, atMost, of, ...others } = raw as Record<string, unknown>
  const parts = Object.entries(others).map(([key, value]) => part(key, value))
  if (number !== undefined) parts.push(...comparisons(number, { over, under, atLeast, atMost }))
  else if (atLeast !== undefined) parts.push({ op: 'atLeast', n: integer(atLeast), of: list(of, 'of') })
  else if (over !== undefined || under !== undefined || atMost !== undefined)
    throw new Error('over, under, atMost: say what is compared, such as { number: knee-height, over: 5 }')
  if (of !== undefined && (atLeast === undefined || number !== undefined))
    throw new Error('of: write { atLeast: 2, of: [ … ] }, in an object without number')
  if (parts.length === 0) throw new Error('an empty condition; write "always"')
  return parts.length === 1 ? parts[0]! : { op: 'all', of: parts }
}

function part(key: string, value: unknown): Condition {
  switch (key) {
    case 'all':
      return { op: 'all', of: list(value, key) }
    case 'any':
      return { op: 'any', of: list(value, key) }
    case 'not':
      return { op: 'not', of: condition(value) }
    case 'possible':
      return { op: 'possible', of: condition(value) }
    case 'finding':
      return { op: 'finding', id: text(value, key) }
    case 'unknown':
      return { op: 'unknown', question: text(value, key) }
    default: {
      const of = Array.isArray(value) ? value : [value]
      if (of.length === 0 || !of.every((option) => typeof option === 'string'))
        throw new Error(`${key}: give an option id or a list of them, not ${JSON.stringify(value)}`)
      return { op: 'is', question: key, of }
    }
  }
}

function comparisons(number: unknown, entry: Readonly<Record<Comparison, unknown>>): Condition[] {
  const term = numberTerm(number)
  const tests = COMPARISONS.filter((name) => entry[name] !== undefined)
  if (tests.length === 0) throw new Error(`number ${JSON.stringify(term)}: add over, under, atLeast or atMost`)
  return tests.map((test): Condition => {
    const than = entry[test]
    if (typeof than !== 'number') throw new Error(`${test}: give a number, not ${JSON.stringify(than)}`)
    return { op: 'number', term, test, than }
  })
}

function numberTerm(raw: unknown): NumberTerm {
  if (typeof raw === 'string') return raw
  const { minus } = (raw ?? {}) as { minus?: unknown }
  const [first, second, more] = Array.isArray(minus) ? (minus as unknown[]) : []
  if (typeof first === 'string' && typeof second === 'string' && more === undefined) return { minus: [first, second] }
  throw new Error(`number: give an id or { minus: [id, id] }, not ${JSON.stringify(raw)}`)
}

function list(value: unknown, key: string): Condition[] {
  if (!Array.isArray(value) || value.length === 0) throw new Error(`${key}: give a list of conditions`)
  return value.map(condition)
}

function text(value: unknown, key: string): string {
  if (typeof value !== 'string') throw new Error(`${key}: give an id, not ${JSON.stringify(value)}`)
  return value
}

function integer(value: unknown): number {
  if (!Number.isInteger(value)) throw new Error(`atLeast: give a whole number, not ${JSON.stringify(value)}`)
  return value as number
}
