import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/flow/limits.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { HOUR, MINUTE } from '../fixture/time.ts'
import { begin, client, viewIn, type Client, type Reply } from './client.ts'
import * as shapes from './shapes.ts'

let service: TestApp
let api: Client
beforeEach(async () => {
  service = await makeApp()
  api = client(service.app, '198.51.100.1')
})
afterEach(() => service.close())

/** Call again and again. Gives how many went through before the first 429, which must say in words what to do. */
async function until429(most: number, call: () => Promise<Reply>): Promise<number> {
  for (let through = 0; through <= most; through++) {
    const reply = await call()
    if (reply.status !== 429) continue
    const { error } = shapes.failure.parse(reply.body)
    expect(error.code).toBe('too-many')
    expect(error.message).toMatch(/wait|later/)
    return through
  }
  return Number.POSITIVE_INFINITY
}

describe('beginning', () => {
  const start = (from: Client) => () => from.post('/assessments')

  test(
    `is refused after ${LIMITS.startsPerHour} in an hour from one address, and there alone`,
    { timeout: 60_000 },
    async () => {
      expect(await until429(LIMITS.startsPerHour, start(api))).toBe(LIMITS.startsPerHour)
      expect((await start(client(service.app, '198.51.100.2'))()).status).toBe(201)
      const n = await service.db.prepare('SELECT COUNT(*) AS n FROM assessment').first<{ n: number }>()
      expect(n).toEqual({ n: LIMITS.startsPerHour + 1 })
      service.clock.pass(HOUR)
      expect((await start(api)()).status).toBe(201)
    },
  )
})

describe('answering', () => {
  test(`is refused after ${LIMITS.answersPerMinute} in a minute, with every answer kept, and goes on in the next`, async () => {
    const { path } = await begin(api)
    let seq = 0
    const change = async (): Promise<Reply> => {
      const reply = await api.post(`${path}/answers`, { seq, question: 'who', answer: seq % 2 === 0 ? 'me' : 'staff' })
      if (reply.status === 200) ({ seq } = viewIn(reply))
      return reply
    }
    expect(await until429(LIMITS.answersPerMinute, change)).toBe(LIMITS.answersPerMinute)
    expect((await api.post(`${path}/finish`, { seq })).status).toBe(429)
    const { view, answers } = shapes.looked.parse((await api.get(path)).body)
    expect(view.seq).toBe(LIMITS.answersPerMinute)
    expect(answers[0]?.answer).toBe('staff')
    service.clock.pass(MINUTE)
    expect((await change()).status).toBe(200)
  })

  test('refused answers do not count: misfits and stale ones use up nothing', async () => {
    const { path } = await begin(api)
    for (let times = 0; times < LIMITS.answersPerMinute + 10; times++) {
      expect((await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'nobody' })).status).toBe(422)
      expect((await api.post(`${path}/answers`, { seq: 5, question: 'who', answer: 'me' })).status).toBe(409)
    }
    expect((await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' })).status).toBe(200)
  })

  test(`has an end after ${LIMITS.entries} entries: the advice stays in reach`, { timeout: 60_000 }, async () => {
    const { path } = await begin(api)
    let seq = 0
    for (; seq < LIMITS.entries; seq++) {
      if (seq % 100 === 0) service.clock.pass(MINUTE)
      const question =
        seq === 0 ? { question: 'who', answer: 'me' } : { question: 'age', answer: seq % 2 ? '65-79' : '50-64' }
      expect((await api.post(`${path}/answers`, { seq, ...question })).status).toBe(200)
    }
    service.clock.pass(MINUTE)
    const reply = await api.post(`${path}/answers`, { seq, question: 'age', answer: '65-79' })
    expect(reply.status).toBe(429)
    expect(shapes.failure.parse(reply.body).error.message).toMatch(/most changes one assessment can hold/)
    expect((await api.get(path)).status).toBe(200)
  })
})

describe('codes', () => {
  test(`are refused after ${LIMITS.resumesPerHour} tries in an hour, right or wrong, and then again allowed`, async () => {
    const { resumeCode } = await begin(api)
    const guess = () => api.post('/assessments/resume', { code: 'ABCDE-12345' })
    expect(await until429(LIMITS.resumesPerHour, guess)).toBe(LIMITS.resumesPerHour)
    expect((await api.post('/assessments/resume', { code: resumeCode })).status).toBe(429)
    expect((await client(service.app, '198.51.100.2').post('/assessments/resume', { code: resumeCode })).status).toBe(
      200,
    )
    service.clock.pass(HOUR)
    expect((await api.post('/assessments/resume', { code: resumeCode })).status).toBe(200)
  })
})

test('limits are kept without keeping an address', async () => {
  await api.post('/assessments')
  await api.post('/assessments/resume', { code: 'ABCDE-12345' })
  const { results } = await service.db.prepare('SELECT * FROM attempt').all()
  expect(results.length).toBe(2)
  expect(JSON.stringify(results)).not.toContain('198.51.100')
  const keys = await service.db.prepare('SELECT COUNT(*) AS n FROM day_key').first()
  expect(keys).toEqual({ n: 1 })
})
