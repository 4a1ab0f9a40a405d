import type { Bot, Context, Middleware } from 'grammy'
import type { Hono } from 'hono'
import type { Assessments } from '../assessment/assessments.ts'
import { createChats } from '../assessment/chats.ts'
import { createFollowUps } from '../assessment/follow-ups.ts'
import type { Moves } from '../assessment/moves.ts'
import type { Random } from '../assessment/secrets.ts'
import type { TelegramConfig } from '../config.ts'
import type { Library } from '../content/library.ts'
import type { Say } from '../content/words.ts'
import type { Database } from '../store/database.ts'
import { announce } from './announce.ts'
import { createBot } from './bot.ts'
import type { Desk } from './desk.ts'
import { askWhoWished } from './helped.ts'
import { setWebhook, webhook } from './webhook.ts'

/** What only one of the platforms has. */
export interface TelegramExtras {
  readonly pdf?: Desk['pdf']
  readonly before?: ReadonlyArray<Middleware<Context>>
}

export interface TelegramDeps extends TelegramExtras {
  readonly db: Database
  readonly config: Partial<TelegramConfig> & { readonly PACK: string; readonly BASE_URL?: string | undefined }
  readonly assessments: Assessments
  readonly moves: Moves
  readonly library: Library
  readonly say: Say
  readonly clock: () => number
  readonly random: Random
  readonly report?: (error: unknown) => void
}

/** The bot of a running service. */
export interface Telegram {
  readonly bot: Bot
  /** What Telegram calls, in webhook mode. */
  readonly routes?: Hono
  /** Tell Telegram the commands and, in webhook mode, the address. Doing it again changes nothing. */
  introduce(): Promise<void>
  /** Ask those who wished it whether the advice helped. Once an hour. */
  ask(): Promise<number>
}

/** The bot as the settings want it, or `undefined` without a token or where the pack does not offer it. */
export function createTelegram(deps: TelegramDeps): Telegram | undefined {
  const { config, library, say, clock, db, random, report } = deps
  const pack = library.packs[config.PACK]
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET: secret, BASE_URL: baseUrl } = config
  if (!token || !pack?.telegram) return undefined
  const followUps = createFollowUps({ db, clock, random })
  const bot = createBot({
    ...deps,
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    botInfo: infoOf(token, config.TELEGRAM_BOT_NAME),
    chats: createChats({ db, clock, random }),
    followUps,
    pack,
    baseUrl,
  })
  const hooked = config.TELEGRAM_MODE === 'webhook' && secret ? secret : undefined
  return {
    bot,
    ...(hooked ? { routes: webhook(bot, hooked, report) } : {}),
    async introduce() {
      if (hooked && baseUrl) await setWebhook(bot, baseUrl, hooked)
      await announce(bot.api, [{ locale: library.locale, say }])
    },
    ask: () => askWhoWished({ api: bot.api, followUps, say, clock, report }),
  }
}

/** Who the bot is, from its settings, so that a Worker need not ask Telegram each time that it starts. */
function infoOf(token: string, name: string | undefined) {
  if (!name) return undefined
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: name,
    username: name,
    can_join_groups: false,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
  } as NonNullable<Parameters<typeof createBot>[0]['botInfo']>
}
