import { env, exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import bundle from '../../build/handrail.json?raw'
import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import { openD1 } from '../../src/store/d1.ts'
import { BASE, begin, client } from '../api/client.ts'
import { byApi } from '../scenario/by-api.ts'
import { byService } from '../scenario/by-service.ts'
import { byWeb } from '../scenario/by-web.ts'
import { journeys } from '../scenario/journeys.ts'
import { returning } from '../scenario/returning.ts'
import type { Stage } from '../scenario/scenario.ts'
import { wayOf } from '../scenario/way.ts'

const { library } = JSON.parse(bundle) as Bundle
const ORIGIN = 'https://handrail.test'

/** The Worker itself, called from outside, on a D1 database. */
const worker: Stage = {
  app: { request: (path, init) => exports.default.fetch(new URL(path, ORIGIN).href, { redirect: 'manual', ...init }) },
  assessments: createAssessments({ db: openD1(env.DB), library }),
  library,
  clock: { pass: () => {} },
}

/** One who goes to the end, one who is stopped by an urgent action, and one who comes back on another device. */
const CHOSEN = /^(Ada, 78|Rose|May)/
const chosen = [...journeys, ...returning].filter((journey) => CHOSEN.test(journey.name))

describe.each([byService, byApi, byWeb])('in workerd on D1, through the $name', (driver) => {
  test.for(chosen)('$name', async (journey) => {
    const way = wayOf(driver.open(worker), library)
    await journey.travel(way)
    expect(way.met.length).toBeGreaterThan(5)
  })
})

test('the Worker is healthy, describes its API, and keeps pages to itself', async () => {
  expect((await worker.app.request('/livez')).status).toBe(200)
  expect((await worker.app.request('/readyz')).status).toBe(200)
  const document = await client(worker.app).get('/openapi.json')
  expect(document.body).toMatchObject({ openapi: '3.1.0', servers: [{ url: BASE }] })
  const page = await worker.app.request('/')
  expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'/)
  expect(page.headers.get('Cache-Control')).toBe('no-store')
})

test('fifty answers to one step at once: one is taken, the others are told where things stand', async () => {
  const api = client(worker.app)
  const { id, path } = await begin(api)
  const answer = (n: number) => api.post(`${path}/answers`, { seq: 0, question: 'who', answer: n % 2 ? 'me' : 'staff' })
  const replies = await Promise.all(Array.from({ length: 50 }, (_, n) => answer(n)))
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, ...Array.from({ length: 49 }, () => 409)])
  const rows = await env.DB.prepare('SELECT COUNT(*) AS n FROM answer WHERE assessment_id = ?').bind(id).all()
  expect(rows.results).toEqual([{ n: 1 }])
})
