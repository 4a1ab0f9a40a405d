import type { Library } from '../content/library.ts'
import type { Contact, Pack } from '../content/pack.ts'
import type { Place } from '../advice/condition.ts'
import { OUTWARD } from '../flow/validate.ts'

/** What a place in a channel's own words turned out to be. */
export type FoundPlace =
  | { readonly place: Place }
  | { readonly unclear: 'postcode-unknown' }
  | { readonly unclear: 'postcode-shared'; readonly postcode: string }
  | { readonly unclear: 'postcode-elsewhere'; readonly nation: string }
  | { readonly unclear: 'place-needed' }

const INWARD = /^\d[A-Z]{2}$/

/** Postcode areas that lie wholly outside England. CH, HR, LD, SY, NP, TD and DG straddle a border. */
const ELSEWHERE: ReadonlyArray<readonly [string, RegExp]> = [
  ['Scotland', /^(AB|DD|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|ZE)\d/],
  ['Northern Ireland', /^BT\d/],
  ['Wales', /^(CF|LL|SA)\d/],
  ['the Isle of Man', /^IM\d/],
  ['the Channel Islands', /^(GY|JE)\d/],
]

/**
 * A council from `{ area }` or `{ postcode }`. The first half of a postcode is enough, and only that half is kept.
 * A pack lists the councils that share each first half; where there are several, the person chooses.
 */
export function findPlace(raw: unknown, library: Library, pack: Pack): FoundPlace {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as { area?: unknown; postcode?: unknown }
  if (typeof given.area === 'string' && given.area !== '') return { place: { area: given.area } }
  if (typeof given.postcode !== 'string' || given.postcode.trim() === '') return { unclear: 'place-needed' }
  const outward = outwardOf(given.postcode)
  if (!outward) return { unclear: 'postcode-unknown' }
  const nation = ELSEWHERE.find(([, pattern]) => pattern.test(outward))?.[0]
  if (nation) return { unclear: 'postcode-elsewhere', nation }
  const areas = pack.outwardCodes[outward] ?? []
  if (areas.length > 1) return { unclear: 'postcode-shared', postcode: outward }
  const [area] = areas
  if (!area || !library.councils.some((council) => council.id === area)) return { unclear: 'postcode-unknown' }
  return { place: { area, outward } }
}

/** The first half of a full or partial postcode: "pr7 1ab", "PR71AB" and "PR7" are all PR7. */
export function outwardOf(input: string): string | null {
  const text = input.toUpperCase().replaceAll(/[^A-Z\d]/g, '')
  if (text.length >= 5 && INWARD.test(text.slice(-3)) && OUTWARD.test(text.slice(0, -3))) return text.slice(0, -3)
  return OUTWARD.test(text) ? text : null
}

/** The council contact for a place on a day; without a place, the pack's own first one. */
export function contactFor(pack: Pack, area: string | undefined, today: string): Contact | undefined {
  const current = pack.councils.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= today) && (!validTo || today <= validTo),
  )
  if (area) return current.find((contact) => contact.area === area)
  return pack.id === 'default' ? undefined : current[0]
}
