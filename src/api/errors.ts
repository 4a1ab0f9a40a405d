import type { Context } from 'hono'
import type { Named } from '../assessment/where.ts'
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

/**
 * Every error of the API: `{ error: { code, message, field? } }`, the message in plain words. `councils` are those to
 * choose from where a place is not clear yet.
 */
export const failure = (
  c: Context,
  status: ContentfulStatusCode,
  code: (typeof ERROR_CODES)[number],
  message: string,
  extra: { field?: string; view?: unknown; councils?: readonly Named[] } = {},
): Response => {
  const { field, view, councils = [] } = extra
  const error = { code, message, ...(field ? { field } : {}), ...(councils.length > 0 ? { councils } : {}) }
  return c.json({ error, ...(view ? { view } : {}) }, status)
}

export const gone = (c: Context): Response =>
  failure(c, 404, 'not-found', 'There is no such assessment. It may have been deleted, or its time may be over.')

export const tooMany = (c: Context, message: string): Response => failure(c, 429, 'too-many', message)
