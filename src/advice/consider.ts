import { evaluate, holds, isExit, type Condition, type Facts, type Findings } from './condition.ts'
import type { Equipment } from '../content/schema.ts'
import { explain, type Reason } from './reason.ts'
import { sizeFor, type Size } from './size.ts'

/** What can be said of one type of equipment for one person. */
export type Considered =
  | { readonly verdict: 'not-wanted' }
  /** Wanted, but something that must be known is not: it stays unsaid. */
  | { readonly verdict: 'unknown' }
  /** Wanted or likely to be bought, and not safe for this person. */
  | { readonly verdict: 'unsafe'; readonly because: readonly Reason[] }
  | {
      readonly verdict: 'suggest'
      readonly because: readonly Reason[]
      readonly size: Size | null
      readonly checkWeight: boolean
    }

/** Upper end of each weight band, kg. */
const BAND_TOP: Readonly<Record<string, number>> = {
  'under-100': 99.9,
  '100-125': 125,
  '126-158': 158,
  '159-190': 190,
  'over-190': Number.POSITIVE_INFINITY,
}

/**
 * Decide on one type: escalations have been dealt with before, exclusions beat inclusions, and an unknown gate never
 * opens. The one thing that may stay unsaid is the weight (rule G3): then the label's limit is to be checked.
 */
export function consider(type: Equipment, facts: Facts, findings: Findings): Considered {
  const wanted = holds(type.wanted, facts, findings)
  const tempting = wanted || (type.likelyBought !== undefined && holds(type.likelyBought, facts, findings))
  if (!tempting) return { verdict: 'not-wanted' }
  const against = reasonsAgainst(type, facts, findings)
  if (against) return { verdict: 'unsafe', because: against }
  if (!wanted) return { verdict: 'not-wanted' }
  if (evaluate(type.gate, facts, findings) !== true) return { verdict: 'unknown' }
  if (type.weight && facts.weight === undefined) return { verdict: 'unknown' }
  const size = sizeFor(type, facts, findings)
  if (size?.size === 'none') return { verdict: 'unknown' }
  return {
    verdict: 'suggest',
    because: explain(type.wanted, facts, findings),
    size,
    checkWeight: type.weight !== undefined && isExit(facts.weight),
  }
}

/** The answers that speak against a type, or `null` where none does. */
function reasonsAgainst(type: Equipment, facts: Facts, findings: Findings): Reason[] | null {
  const parts: Condition[] = type.exclude.filter((one) => holds(one, facts, findings))
  if (evaluate(type.gate, facts, findings) === false) parts.push(type.gate)
  const reasons = parts.flatMap((part) => explain(part, facts, findings))
  if (type.weight && tooHeavy(facts, type.weight.limit)) reasons.push({ question: 'weight' })
  return parts.length > 0 || reasons.length > 0 ? reasons : null
}

/** Rule G4: at or over the commonest limit. */
function tooHeavy(facts: Facts, limit: number): boolean {
  const heaviest = heaviestOf(facts)
  return heaviest !== null && heaviest >= limit
}

/** The most that the person may weigh, kg: the upper end of the band; one that is not listed has none. `null`: not known. */
export function heaviestOf({ weight }: Facts): number | null {
  if (typeof weight !== 'string' || isExit(weight)) return null
  return BAND_TOP[weight] ?? Number.POSITIVE_INFINITY
}
