import { describe, expect, test } from 'vitest'
import { condition } from '../../src/advice/notation.ts'
import { rampLength, seatRaise, sizeFor, type Size } from '../../src/advice/size.ts'
import type { Equipment } from '../../src/content/schema.ts'
import { miniature } from '../fixture/library.ts'

const { equipment, findings } = miniature()
const type = (size: NonNullable<Equipment['size']>): Equipment => ({
  ...equipment[0]!,
  gate: condition('always'),
  size,
})

/** Knee crease 45 cm; the seat lower by the gap. H1-H4 of the decision rules. */
describe('how far to raise a seat', () => {
  test.each<[number, number | 'none', number | 'none', string]>([
    [-3, 'none', 'none', 'H4: the seat is above the knee, so the feet hang'],
    [0, 'none', 'none', 'H1: nothing to raise'],
    [2.4, 'none', 'none', 'H1: under 2.5'],
    [2.5, 'none', 5, 'H2: the smallest step is 2.5 above the gap, for weak legs only'],
    [4.9, 'none', 5, 'H2: as before'],
    [5, 5, 5, 'H2: exactly one step'],
    [7.4, 5, 5, 'H2: 10 would be 2.6 above the gap'],
    [7.5, 5, 10, 'H2: 10 is 2.5 above the gap, for weak legs only'],
    [10, 10, 10, 'H2: exactly two steps'],
    [12.4, 10, 10, 'H2: 15 would be 2.6 above the gap'],
    [12.5, 10, 15, 'H2: 15 is 2.5 above the gap, for weak legs only'],
    [15, 15, 15, 'H2: the highest'],
    [15.1, 'none', 'none', 'H3: over 15 an occupational therapist looks at it'],
    [30, 'none', 'none', 'H3: far over'],
  ])('a gap of %d cm: %s, for weak legs %s (%s)', (gap, strong, weak) => {
    const seat = Math.round((45 - gap) * 10) / 10
    const raise = (step: number | 'none'): Size =>
      step === 'none' ? { size: 'none' } : { size: 'seat-raise', step, gap }
    expect(seatRaise(45, seat, false)).toEqual(raise(strong))
    expect(seatRaise(45, seat, true)).toEqual(raise(weak))
  })

  test('a gap is rounded to a millimetre, so 43.3 less 40.8 is 2.5', () => {
    expect(seatRaise(43.3, 40.8, true)).toEqual({ size: 'seat-raise', step: 5, gap: 2.5 })
  })

  test.each([
    ['free', 'none'],
    ['arms', 'seat-raise'],
    ['person', 'seat-raise'],
    ['cannot', 'none'],
    ['not_sure', 'none'],
  ])('legs are weak when someone stands up with “%s”: %s', (stand, size) => {
    const raiser = type({ rule: 'seat-raise', from: ['knee-height', 'seat-height'] })
    expect(sizeFor(raiser, { 'knee-height': 45, 'seat-height': 42, stand }, findings)).toMatchObject({ size })
  })
})

describe('the other sizes', () => {
  test.each([
    [2, 24, 16],
    [10, 120, 80],
    [17.8, 213.6, 142.4],
  ])('A1: a rise of %d cm takes %d cm alone and %d cm with a strong helper', (rise, alone, helped) => {
    expect(rampLength(rise)).toEqual({ size: 'ramp-length', rise, alone, helped })
    expect(sizeFor(type({ rule: 'ramp-length', from: ['seat-height'] }), { 'seat-height': rise }, findings)).toEqual(
      rampLength(rise),
    )
  })

  test('W2: a stick is as long as the wrist crease is high', () => {
    const stick = type({ rule: 'stick-length', from: ['knee-height'] })
    expect(sizeFor(stick, { 'knee-height': 62.5 }, findings)).toEqual({ size: 'stick-length', length: 62.5 })
  })

  test('a seat is as high as the knee crease', () => {
    expect(sizeFor(type({ rule: 'seat-height', from: ['knee-height'] }), { 'knee-height': 45 }, findings)).toEqual({
      size: 'seat-height',
      height: 45,
    })
  })

  test.each([
    ['not measured', {}],
    ['one of two measured', { 'knee-height': 45 }],
    ['not sure', { 'knee-height': 45, 'seat-height': 'not_sure' }],
  ])('no size while something is missing: %s', (_, facts) => {
    expect(sizeFor(type({ rule: 'seat-raise', from: ['knee-height', 'seat-height'] }), facts, findings)).toBeNull()
  })

  test('a type that comes in one size has none', () => {
    expect(sizeFor({ ...equipment[0]!, size: undefined }, { 'knee-height': 45 }, findings)).toBeNull()
  })
})
