import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { browser, formTo } from '../scenario/browser.ts'
import { client, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker } from './walker.ts'

const SENDER = '198.51.100.77'
const MATTERS = 'Canary in the bathwater'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app, SENDER)
})
afterAll(() => service.close())

/** A whole life of an assessment through the API, with mistakes on the way. Gives what must never be logged. */
async function live(): Promise<string[]> {
  const one = await walker(api, service)
  await one.until('urgent', { ...bath, matters: MATTERS, 'red-now': ['chest'] })
  await api.post(`${one.path}/continue`, { seq: one.view().seq })
  await api.post(`${one.path}/answers`, { seq: 0, question: 'who', answer: MATTERS })
  await api.send(`${one.path}/answers`, MATTERS)
  await api.get(`${one.path}/advice`)
  await api.get(`${one.path}/nothing/${one.id}`)
  await api.get(`/assessment/${one.id}`)
  await api.get(`/ASSESSMENTS/${one.id}?seen=${MATTERS}`)
  await api.get(`/${one.id}`)
  await service.app.request(`https://handrail.test/question/${one.id}`)
  await api.post('/assessments/resume', { code: one.resumeCode })
  await api.get(`/topics?q=${encodeURIComponent(MATTERS)}`)
  await api.delete(one.path)
  return [
    one.id,
    one.resumeCode,
    one.resumeCode.replace('-', ''),
    MATTERS,
    encodeURIComponent(MATTERS),
    'chest',
    SENDER,
  ]
}

test('ids, codes, answers and addresses are in no line of the log', async () => {
  const secrets = await live()
  expect(service.lines.length).toBeGreaterThan(15)
  const written = JSON.stringify(service.lines)
  for (const secret of secrets) expect(written).not.toContain(secret)
  for (const line of service.lines) expect(Object.keys(line)).toEqual(['method', 'path', 'status', 'ms'])
  expect(service.lines.map((line) => line.path)).toContain('/api/v1/assessments/:id/answers')
})

test('the web chat keeps the id out of addresses and pages: it is in the cookie alone', async () => {
  const here = browser(service.app)
  const from = service.lines.length
  await here.go('/')
  await here.press(formTo(here.page(), '/start'))
  const { results } = await service.db
    .prepare('SELECT id, resume_code FROM assessment')
    .all<{ id: string; resume_code: string }>()
  for (const path of ['/question', '/answers']) {
    await here.go(path)
    expect(here.status()).toBe(200)
    for (const { id } of results) expect(JSON.stringify(here.page())).not.toContain(id)
  }
  const written = JSON.stringify(service.lines.slice(from))
  for (const { id, resume_code } of results) {
    expect(written).not.toContain(id)
    expect(written).not.toContain(resume_code)
  }
})

test('free text and answers go into no count', async () => {
  await live()
  const { results } = await service.db.prepare('SELECT * FROM usage').all()
  expect(results.length).toBeGreaterThan(0)
  const counted = JSON.stringify(results)
  for (const secret of [MATTERS, 'chest', '65-79', SENDER]) expect(counted).not.toContain(secret)
})

test('of a postcode only the first half is kept', async () => {
  const one = await walker(api, service, 'lancashire')
  await one.until('place', bath)
  expect((await one.answer({ postcode: 'BB4 7QX' })).status).toBe(200)
  const { id } = one
  const { results } = await service.db.prepare('SELECT value FROM answer WHERE assessment_id = ?').bind(id).all()
  const state = await service.db.prepare('SELECT state FROM position WHERE assessment_id = ?').bind(id).first()
  expect(JSON.stringify(results)).toContain('BB4')
  expect(JSON.stringify([results, state])).not.toContain('7QX')
})

test('ids are 128 bits that do not follow from each other', async () => {
  const ids = await Promise.all(
    Array.from({ length: 100 }, async () => shapes.begun.parse((await api.post('/assessments')).body).id),
  )
  expect(new Set(ids).size).toBe(100)
  expect(new Set(ids.map((id) => id.slice(0, 6))).size).toBe(100)
})
