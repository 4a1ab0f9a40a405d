import { isUuid, mintId } from '../../mint.ts'
import { mendEmail, mendPhone, mendUrl, type Mended } from './contact.ts'
import type { Rule } from './ledger.ts'
import { hasMarkup, plainText } from '../../plain-text.ts'
import { mendDate, mendInstant, mendTime } from './when.ts'

/** Told of each fault: the rule, the field (`organization.website`), and what stood there. */
export type Notes = (rule: Rule, field: string, was: unknown) => void

/** Longest texts that are kept, characters. A description may be long; a name may not. */
const LINE = 400
const PROSE = 20_000
/** Longest list within one service. */
const LONGEST_LIST = 200

type Raw = Readonly<Record<string, unknown>>

/**
 * One raw record of a feed, read field by field. Each method gives the value as the standard wants it, or undefined
 * where there is nothing that can be used; null, "" and unknown fields are nothing. Every mend is noted.
 */
export class Fields {
  readonly #raw: Raw
  readonly #notes: Notes
  readonly #at: string

  constructor(raw: Raw, notes: Notes, at = '') {
    this.#raw = raw
    this.#notes = notes
    this.#at = at
  }

  /** A short text on one line. */
  line(field: string): string | undefined {
    return this.#text(field, LINE)?.replaceAll(/\s+/g, ' ')
  }

  /** A longer text, with its line breaks. */
  prose(field: string): string | undefined {
    return this.#text(field, PROSE)
  }

  /** An id as a UUID: what is none is given one that stays the same, made from `kind` and the id or `otherwise`. */
  id(kind: string, otherwise: string, field = 'id'): string {
    const raw = this.#raw[field]
    if (typeof raw === 'string' && isUuid(raw)) return raw.toLowerCase()
    const given = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : ''
    this.#note('id-mended', field, given)
    return given === '' ? mintId(kind, otherwise) : mintId(kind, given)
  }

  /** The id as the feed has it, where that is no UUID. */
  foreignId(): string | undefined {
    const id = this.line('id')
    return id === undefined || isUuid(id) ? undefined : id
  }

  /** The id of another record, where there is one. */
  reference(kind: string, field: string): string | undefined {
    const raw = this.#raw[field]
    if (typeof raw !== 'string' || raw.trim() === '') return undefined
    return isUuid(raw) ? raw.toLowerCase() : mintId(kind, raw.trim())
  }

  url = (field: string): string | undefined => this.#through(field, mendUrl, 'url-mended', 'url-dropped')
  email = (field: string): string | undefined => this.#through(field, mendEmail, 'email-mended', 'email-dropped')
  phone = (field: string): string | undefined => this.#through(field, mendPhone, 'phone-mended', 'phone-dropped')
  date = (field: string): string | undefined => this.#through(field, mendDate, 'date-mended', 'date-dropped')
  time = (field: string): string | undefined => this.#through(field, mendTime, 'time-mended', 'time-dropped')

  instant(field: string): string | undefined {
    const raw = this.#string(field)
    if (raw === undefined) return undefined
    const found = mendInstant(raw)
    if (!found) this.#note('date-dropped', field, raw)
    else if (found.zoneless) this.#note('time-without-zone', field, raw)
    return found?.value
  }

  /** A number, also one in quotes. */
  number(field: string): number | undefined {
    const raw = this.#raw[field]
    if (typeof raw === 'number' && Number.isFinite(raw)) return raw
    if (raw === undefined || raw === null || raw === '') return undefined
    const text = typeof raw === 'string' ? raw.trim().replace(/^£/, '') : ''
    if (!/^-?\d{1,9}(\.\d+)?$/.test(text)) {
      this.#note('number-dropped', field, raw)
      return undefined
    }
    this.#note('number-mended', field, raw)
    return Number(text)
  }

  /** Years: not below nought, not above 120. */
  age(field: string): number | undefined {
    const age = this.number(field)
    if (age === undefined || (age >= 0 && age <= 120)) return age
    this.#note('age-dropped', field, age)
    return undefined
  }

  /** One of a few words. */
  choice<Word extends string>(field: string, words: readonly Word[], otherwise: Word): Word {
    const raw = this.#raw[field]
    const word = typeof raw === 'string' ? raw.trim().toLowerCase() : ''
    const found = words.find((one) => one === word)
    if (found !== raw) this.#note('status-mended', field, raw ?? '')
    return found ?? otherwise
  }

  /** A record within this one. */
  record(field: string): Fields | undefined {
    const raw = this.#raw[field]
    if (isRecord(raw)) return new Fields(raw, this.#notes, `${this.#at}${field}.`)
    if (raw !== undefined && raw !== null && raw !== '') this.#note('value-dropped', field, raw)
    return undefined
  }

  /** A list of records within this one, each made by `make`; undefined where nothing comes of it. */
  list<One>(field: string, make: (one: Fields, index: number) => One | undefined): readonly One[] | undefined {
    const raw = this.#raw[field]
    if (raw === undefined || raw === null || raw === '') return undefined
    const all = Array.isArray(raw) ? (raw as unknown[]) : [raw]
    if (all.length > LONGEST_LIST) this.#note('list-cut', field, `${all.length} entries`)
    const made = all.slice(0, LONGEST_LIST).flatMap((one, index) => {
      if (one === null || one === undefined) return []
      if (isRecord(one)) return make(new Fields(one, this.#notes, `${this.#at}${field}.`), index) ?? []
      this.#note('value-dropped', field, one)
      return []
    })
    return made.length > 0 ? made : undefined
  }

  /** Whether there is anything in a field. */
  has(field: string): boolean {
    const raw = this.#raw[field]
    return raw !== undefined && raw !== null && raw !== ''
  }

  note(rule: Rule, field: string, was: unknown): void {
    this.#note(rule, field, was)
  }

  #text(field: string, longest: number): string | undefined {
    const raw = this.#string(field)
    if (raw === undefined) return undefined
    if (hasMarkup(raw)) this.#note('html', field, raw)
    const text = plainText(raw.slice(0, longest * 4))
    if (text.length > longest) this.#note('text-cut', field, `${text.length} characters`)
    return text.length > longest ? `${text.slice(0, longest - 1)}…` : text || undefined
  }

  #string(field: string): string | undefined {
    const raw = this.#raw[field]
    if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw
    if (typeof raw === 'number') return String(raw)
    if (raw !== undefined && raw !== null) this.#note('value-dropped', field, raw)
    return undefined
  }

  #through(field: string, mend: (raw: string) => Mended<string>, mended: Rule, dropped: Rule): string | undefined {
    const raw = this.#string(field)
    if (raw === undefined) return undefined
    const found = mend(raw)
    if (!found) this.#note(dropped, field, raw)
    else if (found.mended) this.#note(mended, field, raw)
    return found?.value
  }

  #note(rule: Rule, field: string, was: unknown): void {
    this.#notes(rule, this.#at + field, was)
  }
}

export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only the fields that have a value: what a feed leaves out stays out. */
export const present = <T extends object>(record: T) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
