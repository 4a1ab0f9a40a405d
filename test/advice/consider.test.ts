import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { consider } from '../../src/advice/consider.ts'
import { condition } from '../../src/advice/notation.ts'
import type { Equipment } from '../../src/content/schema.ts'
import { miniature } from '../fixture/library.ts'

const { equipment, findings } = miniature()
const named = (id: string): Equipment => equipment.find((type) => type.id === id)!
/** Wanted for a hard bath; the gate is sitting without support; holds up to 130 kg. */
const board = named('bath-board')
const wish = { 'bath-hard': ['over'] }
const fits: Facts = { ...wish, sitbal: 'yes', weight: 'under-100' }
const verdict = (type: Equipment, facts: Facts): string => consider(type, facts, findings).verdict

describe('may it be suggested?', () => {
  test('when it is wanted, its gate is known to be open and the weight is known', () => {
    expect(consider(board, fits, findings)).toEqual({
      verdict: 'suggest',
      because: [{ question: 'bath-hard', options: ['over'] }],
      size: null,
      checkWeight: false,
    })
  })

  test.each<[string, Facts]>([
    ['not asked', { ...wish, weight: 'under-100' }],
    ['not sure', { ...fits, sitbal: 'not_sure' }],
    ['rather not say', { ...fits, sitbal: 'rather_not_say' }],
  ])('an unknown gate never opens: %s', (_, facts) => {
    expect(verdict(board, facts)).toBe('unknown')
  })

  test('a gate that is shut names the answer that shuts it', () => {
    expect(consider(board, { ...fits, sitbal: 'no' }, findings)).toEqual({
      verdict: 'unsafe',
      because: [{ question: 'sitbal' }],
    })
  })

  test('nobody is told about what they do not want', () => {
    expect(verdict(board, { ...fits, 'bath-hard': ['heat'] })).toBe('not-wanted')
    expect(verdict(board, { ...fits, 'bath-hard': ['heat'], sitbal: 'no' })).toBe('not-wanted')
    expect(verdict(board, { sitbal: 'yes', weight: 'under-100' })).toBe('not-wanted')
  })

  test('an exclusion beats the gate and the wish', () => {
    const shut = { ...board, exclude: [condition({ 'bath-hard': 'over' })] }
    expect(consider(shut, fits, findings)).toEqual({
      verdict: 'unsafe',
      because: [{ question: 'bath-hard', options: ['over'] }],
    })
  })

  test('an exclusion that is not known leaves it open', () => {
    const careful = { ...board, exclude: [condition({ memory: 'no' })] }
    expect(verdict(careful, fits)).toBe('suggest')
    expect(verdict(careful, { ...fits, memory: 'not_sure' })).toBe('suggest')
    expect(verdict(careful, { ...fits, memory: 'no' })).toBe('unsafe')
  })

  test('what somebody may buy anyway is named as not safe, and never suggested for that', () => {
    const suction = {
      ...board,
      wanted: condition({ 'bath-hard': 'heat' }),
      likelyBought: condition({ 'bath-hard': ['over', 'up'] }),
    }
    expect(consider(suction, { ...fits, sitbal: 'no' }, findings)).toEqual({
      verdict: 'unsafe',
      because: [{ question: 'sitbal' }],
    })
    expect(verdict(suction, fits)).toBe('not-wanted')
    expect(verdict(suction, { 'bath-hard': ['up'] })).toBe('not-wanted')
  })
})

/** G4: at or over the commonest limit. A band counts with its upper end. */
describe('weight band against limit', () => {
  const BANDS = ['under-100', '100-125', '126-158', '159-190', 'over-190']
  test.each([
    [99, []],
    [100, ['under-100']],
    [125, ['under-100']],
    [126, ['under-100', '100-125']],
    [130, ['under-100', '100-125']],
    [158, ['under-100', '100-125']],
    [159, ['under-100', '100-125', '126-158']],
    [190, ['under-100', '100-125', '126-158']],
    [254, ['under-100', '100-125', '126-158', '159-190']],
  ])('a limit of %d kg is suggested to %j and not safe for the others', (limit, allowed) => {
    const type = { ...board, weight: { limit } }
    const verdicts = BANDS.map((weight) => [weight, verdict(type, { ...fits, weight })])
    expect(verdicts).toEqual(BANDS.map((weight) => [weight, allowed.includes(weight) ? 'suggest' : 'unsafe']))
  })

  test('too heavy is the reason that is given', () => {
    expect(consider(board, { ...fits, weight: '159-190' }, findings)).toEqual({
      verdict: 'unsafe',
      because: [{ question: 'weight' }],
    })
  })

  test('a band that the engine does not know is taken for the heaviest', () => {
    expect(verdict(board, { ...fits, weight: '100-120' })).toBe('unsafe')
  })

  /** G3 */
  test.each(['rather_not_say', 'not_sure'])('%s: suggested, with the limit to check on the label', (weight) => {
    expect(consider(board, { ...fits, weight }, findings)).toMatchObject({ verdict: 'suggest', checkWeight: true })
  })

  test('a weight that was never asked keeps it shut', () => {
    expect(verdict(board, { ...wish, sitbal: 'yes' })).toBe('unknown')
  })

  test('a type without a limit does not ask for the weight', () => {
    expect(verdict({ ...board, weight: undefined }, { ...wish, sitbal: 'yes' })).toBe('suggest')
  })
})

describe('size', () => {
  const raisers = named('chair-raisers')
  const measured = { 'chair-hard': 'yes', sitbal: 'yes', 'knee-height': 45 }

  test('goes along with the suggestion', () => {
    const size = { size: 'seat-raise', step: 5, gap: 7 }
    expect(consider(raisers, { ...measured, 'seat-height': 38 }, findings)).toMatchObject({ verdict: 'suggest', size })
  })

  test('no standard size fits: it stays unsaid', () => {
    const ungated = { ...raisers, gate: condition('always') }
    expect(verdict(ungated, { ...measured, 'seat-height': 44 })).toBe('unknown')
  })

  test('a gap that is too wide shuts the gate, and both measurements are the reason', () => {
    const tooWide = consider(raisers, { ...measured, 'seat-height': 25 }, findings)
    expect(tooWide).toEqual({ verdict: 'unsafe', because: [{ question: 'knee-height' }, { question: 'seat-height' }] })
  })
})
