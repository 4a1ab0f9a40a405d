import type { Database } from '../../store/database.ts'

export interface Hidden {
  readonly id: string
  readonly name: string
  /** ms since 1970. */
  readonly hidden_at: number
}

/** `service.twin` of an entry that an editor took out of sight; 1 is an entry that another feed shows already. */
export const HIDDEN = 2

/** Take an entry out of sight, in every feed that has it and every time one is read again. */
export async function hide(db: Database, { id, name }: Pick<Hidden, 'id' | 'name'>, now: number): Promise<void> {
  await db.batch([
    db
      .prepare('INSERT INTO hidden_service (id, name, hidden_at) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO NOTHING')
      .bind(id, name, now),
    db.prepare(`UPDATE service SET twin = ${HIDDEN} WHERE id = ?`).bind(id),
  ])
}

/** Show it again: one entry of that id, should several feeds have it. */
export async function show(db: Database, id: string): Promise<void> {
  await db.batch([
    db.prepare('DELETE FROM hidden_service WHERE id = ?').bind(id),
    db.prepare(`UPDATE service SET twin = 1 WHERE id = ? AND twin = ${HIDDEN}`).bind(id),
    db
      .prepare(
        `UPDATE service SET twin = 0 WHERE number = (
           SELECT MIN(number) FROM service WHERE id = ? AND edition IN (SELECT edition FROM feed))`,
      )
      .bind(id),
  ])
}

export async function hiddenOnes(db: Database): Promise<Hidden[]> {
  return (await db.prepare('SELECT id, name, hidden_at FROM hidden_service ORDER BY name').all<Hidden>()).results
}
