import type { Place } from '../advice/condition.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import { joined } from '../content/wording.ts'
import { districtsOf, nameOf } from '../directory/councils.ts'
import { DUTIES, DUTY_OF_SIGNPOST, responsible, type Duty } from '../directory/duties.ts'
import { findPlace, type FoundPlace } from '../directory/locate.ts'
import type { Located, Places } from '../directory/places.ts'
import { readPostcode } from '../directory/postcode.ts'

export interface Named {
  /** ONS code. */
  readonly id: string
  readonly name: string
}

/** Where a postcode, or all postcodes with its first half, lies and who is responsible there. Degrees; ONS codes of today. */
export interface Whereabouts {
  /** As it was read: "PR7 1AB", or "PR7". */
  readonly postcode: string
  readonly lsoa?: string
  readonly ward?: Named
  /** The district council, where there is one under the county. */
  readonly district?: Named
  /** The council responsible for adult social care. */
  readonly council: Named
  readonly icb?: Named
  readonly lat?: number
  readonly lon?: number
  /** For each duty the council that has it, or the district councils of which one has it. */
  readonly responsible: Readonly<Record<Duty, Named | { readonly oneOf: readonly Named[] }>>
  /** The edition of the postcode directory. */
  readonly edition?: string
}

/** Why a place is not clear yet, and the way on. */
export interface Unclear {
  readonly why: Exclude<FoundPlace, { place: unknown }>['unclear']
  readonly message: string
  /** Among which the person may choose. */
  readonly councils: readonly Named[]
}

interface WhereDeps {
  readonly library: Library
  readonly say: Say
  readonly places: Places
  /** `2026-11-21` */
  readonly today: () => string
}

/** More names than this are a list to choose from, not a sentence. */
const NAMED = 4

/** Places in the words of people: what a postcode means, what is unclear about it, and whom to ask there. */
export function createWhere({ library, say, places, today }: WhereDeps) {
  const named = (id: string, names?: ReadonlyMap<string, string>): Named => ({
    id,
    name: nameOf(library, id) ?? names?.get(id) ?? id,
  })

  const find = (raw: unknown, pack: Pack): Promise<FoundPlace> =>
    findPlace(raw, { places, areas: library, pack, today: today() })

  function explain(found: Exclude<FoundPlace, { place: unknown }>): Unclear {
    const councils = 'areas' in found ? found.areas.map((area) => named(area)) : []
    const message = say(`misfit-${found.unclear}`, {
      outward: 'outward' in found ? found.outward : '',
      nation: 'nation' in found ? say(`nation-${found.nation}`) : '',
      named: councils.length <= NAMED ? councils.length : 0,
      councils: joined(
        say,
        councils.map(({ name }) => name),
      ),
    })
    return { why: found.unclear, message, councils }
  }

  function duties(place: Place, among?: readonly string[]): Whereabouts['responsible'] {
    const all = Object.keys(DUTIES).map((duty) => {
      const who = responsible(library, place, duty as Duty, today(), among)
      return [duty, 'council' in who ? { id: who.council, name: who.name } : { oneOf: who.districts }] as const
    })
    return Object.fromEntries(all) as Whereabouts['responsible']
  }

  async function about(postcode: string, place: Place, located: Partial<Located>): Promise<Whereabouts> {
    const { lsoa, icb, lat, lon } = located
    const [ward, names, edition, outward] = await Promise.all([
      place.ward === undefined ? null : places.ward(place.ward),
      places.namesOf([place.area, place.district, icb].flatMap((code) => code ?? [])),
      places.edition(),
      place.outward === undefined ? null : places.outward(place.outward),
    ])
    return {
      postcode,
      ...(lsoa ? { lsoa } : {}),
      ...(place.ward ? { ward: { id: place.ward, name: ward?.name ?? place.ward } } : {}),
      ...(place.district ? { district: named(place.district, names) } : {}),
      council: named(place.area, names),
      ...(icb ? { icb: named(icb, names) } : {}),
      ...middleOf(lat === undefined ? (outward ?? {}) : { lat, lon }),
      responsible: duties(
        place,
        outward?.areas.flatMap(({ districts }) => districts),
      ),
      ...(edition ? { edition: edition.name } : {}),
    }
  }

  return {
    find,
    explain,

    /** The council responsible for adult social care in a place. */
    council: ({ area }: Place): Named => named(area),

    /** The whole chain of a postcode. Nothing of it is kept. */
    async lookUp(typed: string, pack: Pack): Promise<Whereabouts | Unclear> {
      const found = await find({ postcode: typed }, pack)
      if ('unclear' in found) return explain(found)
      // It was read a moment ago to be found.
      const { outward, inward } = readPostcode(typed)!
      const located = inward === undefined ? null : await places.postcode(outward, inward)
      return about(located ? `${outward} ${inward}` : outward, found.place, located ?? {})
    },

    /** In words: which council does what a signpost leads to, where there are two of them. */
    doer(place: Place, type: string): string | undefined {
      const duty = DUTY_OF_SIGNPOST[type]
      if (!duty || districtsOf(library, place.area, today()).length === 0) return undefined
      const who = responsible(library, place, duty, today())
      return 'council' in who
        ? say('service-council', { council: who.name })
        : say('service-council-one-of', { council: who.name })
    },
  }
}

const middleOf = ({ lat, lon }: Partial<Pick<Located, 'lat' | 'lon'>>): { lat?: number; lon?: number } =>
  lat === undefined || lon === undefined ? {} : { lat, lon }
