import type { Facts, Place } from '../advice/condition.ts'
import { FIXED, LOCAL_PER_TYPE, type Local, type LocalLine } from '../advice/services.ts'
import type { Library } from '../content/library.ts'
import type { Say } from '../content/words.ts'
import type { Directory } from '../directory/directory.ts'
import type { Places } from '../directory/places.ts'
import type { Need } from '../directory/services/needs.ts'
import { lineOf } from './local-line.ts'

interface LocalDeps {
  readonly library: Library
  readonly say: Say
  readonly directory: Pick<Directory, 'needs' | 'isEmpty'>
  readonly places: Places
  readonly clock: () => number
}

/** A place and who is asking, so far as it decides which services fit. */
export interface Around {
  readonly place: Place
  readonly ages?: readonly [least: number, most: number]
}

/** So many kinds of help are looked up for one advice, those named first: more is a list that nobody reads. */
const MOST_TYPES = 12

/** The ages that an answer stands for, years. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  'under-18': [0, 17],
  '18-49': [18, 49],
  '50-64': [50, 64],
  '65-79': [65, 79],
  '80-plus': [80, 120],
}
/** For whoever cares: the age that was asked about is that of the person who is cared for. */
const OF_THE_CARER: ReadonlySet<string> = new Set(['carers-service', 'carers-assessment', 'young-carers', 'respite'])

export const agesIn = ({ age }: Facts): readonly [number, number] | undefined =>
  typeof age === 'string' ? AGES[age] : undefined

/** Local services for kinds of help, in words. Where the directory is empty it costs one look. */
export function createLocal({ library, say, directory, places, clock }: LocalDeps) {
  /** What to look for; nothing for kinds of help that no local list may stand in front of. */
  const needOf = (type: string, ages: Around['ages']): Need | undefined => {
    const match = library.matching[type]
    if (!match?.local || FIXED.has(type)) return undefined
    // Under the type itself stand the editors' own entries.
    return { terms: [...match.terms, type], words: match.words, ...(ages && !OF_THE_CARER.has(type) ? { ages } : {}) }
  }

  async function find<Key extends string>(
    needs: ReadonlyMap<Key, Need>,
    { place }: Around,
    limit = LOCAL_PER_TYPE,
  ): Promise<ReadonlyMap<Key, readonly LocalLine[]>> {
    if (needs.size === 0 || (await directory.isEmpty())) return new Map()
    const [near, ward] = await Promise.all([
      places.centreOf(place),
      place.ward === undefined ? null : places.ward(place.ward),
    ])
    const now = clock()
    const today = new Date(now).toISOString().slice(0, 10)
    const areas = [place.ward, place.district, place.area, ward?.icb].filter((code) => code !== undefined)
    const found = await directory.needs<Key>({ needs, ...(near ? { near } : {}), areas, today, now, limit })
    const words = { say, now, where: ward?.name ?? place.outward }
    return new Map([...found].map(([key, all]) => [key, all.map((one) => lineOf(one, words))]))
  }

  return {
    find,

    /** For the types that an advice names, in its order. */
    async forTypes(types: readonly string[], around: Around): Promise<Local> {
      const needs = types.flatMap((type) => {
        const need = needOf(type, around.ages)
        return need ? [[type, need] as const] : []
      })
      return find(new Map(needs.slice(0, MOST_TYPES)), around)
    },
  }
}
