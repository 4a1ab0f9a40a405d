import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, walkTo } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage.close())

const FORM = 'application/x-www-form-urlencoded'

describe('headers', () => {
  test.each(['/', '/question', '/no-such-page', '/about', '/resume'])('of %s', async (path) => {
    const { headers } = await stage.app.request(path)
    const policy = headers.get('Content-Security-Policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}'/)
    expect(policy).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(headers.get('Strict-Transport-Security')).toContain('max-age=31536000')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()')
  })

  test('the nonce is new each time, and stands on the one script', async () => {
    const pages = await Promise.all([1, 2].map(async () => (await stage.app.request('/')).text()))
    const nonces = pages.map((page) => /<script[^>]* nonce="([^"]+)"/.exec(page)![1])
    expect(nonces[0]).not.toBe(nonces[1])
    expect(pages[0]!.match(/<script/g)).toHaveLength(1)
    expect(pages[0]).not.toMatch(/ style="| on\w+="/)
  })

  test('style, script and theme are kept for ever under names that change with them', async () => {
    const page = await (await stage.app.request('/?pack=cambridgeshire')).text()
    const paths = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]!)
    expect(paths).toHaveLength(3)
    for (const path of paths) {
      const { status, headers } = await stage.app.request(path)
      expect(status).toBe(200)
      expect(headers.get('Cache-Control')).toContain('immutable')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
    expect((await stage.app.request('/assets/0000.css')).status).toBe(404)
  })
})

describe('forms of other sites', () => {
  const post = (headers: Record<string, string>) =>
    stage.app.request('http://localhost/start', { method: 'POST', headers: { 'Content-Type': FORM, ...headers } })

  test.each([
    ['another origin', { Origin: 'https://evil.example' }, 403],
    ['no origin at all', {}, 403],
    ['a null origin', { Origin: 'null' }, 403],
    ['cross-site by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['another site of the same domain', { 'Sec-Fetch-Site': 'same-site' }, 403],
    ['our own origin', { Origin: 'http://localhost' }, 303],
    ['our own page by Sec-Fetch-Site', { 'Sec-Fetch-Site': 'same-origin' }, 303],
    ['an old browser that only says where it was', { Referer: 'http://localhost/' }, 303],
    ['an old browser that was elsewhere', { Referer: 'https://evil.example/' }, 403],
  ])('%s', async (_, headers, status) => {
    const response = await post(headers)
    expect(response.status).toBe(status)
    expect((await response.text()).includes('We could not accept that')).toBe(status === 403)
  })

  test('behind a proxy, the public address is our own', async () => {
    const behind = await openStage({ config: { BASE_URL: 'https://handrail.example' } })
    const response = await behind.app.request('http://10.0.0.1/start', {
      method: 'POST',
      headers: { 'Content-Type': FORM, Origin: 'https://handrail.example' },
    })
    expect(response.status).toBe(303)
    await behind.close()
  })
})

describe('the cookie', () => {
  const cookieOf = async (on: Stage) =>
    (
      await on.app.request('http://localhost/start', { method: 'POST', headers: { Origin: 'http://localhost' } })
    ).headers.get('Set-Cookie')

  test('is kept from scripts, from other sites and from plain http', async () => {
    const cookie = await cookieOf(stage)
    expect(cookie).toMatch(/^__Host-handrail=[\w-]{16,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test.each([
    ['http://handrail.internal:3000', /^handrail=/],
    ['http://127.0.0.1:3000', /^__Host-handrail=/],
    ['http://localhost:3000', /^__Host-handrail=/],
    ['https://handrail.example', /^__Host-handrail=/],
  ])('at %s', async (baseUrl, name) => {
    const other = await openStage({ config: { BASE_URL: baseUrl } })
    expect(await cookieOf(other)).toMatch(name)
    await other.close()
  })

  test('is the only place of the id: no page and no address has it', async () => {
    const who = person(stage.app)
    await walkTo(who)
    for (const path of ['/question/3', '/answers', '/advice', '/advice/text', '/delete', '/change/age']) {
      await who.get(path)
      expect(`${path} ${who.page()}`).not.toContain(who.cookie()!)
    }
  })
})

test('an unknown page is a friendly 404 with the number to call', async () => {
  const response = await stage.app.request('/nothing/here?x=<script>')
  expect(response.status).toBe(404)
  const page = await response.text()
  expect(page).toContain('Page not found')
  expect(page).toContain('0300 123 6720')
})

test('a store out of reach is a plain 503 with the number to call, and recovers by itself', async () => {
  let broken = false
  const frail = await openStage({
    wrap: (db) => ({
      ...db,
      prepare: (sql) => {
        if (broken) throw new Error('disk full')
        return db.prepare(sql)
      },
      batch: (statements) => (broken ? Promise.reject(new Error('disk full')) : db.batch(statements)),
    }),
  })
  const who = person(frail.app)
  await walkTo(who, 'bath-wish')
  const before = who.page()
  broken = true
  await who.answer({ answer: 'soak' })
  expect(who.status()).toBe(503)
  expect(who.page()).toContain('Sorry, this is not working now')
  expect(who.page()).toContain('0300 123 6720')
  expect(who.page()).not.toContain('disk full')
  broken = false
  await who.get('/question')
  expect(who.question()).toBe('bath-wish')
  expect(before).toContain('bath-wish')
  await frail.close()
})
