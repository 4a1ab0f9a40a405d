import { run, sequentialize, type RunnerHandle } from '@grammyjs/runner'
import type { Bot, Context, Middleware } from 'grammy'
import { UPDATES } from './bot.ts'
import { bePatient } from './patience.ts'

/** A call is tried again this often, and waits no longer than this for Telegram's leave, seconds. */
const TRIES = { maxRetryAttempts: 4, maxDelaySeconds: 120 }

/** Longest wait for updates under way when the bot is asked to stop, and how often it is looked, ms. */
const PATIENCE = 10_000
const STEP = 20
/** Before Telegram is asked again after it had turned the asking down, ms. */
const PAUSE = 30_000

/** The updates of one chat one after the other, those of different chats side by side. Give it to the bot as `before`. */
export const inTurn: Middleware<Context> = sequentialize((ctx) => String(ctx.chat?.id ?? ctx.from?.id ?? ''))

/** A bot that asks Telegram for its updates. */
export interface Polling {
  /** Take no new updates and finish those under way. What was not confirmed Telegram gives again, and the log knows it. */
  stop(): Promise<void>
}

/**
 * Ask Telegram for updates until stopped. A webhook that was set before is taken away, for Telegram gives updates to one
 * of both alone; nothing that waits is dropped. Where asking ends by itself, as when another process asks with the same
 * token, it begins again after a while.
 * @param tell why asking ended
 * @throws GrammyError at once where the token is wrong, HttpError where Telegram cannot be reached
 */
export async function poll(bot: Bot, tell: (error: unknown) => void = () => {}): Promise<Polling> {
  bePatient(bot, TRIES)
  await bot.init()
  await bot.api.deleteWebhook()
  let stopped = false
  let again: ReturnType<typeof setTimeout> | undefined
  let runner = start()

  function start(): RunnerHandle {
    const handle = run(bot, {
      runner: { fetch: { allowed_updates: [...UPDATES] }, silent: true, retryInterval: 'exponential' },
    })
    handle.task()?.catch((error: unknown) => {
      if (stopped) return
      tell(error)
      again = setTimeout(() => void (runner = start()), PAUSE)
    })
    return handle
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(again)
      if (runner.isRunning()) await runner.stop()
      for (let waited = 0; runner.size() > 0 && waited < PATIENCE; waited += STEP)
        await new Promise((resolve) => setTimeout(resolve, STEP))
    },
  }
}
