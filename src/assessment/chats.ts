import type { Database } from '../store/database.ts'
import { newId, type Random } from './secrets.ts'

/** A chat outside this service, such as one in Telegram, with the assessment that is open in it. */
export interface Chat {
  readonly chat: number
  readonly assessment: string
  /** Stands on the buttons: 96 random bits, new with every assessment. */
  readonly handle: string
  /** The message that is edited in place. */
  readonly message?: number
  readonly locale: string
  readonly draft?: Draft
}

/** What was pressed or opened and is no answer yet. It counts while the assessment stands at `seq`. */
export interface Draft {
  readonly seq: number
  /** An earlier question that is being changed. */
  readonly change?: string
  /** What opened that question, such as the id of an update: sent again, it opens no other. */
  readonly by?: number
  readonly ticks?: readonly string[]
}

/** Which assessment is open in which chat. A row lives no longer than its assessment. */
export interface Chats {
  /** The chat, or `null` where nothing is open in it. */
  find(chat: number): Promise<Chat | null>
  /** Open an assessment in a chat that has none; `null` where one was opened meanwhile. */
  open(chat: number, assessment: string, locale: string): Promise<Chat | null>
  /** Open an assessment in a chat in place of whatever was open there. The other assessment is left as it is. */
  reopen(chat: number, assessment: string, locale: string): Promise<Chat>
  /** Remember the message that is edited in place. */
  show(chat: number, handle: string, message: number): Promise<void>
  /** Put one draft in the place of another; false where it is no longer that other. */
  redraft(chat: Chat, next: Draft | null): Promise<boolean>
  /** Nothing is known of the chat afterwards; its assessment stays. */
  forget(chat: number): Promise<void>
}

interface Row {
  assessment_id: string
  handle: string
  message_id: number | null
  locale: string
  draft: string | null
}

export interface ChatsDeps {
  readonly db: Database
  readonly clock: () => number
  readonly random: Random
}

export function createChats({ db, clock, random }: ChatsDeps): Chats {
  const handle = (): string => newId(random).slice(0, 16)
  const insert = (conflict: string): string =>
    `INSERT INTO chat (chat_id, assessment_id, handle, locale) VALUES (?1, ?2, ?3, ?4)
     ON CONFLICT (chat_id) DO UPDATE SET assessment_id = ?2, handle = ?3, locale = ?4, message_id = NULL, draft = NULL
     ${conflict} RETURNING handle`

  return {
    async find(chat) {
      const row = await db
        .prepare(
          `SELECT c.assessment_id, c.handle, c.message_id, c.locale, c.draft
           FROM chat c JOIN assessment a ON a.id = c.assessment_id WHERE c.chat_id = ? AND a.expires_at > ?`,
        )
        .bind(chat, clock())
        .first<Row>()
      return row && fromRow(chat, row)
    },

    async open(chat, assessment, locale) {
      const unless = 'WHERE assessment_id NOT IN (SELECT id FROM assessment WHERE expires_at > ?5)'
      const row = await db
        .prepare(insert(unless))
        .bind(chat, assessment, handle(), locale, clock())
        .first<{ handle: string }>()
      return row && { chat, assessment, handle: row.handle, locale }
    },

    async reopen(chat, assessment, locale) {
      const row = await db.prepare(insert('')).bind(chat, assessment, handle(), locale).first<{ handle: string }>()
      return { chat, assessment, handle: row!.handle, locale }
    },

    async show(chat, handle, message) {
      const sql = 'UPDATE chat SET message_id = ? WHERE chat_id = ? AND handle = ?'
      await db.prepare(sql).bind(message, chat, handle).run()
    },

    async redraft({ chat, handle, draft }, next) {
      const sql = 'UPDATE chat SET draft = ? WHERE chat_id = ? AND handle = ? AND draft IS ? RETURNING chat_id'
      const row = await db.prepare(sql).bind(asText(next), chat, handle, asText(draft)).first()
      return row !== null
    },

    async forget(chat) {
      await db.prepare('DELETE FROM chat WHERE chat_id = ?').bind(chat).run()
    },
  }
}

const asText = (draft: Draft | null | undefined): string | null => (draft ? JSON.stringify(draft) : null)

const fromRow = (chat: number, row: Row): Chat => ({
  chat,
  assessment: row.assessment_id,
  handle: row.handle,
  locale: row.locale,
  ...(row.message_id === null ? {} : { message: row.message_id }),
  ...(row.draft === null ? {} : { draft: JSON.parse(row.draft) as Draft }),
})
