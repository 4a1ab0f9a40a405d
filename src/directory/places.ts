import type { Place } from '../advice/condition.ts'
import type { Database } from '../store/database.ts'
import { countyOf, successorsOf, type Areas } from './councils.ts'
import { unpack } from './packing.ts'
import { numberOf, sectorOf, type Nation } from './postcode.ts'

/** Where a whole postcode lies, by ONS codes of today, and in degrees. What the directory does not know is left out. */
export interface Located {
  readonly nation: Nation
  readonly lsoa?: string
  readonly ward?: string
  /** The district of a two-tier area, or the one council there is. */
  readonly district?: string
  /** The upper-tier council. */
  readonly area?: string
  readonly icb?: string
  readonly lat?: number
  readonly lon?: number
}

/** What the postcodes with one first half have in common. */
export interface Outward {
  readonly postcodes: number
  readonly lat?: number
  readonly lon?: number
  /** Councils of England with how many of the postcodes they have, the most first. */
  readonly areas: ReadonlyArray<{
    readonly area: string
    readonly districts: readonly string[]
    readonly postcodes: number
  }>
  readonly nations: readonly Nation[]
}

export interface Ward {
  readonly name?: string
  readonly district: string
  readonly area: string
  readonly icb?: string
  readonly lat?: number
  readonly lon?: number
}

/** The edition of the postcode directory that is in use. */
export interface Edition {
  readonly id: number
  readonly name: string
  readonly madeAt: number
  readonly postcodes: number
}

/** The postcode directory. Each look-up is one read; nothing that is looked up is kept or logged. */
export interface Places {
  edition(): Promise<Edition | null>
  /** `null` where the postcode is not in use, or nothing is loaded. */
  postcode(outward: string, inward: string): Promise<Located | null>
  outward(outward: string): Promise<Outward | null>
  ward(ward: string): Promise<Ward | null>
  /** Names that came with the directory, of councils and boards that the content does not know. */
  namesOf(codes: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The middle of a place: of its ward's postcodes, or of those with its first half. Degrees. */
  centreOf(place: Place): Promise<{ lat: number; lon: number } | undefined>
}

/**
 * @param today `2026-11-21`: councils that have ended by then are replaced by their successors
 */
export function createPlaces(db: Database, areas: Areas, today: () => string): Places {
  const live = (table: string, key: string) =>
    db.prepare(`SELECT t.* FROM place_edition e JOIN ${table} t ON t.edition = e.id AND t.${key} = ? WHERE e.live = 1`)
  const sectors = live('place_sector', 'sector')
  const outwards = live('place_outward', 'outward')
  const wards = live('place_ward', 'ward')
  const names = live('place_name', 'code')

  /** The one successor where there is one; the old code where the area was split and we cannot tell. */
  const now = (code: string, within: readonly string[]): string => {
    const heirs = successorsOf(areas, code, today(), within)
    return heirs.length === 1 ? heirs[0]! : code
  }
  const current = ({ district, area, icb }: { district: string; area: string; icb?: string | null }) => {
    const here = now(district, [district])
    const upper = countyOf(areas, here)
    return {
      district: here,
      area: upper === here && here === district ? now(area, [district]) : upper,
      ...(icb ? { icb: now(icb, [district, here]) } : {}),
    }
  }

  const places: Places = {
    async edition() {
      const row = await db
        .prepare('SELECT id, name, made_at, postcodes FROM place_edition WHERE live = 1')
        .first<{ id: number; name: string; made_at: number; postcodes: number }>()
      return row && { id: row.id, name: row.name, madeAt: row.made_at, postcodes: row.postcodes }
    },

    async postcode(outward, inward) {
      const row = await sectors.bind(sectorOf(outward, inward)).first<{ packed: Uint8Array }>()
      const found = row && unpack(row.packed, numberOf(inward))
      if (!found) return null
      const { lsoa, ward, district, area, icb, lat, lon } = found
      const nation = district[0] as Nation
      const where = lat === undefined || lon === undefined ? {} : { lat, lon }
      if (nation !== 'E') return { nation, ...where }
      return { nation, ...given({ lsoa, ward }), ...current({ district, area, icb }), ...where }
    },

    async outward(outward) {
      const row = await outwards
        .bind(outward)
        .first<{ postcodes: number; lat: number | null; lon: number | null; areas: string }>()
      if (!row) return null
      const parts = JSON.parse(row.areas) as Array<[district: string, area: string, postcodes: number]>
      const councils = new Map<string, { area: string; districts: string[]; postcodes: number }>()
      for (const [code, upper, postcodes] of parts.filter(([district]) => district.startsWith('E'))) {
        const { area, district } = current({ district: code, area: upper })
        const council = councils.get(area) ?? { area, districts: [], postcodes: 0 }
        if (district !== area && !council.districts.includes(district)) council.districts.push(district)
        council.postcodes += postcodes
        councils.set(area, council)
      }
      return {
        postcodes: row.postcodes,
        ...middle(row),
        areas: [...councils.values()].toSorted((a, b) => b.postcodes - a.postcodes),
        nations: [...new Set(parts.map(([district]) => district[0] as Nation))],
      }
    },

    async ward(code) {
      const row = await wards.bind(code).first<{
        name: string | null
        district: string
        area: string
        icb: string | null
        lat: number | null
        lon: number | null
      }>()
      return row && { ...given({ name: row.name }), ...current(row), ...middle(row) }
    },

    async namesOf(codes) {
      const found = await Promise.all(codes.map((code) => names.bind(code).first<{ code: string; name: string }>()))
      return new Map(found.flatMap((row) => (row ? [[row.code, row.name] as const] : [])))
    },

    async centreOf({ ward, outward }) {
      const found = (ward && (await places.ward(ward))) || (outward && (await places.outward(outward))) || undefined
      return found?.lat === undefined || found.lon === undefined ? undefined : { lat: found.lat, lon: found.lon }
    },
  }
  return places
}

/**
 * Is a place inside any of these areas (ONS codes of wards, districts, councils, or England as a whole)? Codes of councils
 * that have ended count for those that took over. "No" where the place is not known closely enough to say so: a person who
 * chose a county from the list is in no district of it.
 */
export function within(areas: Areas, place: Place, codes: readonly string[], today: string): boolean {
  const own = [place.ward, place.district, place.area, ENGLAND]
  return codes.some((code) => successorsOf(areas, code, today).some((one) => own.includes(one)))
}

const ENGLAND = 'E92000001'

const middle = ({ lat, lon }: { lat: number | null; lon: number | null }): { lat?: number; lon?: number } =>
  lat === null || lon === null ? {} : { lat, lon }

/** Only what has a value. */
const given = <K extends string>(value: Record<K, string | null>): Partial<Record<K, string>> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== '')) as Partial<
    Record<K, string>
  >
