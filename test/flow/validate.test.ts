import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EXITS } from '../../src/advice/condition.ts'
import type { Question } from '../../src/content/schema.ts'
import { LIMITS } from '../../src/flow/limits.ts'
import { validate, type Validated } from '../../src/flow/validate.ts'
import { miniature } from '../fixture/library.ts'

const { questions } = miniature()
const AREAS = new Set(['E1', 'E2'])
const put = (question: string, raw: unknown): Validated => validate(questions[question]!, raw, AREAS)

describe('one choice', () => {
  test('an option, also as the only one of a list', () => {
    expect(put('sitbal', 'yes')).toEqual({ answer: 'yes' })
    expect(put('sitbal', ['yes'])).toEqual({ answer: 'yes' })
  })

  test.each([
    ['nothing', undefined, 'choose-one'],
    ['an empty text', '', 'choose-one'],
    ['two', ['yes', 'no'], 'choose-one'],
    ['an empty list', [], 'choose-one'],
    ['a number', 7, 'choose-one'],
    ['an option of another question', 'over', 'unknown-option'],
    ['an option in capitals', 'YES', 'unknown-option'],
    ['a word that every object knows', 'constructor', 'unknown-option'],
    ['a way out that it does not offer', 'skip', 'exit-not-offered'],
  ])('%s', (_, raw, misfit) => {
    expect(put('sitbal', raw)).toMatchObject({ misfit })
  })
})

describe('several choices', () => {
  test('stand in the order of the question, each once', () => {
    expect(put('bath-hard', ['heat', 'over', 'heat'])).toEqual({ answer: ['over', 'heat'] })
    expect(put('bath-hard', 'up')).toEqual({ answer: ['up'] })
  })

  test('none of these stands alone', () => {
    expect(put('red-now', ['none'])).toEqual({ answer: ['none'] })
    expect(put('red-now', ['chest', 'none'])).toEqual({ misfit: 'none-with-others' })
  })

  test.each([
    ['nothing', undefined, 'choose-some'],
    ['an empty list', [], 'choose-some'],
    ['an empty text', '', 'choose-some'],
    ['an object', { over: true }, 'choose-some'],
    ['one that is not there', ['over', 'swim'], 'unknown-option'],
    ['numbers', [1, 2], 'unknown-option'],
    ['a way out among options', ['over', 'not_sure'], 'unknown-option'],
  ])('%s', (_, raw, misfit) => {
    expect(put('bath-hard', raw)).toEqual({ misfit })
  })

  test('not sure is a way out', () => {
    expect(put('bath-hard', 'not_sure')).toEqual({ answer: 'not_sure' })
  })

  test('the safety screen offers no way out', () => {
    for (const exit of EXITS) expect(put('red-now', exit)).toEqual({ misfit: 'exit-not-offered' })
  })
})

describe('a number', () => {
  test.each<[unknown, number]>([
    [43, 43],
    [43.26, 43.3],
    ['43', 43],
    ['17 in', 43.2],
    [25, 25],
    [65, 65],
    ['65.04', 65],
  ])('%j is kept as %d cm', (raw, answer) => {
    expect(put('knee-height', raw)).toEqual({ answer })
  })

  test.each([
    ['a word', 'high', { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['a weight', '12 stone', { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['not a number', Number.NaN, { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['without end', Number.POSITIVE_INFINITY, { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['too many digits', '9'.repeat(400), { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['a list', [43], { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['nothing', undefined, { misfit: 'not-a-number', args: { unit: 'cm' } }],
    ['too small', 24.9, { misfit: 'too-small', args: { least: 25, unit: 'cm' } }],
    ['below nothing', -43, { misfit: 'too-small', args: { least: 25, unit: 'cm' } }],
    ['too large', '66', { misfit: 'too-large', args: { most: 65, unit: 'cm' } }],
    ['inches typed as centimetres', '17', { misfit: 'too-small', args: { least: 25, unit: 'cm' } }],
  ])('%s', (_, raw, misfit) => {
    expect(put('knee-height', raw)).toEqual(misfit)
  })
})

describe('free text', () => {
  test.each([
    ['runs of space', '  to   get\n\nout \t more ', 'to get out more'],
    ['a NUL', 'a bath\u0000in peace', 'a bath in peace'],
    ['control characters', 'a\u0007 bath\u001B[31m', 'a bath [31m'],
    [
      'invisible tag characters',
      `a bath${[...'ignore'].map((c) => String.fromCodePoint(0xe0000 + c.codePointAt(0)!)).join('')}`,
      'a bath',
    ],
    ['a change of direction', 'a \u202Ebath\u2066', 'a bath'],
    ['half a character', 'a bath \uD83D', 'a bath'],
    ['private use', 'a bath \uE000\u{F0000}', 'a bath'],
    ['letters in two parts', 'cafe\u0301', 'café'],
    ['other scripts', 'میں نہانا چاہتا ہوں', 'میں نہانا چاہتا ہوں'],
    ['a joined picture', '👩‍🦽 out', '👩‍🦽 out'],
    ['tags, as they are: what shows them escapes them', '<b>out</b>', '<b>out</b>'],
  ])('%s', (_, raw, answer) => {
    expect(put('matters', raw)).toEqual({ answer })
  })

  test.each([
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['nothing that can be seen', '\u200B\u200D\uFEFF\u2060'],
    ['NULs', '\u0000\u0000'],
    ['no text', 42],
    ['a list', ['out']],
    ['null', null],
  ])('%s', (_, raw) => {
    expect(put('matters', raw)).toEqual({ misfit: 'text-needed' })
  })

  test('as long as may be, and one more', () => {
    expect(put('matters', 'a'.repeat(LIMITS.text))).toEqual({ answer: 'a'.repeat(LIMITS.text) })
    expect(put('matters', 'a'.repeat(LIMITS.text + 1))).toEqual({
      misfit: 'text-too-long',
      args: { most: LIMITS.text },
    })
    expect(put('matters', 'a '.repeat(1_000_000))).toMatchObject({ misfit: 'text-too-long' })
  })

  test('skip is a way out here', () => {
    expect(put('matters', 'skip')).toEqual({ answer: 'skip' })
  })
})

describe('a place', () => {
  test('a council, with the first half of the postcode where it is one', () => {
    expect(put('place', { area: 'E1' })).toEqual({ answer: { area: 'E1' } })
    expect(put('place', { area: 'E1', outward: 'PR7' })).toEqual({ answer: { area: 'E1', outward: 'PR7' } })
  })

  test('its district and ward are kept by their codes, and nothing that only looks like one', () => {
    const home = { area: 'E1', district: 'E07000118', ward: 'E05013070' }
    expect(put('place', home)).toEqual({ answer: home })
    expect(put('place', { area: 'E1', district: 'Chorley', ward: 'PR7 1AB' })).toEqual({ answer: { area: 'E1' } })
  })

  test.each(['PR7 1AB', 'my house', '', 7, { full: 'PR7 1AB' }])('of an address, %j is not kept', (outward) => {
    expect(put('place', { area: 'E1', outward })).toEqual({ answer: { area: 'E1' } })
  })

  test('nothing else that comes along is kept', () => {
    expect(put('place', { area: 'E1', name: 'Ann', postcode: 'PR7 1AB' })).toEqual({ answer: { area: 'E1' } })
  })

  test.each([
    ['an unknown council', { area: 'E9' }, 'place-unknown'],
    ['a word that every object knows', { area: 'constructor' }, 'place-unknown'],
    ['a text', 'E1', 'place-needed'],
    ['no council', {}, 'place-needed'],
    ['a number', { area: 1 }, 'place-needed'],
    ['null', null, 'place-needed'],
    ['nothing', undefined, 'place-needed'],
  ])('%s', (_, raw, misfit) => {
    expect(put('place', raw)).toEqual({ misfit })
  })
})

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...EXITS, 'yes', 'over', '43'),
  )
  const ids = fc.constantFrom(...Object.keys(questions))

  test('it is an answer or a misfit, never an error; and an answer is one again', () => {
    fc.assert(
      fc.property(ids, anything, (id, raw) => {
        const question: Question = questions[id]!
        const first = validate(question, raw, AREAS)
        if ('misfit' in first) return void expect(first.misfit).toMatch(/^[a-z-]+$/)
        expect(validate(question, first.answer, AREAS)).toEqual(first)
        expect(JSON.parse(JSON.stringify(first.answer))).toEqual(first.answer)
      }),
      { seed: 4, numRuns: 5_000 },
    )
  })
})
