import type { Database } from '../store/database.ts'
import { expireNotes } from '../directory/upkeep/notes.ts'
import { count } from '../usage/count.ts'

/**
 * Erase what is past its time: assessments with all their answers, wished questions that were not answered, ways to
 * another channel, spent rate-limit counts, content versions that nothing is pinned to, and old notes on services. Counts
 * of use stay. Run hourly on Node and by the cron trigger on Workers.
 * @returns how many assessments were erased
 */
export async function expire(db: Database, current: string, now: number): Promise<number> {
  const day = new Date(now).toISOString().slice(0, 10)
  const { results } = await db
    .prepare('SELECT pack, channel, COUNT(*) AS n FROM assessment WHERE expires_at <= ? GROUP BY pack, channel')
    .bind(now)
    .all<{ pack: string; channel: string; n: number }>()
  await db.batch([
    db.prepare('DELETE FROM assessment WHERE expires_at <= ?').bind(now),
    db.prepare('DELETE FROM follow_up WHERE ends_at <= ?').bind(now),
    db.prepare('DELETE FROM move WHERE ends_at <= ?').bind(now),
    db.prepare('DELETE FROM attempt WHERE ends_at <= ?').bind(now),
    db.prepare('DELETE FROM day_key WHERE day < ?').bind(day),
    db
      .prepare('DELETE FROM library WHERE version <> ? AND version NOT IN (SELECT version FROM position)')
      .bind(current),
    expireNotes(db, now),
    ...results.map(({ pack, channel, n }) => count(db, { day, pack, channel, event: 'expired', n })),
  ])
  return results.reduce((sum, { n }) => sum + n, 0)
}
