import { hash } from '../mint.ts'
import type { Ledger } from './mend/ledger.ts'

/** What only a full record has, in version 3 and in version 1. A list that has any of it is not shallow. */
const NESTED = [
  'service_at_locations',
  'schedules',
  'contacts',
  'service_areas',
  'cost_options',
  'phones',
  'languages',
  'regular_schedules',
  'physical_addresses',
  'eligibilitys',
  'service_taxonomys',
  'attributes',
]

/** Whether a list entry has only fields of its own, so that the rest must be fetched. */
export const isShallow = (entry: Readonly<Record<string, unknown>>): boolean =>
  NESTED.every((field) => !Array.isArray(entry[field]) || (entry[field] as unknown[]).length === 0)

/** The address of a page. Version 3 and version 1 count from 1 and call it the same. */
export function pageAddress(base: string, page: number, size: number): string {
  const url = new URL(base)
  url.searchParams.set('page', String(page))
  url.searchParams.set('per_page', String(size))
  return url.href
}

/**
 * Where a walk through pages stands. The feed's own counts are believed only as far as they are borne out: a page that
 * came before ends the walk, and so does an empty one.
 */
export class Paging {
  readonly #seen = new Set<string>()
  readonly #ledger: Ledger
  #pages = 0
  #count = 0
  total: number | undefined
  /** The page is one that came before: nothing in it is new. */
  repeated = false
  /** As many services came as the feed said it has. */
  complete = false

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Take a page in, by the ids that it holds. @returns whether there is another one */
  next(ids: readonly string[], fields: Readonly<Record<string, unknown>>): boolean {
    this.#pages++
    const print = hash(ids.join(' '))
    if (ids.length > 0 && this.#seen.has(print)) {
      this.repeated = true
      this.#ledger.note('page-loop', { field: `page ${this.#pages}` })
      return false
    }
    this.#seen.add(print)
    this.#count += ids.length
    this.total = number(fields, 'total_items', 'totalElements', 'total_elements', 'total') ?? this.total
    const pages = number(fields, 'total_pages', 'totalPages')
    this.complete = (this.total !== undefined && this.#count >= this.total) || pages === this.#pages
    if (ids.length === 0) return false
    if (fields['last_page'] === true || fields['last'] === true)
      return this.total !== undefined && this.#count < this.total && (pages ?? 0) > this.#pages
    if (pages !== undefined) return this.#pages < pages
    // A list that says nothing of pages is a page by itself; where it has a total, there may be more.
    return this.total !== undefined && this.#count < this.total
  }
}

function number(fields: Readonly<Record<string, unknown>>, ...names: string[]): number | undefined {
  const found = names.map((name) => Number(fields[name] ?? NaN)).find((n) => Number.isFinite(n) && n >= 0)
  return found
}
