import type { Database } from '../store/database.ts'
import { count } from '../usage/count.ts'
import { newId, type Random } from './secrets.ts'

const DAY = 86_400_000
/** When it is asked, and until when an answer is waited for, days from the wish. */
const ASKED_AFTER = 14
const ENDS_AFTER = 28
/** Asked in one go. The others wait for the next hour. */
const AT_ONCE = 100

/** One chat that wished to be asked whether the advice helped. */
export interface FollowUp {
  readonly chat: number
  readonly handle: string
  readonly pack: string
  readonly locale: string
}

/** What somebody said to "did it help?", or that they do not want to be asked. */
export const FOLLOW_UP_ANSWERS = ['yes', 'a-little', 'no', 'stop'] as const
export type FollowUpAnswer = (typeof FOLLOW_UP_ANSWERS)[number]

/** "Did it help?", asked once and only of those who wished it. It holds nothing of the assessment. */
export interface FollowUps {
  /** Ask this chat in two weeks; the same wish twice is one. */
  wish(chat: number, pack: string, locale: string): Promise<FollowUp>
  find(chat: number): Promise<FollowUp | null>
  due(): Promise<FollowUp[]>
  /** Take it upon oneself to ask; false where another process was first. */
  claim(chat: number): Promise<boolean>
  /** It could not be sent: it is due again. */
  release(chat: number): Promise<void>
  /** Count the answer and forget the chat. False where nothing was wished, or it was answered before. */
  answer(chat: number, answer: FollowUpAnswer): Promise<boolean>
  forget(chat: number): Promise<void>
}

interface Row {
  chat_id: number
  handle: string
  pack: string
  locale: string
}

export interface FollowUpsDeps {
  readonly db: Database
  readonly clock: () => number
  readonly random: Random
}

export function createFollowUps({ db, clock, random }: FollowUpsDeps): FollowUps {
  const counted = (pack: string, subject: string) =>
    count(db, {
      day: new Date(clock()).toISOString().slice(0, 10),
      pack,
      channel: 'telegram',
      event: 'follow-up',
      subject,
    })

  return {
    async wish(chat, pack, locale) {
      const now = clock()
      const row = await db
        .prepare(
          `INSERT INTO follow_up (chat_id, handle, pack, locale, due_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (chat_id) DO NOTHING RETURNING chat_id, handle, pack, locale`,
        )
        .bind(chat, newId(random).slice(0, 16), pack, locale, now + ASKED_AFTER * DAY, now + ENDS_AFTER * DAY)
        .first<Row>()
      if (!row) return (await find(chat))!
      await counted(pack, 'wished').run()
      return fromRow(row)
    },

    find,

    async due() {
      const { results } = await db
        .prepare(
          `SELECT chat_id, handle, pack, locale FROM follow_up
           WHERE due_at <= ?1 AND sent_at IS NULL AND ends_at > ?1 ORDER BY due_at LIMIT ${AT_ONCE}`,
        )
        .bind(clock())
        .all<Row>()
      return results.map(fromRow)
    },

    async claim(chat) {
      const sql = 'UPDATE follow_up SET sent_at = ? WHERE chat_id = ? AND sent_at IS NULL RETURNING chat_id'
      return (await db.prepare(sql).bind(clock(), chat).first()) !== null
    },

    async release(chat) {
      await db.prepare('UPDATE follow_up SET sent_at = NULL WHERE chat_id = ?').bind(chat).run()
    },

    async answer(chat, answer) {
      const row = await db
        .prepare('DELETE FROM follow_up WHERE chat_id = ? RETURNING pack')
        .bind(chat)
        .first<{ pack: string }>()
      if (!row) return false
      await counted(row.pack, answer).run()
      return true
    },

    async forget(chat) {
      await db.prepare('DELETE FROM follow_up WHERE chat_id = ?').bind(chat).run()
    },
  }

  async function find(chat: number): Promise<FollowUp | null> {
    const sql = 'SELECT chat_id, handle, pack, locale FROM follow_up WHERE chat_id = ? AND ends_at > ?'
    const row = await db.prepare(sql).bind(chat, clock()).first<Row>()
    return row && fromRow(row)
  }
}

const fromRow = ({ chat_id: chat, handle, pack, locale }: Row): FollowUp => ({ chat, handle, pack, locale })
