import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  evaluate,
  holds,
  numberOf,
  type Condition,
  type Facts,
  type Findings,
  type Truth,
} from '../../src/advice/condition.ts'
import { condition, type ConditionNotation } from '../../src/advice/notation.ts'
import { plainly } from '../../src/check/pessimist.ts'
import { cases } from './arbitrary.ts'

const findings: Findings = {
  weak: { when: condition({ sitbal: ['briefly', 'no'] }) },
  gap: { number: { minus: ['knee', 'seat'] } },
  lower: { number: { minus: ['gap', 'seat'] } },
}
const decide = (notation: ConditionNotation, facts: Facts): Truth => evaluate(condition(notation), facts, findings)

/** A condition that comes out as wished: an answer, its opposite, or nothing known. */
const fixed = (value: Truth): Condition =>
  value === null
    ? { op: 'is', question: 'unasked', of: ['x'] }
    : value
      ? { op: 'always' }
      : { op: 'not', of: { op: 'always' } }
const VALUES: readonly Truth[] = [true, false, null]
const both = (op: 'all' | 'any', a: Truth, b: Truth): Truth => evaluate({ op, of: [fixed(a), fixed(b)] }, {}, {})

describe('what an answer says', () => {
  test.each<[string, Facts, Truth]>([
    ['an option that is named', { bath: 'over' }, true],
    ['another option', { bath: 'heat' }, false],
    ['one of several chosen', { bath: ['heat', 'up'] }, true],
    ['none of several chosen', { bath: ['heat'] }, false],
    ['not sure', { bath: 'not_sure' }, null],
    ['rather not say', { bath: 'rather_not_say' }, null],
    ['skipped', { bath: 'skip' }, null],
    ['not asked', {}, null],
  ])('%s', (_, facts, truth) => {
    expect(decide({ bath: ['over', 'up'] }, facts)).toBe(truth)
  })

  test('an exit may be named like an option; the other exits stay unknown', () => {
    expect(decide({ thinners: ['yes', 'not_sure'] }, { thinners: 'not_sure' })).toBe(true)
    expect(decide({ thinners: ['yes', 'not_sure'] }, { thinners: 'rather_not_say' })).toBeNull()
    expect(decide({ thinners: ['yes', 'not_sure'] }, { thinners: 'no' })).toBe(false)
  })
})

describe('numbers', () => {
  test.each<[string, number, Truth]>([
    ['over', 5, false],
    ['over', 5.1, true],
    ['under', 5, false],
    ['under', 4.9, true],
    ['atLeast', 5, true],
    ['atLeast', 4.9, false],
    ['atMost', 5, true],
    ['atMost', 5.1, false],
  ])('%s 5 for %d', (test, value, truth) => {
    expect(decide({ number: 'knee', [test]: 5 }, { knee: value })).toBe(truth)
  })

  test('a difference is rounded to a millimetre, so 43.3 less 40.8 is not under 2.5', () => {
    expect(numberOf({ minus: ['knee', 'seat'] }, { knee: 43.3, seat: 40.8 }, findings)).toBe(2.5)
    expect(decide({ number: 'gap', under: 2.5 }, { knee: 43.3, seat: 40.8 })).toBe(false)
  })

  test('a difference of a difference', () => {
    expect(numberOf('lower', { knee: 45, seat: 20 }, findings)).toBe(5)
  })

  test.each<[string, Facts]>([
    ['one of the two is not known', { knee: 43 }],
    ['one of the two was passed', { knee: 43, seat: 'not_sure' }],
    ['an answer is no number', { knee: 43, seat: ['low'] }],
  ])('unknown when %s', (_, facts) => {
    expect(decide({ number: 'gap', over: 2 }, facts)).toBeNull()
    expect(decide({ not: { number: 'gap', over: 2 } }, facts)).toBeNull()
  })
})

describe('three values', () => {
  test.each<[Truth, Truth, Truth, Truth]>([
    [true, true, true, true],
    [true, false, false, true],
    [true, null, null, true],
    [false, true, false, true],
    [false, false, false, false],
    [false, null, false, null],
    [null, true, null, true],
    [null, false, false, null],
    [null, null, null, null],
  ])('%s and %s: both is %s, either is %s', (a, b, and, or) => {
    expect(both('all', a, b)).toBe(and)
    expect(both('any', a, b)).toBe(or)
  })

  test('not of unknown is unknown', () => {
    expect(VALUES.map((value) => evaluate({ op: 'not', of: fixed(value) }, {}, {}))).toEqual([false, true, null])
  })

  test('possible is whatever is not known to be false', () => {
    expect(VALUES.map((value) => evaluate({ op: 'possible', of: fixed(value) }, {}, {}))).toEqual([true, false, true])
  })

  test('unknown is so for what was not asked or passed, and for nothing else', () => {
    expect(decide({ unknown: 'grip' }, {})).toBe(true)
    expect(decide({ unknown: 'grip' }, { grip: 'skip' })).toBe(true)
    expect(decide({ unknown: 'grip' }, { grip: 'good' })).toBe(false)
  })

  test.each<[string, Truth[], number, Truth]>([
    ['enough are true', [true, true, null], 2, true],
    ['the unknown one could decide it', [true, null, false], 2, null],
    ['the unknown one could not', [true, null, false], 3, false],
    ['too few parts', [true, true], 3, false],
    ['none needed', [false], 0, true],
  ])('at least so many: %s', (_, parts, n, truth) => {
    expect(evaluate({ op: 'atLeast', n, of: parts.map(fixed) }, {}, {})).toBe(truth)
  })

  test('a finding is what its condition is; one that does not exist is unknown', () => {
    expect(decide({ finding: 'weak' }, { sitbal: 'no' })).toBe(true)
    expect(decide({ finding: 'weak' }, { sitbal: 'yes' })).toBe(false)
    expect(decide({ finding: 'weak' }, { sitbal: 'not_sure' })).toBeNull()
    expect(decide({ finding: 'nowhere' }, {})).toBeNull()
    expect(decide({ finding: 'gap' }, { knee: 1, seat: 0 })).toBeNull()
  })
})

describe('any condition and any answers', () => {
  test('it always comes to true, false or unknown, and the same each time', () => {
    fc.assert(
      fc.property(cases, ({ condition, facts, findings }) => {
        const value = evaluate(condition, facts, findings)
        expect(VALUES).toContain(value)
        expect(evaluate(structuredClone(condition), structuredClone(facts), findings)).toBe(value)
        expect(holds(condition, facts, findings)).toBe(value === true)
      }),
      { seed: 1, numRuns: 2_000 },
    )
  })

  test('the second reader of the proofs, written apart, finds the same', () => {
    fc.assert(
      fc.property(cases, ({ condition, facts, findings }) => {
        const value = evaluate(condition, facts, findings)
        expect(plainly(condition, facts, findings)).toBe(value === true)
        expect(plainly(condition, facts, findings, false)).toBe(value === false)
      }),
      { seed: 2, numRuns: 4_000 },
    )
  })
})
