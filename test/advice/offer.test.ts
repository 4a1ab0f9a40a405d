import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { fits, isSold, offer, shown } from '../../src/advice/offer.ts'
import { combinations } from '../../src/check/classes.ts'
import { classesOf } from '../../src/check/classes.ts'
import type { Equipment } from '../../src/content/schema.ts'
import { miniature } from '../fixture/library.ts'

const mini = miniature()
const [board, raisers, lift] = mini.equipment as [Equipment, Equipment, Equipment]
const { findings } = mini
const wants: Facts = { 'bath-hard': ['over'], sitbal: 'yes', weight: 'under-100' }
const probe = (weightLimit: number | null, size: [number, number] | null = null) => ({
  weightLimit,
  sizeFrom: size?.[0] ?? null,
  sizeTo: size?.[1] ?? null,
})
const limits = (type: Equipment, facts: Facts): Array<number | null> =>
  shown(
    type,
    facts,
    findings,
    [null, 60, 99, 100, 125, 130, 158, 190].map((limit) => probe(limit)),
  ).map(({ weightLimit }) => weightLimit)

describe('by weight', () => {
  const type = { ...board, weight: { limit: 200 } }
  test.each<[string, Array<number | null>]>([
    ['under-100', [null, 100, 125, 130, 158, 190]],
    ['100-125', [125, 130, 158, 190]],
    ['126-158', [158, 190]],
    ['159-190', [190]],
    ['over-190', []],
    // Not said: what states its limit is shown, with the limit; what does not stays out.
    ['not_sure', [60, 99, 100, 125, 130, 158, 190]],
    ['rather_not_say', [60, 99, 100, 125, 130, 158, 190]],
  ])('%s', (weight, expected) => expect(limits(type, { ...wants, weight })).toEqual(expected))

  test('at or over the commonest limit nothing is shown at all', () => {
    expect(limits(board, { ...wants, weight: '126-158' })).toEqual([])
  })

  test('what bears no weight needs no limit; one that is stated counts', () => {
    const light = { ...board, weight: undefined } as unknown as Equipment
    expect(limits(light, { ...wants, weight: '126-158' })).toEqual([null, 158, 190])
  })

  test('a rail, a stick or a seat bears weight although the content states no limit', () => {
    const rail = { ...board, weight: undefined, iso9999: '18 18 06' } as unknown as Equipment
    expect(limits(rail, { ...wants, weight: '126-158' })).toEqual([158, 190])
    expect(limits(rail, { ...wants, weight: 'not_sure' })).not.toContain(null)
  })
})

describe('by size', () => {
  const facts: Facts = { 'chair-hard': 'yes', sitbal: 'yes', 'knee-height': 48, 'seat-height': 38 }
  const sizes = (type: Equipment, given: Facts, all: Array<[number, number] | null>) =>
    shown(
      type,
      given,
      findings,
      all.map((size) => probe(130, size)),
    ).map(({ sizeFrom, sizeTo }) => sizeFrom && [sizeFrom, sizeTo])

  test('a raise of at most the step that was worked out, and not much less', () => {
    expect(sizes(raisers, facts, [null, [5, 5], [7.5, 7.5], [10, 10], [10, 15], [15, 15], [5, 15]])).toEqual([
      [7.5, 7.5],
      [10, 10],
      [10, 15],
      [5, 15],
    ])
  })

  test('a seat at most as high as the knee allows', () => {
    const chair: Equipment = { ...raisers, size: { rule: 'seat-height', from: ['knee-height'] } }
    expect(sizes(chair, facts, [[43, 43], [46, 58], [48, 48], [49, 60], null])).toEqual([
      [46, 58],
      [48, 48],
    ])
  })

  test('a stick that can be set to the length, a hole more or less', () => {
    const stick: Equipment = { ...raisers, size: { rule: 'stick-length', from: ['knee-height'] } }
    expect(
      sizes(stick, facts, [
        [49, 60],
        [40, 47],
        [50, 60],
        [30, 46],
      ]),
    ).toEqual([
      [49, 60],
      [40, 47],
    ])
  })

  test('a ramp at least as long', () => {
    const ramp: Equipment = { ...raisers, size: { rule: 'ramp-length', from: ['knee-height'] } }
    expect(
      sizes(ramp, facts, [
        [500, 500],
        [576, 576],
        [900, 900],
      ]),
    ).toEqual([
      [576, 576],
      [900, 900],
    ])
  })

  test('while it is not measured, any size; once no standard size fits, none', () => {
    const free: Equipment = { ...raisers, gate: { op: 'always' } }
    const { 'seat-height': _, ...unmeasured } = facts
    expect(sizes(free, unmeasured, [[5, 5], null])).toHaveLength(2)
    expect(sizes(free, { ...facts, 'seat-height': 20 }, [[5, 5]])).toEqual([])
  })

  test('a fit without a size takes what says nothing of one', () => {
    expect(fits(probe(null), { leastLimit: null, limitMayBeUnsaid: true, size: null })).toBe(true)
  })
})

describe('by tier', () => {
  test('each says why nothing is shown, or whom to ask', () => {
    expect(offer(lift, { 'bath-hard': ['up'] }, findings)).toEqual({ show: 'nothing', why: 'assessed-only' })
    expect(offer({ ...board, tier: 'get-advice' }, wants, findings)).toEqual({ show: 'ask' })
    expect(offer({ ...board, routes: ['charity'] }, wants, findings)).toEqual({ show: 'nothing', why: 'not-sold' })
    expect(offer(board, { ...wants, sitbal: 'no' }, findings)).toEqual({ show: 'nothing', why: 'not-suggested' })
    expect(offer(board, wants, findings)).toMatchObject({ show: 'products' })
    expect([board, lift, { ...board, routes: ['charity'] as Equipment['routes'] }].map(isSold)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('over all answers that matter: products only for what people choose themselves, and only with an open gate', () => {
    const types = mini.equipment.flatMap((type) =>
      (['self-choose', 'get-advice', 'assessed-only'] as const).map((tier): Equipment => ({
        ...type,
        tier,
        routes: ['shop', 'ot-assessment'],
      })),
    )
    const all = [probe(null), probe(60), probe(130), probe(250), probe(250, [10, 10])]
    let cases = 0
    let listed = 0
    for (const type of types) {
      const classes = classesOf([type.wanted, type.gate, ...type.exclude], mini.questions, findings)
      const weights = new Map([
        ...classes,
        ['weight', ['under-100', '100-125', '126-158', 'over-190', 'not_sure', undefined]],
      ] as const)
      for (const facts of combinations(weights)) {
        cases++
        const found = shown(type, facts, findings, all)
        if (found.length === 0) continue
        listed++
        expect(type.tier).toBe('self-choose')
        expect(facts.sitbal === 'yes' || type.id === 'bath-lift').toBe(true)
        for (const { weightLimit } of found) {
          if (facts.weight === '100-125') expect(weightLimit ?? (type.weight ? 0 : 125)).toBeGreaterThanOrEqual(125)
          if (facts.weight === 'over-190') expect(weightLimit).toBeNull()
        }
      }
    }
    expect(cases).toBeGreaterThan(1000)
    expect(listed).toBeGreaterThan(10)
  })
})
