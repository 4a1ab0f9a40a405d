import * as z from 'zod'
import * as shapes from './shapes.ts'

export const BASE = '/api/v1'

/** Requests name their sender in this header, so that one test's rate limits are not another's. */
export const SENDER = 'x-test-sender'

/** An answer of the API: always JSON, or nothing at all (204). */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Whatever answers requests: an app in this process, or a server by its address. */
export interface Served {
  request(path: string, init?: RequestInit): Response | Promise<Response>
}

/** A program that uses the JSON API. */
export interface Client {
  get(path: string): Promise<Reply>
  post(path: string, body?: unknown): Promise<Reply>
  /** A body sent just as it is. */
  send(path: string, body: string | Uint8Array<ArrayBuffer>, method?: string): Promise<Reply>
  delete(path: string): Promise<Reply>
}

export function client(app: Served, sender = '192.0.2.1'): Client {
  async function call(path: string, init: RequestInit): Promise<Reply> {
    const headers = { [SENDER]: sender, ...(init.body ? { 'Content-Type': 'application/json' } : {}) }
    const response = await app.request(`${BASE}${path}`, { ...init, headers })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : readJson(path, text) }
  }
  return {
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: 'POST', ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    send: (path, body, method = 'POST') => call(path, { method, body }),
    delete: (path) => call(path, { method: 'DELETE' }),
  }
}

function readJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path} did not answer in JSON but: ${text.slice(0, 200)}`)
  }
}

const withView = z.object({ view: shapes.view })

/** The view in any answer that carries one. */
export const viewIn = (reply: Reply): shapes.View => withView.parse(reply.body).view

/** The id of the question in a view, or what is there instead. */
export const asks = (view: shapes.View): string => (view.kind === 'question' ? view.question.id : view.kind)

export async function begin(
  api: Client,
  pack = 'default',
): Promise<{ path: string; id: string; resumeCode: string; view: shapes.View }> {
  const { id, resumeCode, view } = shapes.begun.parse((await api.post('/assessments', { pack })).body)
  return { path: `/assessments/${id}`, id, resumeCode, view }
}
