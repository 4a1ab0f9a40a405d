import { BotError, GrammyError } from 'grammy'
import { poll, type Polling } from './polling.ts'
import type { Telegram } from './telegram.ts'

/** Wait before Telegram is tried again at the start, ms, and at most. */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 60_000

export interface Talking {
  /** Resolves when the updates under way are finished; at once where the bot never came to talk. */
  stop(): Promise<void>
}

/**
 * Let the bot of a service on Node talk. The pages do not wait for Telegram: where it cannot be reached it is tried again
 * until the service stops, and only a token that it does not know is given up on.
 * @param tell what went wrong, for the log
 */
export function talk(
  telegram: Telegram,
  mode: 'polling' | 'webhook',
  tell: (what: string, error: unknown) => void,
): Talking {
  const stopping = new AbortController()
  const begun = begin()
  return {
    async stop() {
      stopping.abort()
      await (await begun)?.stop()
    },
  }

  async function begin(): Promise<Polling | undefined> {
    for (let wait = FIRST_WAIT; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        await telegram.introduce()
        return mode === 'polling'
          ? await poll(telegram.bot, (error) => tell('asking for updates failed', error))
          : undefined
      } catch (error) {
        const unknown = error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
        tell(unknown ? 'Telegram does not know TELEGRAM_BOT_TOKEN: there is no bot' : 'Telegram is out of reach', error)
        if (unknown) return undefined
        await pause(wait, stopping.signal)
      }
    }
    return undefined
  }
}

/** Waits, or not any longer once it is to stop. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    if (signal.aborted) done()
  })
}

/** An error without what was sent: grammY's carry the update or the call, and with it what a person wrote or read. */
export function plainly(error: unknown): { name: string; message: string; stack?: string | undefined } {
  const cause = error instanceof BotError ? error.error : error
  if (!(cause instanceof Error)) return { name: 'unknown', message: 'not an error' }
  return { name: cause.name, message: cause.message, stack: cause.stack }
}
