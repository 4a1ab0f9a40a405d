import type { Database } from '../store/database.ts'
import { digest, newId, type Random } from './secrets.ts'

const HOUR = 3_600_000

/**
 * Counts tries from one address in an hour, in the store, so that the limit holds over many processes. The address is
 * hashed with a key of the day that is deleted the day after: nobody can find it again, not even from a backup.
 */
export function attempts(db: Database, random: Random) {
  let known: { day: string; key: string } | undefined

  async function keyOf(day: string): Promise<string> {
    if (known?.day === day) return known.key
    await db.batch([
      db.prepare('DELETE FROM day_key WHERE day < ?').bind(day),
      db.prepare('INSERT OR IGNORE INTO day_key (day, key) VALUES (?, ?)').bind(day, newId(random)),
    ])
    const row = await db.prepare('SELECT key FROM day_key WHERE day = ?').bind(day).first<{ key: string }>()
    known = { day, key: row!.key }
    return known.key
  }

  /** Count one try; true while there have been no more than `most` this hour. */
  return async function allow(kind: string, address: string, most: number, now: number): Promise<boolean> {
    const hour = Math.floor(now / HOUR)
    const key = await keyOf(new Date(now).toISOString().slice(0, 10))
    const bucket = await digest(`${key}:${kind}:${hour}:${address}`)
    const row = await db
      .prepare(
        'INSERT INTO attempt (bucket, n, ends_at) VALUES (?, 1, ?) ON CONFLICT (bucket) DO UPDATE SET n = n + 1 RETURNING n',
      )
      .bind(bucket, (hour + 1) * HOUR)
      .first<{ n: number }>()
    return row!.n <= most
  }
}
