import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { Unavailable, type Database } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { asks, begin, client, SENDER, viewIn, type Client } from '../api/client.ts'
import * as shapes from '../api/shapes.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { bundle } from '../fixture/bundle.ts'
import { browser, formTo, type Browser } from '../scenario/browser.ts'
import { first, textOf } from '../scenario/html.ts'
import { readOnly } from '../store/small-disk.ts'
import { temporaryFolder } from '../store/temporary.ts'

/** The number of the council whose pack it is: whoever cannot go on here can call. */
const COUNCIL = '0300 123 6720'

/** A store that can be put out of reach. */
class Switch {
  state: 'on' | 'no writes' | 'off' = 'on'

  wrap(db: Database): Database {
    return {
      prepare: (sql) => {
        if (this.state === 'off') throw new Unavailable('disk I/O error')
        return db.prepare(sql)
      },
      batch: (statements) =>
        this.state === 'on' ? db.batch(statements) : Promise.reject(new Unavailable('database or disk is full')),
    }
  }
}

let store: Switch
let service: TestApp
let api: Client
beforeEach(async () => {
  store = new Switch()
  service = await makeApp({ pack: 'lancashire', wrap: (db) => store.wrap(db) })
  onTestFinished(() => service.close())
  api = client(service.app)
})

async function started(app: TestApp['app']): Promise<Browser> {
  const here = browser(app)
  await here.go('/')
  await here.press(formTo(here.page(), '/start'))
  return here
}

/** A page that says sorry in plain words, keeps what was answered, and has the council's number on it. */
function expectSorry(here: Browser): void {
  expect(here.status()).toBe(503)
  const words = textOf(here.page())
  expect(words).toContain('Sorry, this is not working now')
  expect(words).toContain('Your earlier answers are kept')
  expect(words).toContain(COUNCIL)
  expect(words).not.toMatch(/disk|sqlite|error:|at \w+ \(/i)
}

describe('while nothing can be written', () => {
  test('the API answers 503 in JSON, reads go on, and afterwards it goes on where it was', async () => {
    const { path } = await begin(api, 'lancashire')
    const answered = viewIn(await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' }))
    store.state = 'no writes'
    const replies = [
      await api.post(`${path}/answers`, { seq: 1, question: 'age', answer: '65-79' }),
      await api.post(`${path}/finish`, { seq: 1 }),
      await api.post(`${path}/continue`, { seq: 1 }),
      await api.post('/assessments', {}),
      await api.delete(path),
    ]
    for (const reply of replies) {
      expect(reply.status).toBe(503)
      const { error } = shapes.failure.parse(reply.body)
      expect(error.code).toBe('unavailable')
      expect(error.message).toMatch(/try again in a few minutes/)
    }
    expect(service.reported.length).toBe(replies.length)
    expect(shapes.looked.parse((await api.get(path)).body).view).toEqual(answered)
    expect((await api.post(`${path}/answers`, { seq: 1, question: 'age', answer: 'old' })).status).toBe(422)

    store.state = 'on'
    const next = await api.post(`${path}/answers`, { seq: 1, question: 'age', answer: '65-79' })
    expect(next.status).toBe(200)
    expect(asks(viewIn(next))).toBe('red-now')
    expect((await begin(api)).view.seq).toBe(0)
  })

  test('the chat says so on a page with the number to call, and takes the same form again afterwards', async () => {
    const here = await started(service.app)
    const form = formTo(here.page(), '/answer')
    store.state = 'no writes'
    await here.press(form, { answer: 'me' })
    expectSorry(here)
    await here.go('/question')
    expect(here.status()).toBe(200)

    store.state = 'on'
    await here.press(form, { answer: 'me' })
    expect(textOf(first(here.page(), 'h1')!)).toBe('How old are you?')
  })
})

describe('while the store is out of reach', () => {
  test('every call is 503, the pages that need no store are there, and readiness says so', async () => {
    const here = await started(service.app)
    const { path } = await begin(api)
    store.state = 'off'
    for (const call of [path, `${path}/advice`]) expect((await api.get(call)).status).toBe(503)
    for (const page of ['/question', '/answers', '/advice']) {
      await here.go(page)
      expectSorry(here)
    }
    for (const page of ['/about', '/privacy', '/accessibility', '/resume']) {
      await here.go(page)
      expect(here.status()).toBe(200)
    }
    const health = async (path: string): Promise<number> => (await service.app.request(path)).status
    expect([await health('/livez'), await health('/readyz')]).toEqual([200, 503])

    store.state = 'on'
    expect([await health('/livez'), await health('/readyz')]).toEqual([200, 200])
    await here.go('/question')
    expect(here.status()).toBe(200)
    expect((await api.get(path)).status).toBe(200)
  })

  test('what was sent is neither in the answer nor in what is reported', async () => {
    const { path } = await begin(api)
    store.state = 'off'
    const reply = await service.app.request(`/api/v1${path}/answers`, {
      method: 'POST',
      headers: { [SENDER]: '198.51.100.5' },
      body: JSON.stringify({ seq: 0, question: 'who', answer: 'my secret' }),
    })
    expect(reply.status).toBe(503)
    const told = `${await reply.text()} ${service.reported.map((error) => (error instanceof Error ? (error.stack ?? '') : '')).join('\n')}`
    for (const secret of ['my secret', path.split('/')[2]!, '198.51.100.5']) expect(told).not.toContain(secret)
  })
})

test('a file that may not be written: 503 for answers, reading goes on, and once it may be written so do answers', async () => {
  const folder = await temporaryFolder()
  const { migrations } = await bundle()
  const writable = await openSqlite(join(folder, 'test.sqlite'), { migrations })
  const before = await makeApp({ db: writable, pack: 'lancashire' })
  const { path } = await begin(client(before.app), 'lancashire')
  onTestFinished(() => writable.close())

  const { view, kind, allowWriting } = await readOnly(folder, 'test.sqlite')
  const db = await openSqlite(join(view, 'test.sqlite'), { migrations })
  onTestFinished(() => db.close())
  const after = await makeApp({ db, pack: 'lancashire' })
  const calls = client(after.app)
  expect((await calls.get(path)).status).toBe(200)
  expect((await calls.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' })).status).toBe(503)
  expect((await calls.post('/assessments')).status).toBe(503)
  const here = browser(after.app)
  await here.go('/')
  expect(here.status()).toBe(200)
  await here.press(formTo(here.page(), '/start'))
  expectSorry(here)

  await allowWriting()
  expect((await calls.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' })).status).toBe(200)
  await here.go('/')
  await here.press(formTo(here.page(), '/start'))
  expect(here.status()).toBe(200)
  console.log(`read-only file (${kind}): refused with 503, then recovered by itself`)
})
