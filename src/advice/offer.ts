import type { Facts, Findings } from './condition.ts'
import { consider, heaviestOf } from './consider.ts'
import type { Size } from './size.ts'
import type { Equipment } from '../content/schema.ts'

/** What may be shown under a type of equipment to one person. */
export type Offer =
  /** Products that fit. */
  | { readonly show: 'products'; readonly fit: Fit }
  /** Where to try it and whom to ask, and no product. */
  | { readonly show: 'ask' }
  | { readonly show: 'nothing'; readonly why: 'assessed-only' | 'not-suggested' | 'not-sold' }

/** What a product has to be for one person; plain data, so that the store can look for it. */
export interface Fit {
  /** Its stated weight limit is at least this, kg. `null`: the person's weight is not known. */
  readonly leastLimit: number | null
  /** May its weight limit be left unsaid? */
  readonly limitMayBeUnsaid: boolean
  /** It can be set to some size between these, cm. `null`: the person's size is not known, or has no part in it. */
  readonly size: { readonly least: number; readonly most: number } | null
}

/** As much of a product as decides whether it fits. Sizes in cm, weights in kg; `null`: the supplier does not say. */
export interface Measured {
  readonly weightLimit: number | null
  readonly sizeFrom: number | null
  readonly sizeTo: number | null
}

/**
 * Types that bear a person's weight by their place in ISO 9999: walking aids, seats, rails, steps. Where the content
 * states no limit for one of these, a product's own limit still counts as something that has to be known.
 */
const BEARING = /^(12 03|12 06|18 09|18 18|18 30)/

/** Above every limit there is, kg: `Infinity` cannot be asked for in a store. */
const NO_LIMIT = 100_000

/** How far a size may lie below the computed one: 2.5 cm is the least that the height rules reckon with (H1-H4). */
const BELOW = 2.5
/** Half a step between the holes of a stick. */
const HALF_STEP = 1.25

/**
 * Decide what may be shown. Products only for a type of tier "self-choose" that shops sell and that is suggested to
 * this very person; assessed-only never, whatever was answered.
 */
export function offer(type: Equipment, facts: Facts, findings: Findings): Offer {
  if (type.tier === 'assessed-only') return { show: 'nothing', why: 'assessed-only' }
  const considered = consider(type, facts, findings)
  if (considered.verdict !== 'suggest') return { show: 'nothing', why: 'not-suggested' }
  if (type.tier === 'get-advice') return { show: 'ask' }
  if (!isSold(type)) return { show: 'nothing', why: 'not-sold' }
  return { show: 'products', fit: fitFor(type, facts, considered.size) }
}

/** Of some products of a type, those that may be shown to this person. */
export function shown<P extends Measured>(
  type: Equipment,
  facts: Facts,
  findings: Findings,
  products: readonly P[],
): readonly P[] {
  const offered = offer(type, facts, findings)
  return offered.show === 'products' ? products.filter((product) => fits(product, offered.fit)) : []
}

/** Whether products of a type may be kept at all: people choose it themselves, and shops are a way to get it. */
export const isSold = (type: Equipment): boolean => type.tier === 'self-choose' && type.routes.includes('shop')

/** Whether a product fits, by all that is known. What is not known never counts as fitting, but for what {@link Fit} says. */
export function fits(product: Measured, fit: Fit): boolean {
  const { weightLimit, sizeFrom, sizeTo } = product
  if (weightLimit === null ? !fit.limitMayBeUnsaid : fit.leastLimit !== null && weightLimit < fit.leastLimit)
    return false
  if (fit.size === null) return true
  return sizeFrom !== null && sizeTo !== null && sizeFrom <= fit.size.most && sizeTo >= fit.size.least
}

function fitFor(type: Equipment, facts: Facts, size: Size | null): Fit {
  const heaviest = heaviestOf(facts)
  return {
    leastLimit: heaviest === null ? null : Math.min(heaviest, NO_LIMIT),
    limitMayBeUnsaid: !bears(type) || (heaviest !== null && heaviest < 100),
    size: size && sizeRange(size),
  }
}

/** Whether a person's weight rests on it, so that its limit has to be known. */
export const bears = (type: Equipment): boolean => type.weight !== undefined || BEARING.test(type.iso9999)

/** A seat is never higher than worked out, so that feet stay flat; a ramp may be longer, never shorter. */
function sizeRange(size: Size): Fit['size'] {
  switch (size.size) {
    case 'seat-raise':
      return { least: size.step - BELOW, most: size.step }
    case 'seat-height':
      return { least: size.height - BELOW, most: size.height }
    case 'stick-length':
      return { least: size.length - HALF_STEP, most: size.length + HALF_STEP }
    case 'ramp-length':
      return { least: size.alone, most: NO_LIMIT }
    case 'none':
      return { least: NO_LIMIT, most: NO_LIMIT }
  }
}
