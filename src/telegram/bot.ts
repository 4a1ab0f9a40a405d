import { Bot, InputFile, type Context, type Middleware } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Assessments } from '../assessment/assessments.ts'
import type { Chats } from '../assessment/chats.ts'
import type { FollowUps } from '../assessment/follow-ups.ts'
import type { Moves } from '../assessment/moves.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import { privateIn } from '../assessment/privacy.ts'
import { read, readFound, readHelped } from './callback.ts'
import { command } from './commands.ts'
import { isCommand } from './commands/list.ts'
import { showCurrent } from './board.ts'
import { withOpen, type Desk, type Turn } from './desk.ts'
import { helped } from './helped.ts'
import { escape } from './html.ts'
import { isShut, isTelegrams, isTooOld, postTo } from './post.ts'
import { found } from './found.ts'
import { leaveGroup } from './groups.ts'
import { tap } from './taps.ts'
import { typed } from './typed.ts'
import { kindOf, unexpected } from './unexpected.ts'
import { withNotice } from './notice.ts'

export interface BotDeps {
  readonly token: string
  /** Who the bot is, where that is known without asking Telegram. */
  readonly botInfo?: UserFromGetMe | undefined
  /** Another server of the Bot API than Telegram's own. */
  readonly apiRoot?: string | undefined
  readonly assessments: Assessments
  readonly chats: Chats
  readonly followUps: FollowUps
  readonly moves: Moves
  readonly library: Library
  readonly say: Say
  readonly pack: Pack
  readonly baseUrl?: string | undefined
  readonly clock: () => number
  /** The advice as a tagged document: on Node. */
  readonly pdf?: Desk['pdf']
  /** Told of every error that is not the person's, without what they sent. */
  readonly report?: ((error: unknown) => void) | undefined
  /** Runs before everything else, such as what keeps the updates of one chat in order. */
  readonly before?: ReadonlyArray<Middleware<Context>> | undefined
}

/** The kinds of update that are asked for; `my_chat_member` tells that the bot was blocked or put into a group. */
export const UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'channel_post'] as const

/**
 * The bot. It holds nothing between two updates: the chat's assessment stands in the store, what a button does stands on
 * the button, and the answer log's own key keeps an update that is sent twice from counting twice.
 */
export function createBot(deps: BotDeps): Bot {
  const { report } = deps
  const bot = new Bot(deps.token, {
    ...(deps.botInfo ? { botInfo: deps.botInfo } : {}),
    ...(deps.apiRoot ? { client: { apiRoot: deps.apiRoot } } : {}),
  })
  const desk: Desk = { ...deps, hidden: privateIn(deps.library).answered }
  for (const middleware of deps.before ?? []) bot.use(middleware)

  const privately = bot.chatType('private').filter((ctx) => ctx.from?.is_bot !== true)
  bot.filter(
    (ctx) => ctx.chat !== undefined && ctx.chat.type !== 'private',
    (ctx) => leaveGroup(ctx, desk.say),
  )

  privately.on('my_chat_member', async (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member
    if (status === 'kicked' || status === 'left') await forget(desk, ctx.chat.id)
  })

  privately.on('callback_query:data', (ctx) =>
    serve(ctx, async (turn) => {
      const { data } = ctx.callbackQuery
      const pressed = read(data)
      if (pressed) return tap(turn, pressed)
      const topics = readFound(data)
      if (topics) return found(turn, topics)
      const answer = readHelped(data)
      if (answer) return helped(turn, answer.handle, answer.answer)
      return withNotice(turn, desk.say('stale'))
    }),
  )

  privately.on('message:text', (ctx) =>
    serve(ctx, async (turn) => {
      const [, name, rest = ''] = /^\/(\w+)(?:@\w+)?(?:\s+([^]*))?$/.exec(ctx.message.text) ?? []
      if (name === undefined) return typed(turn, ctx.message.text)
      if (isCommand(name.toLowerCase()))
        return command(turn, name.toLowerCase() as Parameters<typeof command>[1], rest.trim())
      // Words of danger are heard wherever they stand.
      if (desk.assessments.heard(rest, desk.pack.id).length > 0) return typed(turn, rest)
      return withNotice(turn, desk.say('tg-unknown-command'))
    }),
  )

  privately.on('message', (ctx) => serve(ctx, (turn) => captioned(turn, ctx.message.caption, kindOf(ctx.message))))
  privately.on('edited_message', (ctx) =>
    serve(ctx, (turn) => captioned(turn, ctx.editedMessage.text ?? ctx.editedMessage.caption, 'edited')),
  )
  // Whatever else Telegram may send one day is let pass.

  bot.catch(({ error }) => report?.(error))
  return bot

  /** What cannot be read is answered kindly; danger in the words beside it is heard all the same. */
  async function captioned(turn: Turn, words: string | undefined, kind: string): Promise<void> {
    const danger = words !== undefined && desk.assessments.heard(words, desk.pack.id).length > 0
    return danger ? typed(turn, words) : unexpected(turn, kind)
  }

  /** One update of a private chat. Whatever goes wrong, the person is told and has a way on. */
  async function serve(ctx: Context, work: (turn: Turn) => Promise<void>): Promise<void> {
    const chat = ctx.chat!.id
    const post = postTo(ctx.api, chat, (bytes, name) => new InputFile(bytes, name))
    let toast: string | undefined
    try {
      const pressed = ctx.callbackQuery?.message?.message_id
      const turn: Turn = {
        desk,
        post,
        chat,
        by: { source: 'telegram', sourceId: String(ctx.update.update_id) },
        update: ctx.update.update_id,
        open: await desk.chats.find(chat),
        ...(pressed === undefined ? {} : { pressed }),
        toast: (text) => void (toast = text),
      }
      await work(turn).catch((error: unknown) => recover(turn, error))
    } catch (error) {
      if (isShut(error)) return forget(desk, chat)
      // Telegram failed twice over. What was said is in; by a webhook the update comes again, and then shows it.
      if (isTelegrams(error)) throw error
      report?.(error)
      await post.send({ html: escape(desk.say('tg-down')) }).catch(() => {})
    } finally {
      if (ctx.callbackQuery) await release(ctx, toast)
    }
  }

  /** Telegram could not take a page: what was answered is in the store, so show where things stand, below. */
  async function recover(turn: Turn, error: unknown): Promise<void> {
    if (!isTelegrams(error) || isShut(error)) throw error
    report?.(error)
    await showCurrent(withOpen(turn, await desk.chats.find(turn.chat)), { old: 'leave' })
  }

  /** Stops the button's spinner, with a word where there is one. */
  async function release(ctx: Context, text: string | undefined): Promise<void> {
    try {
      await ctx.answerCallbackQuery(text === undefined ? {} : { text: text.slice(0, MOST_TOAST) })
    } catch (error) {
      if (!isTooOld(error) && !isShut(error)) report?.(error)
    }
  }
}

/** Telegram shows no more over a chat (core.telegram.org/bots/api#answercallbackquery). */
const MOST_TOAST = 200

/** The person has shut the chat: nothing of it is kept. Their answers stay for the web until their time is over. */
async function forget(desk: Desk, chat: number): Promise<void> {
  await desk.chats.forget(chat)
  await desk.followUps.forget(chat)
}
