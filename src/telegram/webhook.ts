import { webhookCallback, type Bot } from 'grammy'
import { Hono } from 'hono'
import { bodyLimit } from '../body-limit.ts'
import { UPDATES } from './bot.ts'
import { bePatient } from './patience.ts'

/** Where Telegram sends updates to, below the public address. */
export const WEBHOOK_PATH = '/telegram'

/** Telegram waits for the answer and sends again what took too long, so a call must not wait long for its leave. */
const TRIES = { maxRetryAttempts: 1, maxDelaySeconds: 5 }

/** No update of a private chat is larger; photos and the like come as names only. */
const LARGEST = 256 * 1024

/**
 * The route that Telegram calls. What comes without the secret is turned away before it is read. An update that could not
 * be finished is answered with an error, and Telegram sends it again: the answer log keeps it from counting twice.
 */
export function webhook(bot: Bot, secret: string, report?: (error: unknown) => void): Hono {
  bePatient(bot, TRIES)
  const handle = webhookCallback(bot, 'hono', { secretToken: secret })
  const routes = new Hono()
  routes.use(WEBHOOK_PATH, async (c, next) => {
    if (c.req.method !== 'POST') return c.text('Telegram posts here', 405, { Allow: 'POST' })
    if (!sameText(c.req.header('X-Telegram-Bot-Api-Secret-Token') ?? '', secret)) return c.text('unauthorized', 401)
    return next()
  })
  routes.use(WEBHOOK_PATH, bodyLimit({ maxSize: LARGEST, onError: (c) => c.text('too large', 413) }))
  routes.post(WEBHOOK_PATH, async (c) => {
    // What is no update is no fault of ours; Telegram never sends it.
    const update: unknown = await c.req.json().catch(() => null)
    if (typeof update !== 'object' || update === null || !('update_id' in update)) return c.text('not an update', 400)
    try {
      return await handle(c)
    } catch (error) {
      report?.(error)
      return c.text('try again', 500)
    }
  })
  return routes
}

/** In the same time, however many letters agree. */
function sameText(given: string, wanted: string): boolean {
  let different = given.length ^ wanted.length
  for (let at = 0; at < wanted.length; at++) different |= (given.charCodeAt(at) || 0) ^ wanted.charCodeAt(at)
  return different === 0
}

/** Tell Telegram where to send updates, and the secret to send with them. Doing it again changes nothing. */
export async function setWebhook(bot: Bot, baseUrl: string, secret: string): Promise<void> {
  await bot.api.setWebhook(new URL(WEBHOOK_PATH, baseUrl).href, {
    secret_token: secret,
    allowed_updates: [...UPDATES],
  })
}
