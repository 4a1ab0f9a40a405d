import type { Database, Statement } from '../store/database.ts'

/** What is counted. Never who: a day, a pack, a channel, what happened and to which topic, code or limit. */
export type Event =
  | 'begun'
  | 'answered'
  | 'changed'
  | 'finished'
  | 'urgent'
  | 'topic'
  | 'erased'
  | 'expired'
  | 'limit'
  /** Gone on with in another channel. */
  | 'moved'
  /** "Did it help?": wished, and what was said. */
  | 'follow-up'
  /** Somebody went out to a supplier. The subject is the equipment type and the supplier, parted by a space. */
  | 'product'

export interface Counted {
  /** ISO date. */
  readonly day: string
  readonly pack: string
  readonly channel: string
  readonly event: Event
  /** A topic, a code or a limit; empty where there is nothing to name. */
  readonly subject?: string
  readonly n?: number
}

/** Add one to a count, in the same batch as what it counts. */
export const count = (db: Database, { day, pack, channel, event, subject = '', n = 1 }: Counted): Statement =>
  db
    .prepare(
      `INSERT INTO usage (day, pack, channel, event, subject, n) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (day, pack, channel, event, subject) DO UPDATE SET n = n + excluded.n`,
    )
    .bind(day, pack, channel, event, subject, n)
