import { afterAll, beforeAll, expect, test } from 'vitest'
import { expire } from '../../src/assessment/housekeeping.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { DAY, HOUR } from '../fixture/time.ts'
import { begin, client, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker } from './walker.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

const open = async (code: string): Promise<number> => {
  service.clock.pass(HOUR)
  return (await api.post('/assessments/resume', { code })).status
}

test('the code opens the same assessment at the same view', async () => {
  const one = await walker(api, service)
  await one.until('sitbal', bath)
  const reply = await api.post('/assessments/resume', { code: one.resumeCode })
  expect(reply.status).toBe(200)
  expect(shapes.resumed.parse(reply.body)).toEqual({ id: one.id, view: one.view() })
})

test('a code is taken as people type and say it', async () => {
  const { resumeCode, id } = await begin(api)
  const [a, b] = resumeCode.split('-') as [string, string]
  const typed = [
    resumeCode,
    resumeCode.toLowerCase(),
    `${a}${b}`,
    `${a} ${b}`,
    ` ${a} - ${b} `,
    [...`${a}${b}`].join(' '),
    [...`${a}${b}`].join('-'),
  ]
  for (const code of typed) expect(await open(code), code).toBe(200)
  expect(shapes.resumed.parse((await api.post('/assessments/resume', { code: resumeCode })).body).id).toBe(id)
})

test('O is taken for nought, I and L for one', async () => {
  const codes = await Promise.all(Array.from({ length: 30 }, async () => (await begin(api)).resumeCode))
  const code = codes.find((one) => one.includes('0') && one.includes('1'))!
  for (const misread of [
    code.replaceAll('0', 'O'),
    code.replaceAll('0', 'o'),
    code.replaceAll('1', 'I'),
    code.replaceAll('1', 'l'),
  ])
    expect(await open(misread), misread).toBe(200)
})

test('codes hold no letter that is misread or misheard, and no two are alike', async () => {
  const codes = await Promise.all(Array.from({ length: 200 }, async () => (await begin(api)).resumeCode))
  expect(codes.join('')).not.toMatch(/[ILOU]/)
  expect(new Set(codes).size).toBe(200)
})

test.each([
  '',
  '-----',
  'ABCDE',
  'ABCDE-1234',
  'ABCDE-123456',
  'ABCDE-1234U',
  '٠١٢٣٤٥٦٧٨٩',
  '%%%%%-_____',
  "' OR 1=1 --",
  '\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000',
])('a code such as %j opens nothing', async (code) => {
  expect(await open(code)).toBe(code === '' ? 400 : 404)
})

test('an id is no code, and a code is no id', async () => {
  const { id, resumeCode } = await begin(api)
  expect(await open(id)).toBe(404)
  expect((await api.get(`/assessments/${resumeCode}`)).status).toBe(404)
})

test('after its time a code opens nothing, whether or not the answers have been erased yet', async () => {
  const { resumeCode, path } = await begin(api)
  service.clock.pass(30 * DAY - 2 * HOUR)
  expect(await open(resumeCode)).toBe(200)
  service.clock.pass(HOUR)
  expect(await open(resumeCode)).toBe(404)
  expect((await api.get(path)).status).toBe(404)
  expect((await api.delete(path)).status).toBe(404)
  expect(await expire(service.db, service.library.version, service.clock())).toBeGreaterThan(0)
  expect(await open(resumeCode)).toBe(404)
})

test('an answer gives the assessment its whole time again', async () => {
  const { path, resumeCode } = await begin(api)
  service.clock.pass(20 * DAY)
  expect((await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' })).status).toBe(200)
  service.clock.pass(20 * DAY)
  expect(await open(resumeCode)).toBe(200)
})
