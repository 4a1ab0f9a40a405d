import type { Hono } from 'hono'

const ORIGIN = 'http://localhost'
const COOKIE = '__Host-handrail'

/** Someone at a browser without a script: keeps the cookie, reads the form on the page, sends it. */
export interface Person {
  /** The page last shown. */
  readonly page: () => string
  readonly status: () => number
  readonly path: () => string
  readonly cookie: () => string | undefined
  readonly get: (path: string) => Promise<Response>
  readonly send: (path: string, fields: Fields, headers?: Record<string, string>) => Promise<Response>
  /** Answer the question on the page. */
  readonly answer: (fields: Fields) => Promise<Response>
  readonly question: () => string
}

export type Fields = Record<string, string | readonly string[]>

export function person(app: Hono, cookie?: string): Person {
  let body = ''
  let status = 0
  let path = '/'
  let id = cookie

  async function visit(to: string, init?: RequestInit): Promise<Response> {
    const headers = new Headers(init?.headers)
    if (id !== undefined) headers.set('Cookie', `${COOKIE}=${id}`)
    const response = await app.request(`${ORIGIN}${to}`, { ...init, headers })
    const set = response.headers.get('Set-Cookie')
    const given = set && new RegExp(`${COOKIE}=([^;]*)`).exec(set)?.[1]
    if (given !== null && given !== undefined) id = given === '' ? undefined : given
    const location = response.headers.get('Location')
    if (location?.startsWith('/')) return visit(location)
    path = to
    status = response.status
    body = await response.clone().text()
    return response
  }

  const send: Person['send'] = (to, fields, headers) =>
    visit(to, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN, ...headers },
      body: encode(fields),
    })

  return {
    page: () => body,
    status: () => status,
    path: () => path,
    cookie: () => id,
    get: (to) => visit(to),
    send,
    answer: (fields) => send('/answer', { seq: hidden(body, 'seq'), question: hidden(body, 'question'), ...fields }),
    question: () => hidden(body, 'question'),
  }
}

export function encode(fields: Fields): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one))
  return form.toString()
}

/** The value of a hidden field. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** Answers of someone who cannot get out of the bath or the armchair; anything else passes as "not sure" or "none". */
export const ANSWERS: Readonly<Record<string, Fields>> = {
  who: { answer: 'me' },
  age: { answer: '65-79' },
  change: { answer: 'months' },
  matters: { answer: 'A bath in peace' },
  lives: { answer: 'alone' },
  helpers: { answer: 'nobody' },
  'bath-wish': { answer: 'soak' },
  'bath-hard': { answer: ['over', 'up'] },
  sitbal: { answer: 'yes' },
  'chair-hard': { answer: 'up' },
  'chair-type': { answer: 'armchair' },
  'chair-feet': { answer: 'level' },
  stand: { answer: 'arms' },
  place: { postcode: 'PR1 2AB', area: '' },
}

/** Any answer that the page on show would take, the safest first. */
export function anyAnswer(page: string): Fields {
  if (page.includes('value="none"')) return { answer: 'none' }
  const exit = /value="(not_sure|rather_not_say|skip)"/.exec(page)?.[1]
  if (exit) return /<button[^>]*name="exit"/.test(page) ? { exit } : { answer: exit }
  return { answer: /<input[^>]*name="answer"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '' }
}

/** Begin and answer until the question named, or until the advice. */
export async function walkTo(
  who: Person,
  question?: string,
  topics: readonly string[] = ['bath'],
  start: Readonly<Record<string, string>> = {},
): Promise<void> {
  await who.send('/start', { topics, pack: 'lancashire', ...start })
  for (let step = 0; step < 80 && who.path() !== '/advice'; step++) {
    if (question !== undefined && who.question() === question) return
    await who.answer(ANSWERS[who.question()] ?? anyAnswer(who.page()))
  }
}
