import * as z from 'zod'
import { readMultipart, type Upload } from './multipart.ts'
import { badRequest } from './refusal.ts'

/**
 * What a call carries. The Bot API takes parameters from the address, as JSON, as a form or as multipart; in all but
 * JSON every value is a text, and objects are texts of JSON.
 */
export async function readParameters(request: Request): Promise<Record<string, unknown>> {
  const given: Record<string, unknown> = Object.fromEntries(new URL(request.url).searchParams)
  if (request.method !== 'POST') return given
  const type = request.headers.get('Content-Type') ?? ''
  if (type.startsWith('application/json')) return { ...given, ...(await readJson(request)) }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...given, ...Object.fromEntries(new URLSearchParams(await request.text())) }
  if (!type.startsWith('multipart/form-data')) return given
  const parts = readMultipart(new Uint8Array(await request.arrayBuffer()), type)
  const attached = new Set<string>()
  for (const [name, value] of parts) {
    const key = typeof value === 'string' && value.startsWith('attach://') ? value.slice('attach://'.length) : undefined
    if (key !== undefined && !parts.has(key)) throw badRequest(`there is no file "${key}" in the request`)
    if (key !== undefined) attached.add(key)
    given[name] = key === undefined ? value : parts.get(key)
  }
  for (const key of attached) delete given[key]
  return given
}

async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // Said below, as for JSON that is no object.
  }
  throw badRequest("can't parse JSON object")
}

/**
 * Hold parameters against the method's own. Telegram passes over what it does not know; here it is refused, because a
 * misspelt parameter does nothing and nobody notices.
 */
export function fit<T>(schema: z.ZodType<T>, given: Record<string, unknown>): T {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const issue = read.error.issues[0]!
  if (issue.code === 'unrecognized_keys') throw badRequest(`unknown parameter "${issue.keys.join('", "')}"`)
  throw badRequest(`${issue.path.join('.') || 'parameters'}: ${issue.message}`)
}

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

export const integer = z.preprocess(parsed, z.int())
export const truth = z.preprocess(parsed, z.boolean())
/** An object or a list, itself or as a text of JSON. */
export const json = <T>(schema: z.ZodType<T>) => z.preprocess(parsed, schema)
export const upload = z.custom<Upload>((value) => typeof value === 'object' && value !== null && 'bytes' in value)
