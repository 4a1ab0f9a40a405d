import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { ownFormsOnly } from '../../../web/guard.ts'
import type { Person } from '../chat.ts'
import type { Emulator } from '../emulator.ts'
import { ChatPage } from './page.tsx'
import { STYLE } from './style.ts'

const COOKIE = 'try-chat'
/** The bot has answered when it has done something and then nothing for so long, ms. */
const QUIET = 120
const PATIENCE = 5000

/**
 * A page to talk to the bot on, without a token, a phone or an account: plain forms, so that it works with a keyboard,
 * a screen reader and no script. Each browser is a person of its own.
 */
export function createTry(emulator: Emulator): Hono {
  const app = new Hono()
  const people = new Map<string, Person>()
  const toasts = new Map<number, string>()

  app.use(async (c, next) => {
    await next()
    c.header(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'",
    )
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Cache-Control', 'no-store')
  })
  app.use(ownFormsOnly(undefined, (c) => c.text('This form came from another page.', 403)))
  app.get('/style.css', (c) => c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }))

  /** The person of this browser; a new one where there is none yet. */
  function personOf(c: Parameters<typeof getCookie>[0]): Person {
    const known = people.get(getCookie(c, COOKIE) ?? '')
    if (known) return known
    const key = crypto.randomUUID()
    const person = emulator.person()
    people.set(key, person)
    setCookie(c, COOKIE, key, { path: '/', httpOnly: true, sameSite: 'Strict' })
    return person
  }

  /** Do something, wait until the bot has answered, and go to what is new. */
  async function act(person: Person, what: () => Promise<unknown>): Promise<string> {
    const last = person.screen().at(-1)?.id ?? 0
    const from = emulator.calls.length
    await what()
    await answered(emulator, from)
    const toast = emulator.calls
      .slice(from)
      .findLast(({ method, refused }) => method === 'answerCallbackQuery' && !refused)?.parameters.text
    if (typeof toast === 'string') toasts.set(person.id, toast)
    const next = person.bot().find((one) => one.id > last) ?? person.bot().at(-1)
    return next ? `/#message-${next.id}` : '/'
  }

  app.get('/', (c) => {
    const person = personOf(c)
    const toast = toasts.get(person.id)
    toasts.delete(person.id)
    return c.html(html`<!doctype html>${(<ChatPage person={person} toast={toast} />)}`)
  })

  app.post('/say', async (c) => {
    const { text } = await c.req.parseBody()
    const person = personOf(c)
    const words = typeof text === 'string' ? text.trim().slice(0, 4096) : ''
    return c.redirect(words === '' ? '/' : await act(person, () => person.say(words)), 303)
  })

  app.post('/press', async (c) => {
    const { message, data } = await c.req.parseBody()
    const person = personOf(c)
    const button = person
      .screen()
      .find((one) => one.id === Number(message))
      ?.buttons.flat()
      .find((one) => one.data !== undefined && one.data === data)
    return c.redirect(button ? await act(person, () => person.press(Number(message), button.data!)) : '/', 303)
  })

  app.post('/photo', async (c) => {
    const person = personOf(c)
    return c.redirect(await act(person, () => person.send('photo')), 303)
  })

  app.post('/new', (c) => {
    deleteCookie(c, COOKIE)
    return c.redirect('/', 303)
  })

  app.get('/document/:id', (c) => {
    const found = personOf(c)
      .bot()
      .find((one) => one.id === Number(c.req.param('id')))?.document
    if (!found) return c.text('There is no such document.', 404)
    return c.body(Uint8Array.from(found.bytes), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${found.name}"`,
    })
  })

  return app
}

/** Wait until the bot has done something since, and is quiet. */
async function answered({ calls }: Emulator, from: number): Promise<void> {
  const done = (): number => calls.slice(from).filter(({ method }) => method !== 'getUpdates').length
  let last = 0
  for (let waited = 0, quiet = 0; waited < PATIENCE && (last === 0 || quiet < QUIET); waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    quiet = done() === last ? quiet + 20 : 0
    last = done()
  }
}
