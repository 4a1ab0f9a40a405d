import { afterAll, beforeAll, expect, test } from 'vitest'
import { asks, client, viewIn, type Client } from '../api/client.ts'
import * as shapes from '../api/shapes.ts'
import { bath, walker, type Walker } from '../api/walker.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { browser, formTo } from '../scenario/browser.ts'
import { first, textOf } from '../scenario/html.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

const someone = (): Promise<Walker> => walker(api, service)

const rowsOf = async (id: string): Promise<Array<{ seq: number; value: string }>> =>
  (
    await service.db
      .prepare('SELECT seq, value FROM answer WHERE assessment_id = ? ORDER BY seq')
      .bind(id)
      .all<{ seq: number; value: string }>()
  ).results

test('fifty answers to one step at once: one is taken, forty-nine are told where things stand, one row is kept', async () => {
  const one = await someone()
  await one.until('bath-wish', bath)
  const { seq } = one.view()
  const offered = ['soak', 'clean', 'hair', 'not_sure', 'rather_not_say']
  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      api.post(`${one.path}/answers`, { seq, question: 'bath-wish', answer: offered[n % 5] }),
    ),
  )
  const taken = replies.filter((reply) => reply.status === 200)
  expect(taken).toHaveLength(1)
  expect(replies.filter((reply) => reply.status === 409)).toHaveLength(49)
  const now = shapes.looked.parse((await api.get(one.path)).body)
  expect(now.view.seq).toBe(seq + 1)
  for (const reply of replies) expect(viewIn(reply)).toEqual(now.view)
  const rows = await rowsOf(one.id)
  expect(rows).toHaveLength(seq + 1)
  const winner = offered[replies.indexOf(taken[0]!) % 5]
  expect(JSON.parse(rows.at(-1)!.value)).toBe(winner)
  expect(now.answers.find((line) => line.question === 'bath-wish')?.answer).toBe(winner)
})

test('answer, change, finish and continue at once, many times over: the log has no gap and no double, and the view is its end', async () => {
  const one = await someone()
  await one.until('bath-hard', bath)
  let { seq } = one.view()
  for (let round = 0; round < 20; round++) {
    service.clock.pass(5000)
    const replies = await Promise.all([
      api.post(`${one.path}/answers`, { seq, question: 'age', answer: round % 2 ? '65-79' : '80-plus' }),
      api.post(`${one.path}/answers`, { seq, question: 'bath-wish', answer: round % 2 ? 'soak' : 'clean' }),
      api.post(`${one.path}/finish`, { seq }),
      api.post(`${one.path}/continue`, { seq }),
    ])
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409, 409, 409])
    seq += 1
    for (const reply of replies) expect(viewIn(reply).seq).toBe(seq)
  }
  expect((await rowsOf(one.id)).map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, n) => n + 1))
})

test('a hundred people at once do not get in each other’s way', async () => {
  const people = await Promise.all(Array.from({ length: 100 }, someone))
  await Promise.all(people.map((one, n) => one.answer(n % 2 ? 'me' : 'staff')))
  expect(people.map((one) => asks(one.view()))).toEqual(people.map((_, n) => (n % 2 ? 'age' : 'consent')))
  expect(new Set(people.map((one) => one.id)).size).toBe(100)
})

test('a form sent twice by an impatient finger goes in once, and both times leads on', async () => {
  const here = browser(service.app)
  await here.go('/')
  await here.press(formTo(here.page(), '/start'))
  const form = formTo(here.page(), '/answer')
  await Promise.all([here.press(form, { answer: 'me' }), here.press(form, { answer: 'me' })])
  expect(here.status()).toBe(200)
  expect(first(here.page(), 'p', { class: 'notice' })).toBeUndefined()
  expect(textOf(first(here.page(), 'h1')!)).toBe('How old are you?')
  await here.press(form, { answer: 'me' })
  expect(here.status()).toBe(200)
  const { n } = (await service.db
    .prepare("SELECT COUNT(*) AS n FROM answer WHERE source = 'web'")
    .first<{ n: number }>())!
  expect(n).toBe(1)
})
