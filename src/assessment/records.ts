import type { Database, Statement } from '../store/database.ts'
import type { Channel } from './assessments.ts'
import { log, NEXT_KEY } from './log.ts'
import type { Position } from './position.ts'

/** One assessment as it is stored, with its cached position. */
export interface Record {
  readonly id: string
  readonly resumeCode: string
  readonly pack: string
  readonly channel: Channel
  readonly expiresAt: number
  readonly seq: number
  /** Content version that the position was made with. */
  readonly version: string
  readonly position: Position
  readonly minute: number
  readonly inMinute: number
}

interface Row {
  id: string
  resume_code: string
  pack: string
  channel: Channel
  expires_at: number
  seq: number
  version: string
  state: string
  minute: number
  in_minute: number
}

const SELECT = `SELECT a.id, a.resume_code, a.pack, a.channel, a.expires_at,
  p.seq, p.version, p.state, p.minute, p.in_minute
  FROM assessment a JOIN position p ON p.assessment_id = a.id`

/** The rows of an assessment: read with one query, written with one guarded batch. */
export function records(db: Database) {
  const answers = log(db)
  const one = async (where: string, key: string, now: number): Promise<Record | null> => {
    const row = await db.prepare(`${SELECT} WHERE ${where} = ? AND a.expires_at > ?`).bind(key, now).first<Row>()
    return row && fromRow(row)
  }
  return {
    byId: (id: string, now: number) => one('a.id', id, now),
    byCode: (code: string, now: number) => one('a.resume_code', code, now),

    log: answers.read,
    seen: answers.seen,
    append: answers.append,

    insert: (record: Record, now: number): Statement[] => [
      db
        .prepare(
          `INSERT INTO assessment (key, id, resume_code, pack, locale, channel, version, begun_at, expires_at)
           VALUES (${NEXT_KEY}, ?, ?, ?, 'en', ?, ?, ?, ?)`,
        )
        .bind(record.id, record.resumeCode, record.pack, record.channel, record.version, now, record.expiresAt),
      db
        .prepare(
          'INSERT INTO position (assessment_id, seq, version, state, minute, in_minute) VALUES (?, ?, ?, ?, 0, 0)',
        )
        .bind(record.id, record.seq, record.version, JSON.stringify(record.position)),
    ],

    move: ({ id, seq, version, position, minute, inMinute }: Record): Statement =>
      db
        .prepare(
          'UPDATE position SET seq = ?, version = ?, state = ?, minute = ?, in_minute = ? WHERE assessment_id = ?',
        )
        .bind(seq, version, JSON.stringify(position), minute, inMinute, id),

    extend: (id: string, expiresAt: number): Statement =>
      db.prepare('UPDATE assessment SET expires_at = ? WHERE id = ?').bind(expiresAt, id),

    erase: (id: string): Statement => db.prepare('DELETE FROM assessment WHERE id = ?').bind(id),
  }
}

const fromRow = (row: Row): Record => ({
  id: row.id,
  resumeCode: row.resume_code,
  pack: row.pack,
  channel: row.channel,
  expiresAt: row.expires_at,
  seq: row.seq,
  version: row.version,
  position: JSON.parse(row.state) as Position,
  minute: row.minute,
  inMinute: row.in_minute,
})
