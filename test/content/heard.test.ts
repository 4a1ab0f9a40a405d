import { beforeAll, describe, expect, test } from 'vitest'
import { heard } from '../../src/advice/urgent.ts'
import { compile } from '../../src/content/compile.ts'
import type { SafetyRule } from '../../src/content/schema.ts'

let rules: readonly SafetyRule[]
beforeAll(async () => void (rules = (await compile()).safety))
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

  test.each([
    ['the chest of drawers is too heavy'],
    ['I am dying for a proper bath'],
    ['our old gas cooker is hard to light with my hands'],
    ['the stairs take my breath'],
    ['I feel dead on my feet by tea time'],
  ])('“%s” raises no alarm', (words) => expect(codes(words)).toEqual([]))
})
