import { beforeAll, describe, expect, test } from 'vitest'
import { heard, rulesIn, stops } from '../../src/advice/urgent.ts'
import { compile } from '../../src/content/compile.ts'
import type { SafetyRule } from '../../src/content/schema.ts'
import { DANGER, HARMLESS } from './sayings.ts'

let rules: readonly SafetyRule[]
beforeAll(async () => {
  const library = await compile()
  rules = rulesIn(library, library.packs.default!)
}, 60_000)
const codes = (words: string): string[] => [...new Set(heard(rules, words).map(({ code }) => code))]

/** What people write when something is wrong: in a hurry, without apostrophes, and not as they would spell it at a desk. */
describe('danger in own words', () => {
  test.each([
    ['I have chest pain', 'E999'],
    ['she CANT BREATHE properly', 'E999'],
    ['mums face has dropped on one side', 'E999'],
    ['slured speech since breakfast', 'E999'],
    ['she has fallen and cant get up', 'E999'],
    ['he wont wake up', 'E999'],
    ['took too many tablets', 'E999'],
    ['very confused since yesterday', 'E999'],
    ['bowels, and numb between my legs', 'AE'],
    ['i cant pee', 'AE'],
    ['I can smell gas', 'GAS'],
    ['i dont want to be here any more', 'MH'],
    ['feeling suicidal', 'MH'],
    ['black poo', 'U111'],
    ['my son takes my money', 'SG'],
    ['i am scared of my carer', 'SG'],
  ])('“%s” is heard as %s', (words, code) => expect(codes(words)).toContain(code))

  test('a danger that is denied is heard all the same: better asked once too often', () => {
    expect(codes('no chest pain, just a sore knee')).toContain('E999')
  })
})

/** None of these stands in a list as it is written: small words, kin, tenses and slips are heard through. */
describe('danger that is put as no list puts it', () => {
  test.each(DANGER)('“%s” is heard as %s', (words, code) => expect(codes(words)).toContain(code))

  test('and no list does put it so', () => {
    const listed = new Set(rules.flatMap(({ triggers }) => triggers))
    expect(DANGER.filter(([words]) => listed.has(words.toLowerCase().replaceAll("'", '')))).toEqual([])
  })
})

/** Whoever is stopped for nothing learns to tap past a warning. */
describe('what sounds like danger and is none raises no alarm', () => {
  test.each(HARMLESS)('“%s”', (words) =>
    expect(
      heard(rules, words)
        .filter(stops)
        .map(({ id }) => id),
    ).toEqual([]),
  )
})

/** Eight ways to say it where hours count or somebody may be hurt, four elsewhere. */
test('every rule can be said in own words, and the urgent ones in many', () => {
  const URGENT = ['E999', 'AE', 'GAS', 'MH', 'SG', 'ASC']
  const few = rules.filter(({ code, triggers }) => triggers.length < (URGENT.includes(code) ? 8 : 4))
  expect(few.map(({ id, triggers }) => `${id}: ${triggers.length}`)).toEqual([])
})
