import { numberOf, type Facts, type Findings } from './condition.ts'
import type { Equipment } from '../content/schema.ts'

/** Raised seats and raisers come in these heights, cm. */
const STEPS = [5, 10, 15] as const

/** A computed size, as a message with its figures in cm. `none`: no standard size fits, so the type is not suggested. */
export type Size =
  | { readonly size: 'seat-raise'; readonly step: number; readonly gap: number }
  | { readonly size: 'seat-height'; readonly height: number }
  | { readonly size: 'ramp-length'; readonly alone: number; readonly helped: number; readonly rise: number }
  | { readonly size: 'stick-length'; readonly length: number }
  | { readonly size: 'none' }

/** The size of a type for this person, `null` while a measurement is missing. */
export function sizeFor(type: Equipment, facts: Facts, findings: Findings): Size | null {
  if (!type.size) return null
  const [first, second] = type.size.from.map((id) => numberOf(id, facts, findings))
  if (first == null) return null
  switch (type.size.rule) {
    case 'seat-raise':
      return second == null ? null : seatRaise(first, second, weakLegs(facts))
    case 'seat-height':
      return { size: 'seat-height', height: first }
    case 'ramp-length':
      return rampLength(first)
    case 'stick-length':
      return { size: 'stick-length', length: first }
  }
}

/**
 * Rules H1-H4: the largest standard step that is not above the gap between knee crease and seat; for weak legs one
 * that is at most 2.5 cm above it, so that the feet stay flat. Below 2.5 cm and above 15 cm nothing is raised.
 */
export function seatRaise(knee: number, seat: number, weak: boolean): Size {
  const gap = toMillimetre(knee - seat)
  if (gap < 2.5 || gap > 15) return { size: 'none' }
  const step = STEPS.findLast((height) => height <= gap + (weak ? 2.5 : 0))
  return step === undefined ? { size: 'none' } : { size: 'seat-raise', step, gap }
}

/** Rule A1: 1 in 12 alone or fixed, not steeper than 1 in 8 with a fit helper. */
export const rampLength = (rise: number): Size => ({
  size: 'ramp-length',
  rise,
  alone: toMillimetre(rise * 12),
  helped: toMillimetre(rise * 8),
})

const toMillimetre = (cm: number): number => Math.round(cm * 10) / 10

const weakLegs = (facts: Facts): boolean => facts.stand === 'arms' || facts.stand === 'person'
