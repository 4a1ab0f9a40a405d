import type { Directory } from '../directory/directory.ts'
import { WEEKDAYS } from '../directory/opening.ts'
import { mendInstant } from '../directory/oruk/mend/when.ts'
import type { Page, ServiceFilter } from '../directory/services/published.ts'

type Query = Readonly<Record<string, string>>

/** A parameter that cannot be read; the message says what would do. */
export class Unfit extends Error {
  override name = 'Unfit'
  readonly field: string

  constructor(field: string, message: string) {
    super(`${field}: ${message}.`)
    this.field = field
  }
}

const PER_PAGE = 50
const LAST_PAGE = 100_000
/** Longest way for `proximity`, metres: the standard's unit. */
const FARTHEST = 50_000

/** `page` from 1 and `per_page` up to `most`. */
export function readPage(query: Query, most: number): { page: Page; number: number } {
  const number = whole(query, 'page', 1, LAST_PAGE) ?? 1
  const size = Math.min(most, whole(query, 'per_page', 1, 1_000_000) ?? Math.min(most, PER_PAGE))
  return { number, page: { offset: (number - 1) * size, size } }
}

/** The filters of the standard. What is empty does not filter. @throws Unfit */
export async function readFilter(query: Query, directory: Pick<Directory, 'locate'>): Promise<ServiceFilter> {
  return {
    ...text(query, 'search'),
    ...id(query, 'taxonomy_term_id'),
    ...id(query, 'taxonomy_id'),
    ...id(query, 'organization_id'),
    ...modifiedAfter(query),
    ...age(query, 'minimum_age'),
    ...age(query, 'maximum_age'),
    ...day(query),
    ...time(query, 'start_time', 'opens'),
    ...time(query, 'end_time', 'closes'),
    ...(await near(query, directory)),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const isUuid = (text: string): boolean => UUID.test(text)

const text = (query: Query, field: 'search'): ServiceFilter =>
  query[field]?.trim() ? { [field]: query[field].slice(0, 400) } : {}

/** An id that is no UUID finds nothing, as one that nobody has. */
const id = (query: Query, field: 'taxonomy_term_id' | 'taxonomy_id' | 'organization_id'): ServiceFilter =>
  query[field] ? { [field]: query[field].slice(0, 100).toLowerCase() } : {}

function modifiedAfter(query: Query): ServiceFilter {
  const raw = query['modified_after']
  if (!raw) return {}
  const found = mendInstant(raw.replace(' ', '+')) ?? mendInstant(raw)
  if (!found) throw new Unfit('modified_after', 'give a date or a time, such as 2026-03-01T09:00:00Z')
  return { modified_after: new Date(found.value).toISOString() }
}

const age = (query: Query, field: 'minimum_age' | 'maximum_age'): ServiceFilter => {
  const years = whole(query, field, 0, 150)
  return years === undefined ? {} : { [field]: years }
}

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function day(query: Query): ServiceFilter {
  const raw = query['day']
  if (!raw) return {}
  const days = raw.split(',').map((one) => {
    const word = one.trim().toLowerCase()
    const at = WEEKDAYS.indexOf(word.toUpperCase())
    return at >= 0 ? at : DAYS.indexOf(word)
  })
  if (days.includes(-1)) throw new Unfit('day', 'give a day, such as MO or Monday')
  return { days: days.reduce((bits, one) => bits | (1 << one), 0) }
}

function time(query: Query, field: 'start_time' | 'end_time', as: 'opens' | 'closes'): ServiceFilter {
  const raw = query[field]
  if (!raw) return {}
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)/.exec(raw) ?? []
  if (!hour || !minute) throw new Unfit(field, 'give a time, such as 09:30')
  return { [as]: +hour * 60 + +minute }
}

async function near(query: Query, directory: Pick<Directory, 'locate'>): Promise<ServiceFilter> {
  const { postcode, proximity } = query
  const metres = whole(query, 'proximity', 1, FARTHEST)
  if (!postcode?.trim()) {
    if (proximity) throw new Unfit('postcode', 'proximity is measured from a postcode: give one too')
    return {}
  }
  const point = await directory.locate(postcode.slice(0, 12))
  if (!point) throw new Unfit('postcode', 'we do not know where this postcode is')
  return { near: { ...point, km: (metres ?? 10_000) / 1000 } }
}

function whole(query: Query, field: string, least: number, most: number): number | undefined {
  const raw = query[field]
  if (raw === undefined || raw === '') return undefined
  const value = Number(raw)
  if (!/^\d{1,9}$/.test(raw) || value < least || value > most)
    throw new Unfit(field, `give a whole number from ${least} to ${most}`)
  return value
}
