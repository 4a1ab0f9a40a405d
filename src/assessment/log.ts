import type { Database, Statement } from '../store/database.ts'
import type { Provenance } from './assessments.ts'
import type { Entry } from './position.ts'

/** What the numbers in the table mean, by their place. A new one goes at the end, and into the view `answer`. */
const KINDS: ReadonlyArray<Entry['kind']> = ['answer', 'change', 'finish', 'continue']
const SOURCES: ReadonlyArray<Provenance['source']> = ['telegram', 'web', 'api', 'console', 'terminal', 'worker']

/** A number above every one that is in use, or was when a row of it was left. */
export const NEXT_KEY = `(SELECT max(coalesce((SELECT max(key) FROM assessment), 0),
  coalesce((SELECT max(assessment) FROM entry), 0)) + 1)`

/** As Telegram numbers its updates: kept as a number, it takes half the room. */
const NUMBER = /^[1-9]\d{0,14}$/

const packed = (sourceId: string): string | number => (NUMBER.test(sourceId) ? Number(sourceId) : sourceId)

const KEY = '(SELECT key FROM assessment WHERE id = ?)'

/** The append-only log of assessments: written into `entry`, where it is packed, and read from `answer`. */
export function log(db: Database) {
  return {
    async read(id: string): Promise<Entry[]> {
      const sql = 'SELECT question, value, kind FROM answer WHERE assessment_id = ? ORDER BY seq'
      const { results } = await db
        .prepare(sql)
        .bind(id)
        .all<{ question: string | null; value: string; kind: Entry['kind'] }>()
      return results.map(({ question, value, kind }) =>
        kind === 'answer' || kind === 'change' ? { kind, question: question!, value: JSON.parse(value) } : { kind },
      )
    },

    async seen(id: string, { source, sourceId }: Provenance): Promise<boolean> {
      if (sourceId === undefined) return false
      const sql = `SELECT seq FROM entry WHERE assessment = ${KEY} AND source = ? AND source_id = ?`
      return (await db.prepare(sql).bind(id, SOURCES.indexOf(source), packed(sourceId)).first()) !== null
    },

    /** The primary key `(assessment, seq)` and the unique source id are the guard: a second writer's batch fails. */
    append: (id: string, seq: number, entry: Entry, by: Provenance, now: number): Statement =>
      db
        .prepare(
          `INSERT INTO entry (assessment, seq, question, value, kind, source, source_id, at)
           VALUES (${KEY}, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .bind(
          id,
          seq,
          'question' in entry ? entry.question : null,
          JSON.stringify('value' in entry ? entry.value : null),
          KINDS.indexOf(entry.kind),
          SOURCES.indexOf(by.source),
          by.sourceId === undefined ? null : packed(by.sourceId),
          now,
        ),
  }
}
