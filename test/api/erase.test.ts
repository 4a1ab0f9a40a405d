import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { begin, client, type Client } from './client.ts'
import * as shapes from './shapes.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

test('DELETE /assessments/{id} is 204, and afterwards every call about it is 404 and the code opens nothing', async () => {
  const { path, resumeCode } = await begin(api)
  const deleted = await api.delete(path)
  expect(deleted.status).toBe(204)
  expect(deleted.body).toBeUndefined()
  const step = { seq: 0 }
  const replies = await Promise.all([
    api.get(path),
    api.get(`${path}/advice`),
    api.post(`${path}/answers`, { ...step, question: 'who', answer: 'me' }),
    api.post(`${path}/finish`, step),
    api.post(`${path}/continue`, step),
    api.delete(path),
    api.post('/assessments/resume', { code: resumeCode }),
  ])
  expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 404))
  for (const { body } of replies) expect(shapes.failure.parse(body).error.code).toBe('not-found')
  const rows = await service.db
    .prepare('SELECT COUNT(*) AS n FROM answer WHERE assessment_id = ?')
    .bind(path.split('/')[2]!)
    .first()
  expect(rows).toEqual({ n: 0 })
})
