import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** Every code that an error may have; the OpenAPI document lists them. */
export const ERROR_CODES = [
  'bad-json',
  'bad-request',
  'too-large',
  'not-found',
  'stale',
  'misfit',
  'too-early',
  'too-many',
  'unavailable',
  'internal',
] as const

/** Every error of the API: `{ error: { code, message, field? } }`, the message in plain words. */
export const failure = (
  c: Context,
  status: ContentfulStatusCode,
  code: (typeof ERROR_CODES)[number],
  message: string,
  extra: { field?: string; view?: unknown } = {},
): Response => {
  const { field, view } = extra
  return c.json({ error: { code, message, ...(field ? { field } : {}) }, ...(view ? { view } : {}) }, status)
}

export const gone = (c: Context): Response =>
  failure(c, 404, 'not-found', 'There is no such assessment. It may have been deleted, or its time may be over.')

export const tooMany = (c: Context, message: string): Response => failure(c, 429, 'too-many', message)
