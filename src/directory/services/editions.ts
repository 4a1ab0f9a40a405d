import type { Database, Statement } from '../../store/database.ts'
import { hash } from '../mint.ts'
import type { Service } from '../oruk/types.ts'
import type { AreaNames } from './areas.ts'
import { LOCATIONS_A_SERVICE, rowsOf, type Rows } from './rows.ts'

/** An edition has room for so many services; the number of a service says its edition. */
export const ROOM = 2 ** 20

/** Services, and characters of JSON, that go into one batch: small enough not to keep a resident's answer waiting. */
const BATCH = 250
const BATCH_LENGTH = 600_000

/**
 * Rows go in as one JSON text a table, which SQLite takes apart: one value to bind however many rows, where D1 takes a
 * hundred at most. `->` keeps a document as JSON.
 */
const INSERTS: ReadonlyArray<readonly [keyof Rows, string]> = [
  [
    'service',
    `INSERT INTO service (number, edition, id, organization_id, name, status, minimum_age, maximum_age, assured_date,
       last_modified, points, areas, list_hash, document)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7, value->>8,
       value->>9, value->>10, value->>11, value->>12, value->13 FROM json_each(?1)`,
  ],
  [
    'search',
    `INSERT INTO service_search (rowid, name, description, keywords, terms, place)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5 FROM json_each(?1)`,
  ],
  [
    'organization',
    `INSERT OR IGNORE INTO organization (edition, id, name, document)
     SELECT value->>0, value->>1, value->>2, value->3 FROM json_each(?1)`,
  ],
  [
    'location',
    `INSERT OR IGNORE INTO location (edition, id, location_type, latitude, longitude, outward, document)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->6 FROM json_each(?1)`,
  ],
  [
    'service_at_location',
    `INSERT INTO service_at_location (number, edition, id, service, location_id, cell, document)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->6 FROM json_each(?1)`,
  ],
  [
    'schedule',
    `INSERT OR IGNORE INTO schedule (edition, service, days, opens_at, closes_at)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?1)`,
  ],
  [
    'taxonomy',
    `INSERT OR IGNORE INTO taxonomy (edition, id, name, document)
     SELECT value->>0, value->>1, value->>2, value->3 FROM json_each(?1)`,
  ],
  [
    'taxonomy_term',
    `INSERT OR IGNORE INTO taxonomy_term (edition, id, name, taxonomy_id, parent_id, document)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->5 FROM json_each(?1)`,
  ],
  [
    'attribute',
    `INSERT OR IGNORE INTO attribute (taxonomy_term_id, service, edition)
     SELECT value->>0, value->>1, value->>2 FROM json_each(?1)`,
  ],
]

export interface EditionOptions {
  readonly feed: string
  readonly areas: readonly string[]
  readonly names: AreaNames
  readonly now: number
}

/** A copy of a feed in the making. Nobody sees it until the feed's row names it. */
export class Edition {
  readonly number: number
  readonly #db: Database
  readonly #options: EditionOptions
  readonly #ids = new Set<string>()
  readonly #sums = new Uint32Array(4)
  #waiting: Rows[] = []
  #length = 0
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(db: Database, number: number, options: EditionOptions) {
    this.#db = db
    this.number = number
    this.#options = options
  }

  static async open(db: Database, options: EditionOptions): Promise<Edition> {
    const row = await db
      .prepare('INSERT INTO edition (feed, begun_at) VALUES (?, ?) RETURNING number')
      .bind(options.feed, options.now)
      .first<{ number: number }>()
    return new Edition(db, row!.number, options)
  }

  get size(): number {
    return this.#ids.size
  }

  /** Of everything in it, in whatever order it came. */
  get contentHash(): string {
    return [...this.#sums].map((sum) => sum.toString(16).padStart(8, '0')).join('')
  }

  /** @returns false where a service of this id is in already, and where the edition is full */
  async add(service: Service, listHash?: string): Promise<boolean> {
    if (this.#ids.has(service.id) || this.#ids.size >= ROOM) return false
    const { areas, names } = this.#options
    const rows = rowsOf(service, {
      edition: this.number,
      number: this.number * ROOM + this.#ids.size,
      feedAreas: areas,
      names,
      listHash,
    })
    this.#ids.add(service.id)
    const text = JSON.stringify(service)
    const digest = hash(text)
    for (let lane = 0; lane < 4; lane++) this.#sums[lane]! += Number.parseInt(digest.slice(lane * 8, lane * 8 + 8), 16)
    this.#waiting.push(rows)
    this.#length += text.length * 2
    if (this.#waiting.length >= BATCH || this.#length >= BATCH_LENGTH) await this.#write()
    return true
  }

  /** Write what is waiting, and wait until it is on the disk. */
  async flush(): Promise<void> {
    await this.#write()
    await this.#writing
  }

  /** When nothing is being written any more, whether it went well or not. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => {})
  }

  /** Begin to write what is waiting, once the batch before is done: meanwhile the next services are read and mended. */
  async #write(): Promise<void> {
    await this.#writing
    const rows = this.#waiting
    if (rows.length === 0) return
    this.#waiting = []
    this.#length = 0
    this.#writing = this.#db.batch(
      INSERTS.flatMap(([table, sql]): Statement[] => {
        const all = rows.flatMap((one) =>
          table === 'service' || table === 'search' ? [one[table]] : (one[table] as unknown[][]),
        )
        return all.length === 0 ? [] : [this.#db.prepare(sql).bind(JSON.stringify(all))]
      }),
    )
    // Whoever waits for it next hears of a failure; it must not count as unheard until then.
    this.#writing.catch(() => {})
  }
}

const SHARED = ['organization', 'location', 'taxonomy', 'taxonomy_term']

/** Take an edition out, a part at a time, so that answers can be written in between. */
export async function erase(db: Database, edition: number): Promise<void> {
  const from = edition * ROOM
  for (;;) {
    const last = await db
      .prepare(
        'SELECT MAX(number) AS number FROM (SELECT number FROM service WHERE number >= ? AND number < ? ORDER BY number LIMIT ?)',
      )
      .bind(from, from + ROOM, BATCH)
      .first<{ number: number | null }>()
    if (typeof last?.number !== 'number') break
    const range = [from, last.number] as const
    await db.batch([
      db.prepare('DELETE FROM service_search WHERE rowid BETWEEN ? AND ?').bind(...range),
      db.prepare('DELETE FROM schedule WHERE service BETWEEN ? AND ?').bind(...range),
      db
        .prepare(
          `DELETE FROM attribute WHERE taxonomy_term_id IN (SELECT id FROM taxonomy_term WHERE edition = ?)
             AND service BETWEEN ? AND ?`,
        )
        .bind(edition, ...range),
      db
        .prepare('DELETE FROM service_at_location WHERE number BETWEEN ? AND ?')
        .bind(range[0] * LOCATIONS_A_SERVICE, range[1] * LOCATIONS_A_SERVICE + LOCATIONS_A_SERVICE - 1),
      db.prepare('DELETE FROM service WHERE number BETWEEN ? AND ?').bind(...range),
    ])
  }
  await db.batch([
    ...SHARED.map((table) => db.prepare(`DELETE FROM ${table} WHERE edition = ?`).bind(edition)),
    db.prepare('DELETE FROM edition WHERE number = ?').bind(edition),
  ])
}
