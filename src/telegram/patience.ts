import { autoRetry, type AutoRetryOptions } from '@grammyjs/auto-retry'
import type { Bot } from 'grammy'

const patient = new WeakSet<Bot>()

/** Try calls again that Telegram or the network failed, and wait where Telegram says so (429). Once a bot. */
export function bePatient(bot: Bot, options: Partial<AutoRetryOptions>): void {
  if (patient.has(bot)) return
  patient.add(bot)
  bot.api.config.use(autoRetry(options))
}
