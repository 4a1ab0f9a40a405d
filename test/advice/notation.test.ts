import { describe, expect, test } from 'vitest'
import { condition } from '../../src/advice/notation.ts'

describe('the short way to write a condition', () => {
  test('several keys must all hold', () => {
    expect(condition({ sitbal: 'yes', 'bath-hard': ['over', 'up'] })).toEqual({
      op: 'all',
      of: [
        { op: 'is', question: 'sitbal', of: ['yes'] },
        { op: 'is', question: 'bath-hard', of: ['over', 'up'] },
      ],
    })
  })

  test('both ends of a range in one line', () => {
    const range = condition({ number: 'gap', atLeast: 5, atMost: 15 })
    expect(range).toEqual(
      condition({
        all: [
          { number: 'gap', atLeast: 5 },
          { number: 'gap', atMost: 15 },
        ],
      }),
    )
  })

  test('a number stands beside other keys', () => {
    expect(condition({ sitbal: 'yes', number: 'gap', over: 5 })).toEqual({
      op: 'all',
      of: [
        { op: 'is', question: 'sitbal', of: ['yes'] },
        { op: 'number', term: 'gap', test: 'over', than: 5 },
      ],
    })
  })

  test('at least so many stands beside other keys', () => {
    expect(condition({ sitbal: 'yes', atLeast: 2, of: [{ a: 'x' }, { b: 'x' }, { c: 'x' }] })).toMatchObject({
      op: 'all',
      of: [
        { op: 'is', question: 'sitbal' },
        { op: 'atLeast', n: 2 },
      ],
    })
  })

  test('every other kind', () => {
    expect(condition('always')).toEqual({ op: 'always' })
    expect(condition({ not: { finding: 'weak' } })).toEqual({ op: 'not', of: { op: 'finding', id: 'weak' } })
    expect(condition({ possible: { unknown: 'grip' } })).toEqual({
      op: 'possible',
      of: { op: 'unknown', question: 'grip' },
    })
    expect(condition({ any: [{ a: 'x' }, 'always'] })).toMatchObject({
      op: 'any',
      of: [{ op: 'is' }, { op: 'always' }],
    })
    expect(condition({ all: [{ a: 'x' }, { b: 'y' }] })).toMatchObject({
      op: 'all',
      of: [{ question: 'a' }, { question: 'b' }],
    })
  })
})

describe('a condition that cannot be read says what to write', () => {
  test.each<[string, unknown, RegExp]>([
    ['a word', 'sometimes', /a condition is "always" or an object such as \{ question: option \}, not "sometimes"/],
    ['a list', [{ a: 'x' }], /a condition is "always" or an object/],
    ['nothing', null, /not null/],
    ['an empty object', {}, /an empty condition; write "always"/],
    ['yes without quotes', { sitbal: true }, /sitbal: give an option id or a list of them, not true/],
    ['a number for an option', { falls: 2 }, /falls: give an option id/],
    ['an empty list of options', { falls: [] }, /falls: give an option id or a list/],
    ['any of nothing', { any: [] }, /any: give a list of conditions/],
    ['all of one object', { all: { a: 'x' } }, /all: give a list of conditions/],
    ['a finding that is no id', { finding: ['weak'] }, /finding: give an id/],
    ['unknown of no id', { unknown: 7 }, /unknown: give an id, not 7/],
    ['a number with no comparison', { number: 'gap' }, /number "gap": add over, under, atLeast or atMost/],
    ['a comparison with a word', { number: 'gap', over: 'five' }, /over: give a number, not "five"/],
    ['half of a condition', { atLeast: 1.5, of: [{ a: 'x' }] }, /atLeast: give a whole number, not 1.5/],
    ['at least so many of nothing', { atLeast: 2 }, /of: give a list of conditions/],
    [
      'a difference of three',
      { number: { minus: ['a', 'b', 'c'] }, over: 1 },
      /number: give an id or \{ minus: \[id, id\] \}/,
    ],
    ['a number of no id', { number: 5, over: 1 }, /number: give an id or \{ minus: \[id, id\] \}/],
    ['a comparison without a number', { over: 5 }, /say what is compared, such as \{ number: knee-height, over: 5 \}/],
    ['a list with nothing to count it by', { of: [{ a: 'x' }] }, /of: write \{ atLeast: 2, of/],
    [
      'a number and a count in one object',
      { number: 'gap', atLeast: 2, of: [{ a: 'x' }] },
      /in an object without number/,
    ],
    ['something wrong deep inside', { any: [{ a: 'x' }, { not: {} }] }, /an empty condition/],
  ])('%s', (_, raw, message) => {
    expect(() => condition(raw)).toThrow(message)
  })
})
