import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { advice } from './advice-shape.ts'
import { begin, client, type Client, type Reply } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker } from './walker.ts'

let service: TestApp
let api: Client
let document: Document
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
  document = openapi.parse((await api.get('/openapi.json')).body)
})
afterAll(() => service.close())

const operation = z.object({
  summary: z.string().min(5),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) })) })
    .optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.object({ description: z.string().min(1) })),
})
const openapi = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.literal('Handrail'), version: z.string(), description: z.string() }),
  servers: z.tuple([z.object({ url: z.literal('/api/v1') })]),
  paths: z.record(
    z.string().startsWith('/'),
    z.object({ get: operation, post: operation, delete: operation }).partial(),
  ),
  components: z.object({
    schemas: z.record(
      z.string(),
      z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) }),
    ),
  }),
})
type Document = z.output<typeof openapi>

const errorIn = z.object({ error: z.object({ code: z.string() }) })
const errorSchema = z
  .object({
    properties: z.object({
      error: z.object({ properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }) }),
    }),
  })
  .transform(({ properties }) => ({ codes: properties.error.properties.code.enum }))

const operations = (): Array<[string, string, z.output<typeof operation>]> =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): [string, string, z.output<typeof operation>] => [
      method.toUpperCase(),
      path,
      one,
    ]),
  )

const call = (method: string, path: string, body: unknown): Promise<Reply> =>
  method === 'GET' ? api.get(path) : method === 'DELETE' ? api.delete(path) : api.post(path, body)

test('names every call of the interface and no other', () => {
  expect(
    operations()
      .map(([method, path]) => `${method} ${path}`)
      .toSorted(),
  ).toEqual([
    'DELETE /assessments/{id}',
    'GET /assessments/{id}',
    'GET /assessments/{id}/advice',
    'GET /assessments/{id}/products',
    'GET /places',
    'GET /services',
    'GET /topics',
    'POST /assessments',
    'POST /assessments/resume',
    'POST /assessments/{id}/answers',
    'POST /assessments/{id}/continue',
    'POST /assessments/{id}/finish',
  ])
})

test('every call that it names exists, and answers with a status that it lists', async () => {
  const bodies: Readonly<Record<string, unknown>> = {
    '/assessments': {},
    '/assessments/resume': { code: '00000-00000' },
    '/assessments/{id}/answers': { seq: 0, question: 'who', answer: 'me' },
    '/assessments/{id}/finish': { seq: 1 },
    '/assessments/{id}/continue': { seq: 2 },
  }
  const { id } = await begin(api)
  for (const [method, path, { responses }] of operations().toSorted(
    ([a], [b]) => Number(a === 'DELETE') - Number(b === 'DELETE'),
  )) {
    const reply = await call(method, path.replace('{id}', id), bodies[path])
    expect(Object.keys(responses), `${method} ${path}`).toContain(String(reply.status))
  }
})

test('every refusal that a call can give is listed with it, and so is its code', async () => {
  const { codes } = errorSchema.parse(document.components.schemas.Error)
  const one = await walker(api, service)
  await one.answer('me')
  const stale = { seq: 0, question: 'age', answer: '65-79' }
  const refusals: Array<[string, string, unknown, number]> = [
    ['POST', '/assessments', { pack: 7 }, 400],
    ['POST', '/assessments', 'x'.repeat(20_000), 413],
    ['POST', '/assessments/resume', {}, 400],
    ['POST', '/assessments/resume', { code: '00000-00000' }, 404],
    ['GET', '/assessments/{id}/advice', undefined, 409],
    ...['answers', 'finish', 'continue'].flatMap((step): Array<[string, string, unknown, number]> => [
      ['POST', `/assessments/{id}/${step}`, stale, 409],
      ['POST', `/assessments/{id}/${step}`, {}, 400],
      ['POST', `/assessments/{id}/${step}`, 'x'.repeat(20_000), 413],
      ['POST', `/assessments/unknown/${step}`, stale, 404],
    ]),
    ['POST', '/assessments/{id}/answers', { ...stale, seq: 1, answer: 'old' }, 422],
    ['GET', '/assessments/unknown', undefined, 404],
    ['GET', '/assessments/unknown/advice', undefined, 404],
    ['DELETE', '/assessments/unknown', undefined, 404],
  ]
  for (const [method, path, body, status] of refusals) {
    const reply = await call(method, path.replace('{id}', one.id), body)
    expect(reply.status, `${method} ${path}`).toBe(status)
    expect(codes, `${method} ${path}`).toContain(errorIn.parse(reply.body).error.code)
    const [, , { responses }] = operations().find(([m, p]) => m === method && p === path.replace('unknown', '{id}'))!
    expect(Object.keys(responses), `${method} ${path}`).toContain(String(status))
  }
})

test('every call that saves says that it may be refused for speed or for a store out of reach', () => {
  for (const [method, path, { responses }] of operations()) {
    expect(Object.keys(responses), path).toContain('503')
    if (method === 'POST') expect(Object.keys(responses), path).toContain('429')
  }
})

test('its schemas name every key that is really sent, and promise none that is not', async () => {
  const one = await walker(api, service)
  const view = shapes.stepped.parse((await one.answer('me')).body).view
  const urgent = await one.until('urgent', { ...bath, 'red-now': ['chest'] })
  if (view.kind !== 'question' || urgent.kind !== 'urgent') return expect.unreachable('a question, then an action')
  await api.post(`${one.path}/continue`, { seq: urgent.seq })
  const told = advice.parse((await api.get(`${one.path}/advice`)).body)
  for (const [name, sent] of [
    ['View', view],
    ['View', urgent],
    ['Question', view.question],
    ['Advice', told],
  ] as const) {
    const { properties, required } = document.components.schemas[name]!
    expect(Object.keys(properties), name).toEqual(expect.arrayContaining(Object.keys(sent)))
    expect(Object.keys(sent), name).toEqual(expect.arrayContaining(required))
  }
})

test('the bodies that it describes are the ones that are taken', () => {
  const body = (path: string): Record<string, unknown> => {
    const content = document.paths[path]?.post?.requestBody?.content['application/json']
    return (content?.schema.properties ?? {}) as Record<string, unknown>
  }
  expect(Object.keys(body('/assessments'))).toEqual(['locale', 'pack', 'channel'])
  expect(Object.keys(body('/assessments/resume'))).toEqual(['code'])
  expect(Object.keys(body('/assessments/{id}/answers'))).toEqual(['seq', 'question', 'answer'])
  expect(Object.keys(body('/assessments/{id}/finish'))).toEqual(['seq'])
})
