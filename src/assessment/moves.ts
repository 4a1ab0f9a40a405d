import type { Database } from '../store/database.ts'
import { count } from '../usage/count.ts'
import { digest, newId, type Random } from './secrets.ts'

/** A way to another channel stands open this long, ms. */
const OPEN_FOR = 15 * 60_000

export type Towards = 'web' | 'telegram'

/** Ways to go on with an assessment in another channel, by a code that works once. */
export interface Moves {
  /** A code of 128 random bits, to be used within 15 minutes; `null` where the assessment is gone. */
  offer(assessment: string, towards: Towards): Promise<string | null>
  /**
   * The assessment that a code leads to, or `null` where the code is unknown, too old or used.
   * @param by who uses it: the same one again, such as an update that is sent twice, is let through again
   */
  take(code: string, towards: Towards, by: string): Promise<string | null>
}

export interface MovesDeps {
  readonly db: Database
  readonly clock: () => number
  readonly random: Random
}

export function createMoves({ db, clock, random }: MovesDeps): Moves {
  return {
    async offer(assessment, towards) {
      const code = newId(random)
      const now = clock()
      const row = await db
        .prepare(
          `INSERT INTO move (code_hash, assessment_id, towards, ends_at)
           SELECT ?, id, ?, ? FROM assessment WHERE id = ? AND expires_at > ? RETURNING code_hash`,
        )
        .bind(await digest(code), towards, now + OPEN_FOR, assessment, now)
        .first()
      return row === null ? null : code
    },

    async take(code, towards, by) {
      const now = clock()
      const hash = await digest(code)
      const before = await db
        .prepare('SELECT used_by FROM move WHERE code_hash = ?')
        .bind(hash)
        .first<{ used_by: string | null }>()
      if (!before) return null
      const row = await db
        .prepare(
          `UPDATE move SET used_by = ?1 WHERE code_hash = ?2 AND towards = ?3 AND ends_at > ?4
           AND (used_by IS NULL OR used_by = ?1)
           RETURNING assessment_id, (SELECT pack FROM assessment WHERE id = assessment_id) AS pack`,
        )
        .bind(by, hash, towards, now)
        .first<{ assessment_id: string; pack: string }>()
      if (!row) return null
      const day = new Date(now).toISOString().slice(0, 10)
      if (before.used_by === null) await count(db, { day, pack: row.pack, channel: towards, event: 'moved' }).run()
      return row.assessment_id
    },
  }
}
