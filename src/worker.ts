import bundle from '../build/handrail.json'
import { createService, type Bundle, type Service } from './app.ts'
import { expire } from './assessment/housekeeping.ts'
import { readTelegramConfig, requireTelegram, type TelegramConfig } from './config.ts'
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

// The statechart is composed when the isolate starts, not when a resident waits.
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
    await expire(openD1(env.DB), made.library.version, Date.now())
    const { telegram } = serviceFor(env)
    if (!telegram) return
    // After a deploy or a new secret, Telegram learns of it within the hour.
    await telegram.introduce()
    await telegram.ask()
  },
}
