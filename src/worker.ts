import bundle from '../build/handrail.json'
import { createService, type Bundle, type Service } from './app.ts'
import { expire } from './assessment/housekeeping.ts'
import { readTelegramConfig, requireTelegram, type TelegramConfig } from './config.ts'
import { importDueFeeds } from './directory/nightly.ts'
import { webAsk } from './directory/oruk/read/ask.ts'
import { openD1 } from './store/d1.ts'

interface Env {
  readonly DB: Parameters<typeof openD1>[0]
  readonly PACK: string
  readonly BASE_URL?: string
  readonly EDITOR_KEY?: string
  readonly TELEGRAM_BOT_TOKEN?: string
  readonly TELEGRAM_SECRET?: string
  readonly TELEGRAM_BOT_NAME?: string
  readonly TELEGRAM_API_ROOT?: string
}

/** A Worker may make a thousand calls in one go, and D1 is called too. What is left over is fetched in later nights. */
const DETAILS_A_NIGHT = 500

// The library is read when the isolate starts; the statechart is composed with the first request, once an isolate.
const made = bundle as unknown as Bundle
const services = new WeakMap<object, Service>()

const serviceFor = (env: Env): Service => {
  const ready = services.get(env.DB)
  if (ready) return ready
  const { DB, PACK, BASE_URL, EDITOR_KEY } = env
  const service = createService({
    bundle: made,
    db: openD1(DB),
    config: { PACK, BASE_URL, EDITOR_KEY, ...telegramFor(env) },
    address: (c) => c.req.header('cf-connecting-ip') ?? 'unknown',
    report: (error) => console.error((error as Error).name, (error as Error).message),
  })
  services.set(DB, service)
  return service
}

/** A wrong setting of the bot must not take the pages away: it is told in the log, and there is no bot. */
function telegramFor(env: Env): Partial<TelegramConfig> {
  try {
    // A Worker lives for one request: it cannot ask for updates, so Telegram calls it.
    const config = { ...readTelegramConfig({ ...env }), TELEGRAM_MODE: 'webhook' as const }
    requireTelegram({ ...config, PACK: env.PACK, BASE_URL: env.BASE_URL }, made.library.packs)
    return config
  } catch (error) {
    console.error('Telegram is off.', (error as Error).message)
    return {}
  }
}

export default {
  fetch: (request: Request, env: Env, context: Parameters<Service['app']['fetch']>[2]) =>
    serviceFor(env).app.fetch(request, env, context),
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const db = openD1(env.DB)
    await expire(db, made.library.version, Date.now())
    const { telegram } = serviceFor(env)
    // After a deploy or a new secret, Telegram learns of it within the hour.
    await telegram?.introduce()
    await telegram?.ask()
    await importDueFeeds({
      db,
      feeds: made.library.packs[env.PACK]?.feeds ?? [],
      councils: made.library.councils,
      clock: Date.now,
      api: { ask: webAsk, mostDetails: DETAILS_A_NIGHT },
      told: ({ feed, outcome, message, services }) =>
        outcome === 'kept'
          ? console.error(`feed ${feed}: ${message}; its last good copy stays`)
          : console.log(`feed ${feed}: ${outcome}, ${services} services`),
    })
  },
}
