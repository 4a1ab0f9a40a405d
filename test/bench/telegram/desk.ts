import type { Bot, Transformer } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Answer } from '../../../src/advice/condition.ts'
import type { Bundle } from '../../../src/app.ts'
import { createChats, type Chats } from '../../../src/assessment/chats.ts'
import { createFollowUps } from '../../../src/assessment/follow-ups.ts'
import { createMoves } from '../../../src/assessment/moves.ts'
import { createAssessments } from '../../../src/assessment/service.ts'
import { speaker } from '../../../src/content/words.ts'
import { createBot } from '../../../src/telegram/bot.ts'
import { write, type Act } from '../../../src/telegram/callback.ts'
import type { Database } from '../../../src/store/database.ts'
import { PACK, type Step } from '../walk.ts'

/** What a bench sends a bot: updates, numbered as Telegram numbers them. */
export type Happening = Omit<Update, 'update_id'>

export const ME = {
  id: 7000000001,
  is_bot: true,
  first_name: 'Handrail',
  username: 'handrail_bench_bot',
} as UserFromGetMe
export const TOKEN = '7000000001:bench-bot-token-0123456789abcdefghijklm'

/** The bot on a store, with Telegram's part left out: every call is answered at once. */
export function openBot(db: Database, { library }: Bundle, apiRoot?: string): { bot: Bot; chats: Chats } {
  const clock = Date.now
  const random = (bytes: Uint8Array<ArrayBuffer>): void => void crypto.getRandomValues(bytes)
  const store = { db, clock, random }
  const chats = createChats(store)
  const bot = createBot({
    token: TOKEN,
    botInfo: ME,
    apiRoot,
    assessments: createAssessments({ db, library, pack: PACK }),
    chats,
    followUps: createFollowUps(store),
    moves: createMoves(store),
    library,
    say: speaker(library.locale, library.messages),
    pack: library.packs[PACK]!,
    baseUrl: 'https://handrail.test',
    clock,
    report: (error) => {
      throw error
    },
  })
  return { bot, chats }
}

/** Answers every call of a bot at once. Returns the newest message of each chat: that is the one people press on. */
export function answerAtOnce(bot: Bot): ReadonlyMap<number, number> {
  let messages = 1
  const newest = new Map<number, number>()
  const answer = (async (_before, method, payload) => {
    const chat = (payload as { chat_id?: number }).chat_id
    if (method === 'sendMessage' && chat !== undefined) newest.set(chat, messages + 1)
    const sent = { message_id: ++messages, chat: { id: chat, type: 'private' }, date: 0 }
    return { ok: true, result: method === 'sendMessage' ? sent : true }
  }) as Transformer
  bot.api.config.use(answer)
  return newest
}

const person = (id: number) => ({ id, is_bot: false, first_name: 'Ada' })
const chatOf = (id: number) => ({ id, type: 'private', first_name: 'Ada' }) as const

export const says = (id: number, text: string): Happening => ({
  message: {
    message_id: 1,
    date: 0,
    chat: chatOf(id),
    from: person(id),
    text,
    // Telegram marks a command, and bots find it by that.
    ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
  },
})

export const presses = (id: number, data: string, message = 1): Happening =>
  ({
    callback_query: {
      id: `${id}-${data}`,
      from: person(id),
      chat_instance: '1',
      data,
      message: { message_id: message, date: 0, chat: chatOf(id), text: 'x' },
    },
  }) as Happening

/** What somebody does to give the answer of a step: presses, or a message with a number or a few words. */
export function deedsFor(step: Step, seq: number, handle: string): Array<{ data: string } | { text: string }> {
  const { answer } = step
  const act = (one: Act): { data: string } => ({ data: write({ handle, seq, act: one }) })
  if (typeof answer === 'number') return [{ text: `${answer} cm` }]
  if (Array.isArray(answer))
    return [
      ...(answer as readonly string[]).map((option) => act({ kind: 'tick', option, on: true })),
      act({ kind: 'do', what: 'done' }),
    ]
  if (typeof answer === 'object') return [act({ kind: 'council', area: (answer as { area: string }).area })]
  return isWords(answer) ? [{ text: answer }] : [act({ kind: 'pick', option: answer })]
}

const isWords = (answer: Answer): answer is string => typeof answer === 'string' && answer.includes(' ')
