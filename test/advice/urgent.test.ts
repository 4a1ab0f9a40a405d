import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { condition } from '../../src/advice/notation.ts'
import { heard, raised, rulesIn, silencesAdvice, stops } from '../../src/advice/urgent.ts'
import { CODES, type Code, type SafetyRule } from '../../src/content/schema.ts'
import { miniature } from '../fixture/library.ts'

const [chest] = miniature().safety as [SafetyRule]
const rule = (id: string, code: Code, change: Partial<SafetyRule> = {}): SafetyRule => ({
  ...chest,
  id,
  code,
  triggers: [],
  ...change,
})
const ids = (rules: readonly SafetyRule[]): string[] => rules.map(({ id }) => id)
const raise = (rules: readonly SafetyRule[], facts: Facts): string[] => ids(raised(rules, facts, {}))

describe('what is raised', () => {
  test('the most urgent first, whatever the order in which they are written', () => {
    const rules = CODES.toReversed().map((code) => rule(code, code, { when: condition('always') }))
    expect(raise(rules, {})).toEqual([...CODES])
  })

  test('equals stay in the order in which they are written', () => {
    const rules = ['A1', 'A2', 'A3'].map((id) => rule(id, 'U111', { when: condition('always') }))
    expect(raise(rules, {})).toEqual(['A1', 'A2', 'A3'])
  })

  test('only a rule that surely holds', () => {
    expect(raise([chest], { 'red-now': ['chest'] })).toEqual(['M2'])
    expect(raise([chest], { 'red-now': ['none'] })).toEqual([])
    expect(raise([chest], { 'red-now': 'rather_not_say' })).toEqual([])
    expect(raise([chest], {})).toEqual([])
  })
})

describe('what is heard in free text', () => {
  test.each([
    ['I get chest pain on the stairs', true],
    ['CHEST PAIN!', true],
    ['chest   pain', true],
    ['chest-pain', true],
    ["I can't breathe", true],
    ['I cant breathe', true],
    ['I can’t breathe at night', true],
    ['a chest of drawers, and pain in my knee', false],
    ['my painful chest', false],
    ['a chest painted blue', false],
    ['', false],
    ['!?', false],
    ['skip', false],
  ])('“%s”: %s', (words, is) => {
    expect(ids(heard([chest], words))).toEqual(is ? ['M2'] : [])
    expect(raise([chest], { matters: words })).toEqual(is ? ['M2'] : [])
  })

  test('a rule that holds and is heard is raised once', () => {
    expect(raise([chest], { 'red-now': ['chest'], matters: 'chest pain' })).toEqual(['M2'])
  })

  test('the most urgent of what is heard comes first', () => {
    const later = rule('L1', 'GP2', { triggers: ['swollen'] })
    expect(ids(heard([later, chest], 'swollen, and chest pain'))).toEqual(['M2', 'L1'])
  })

  test('a trigger of nothing but signs is never heard', () => {
    expect(ids(heard([rule('X1', 'E999', { triggers: ['!', ''] })], 'help ! me'))).toEqual([])
  })
})

describe('what is heard although it is misspelt', () => {
  const library = miniature()
  const rules = rulesIn(
    {
      ...library,
      safety: [chest, rule('M19', 'E999', { triggers: ['choking', 'slurred speech', 'fell down and cannot stand'] })],
      advice: [{ ...library.advice[0]!, text: { self: 'Cooking can wait.', other: undefined } }],
    },
    library.packs.default!,
  )

  test.each([
    ['a letter too many', 'he is chokking', ['M19']],
    ['a letter too few', 'choing on toast', ['M19']],
    ['another letter', 'slured speach', ['M19']],
    ['two letters changed about', 'choknig', ['M19']],
    ['more than one slip', 'chokkingg', []],
    ['a word of the library is well spelt, and means itself', 'i find cooking hard', []],
    ['a short word is never read as another', 'chess pain', []],
    ['in the middle of several words', 'fell down and canot stand', ['M19']],
  ])('%s', (_, words, expected) => {
    expect(ids(heard(rules, words))).toEqual(expected)
  })
})

test.each(CODES)('%s: whether it stops the questions, and whether nothing else is advised', (code) => {
  const both = { E999: [true, true], AE: [true, true], GAS: [true, true], MH: [true, true] } as Partial<
    Record<Code, boolean[]>
  >
  const stopsOnly = ['U111', 'SG', 'ASC', 'FIRE'].includes(code)
  expect([stops(rule('R1', code)), silencesAdvice(rule('R1', code))]).toEqual(both[code] ?? [stopsOnly, false])
})
