import type { Place } from '../advice/condition.ts'
import type { Pack } from '../content/pack.ts'
import { currentCouncils, successorsOf, type Areas } from './councils.ts'
import type { Point } from './grid.ts'
import type { Located, Outward, Places } from './places.ts'
import { nationOf, readPostcode, type Nation } from './postcode.ts'

/** What a place in a channel's own words turned out to be. `areas` are councils to choose from. */
export type FoundPlace =
  | { readonly place: Place }
  | { readonly unclear: 'place-needed' | 'postcode-unreadable' | 'postcode-unknown' }
  | { readonly unclear: 'postcode-shared'; readonly outward: string; readonly areas: readonly string[] }
  /** Partly in England and partly not. */
  | {
      readonly unclear: 'postcode-border'
      readonly outward: string
      readonly areas: readonly string[]
      readonly nation: Nation
    }
  | { readonly unclear: 'postcode-elsewhere'; readonly nation: Nation }
  /** The council was split among these. */
  | { readonly unclear: 'council-ended'; readonly areas: readonly string[] }

/** What a place is looked up in. `today` as in `2026-11-21`. */
export interface Atlas {
  readonly places: Pick<Places, 'postcode' | 'outward'>
  readonly areas: Areas
  readonly pack: Pick<Pack, 'outwardCodes'>
  readonly today: string
}

/**
 * A place from `{ postcode }`, whole or its first half, or from `{ area }`. Where both are given the postcode tells more,
 * and the council chosen is the way on where the postcode is not clear. Of a postcode only the ward is kept, or the first
 * half where the ward is not known. Where no directory is loaded, or it does not know a first half, the pack's own table
 * of first halves is asked.
 */
export async function findPlace(raw: unknown, atlas: Atlas): Promise<FoundPlace> {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as { area?: unknown; postcode?: unknown }
  const area = typeof given.area === 'string' && given.area !== '' ? chosen(given.area, atlas) : null
  if (typeof given.postcode !== 'string' || given.postcode.trim() === '') return area ?? { unclear: 'place-needed' }
  const found = await byPostcode(given.postcode, atlas)
  return 'unclear' in found ? (area ?? found) : found
}

async function byPostcode(typed: string, atlas: Atlas): Promise<FoundPlace> {
  const postcode = readPostcode(typed)
  if (!postcode) return { unclear: 'postcode-unreadable' }
  const { outward, inward } = postcode
  const located = inward === undefined ? null : await atlas.places.postcode(outward, inward)
  if (located) return placeOf(located, outward)
  // A postcode that is newer than the directory, or has a slip in its second half, still has a first half.
  return byOutward(outward, await atlas.places.outward(outward), atlas)
}

function chosen(area: string, { areas, today }: Atlas): FoundPlace {
  const heirs = successorsOf(areas, area, today)
  return heirs.length === 1 ? { place: { area: heirs[0]! } } : { unclear: 'council-ended', areas: heirs }
}

function placeOf({ nation, area, district, ward }: Located, outward: string): FoundPlace {
  if (nation !== 'E') return { unclear: 'postcode-elsewhere', nation }
  if (area === undefined) return { unclear: 'postcode-unknown' }
  return {
    place: { area, ...(district && district !== area ? { district } : {}), ...(ward ? { ward } : { outward }) },
  }
}

function byOutward(outward: string, known: Outward | null, atlas: Atlas): FoundPlace {
  const shares = known
    ? known.areas
    : (atlas.pack.outwardCodes[outward] ?? []).map((area) => ({ area, districts: [] as readonly string[] }))
  const areas = [...new Set(shares.flatMap(({ area }) => successorsOf(atlas.areas, area, atlas.today)))]
  const nation = known ? known.nations.find((one) => one !== 'E') : nationOf(outward)
  if (areas.length === 0) return nation ? { unclear: 'postcode-elsewhere', nation } : { unclear: 'postcode-unknown' }
  if (nation) return { unclear: 'postcode-border', outward, areas, nation }
  const [area] = areas
  if (areas.length > 1 || area === undefined) return { unclear: 'postcode-shared', outward, areas }
  if (!currentCouncils(atlas.areas, atlas.today).some(({ id }) => id === area)) return { unclear: 'postcode-unknown' }
  const districts = shares.flatMap((share) => share.districts)
  return { place: { area, ...(districts.length === 1 ? { district: districts[0]! } : {}), outward } }
}

/** The point of a postcode, or of the middle of its first half; `undefined` where the directory does not know it. */
export async function pointOf(places: Places, typed: string): Promise<Point | undefined> {
  const read = readPostcode(typed)
  if (!read) return undefined
  const found =
    (read.inward && (await places.postcode(read.outward, read.inward))) || (await places.outward(read.outward))
  return found?.lat === undefined || found.lon === undefined ? undefined : { lat: found.lat, lon: found.lon }
}
