import type { Library } from '../content/library.ts'
import type { Say } from '../content/words.ts'
import type { Directory } from '../directory/directory.ts'
import { isUuid } from '../directory/mint.ts'
import type { Places } from '../directory/places.ts'
import { readPostcode } from '../directory/postcode.ts'
import { areaNames } from '../directory/services/areas.ts'
import { readOwn, type Faults, type OwnForm } from '../directory/upkeep/form.ts'
import { hiddenOnes, hide, show, type Hidden } from '../directory/upkeep/hidden.ts'
import { addNote, dropNote, notesOf, type Note } from '../directory/upkeep/notes.ts'
import { ownService, ownServices, publishOwn, removeOwn, writeOwn, type Own } from '../directory/upkeep/own.ts'
import { LIMITS } from '../flow/limits.ts'
import type { Database } from '../store/database.ts'
import { attempts } from './attempts.ts'
import type { Random } from './secrets.ts'

/** An entry of the directory by what tells it from others. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly organization?: string
}

export type Noted =
  | { readonly kind: 'ok'; readonly entry: Entry }
  | { readonly kind: 'misfit'; readonly entry: Entry; readonly message: string }
  | { readonly kind: 'too-many'; readonly message: string }
  | { readonly kind: 'gone' }

export type Saved =
  | { readonly kind: 'ok'; readonly id: string }
  | { readonly kind: 'misfit'; readonly faults: Faults }
  /** Somebody else has written it meanwhile. */
  | { readonly kind: 'overtaken' }

/** Keeping the directory right: anybody's note that an entry is wrong, and what editors do. Who may, the channel asks. */
export interface Upkeep {
  entry(id: string): Promise<Entry | undefined>
  /** "Is this wrong?" From anybody, without a name. */
  report(id: string, note: string, from: string): Promise<Noted>
  notes(): Promise<readonly Note[]>
  settle(note: number): Promise<void>
  own(): Promise<readonly Own[]>
  ownOne(id: string): Promise<Own | undefined>
  /** @param seen the revision that the editor saw; 0 for a new entry */
  save(id: string, seen: number, form: OwnForm): Promise<Saved>
  /** Somebody has checked all of it with the service today. */
  confirm(id: string): Promise<boolean>
  remove(id: string): Promise<void>
  /** Entries of any feed whose name or text has the words. */
  find(words: string): Promise<readonly Entry[]>
  hidden(): Promise<readonly Hidden[]>
  hide(id: string): Promise<boolean>
  show(id: string): Promise<void>
}

interface UpkeepDeps {
  readonly db: Database
  readonly library: Library
  readonly say: Say
  readonly directory: Pick<Directory, 'service' | 'search' | 'locate'>
  readonly places: Places
  readonly clock: () => number
  readonly random: Random
}

/** Entries that one search of an editor shows. */
const FOUND = 20

export function createUpkeep({ db, library, say, directory, places, clock, random }: UpkeepDeps): Upkeep {
  const allow = attempts(db, random)
  const today = (): string => new Date(clock()).toISOString().slice(0, 10)
  const names = areaNames([...library.councils, ...library.geography.districts])
  const publish = () => publishOwn(db, { name: say('services-own-list'), names, clock })

  async function entry(id: string): Promise<Entry | undefined> {
    if (!isUuid(id)) return undefined
    const found = await directory.service(id.toLowerCase())
    return (
      found && {
        id: found.id,
        name: found.name,
        ...(found.organization ? { organization: found.organization.name } : {}),
      }
    )
  }

  async function pointOf(postcode: string) {
    const { outward, inward } = readPostcode(postcode)!
    const found = inward === undefined ? null : await places.postcode(outward, inward)
    return found?.lat === undefined || found.lon === undefined
      ? directory.locate(postcode)
      : { lat: found.lat, lon: found.lon }
  }

  return {
    entry,

    async report(id, note, from) {
      const about = await entry(id)
      if (!about) return { kind: 'gone' }
      const text = note.trim()
      if (!/\p{L}|\d/u.test(text)) return { kind: 'misfit', entry: about, message: say('wrong-empty') }
      if (text.length > LIMITS.text)
        return { kind: 'misfit', entry: about, message: say('wrong-long', { most: LIMITS.text }) }
      if (!(await allow('note', from, LIMITS.notesPerHour, clock())))
        return { kind: 'too-many', message: say('wrong-too-many') }
      await addNote(db, { service_id: about.id, service_name: about.name, note: text, at: clock() })
      return { kind: 'ok', entry: about }
    },

    notes: () => notesOf(db),
    settle: (note) => dropNote(db, note),
    own: () => ownServices(db),
    ownOne: (id) => ownService(db, id),

    async save(id, seen, form) {
      const before = await ownService(db, id)
      const assured = before?.service.assured_date
      const read = await readOwn(form, { library, id, today: today(), assured, pointOf })
      if ('faults' in read) return { kind: 'misfit', faults: read.faults }
      if (!(await writeOwn(db, read.service, seen, clock()))) return { kind: 'overtaken' }
      await publish()
      return { kind: 'ok', id }
    },

    async confirm(id) {
      const before = await ownService(db, id)
      if (!before) return false
      const written = await writeOwn(db, { ...before.service, assured_date: today() }, before.revision, clock())
      if (written) await publish()
      return written
    },

    async remove(id) {
      await removeOwn(db, id)
      await publish()
    },

    async find(words) {
      const found = await directory.search({ words, today: today(), limit: FOUND })
      return found.map(({ id, name, organization }) => ({ id, name, ...(organization ? { organization } : {}) }))
    },

    hidden: () => hiddenOnes(db),
    async hide(id) {
      const about = await entry(id)
      if (about) await hide(db, about, clock())
      return about !== undefined
    },
    show: (id) => show(db, id),
  }
}
