import type { Database, Statement } from '../../store/database.ts'

/** What somebody says is wrong with an entry. Nobody knows who. */
export interface Note {
  readonly id: number
  readonly service_id: string
  readonly service_name: string
  readonly note: string
  /** ms since 1970. */
  readonly at: number
}

/** As many as an editor looks at in one sitting. */
const SHOWN = 100
/** Notes that nobody has looked at are dropped after half a year. */
const KEPT = 180 * 86_400_000

export async function addNote(db: Database, note: Omit<Note, 'id'>): Promise<void> {
  await db
    .prepare('INSERT INTO service_note (service_id, service_name, note, at) VALUES (?, ?, ?, ?)')
    .bind(note.service_id, note.service_name, note.note, note.at)
    .run()
}

/** The oldest first: they have waited longest. */
export async function notesOf(db: Database): Promise<Note[]> {
  return (await db.prepare(`SELECT * FROM service_note ORDER BY id LIMIT ${SHOWN}`).all<Note>()).results
}

export async function dropNote(db: Database, id: number): Promise<void> {
  await db.prepare('DELETE FROM service_note WHERE id = ?').bind(id).run()
}

export const expireNotes = (db: Database, now: number): Statement =>
  db.prepare('DELETE FROM service_note WHERE at < ?').bind(now - KEPT)
