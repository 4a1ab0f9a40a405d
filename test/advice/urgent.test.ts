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

describe('what is heard although it is said in other words', () => {
  const say = (trigger: string, words: string): boolean =>
    heard([rule('X1', 'E999', { triggers: [trigger] })], words).length > 0

  test.each([
    ['small words between', 'pain in my chest', 'a pain that is in the chest', true],
    ['three small words', 'bleeding badly', 'bleeding is just so badly', true],
    ['four are too many', 'leg swollen', 'leg is now very very swollen', false],
    ['a word that means something between', 'leg swollen', 'leg was never swollen', false],
    ['a small word that the trigger names is not passed over', 'fell over again', 'fell over', false],
    ['of anybody', 'he hit me', 'my stepson hit me', true],
    ['of kin named in the trigger', 'afraid of my son', 'afraid of my wife', true],
    ['but not of the person, where kin is named', 'afraid of my son', 'afraid of her', false],
    ['cannot, in two words', 'cant get up', 'I can not get up', true],
    ['could not', 'cant get up', "I couldn't get up", true],
    ['has not been able to', 'cant pee', 'he hasn’t been able to pee', true],
    ['fell, had a fall', 'fell and cant stand', 'had a fall, cannot stand', true],
    ['tablets, whatever they are called', 'too many tablets', 'too many painkillers', true],
    ['the only thing that is said', 'choking.', 'Help! Choking!', true],
    ['not the only thing that is said', 'choking.', 'I worry about choking', false],
    ['a word that makes it harmless', 'choking -hazard', 'a choking hazard', false],
    ['without that word', 'choking -hazard', 'he is choking', true],
    ['that word in another place', 'choking -hazard', 'a hazard, and he is choking', true],
    ['anything that is being done', 'scared of mum -ing', 'scared of my mum falling', false],
    ['nothing being done', 'scared of mum -ing', 'scared of my mum', true],
  ])('%s: “%s” in “%s”: %s', (_, trigger, words, is) => expect(say(trigger, words)).toBe(is))

  test('many words are heard as fast as few', () => {
    const triggers = Array.from({ length: 500 }, (_, index) => `cant get word${index} up`)
    const many = Array.from({ length: 2000 }, () => 'cant get the').join(' ')
    const started = performance.now()
    expect(heard([rule('X1', 'E999', { triggers })], many)).toEqual([])
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test.each(CODES)('%s: whether it stops the questions, and whether nothing else is advised', (code) => {
  const both = { E999: [true, true], AE: [true, true], GAS: [true, true], MH: [true, true] } as Partial<
    Record<Code, boolean[]>
  >
  const stopsOnly = ['U111', 'SG', 'ASC', 'FIRE'].includes(code)
  expect([stops(rule('R1', code)), silencesAdvice(rule('R1', code))]).toEqual(both[code] ?? [stopsOnly, false])
})
