import { servicesFor, type Wanted } from '../advice/services.ts'
import type { ServiceLine } from '../advice/document.ts'
import type { Library } from '../content/library.ts'
import type { Contact, Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import type { createLocal } from './local.ts'
import type { createWhere, Named, Unclear } from './where.ts'

/** Somebody looks for help without an assessment: a kind of help or words, and a place. Nothing of it is kept. */
export interface Seek {
  /** A signposting type by its id or name, a term of the mapping, or free words. */
  readonly need: string
  readonly postcode: string
  /** Years. */
  readonly age?: number
  readonly pack?: string
}

export type Sought =
  | {
      readonly kind: 'ok'
      /** The signposting types that the words mean; none where they are only words. */
      readonly types: readonly string[]
      readonly council: Named
      readonly services: readonly ServiceLine[]
    }
  | { readonly kind: 'no-need'; readonly message: string }
  | { readonly kind: 'unclear'; readonly unclear: Unclear }

interface SeekDeps {
  readonly library: Library
  readonly say: Say
  readonly where: ReturnType<typeof createWhere>
  readonly local: ReturnType<typeof createLocal>
  readonly contactFor: (pack: Pack, area: string) => Contact | undefined
}

/** More than this for free words is a list to wade through. */
const MOST = 10
const LONGEST = 200

/** Services for one need in one place, without any assessment. */
export function createSeek({ library, say, where, local, contactFor }: SeekDeps) {
  return async function seek({ need, postcode, age }: Seek, pack: Pack): Promise<Sought> {
    const words = need.slice(0, LONGEST).trim()
    if (!/\p{L}/u.test(words)) return { kind: 'no-need', message: say('services-need') }
    const found = await where.find({ postcode }, pack)
    if ('unclear' in found) return { kind: 'unclear', unclear: where.explain(found) }
    const { place } = found
    const types = typesOf(library, words)
    const around = { place, ...(age === undefined ? {} : { ages: [age, age] as const }) }
    const wanted = new Map<string, Wanted>(
      (types.length > 0 ? types : ['asc-front-door']).map((type) => [
        type,
        { why: [say('service-why-asked', { need: words })], because: [] },
      ]),
    )
    const { services: shown } = servicesFor(library, say, wanted, {
      contact: contactFor(pack, place.area),
      doer: (type) => where.doer(place, type),
      local: await local.forTypes(types, around),
    })
    const council = where.council(place)
    if (types.length > 0) return { kind: 'ok', types, council, services: shown }
    const free = (await local.find(new Map([['words', { terms: [words], words, ...around }]]), around, MOST)).get(
      'words',
    )
    return {
      kind: 'ok',
      types,
      council,
      services: [...(free ?? []).map((line) => ({ ...line, type: 'words' })), ...shown],
    }
  }
}

/** What a type is called, filed under or looked for by: each of these words means it. */
function typesOf(library: Library, words: string): string[] {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const wanted = plain(words)
  return Object.values(library.signposts)
    .filter(({ id, name }) => {
      const { terms = [], words: own = '' } = library.matching[id] ?? {}
      return [id, name, ...terms, ...own.split('|')].some((known) => plain(known) === wanted)
    })
    .map(({ id }) => id)
}
