import type { Update } from 'grammy/types'
import type { Hand } from './updates.ts'

export interface Hook {
  readonly url: string
  readonly secret: string | undefined
  readonly take: Hand
  /** Updates that the bot has not taken yet. */
  readonly waiting: number
  readonly lastError: { readonly at: number; readonly message: string } | undefined
  close(): void
}

export interface HookOptions {
  readonly url: string
  readonly secret: string | undefined
  readonly fetch: typeof globalThis.fetch
  readonly clock: () => number
  /** First wait before the same update is sent again, ms; each further one is twice as long, up to a limit. */
  readonly patience: number
  /** A bot may answer a webhook with a call: it is carried out. */
  readonly reply: (method: string, parameters: Record<string, unknown>) => Promise<void>
}

const LONGEST_WAIT = 5000

/**
 * Sends updates to a bot's address. "In case of an unsuccessful request (a request with response HTTP status code
 * different from 2XY), we will repeat the request": until then nothing else of that chat is sent, so that order holds.
 */
export function createHook({ url, secret, fetch, clock, patience, reply }: HookOptions): Hook {
  const lines = new Map<number, Promise<void>>()
  let waiting = 0
  let lastError: Hook['lastError']
  let open = true

  async function deliver(update: Update): Promise<void> {
    for (let wait = patience; open; wait = Math.min(LONGEST_WAIT, wait * 2)) {
      const fault = await attempt(update)
      if (fault === undefined) return
      lastError = { at: clock(), message: fault }
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }

  /** What was wrong with the answer; nothing, when the bot has taken the update. */
  async function attempt(update: Update): Promise<string | undefined> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(secret ? { 'X-Telegram-Bot-Api-Secret-Token': secret } : {}),
        },
        body: JSON.stringify(update),
      })
      const body = await response.text()
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`.trim()
      await carryOut(body)
      return undefined
    } catch {
      return 'Connection failed'
    }
  }

  async function carryOut(body: string): Promise<void> {
    const call: unknown = body.startsWith('{') ? JSON.parse(body) : undefined
    if (typeof call !== 'object' || call === null || !('method' in call)) return
    const { method, ...parameters } = call
    await reply(String(method), parameters)
  }

  return {
    url,
    secret,
    take(update) {
      waiting++
      const chat = chatOf(update)
      const before = lines.get(chat) ?? Promise.resolve()
      const mine = before.then(() => deliver(update)).finally(() => waiting--)
      lines.set(chat, mine)
      return mine
    },
    get waiting() {
      return waiting
    },
    get lastError() {
      return lastError
    },
    close: () => void (open = false),
  }
}

const chatOf = ({ message, edited_message, callback_query, my_chat_member, channel_post }: Update): number =>
  (message ?? edited_message ?? callback_query?.message ?? my_chat_member ?? channel_post)?.chat.id ?? 0
