import type { Facts, Place } from '../advice/condition.ts'
import { prepareAdvice, type Prepared } from '../advice/advise.ts'
import type { Advice } from '../advice/document.ts'
import { heard } from '../advice/urgent.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import { inVoice } from '../content/wording.ts'
import { contactFor } from '../directory/contacts.ts'
import { nameOf } from '../directory/councils.ts'
import { createDirectory, type Directory } from '../directory/directory.ts'
import { createPlaces, type Places } from '../directory/places.ts'
import { LIMITS } from '../flow/limits.ts'
import { Conflict, type Database } from '../store/database.ts'
import { count, type Event } from '../usage/count.ts'
import { archive } from './archive.ts'
import type { Assessments, Begin, Provenance, Stepped } from './assessments.ts'
import { attempts } from './attempts.ts'
import { packOf, prepare, rulesOf, type Content } from './content.ts'
import { asksForPlace, entryOf, isIn, startingEntries, toldEntry, type Unfit } from './entry.ts'
import { eventsOf } from './events.ts'
import { finder } from './find.ts'
import { agesIn, createLocal } from './local.ts'
import { answerLines, ask, canAdvise, viewOf } from './look.ts'
import { begin, follow, replay, type Entry } from './position.ts'
import { records, type Record } from './records.ts'
import { offers, type Asking } from './products.ts'
import { createSeek } from './seek.ts'
import { createWhere } from './where.ts'
import { newCode, newId, readCode, showCode, type Random } from './secrets.ts'

const DAY = 86_400_000
const MINUTE = 60_000
/** How often words are told again when others write at the same moment. */
const TELLING = 5

export interface ServiceDeps {
  readonly db: Database
  readonly library: Library
  /** Milliseconds since 1970. Frozen in tests. */
  readonly clock?: () => number
  readonly random?: Random
  /** Where postcodes are looked up, if not in the store itself. */
  readonly places?: Places
  /** Where services are looked up, if not in the store itself. */
  readonly directory?: Directory
  /** The pack where a channel names none. */
  readonly pack?: string
}

/** An assessment with the content that it runs on. */
interface Open {
  readonly record: Record
  readonly content: Content
}

/**
 * The assessment, for every channel: read, compute, one guarded batch. Only a store that is out of reach throws
 * (`Unavailable`); whatever a client sends is answered.
 */
export function createAssessments(deps: ServiceDeps): Assessments {
  const { db, library, clock = Date.now, random = (bytes) => void crypto.getRandomValues(bytes) } = deps
  const current = prepare(library)
  const versions = archive(db, current)
  const store = records(db)
  const allow = attempts(db, random)
  const find = finder(library)
  const offer = offers(db, current)
  const { say } = current
  const fallback = packOf(library, deps.pack ?? '').id

  const day = (): string => new Date(clock()).toISOString().slice(0, 10)
  const places = deps.places ?? createPlaces(db, library, day)
  const directory = deps.directory ?? createDirectory({ db })
  const local = createLocal({ library, say, directory, places, clock })
  const where = createWhere({ library, say, places, today: day })
  const counted = (record: Pick<Record, 'pack' | 'channel'>, event: Event, subject?: string) =>
    count(db, { day: day(), pack: record.pack, channel: record.channel, event, ...(subject ? { subject } : {}) })

  /** Bring a record and its content together; an assessment whose version is gone is rebased by replaying its log. */
  async function open(record: Record | null): Promise<Open | null> {
    if (!record) return null
    const content = await versions.find(record.version)
    if (content) return { record, content }
    const position = replay(current, record.pack, await store.log(record.id))
    return { record: { ...record, version: library.version, position }, content: current }
  }

  const byId = async (id: string): Promise<Open | null> => open(await store.byId(id, clock()))

  const view = ({ record, content }: Open) =>
    viewOf(content, record.pack, record.position, record.seq, contactOf(record)?.phone)

  /** Where things stand after a step. The answers are put into words only where a channel looks at them. */
  const shown = <Kind extends string, Extra extends object>(kind: Kind, opened: Open, extra: Extra) => ({
    kind,
    ...extra,
    view: view(opened),
    get answers() {
      return answerLines(opened.content, opened.record.position)
    },
  })

  /** The council to call: that of the place, in this pack or in the neutral one. */
  const contactOf = ({ pack, position }: Record) => doorOf(packOf(library, pack), placeIn(position.facts)?.area)
  const doorOf = (pack: Pack, area: string | undefined) =>
    contactFor(pack, area, day()) ?? contactFor(packOf(library, 'default'), area, day())
  const seek = createSeek({ library, say, where, local, contactFor: doorOf })

  async function whereIs(answer: unknown, { pack, position }: Record) {
    const found = await where.find(answer, packOf(library, pack))
    if ('unclear' in found) return where.explain(found)
    // The same council chosen again says nothing against what is known more closely.
    const before = placeIn(position.facts)
    return Object.keys(found.place).length === 1 && before?.area === found.place.area ? { place: before } : found
  }

  /** Write one entry behind the guard, with the position it leads to and its counts. */
  async function append(opened: Open, entry: Entry, by: Provenance): Promise<Stepped> {
    const { record, content } = opened
    const now = clock()
    if (record.seq >= LIMITS.entries) return { kind: 'too-many', message: say('too-many-entries') }
    const minute = Math.floor(now / MINUTE)
    const inMinute = record.minute === minute ? record.inMinute + 1 : 1
    if (inMinute > LIMITS.answersPerMinute) return { kind: 'too-many', message: say('too-fast') }
    const position = follow(content, record.pack, record.position, entry)
    const next: Record = {
      ...record,
      seq: record.seq + 1,
      version: content.library.version,
      position,
      minute,
      inMinute,
    }
    const expiresAt = now + packOf(library, record.pack).retentionDays * DAY
    try {
      await db.batch([
        store.append(record.id, next.seq, entry, by, now),
        store.move(next),
        ...(expiresAt - record.expiresAt > DAY ? [store.extend(record.id, expiresAt)] : []),
        ...eventsOf(content, record.pack, record.position, position, entry).map(([event, subject]) =>
          counted(record, event, subject),
        ),
      ])
    } catch (error) {
      if (error instanceof Conflict) return overtaken(record.id, by, entry)
      throw error
    }
    return shown('ok', { record: next, content }, {})
  }

  /** Somebody else wrote first: the same input sent twice has had its effect; any other is told where things stand. */
  async function overtaken(id: string, by: Provenance, entry: Entry | Unfit): Promise<Stepped> {
    // Asked first: what is read after it holds that input's effect, so that nobody is shown a question again.
    const seen = await store.seen(id, by)
    const opened = await byId(id)
    if (!opened) return { kind: 'gone' }
    if (seen) return shown('ok', opened, {})
    const same = 'question' in entry && isIn(opened.record.position, entry.question, entry.value)
    return shown('stale', opened, { message: say('stale'), same })
  }

  async function step(
    id: string,
    seq: number,
    by: Provenance,
    entryFor: (opened: Open) => Entry | Unfit | Promise<Entry | Unfit>,
    field = '',
  ): Promise<Stepped> {
    const opened = await byId(id)
    if (!opened) return { kind: 'gone' }
    const entry = await entryFor(opened)
    if (seq !== opened.record.seq) return overtaken(id, by, entry)
    if (!('unfit' in entry)) return append(opened, entry, by)
    // An update that is sent again may well not fit the question that it led to.
    if (await store.seen(id, by)) return overtaken(id, by, entry)
    const { unfit, councils = [] } = entry
    return shown('misfit', opened, { message: unfit, field, councils })
  }

  return {
    async begin(options) {
      const now = clock()
      if (options.from !== undefined && !(await allow('start', options.from, LIMITS.startsPerHour, now)))
        return { kind: 'too-many', message: say('too-many-starts') }
      await versions.keep(now)
      const record = fresh(options, now)
      const ahead = startingEntries(current, record.pack, options.ahead)
      const position = ahead.reduce((at, entry) => follow(current, record.pack, at, entry), record.position)
      const begun = { ...record, position, seq: ahead.length }
      await db.batch([
        ...store.insert(begun, now),
        ...ahead.map((entry, index) => store.append(record.id, index + 1, entry, { source: options.channel }, now)),
        counted(record, 'begun'),
      ])
      return {
        kind: 'ok',
        id: record.id,
        resumeCode: showCode(record.resumeCode),
        view: view({ record: begun, content: current }),
      }
    },

    async look(id) {
      const opened = await byId(id)
      return opened ? looked(opened) : { kind: 'gone' }
    },

    answer: (id, input) =>
      step(
        id,
        input.seq,
        input.by,
        async ({ content, record }) => {
          const place = asksForPlace(content, record.position, input) ? await whereIs(input.answer, record) : null
          return entryOf(content, record.position, input, place)
        },
        input.question,
      ),

    seen: (id, by) => store.seen(id, by),

    async tell(id, words, by) {
      // It answers no question, so it is not stale when something else was answered meanwhile: it is told again.
      for (let tries = 0; ; tries++) {
        const opened = await byId(id)
        if (!opened) return { kind: 'gone' }
        const entry = toldEntry(opened.content, opened.record.position, words)
        if (!entry || (await store.seen(id, by))) return shown('ok', opened, {})
        const told = await append(opened, entry, by)
        if (told.kind !== 'stale' || tries === TELLING) return told
      }
    },

    finish: (id, seq, by = { source: 'api' }) => step(id, seq, by, () => ({ kind: 'finish' })),
    carryOn: (id, seq, by = { source: 'api' }) => step(id, seq, by, () => ({ kind: 'continue' })),

    async advice(id) {
      const opened = await byId(id)
      if (!opened) return { kind: 'gone' }
      const ready = adviceFor(opened)
      if (!ready) return { kind: 'too-early' }
      const { facts } = opened.record.position
      const place = placeIn(facts)
      const ages = agesIn(facts)
      const near = place && (await local.forTypes(ready.types, { place, ...(ages ? { ages } : {}) }))
      return { kind: 'advice', advice: await offer.counted(asking(opened, ready.complete(near))) }
    },

    async products(id, type, page = 1) {
      const opened = await byId(id)
      if (!opened) return { kind: 'gone' }
      const ready = adviceFor(opened)
      if (!ready) return { kind: 'too-early' }
      const listing = await offer.list(type, page, asking(opened, ready.complete()))
      return listing ? { kind: 'ok', listing, pack: opened.record.pack } : { kind: 'no-type' }
    },

    async goOut(product, { assessment, channel, from, counted: counts }) {
      const opened = assessment === undefined ? null : await byId(assessment)
      const ready = opened && adviceFor(opened)
      const pack = opened?.record.pack ?? fallback
      // An open assessment with nothing advised yet has been offered nothing.
      const found =
        opened && !ready
          ? null
          : await offer.find(product, shelfOf(pack), ready ? asking(opened, ready.complete()) : undefined)
      if (!found) return { kind: 'not-shown' }
      const subject = `${found.type} ${found.supplier}`
      if (counts && (await allow('click', from, LIMITS.clicksPerHour, clock())))
        await db.batch([count(db, { day: day(), pack, channel, event: 'product', subject })])
      return { kind: 'ok', link: found.link }
    },

    async revisit(id, question) {
      const opened = await byId(id)
      if (!opened) return { kind: 'gone' }
      const { content, record } = opened
      const before = looked(opened)
      if (!Object.hasOwn(record.position.facts, question)) return before
      return {
        ...before,
        view: { ...before.view, kind: 'question', question: ask(content, record.pack, record.position, question) },
      }
    },

    async resume(typed, from) {
      if (!(await allow('resume', from, LIMITS.resumesPerHour, clock())))
        return { kind: 'too-many', message: say('too-many-codes') }
      const code = readCode(typed)
      const opened = code ? await open(await store.byCode(code, clock())) : null
      return opened ? { kind: 'ok', id: opened.record.id, view: view(opened) } : { kind: 'gone' }
    },

    async erase(id) {
      const record = await store.byId(id, clock())
      if (!record) return { kind: 'gone' }
      await db.batch([store.erase(id), counted(record, 'erased')])
      return { kind: 'ok' }
    },

    mayTryKey: (from) => allow('editor-key', from, LIMITS.keysPerHour, clock()),

    where: (postcode, pack) => where.lookUp(postcode, packOf(library, pack ?? fallback)),

    services: (query) => seek(query, packOf(library, query.pack ?? fallback)),

    topics: (words, pack) => find(words, pack ?? fallback),

    heard: (words, pack) =>
      heard(rulesOf(current, pack ?? fallback), words).map((rule) => ({
        rule: rule.id,
        code: rule.code,
        title: inVoice(rule.title, 'self'),
        action: inVoice(rule.action, 'self'),
        why: inVoice(rule.why, 'self'),
        ...(rule.phone ? { phone: rule.phone } : {}),
      })),
  }

  /** The advice with what it was made from; `null` while nothing can be said yet. */
  /** The advice as far as the answers make it; who can help nearby is looked up before it is completed. */
  function adviceFor({ record, content }: Open): Prepared | null {
    const { facts, acknowledged } = record.position
    if (!canAdvise(content, record.pack, record.position)) return null
    const place = placeIn(facts)
    const { findings, safetyFindings } = content
    return prepareAdvice({
      assessment: record.id,
      library: content.library,
      findings,
      safetyFindings,
      say,
      pack: packOf(library, record.pack),
      facts,
      acknowledged,
      contact: contactOf(record),
      council: place && nameOf(library, place.area),
      doer: place && ((type: string) => where.doer(place, type)),
      now: new Date(clock()).toISOString(),
    })
  }

  function asking({ record, content }: Open, advice: Advice): Asking {
    return { advice, facts: record.position.facts, content, shelf: shelfOf(record.pack) }
  }

  function shelfOf(pack: string) {
    return { suppliers: packOf(library, pack).suppliers, now: clock() }
  }

  function looked(opened: Open) {
    const { record, content } = opened
    const resumeCode = showCode(record.resumeCode)
    return {
      kind: 'ok' as const,
      view: view(opened),
      answers: answerLines(content, record.position),
      pack: record.pack,
      resumeCode,
    }
  }

  function fresh(options: Begin, now: number): Record {
    const pack = options.pack && Object.hasOwn(library.packs, options.pack) ? options.pack : fallback
    return {
      id: newId(random),
      resumeCode: newCode(random),
      pack,
      channel: options.channel,
      expiresAt: now + packOf(library, pack).retentionDays * DAY,
      seq: 0,
      version: library.version,
      position: begin(current),
      minute: 0,
      inMinute: 0,
    }
  }
}

const placeIn = ({ place }: Facts): Place | undefined =>
  typeof place === 'object' && 'area' in place ? place : undefined
