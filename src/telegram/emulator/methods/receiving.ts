import * as z from 'zod'
import { integer, json, truth } from '../parameters.ts'
import { badRequest, conflict } from '../refusal.ts'
import { define } from './define.ts'

const kinds = json(z.array(z.string())).optional()

/** "1-256 characters. Only characters A-Z, a-z, 0-9, _ and - are allowed." */
const SECRET = /^[\w-]{1,256}$/

/** How a bot learns what happened: by asking, or by an address that Telegram sends to. Never both. */
export const receiving = {
  getMe: define(z.strictObject({}), ({ world }) => world.me),

  getUpdates: define(
    z.strictObject({
      offset: integer.optional(),
      limit: integer.pipe(z.int().min(1).max(100)).optional(),
      timeout: integer.pipe(z.int().min(0)).optional(),
      allowed_updates: kinds,
    }),
    ({ hook, updates }, { allowed_updates, ...poll }, gone) => {
      if (hook)
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      updates.allow(allowed_updates)
      return updates.poll(poll, gone)
    },
  ),

  setWebhook: define(
    z.strictObject({
      url: z.string(),
      secret_token: z.string().optional(),
      max_connections: integer.pipe(z.int().min(1).max(100)).optional(),
      allowed_updates: kinds,
      drop_pending_updates: truth.optional(),
    }),
    (office, { url, secret_token: secret, allowed_updates, drop_pending_updates }) => {
      if (url !== '' && !mayBeCalled(url)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      if (secret !== undefined && secret !== '' && !SECRET.test(secret))
        throw badRequest(
          secret.length > 256 ? 'secret token is too long' : 'secret token contains unallowed characters',
        )
      office.hook?.close()
      if (drop_pending_updates) office.updates.drop()
      office.updates.allow(allowed_updates)
      office.hook = url === '' ? undefined : office.openHook(url, secret || undefined)
      office.updates.giveTo(office.hook?.take)
      return true
    },
  ),

  deleteWebhook: define(
    z.strictObject({ drop_pending_updates: truth.optional() }),
    (office, { drop_pending_updates }) => {
      office.hook?.close()
      if (office.hook) office.updates.giveTo(undefined)
      office.hook = undefined
      if (drop_pending_updates) office.updates.drop()
      return true
    },
  ),

  getWebhookInfo: define(z.strictObject({}), ({ hook, updates }) => ({
    url: hook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: updates.waiting + (hook?.waiting ?? 0),
    ...(hook?.lastError
      ? { last_error_date: Math.floor(hook.lastError.at / 1000), last_error_message: hook.lastError.message }
      : {}),
    ...(updates.allowed ? { allowed_updates: updates.allowed } : {}),
  })),
}

/** As a Bot API server that somebody runs with `--local`: plain http too, but only to this machine. */
function mayBeCalled(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || (protocol === 'http:' && (hostname === 'localhost' || hostname.startsWith('127.')))
}
