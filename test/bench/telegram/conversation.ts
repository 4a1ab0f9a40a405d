import { conversations, createConversation, type Conversation, type ConversationFlavor } from '@grammyjs/conversations'
import { Bot, type Context } from 'grammy'
import { openSqlite } from '../../../src/store/sqlite.ts'
import { answerAtOnce, ME, TOKEN } from './desk.ts'

type Asking = ConversationFlavor<Context>

const KEPT = [{ name: '0001_kept.sql', sql: 'CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;' }]

export interface Peer extends AsyncDisposable {
  readonly bot: Bot
  /** Conversations that came to their end. */
  readonly finished: () => number
}

/**
 * The peer: a bot as the documentation of `@grammyjs/conversations` shows it, that asks a number of questions with
 * buttons one after the other, edits its message, and keeps where it is in a table of the same kind of SQLite file.
 */
export async function openPeer(file: string, questions: number): Promise<Peer> {
  const db = await openSqlite(file, { migrations: KEPT })
  const bot = new Bot<Asking>(TOKEN, { botInfo: ME })
  let ended = 0

  async function ask(conversation: Conversation<Asking>, ctx: Context): Promise<void> {
    const sent = await ctx.reply('Question 1', { reply_markup: buttons(0) })
    const answers: string[] = []
    for (let n = 0; n < questions; n++) {
      const pressed = await conversation.waitForCallbackQuery(new RegExp(`^${n}:`))
      answers.push(pressed.callbackQuery.data)
      await pressed.api.editMessageText(ctx.chat!.id, sent.message_id, `You said: yes. Question ${n + 2}`, {
        reply_markup: buttons(n + 1),
      })
      await pressed.answerCallbackQuery()
    }
    await conversation.external(() => void ended++)
  }

  bot.use(
    conversations({
      storage: {
        type: 'key',
        adapter: {
          async read(key) {
            const row = await db.prepare('SELECT value FROM kept WHERE key = ?').bind(key).first<{ value: string }>()
            return row ? JSON.parse(row.value) : undefined
          },
          async write(key, state) {
            const sql = 'INSERT INTO kept (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2'
            await db.prepare(sql).bind(key, JSON.stringify(state)).run()
          },
          async delete(key) {
            await db.prepare('DELETE FROM kept WHERE key = ?').bind(key).run()
          },
        },
      },
      // The conversation makes an api of its own, which must be answered at once as well.
      plugins: [
        async (ctx, next) => {
          answerAtOnce({ api: ctx.api } as unknown as Bot)
          await next()
        },
      ],
    }),
  )
  bot.use(createConversation(ask))
  bot.command('start', (ctx) => ctx.conversation.enter('ask'))
  answerAtOnce(bot as unknown as Bot)
  return { bot: bot as unknown as Bot, finished: () => ended, [Symbol.asyncDispose]: () => db.close() }
}

const buttons = (n: number) => ({
  inline_keyboard: ['yes', 'no', 'not sure'].map((text) => [{ text, callback_data: `${n}:${text}` }]),
})
