import type { Database } from '../../store/database.ts'
import type { FeedName, ImportReport } from '../oruk/import.ts'
import type { Before, Source } from '../oruk/source.ts'
import { HIDDEN } from '../upkeep/hidden.ts'
import { erase, type Edition } from './editions.ts'

/** A feed as the store has it. */
export interface FeedRow {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly areas: string
  /** The edition that is live; none before the first good import. */
  readonly edition: number | null
  readonly services: number
  /** ms since 1970: when the live edition came in, and when the feed was last looked at. */
  readonly imported_at: number | null
  readonly checked_at: number | null
  readonly etag: string | null
  readonly last_modified: string | null
  readonly content_hash: string | null
  /** What was wrong at the last look, if anything was. */
  readonly fault: string | null
  readonly report: string | null
}

export async function saveFeed(db: Database, { id, name, areas }: FeedName, source: string): Promise<void> {
  await db
    .prepare(
      `INSERT INTO feed (id, name, source, areas) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (id) DO UPDATE SET name = ?2, source = ?3, areas = ?4,
         etag = CASE WHEN source = ?3 AND areas = ?4 THEN etag END,
         last_modified = CASE WHEN source = ?3 AND areas = ?4 THEN last_modified END,
         content_hash = CASE WHEN areas = ?4 THEN content_hash END`,
    )
    .bind(id, name, source, JSON.stringify(areas))
    .run()
}

export async function feedOf(db: Database, id: string): Promise<FeedRow> {
  return (await db.prepare('SELECT * FROM feed WHERE id = ?').bind(id).first<FeedRow>())!
}

/** Every feed, for the report of what is in the directory. */
export async function feedsOf(db: Database): Promise<FeedRow[]> {
  return (await db.prepare('SELECT * FROM feed ORDER BY id').all<FeedRow>()).results
}

/** What a source may ask about the last good copy. */
export function beforeOf(db: Database, { edition, etag, last_modified }: FeedRow): Before {
  return {
    etag,
    lastModified: last_modified,
    async knownAs(id) {
      if (edition === null) return undefined
      const row = await db
        .prepare('SELECT list_hash FROM service WHERE edition = ? AND id = ?')
        .bind(edition, id)
        .first<{ list_hash: string | null }>()
      return row?.list_hash ?? undefined
    },
  }
}

interface Looked {
  readonly at: number
  readonly said: Source['said']
  readonly report: ImportReport
}

/**
 * Let an edition take the last one's place. A service that another live feed has too is a twin: it is kept, but only
 * the first of the two is shown.
 */
export async function publish(
  db: Database,
  feed: string,
  { edition, at, said, report }: Looked & { edition: Edition },
): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE service SET twin = 1 WHERE edition = ?1 AND EXISTS (
           SELECT 1 FROM service AS other WHERE other.id = service.id AND other.twin = 0
             AND other.edition IN (SELECT edition FROM feed WHERE id <> ?2))`,
      )
      .bind(edition.number, feed),
    // What editors took out of sight stays so (src/directory/upkeep/hidden.ts).
    db
      .prepare(`UPDATE service SET twin = ${HIDDEN} WHERE edition = ? AND id IN (SELECT id FROM hidden_service)`)
      .bind(edition.number),
    db
      .prepare(
        `UPDATE feed SET edition = ?2, services = ?3, imported_at = ?4, checked_at = ?4, etag = ?5, last_modified = ?6,
           content_hash = ?7, fault = NULL, report = ?8 WHERE id = ?1`,
      )
      .bind(
        feed,
        edition.number,
        edition.size,
        at,
        said.etag ?? null,
        said.lastModified ?? null,
        edition.contentHash,
        JSON.stringify(report),
      ),
  ])
}

/** The feed holds what it held. What it says of itself is kept, so that the next look is cheaper. */
export async function keepUnchanged(db: Database, feed: string, { at, said, report }: Looked): Promise<void> {
  await db
    .prepare(
      `UPDATE feed SET checked_at = ?2, fault = NULL, report = ?3, etag = COALESCE(?4, etag),
         last_modified = COALESCE(?5, last_modified) WHERE id = ?1`,
    )
    .bind(feed, at, JSON.stringify(report), said.etag ?? null, said.lastModified ?? null)
    .run()
}

/** Something is wrong: the live edition stays, and whoever looks after the feeds is told. */
export async function keepFault(db: Database, feed: string, { at, report }: Omit<Looked, 'said'>): Promise<void> {
  await db
    .prepare('UPDATE feed SET checked_at = ?2, fault = ?3, report = ?4 WHERE id = ?1')
    .bind(feed, at, report.message ?? 'unknown', JSON.stringify(report))
    .run()
}

/** Take a feed and all its services out of the directory. @returns how many, or undefined for an unknown feed */
export async function removeFeed(db: Database, feed: string): Promise<number | undefined> {
  const known = await db.prepare('SELECT services FROM feed WHERE id = ?').bind(feed).first<{ services: number }>()
  if (!known) return undefined
  await db.prepare('DELETE FROM feed WHERE id = ?').bind(feed).run()
  const { results } = await db.prepare('SELECT number FROM edition WHERE feed = ?').bind(feed).all<{ number: number }>()
  for (const { number } of results) await erase(db, number)
  return known.services
}
