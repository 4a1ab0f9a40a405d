import { run, sequentialize, type RunnerHandle } from '@grammyjs/runner'
import type { Bot, Context, Middleware } from 'grammy'
import { UPDATES } from './bot.ts'
import { bePatient } from './patience.ts'

/** A call is tried again this often, and waits no longer than this for Telegram's leave, seconds. */
const TRIES = { maxRetryAttempts: 4, maxDelaySeconds: 120 }

/** Longest wait for updates under way when the bot is asked to stop, and how often it is looked, ms. */
const PATIENCE = 10_000
const STEP = 20

/** The updates of one chat one after the other, those of different chats side by side. Give it to the bot as `before`. */
export const inTurn: Middleware<Context> = sequentialize((ctx) => String(ctx.chat?.id ?? ctx.from?.id ?? ''))

/** A bot that asks Telegram for its updates. */
export interface Polling {
  /** Take no new updates and finish those under way. What was not confirmed Telegram gives again, and the log knows it. */
  stop(): Promise<void>
}

/**
 * Ask Telegram for updates until stopped. A webhook that was set before is taken away, for Telegram gives updates to one
 * of both alone; nothing that waits is dropped.
 * @throws GrammyError at once where the token is wrong, or Telegram cannot be reached
 */
export async function poll(bot: Bot): Promise<Polling> {
  bePatient(bot, TRIES)
  await bot.init()
  await bot.api.deleteWebhook()
  const runner: RunnerHandle = run(bot, {
    runner: { fetch: { allowed_updates: [...UPDATES] }, silent: true, retryInterval: 'exponential' },
  })
  return {
    async stop() {
      if (runner.isRunning()) await runner.stop()
      for (let waited = 0; runner.size() > 0 && waited < PATIENCE; waited += STEP)
        await new Promise((resolve) => setTimeout(resolve, STEP))
    },
  }
}
