import type { Database } from '../../store/database.ts'
import { importFeed } from '../oruk/import.ts'
import type { Source } from '../oruk/source.ts'
import type { Service } from '../oruk/types.ts'
import type { AreaNames } from '../services/areas.ts'

/** The feed under which the editors' own entries stand in the directory. */
export const OWN_FEED = 'handrail'

/** An entry of the editors' own, with the number of times it was written. */
export interface Own {
  readonly service: Service
  readonly revision: number
}

interface Row {
  readonly document: string
  readonly revision: number
}

const read = ({ document, revision }: Row): Own => ({ service: JSON.parse(document) as Service, revision })

export async function ownServices(db: Database): Promise<Own[]> {
  const { results } = await db.prepare('SELECT document, revision FROM own_service ORDER BY id').all<Row>()
  return results.map(read)
}

export async function ownService(db: Database, id: string): Promise<Own | undefined> {
  const row = await db.prepare('SELECT document, revision FROM own_service WHERE id = ?').bind(id).first<Row>()
  return row ? read(row) : undefined
}

/**
 * Write an entry over the revision that the editor saw.
 * @param seen 0 for a new one
 * @returns false where somebody else has written it meanwhile: nothing is changed then
 */
export async function writeOwn(db: Database, service: Service, seen: number, now: number): Promise<boolean> {
  const row = await db
    .prepare(
      seen === 0
        ? `INSERT INTO own_service (id, revision, document, updated_at) VALUES (?1, ?4 + 1, ?2, ?3)
           ON CONFLICT (id) DO NOTHING RETURNING revision`
        : `UPDATE own_service SET document = ?2, revision = revision + 1, updated_at = ?3
           WHERE id = ?1 AND revision = ?4 RETURNING revision`,
    )
    .bind(service.id, JSON.stringify(service), now, seen)
    .first<{ revision: number }>()
  return row !== null
}

export async function removeOwn(db: Database, id: string): Promise<void> {
  await db.prepare('DELETE FROM own_service WHERE id = ?').bind(id).run()
}

interface Publishing {
  readonly name: string
  readonly names: AreaNames
  readonly clock: () => number
}

/** Two editors who save at the same moment are both in after so many rounds. */
const ROUNDS = 5

/**
 * Put the editors' entries into the directory as a feed of their own, by the way that every feed goes: mended, numbered,
 * indexed, and live all at once. Done again where somebody wrote meanwhile, so that the last state is the one that stays.
 */
export async function publishOwn(db: Database, { name, names, clock }: Publishing): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await stateOf(db)
    const all = await ownServices(db)
    const feed = { id: OWN_FEED, name, areas: [] }
    await importFeed({ db, feed, source: sourceOf(all), names, clock, acceptShrink: true })
    if ((await stateOf(db)) === before) return
  }
}

async function stateOf(db: Database): Promise<string> {
  const row = await db
    .prepare('SELECT COUNT(*) AS n, SUM(revision) AS written, MAX(updated_at) AS at FROM own_service')
    .first<{ n: number; written: number | null; at: number | null }>()
  return JSON.stringify(row)
}

function sourceOf(all: readonly Own[]): Source {
  return {
    name: 'the editors’ form',
    said: { requests: 0, pages: 1, total: all.length },
    async *read() {
      for (const { service } of all) yield { kind: 'service', raw: service }
    },
  }
}
