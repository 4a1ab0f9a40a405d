import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/flow/limits.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { client, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker, type Walker } from './walker.ts'

let service: TestApp
let api: Client
/** Somebody in the middle, whose answers must survive everything below. */
let one: Walker
let before: unknown
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
  one = await walker(api, service)
  await one.until('bath-hard', bath)
  before = (await api.get(one.path)).body
})
afterAll(() => service.close())

/** The error of an answer, and that nothing was lost by it. */
async function refused(
  reply: Awaited<ReturnType<Client['get']>>,
  status: number,
): Promise<{ code: string; message: string; field?: string | undefined }> {
  expect(reply.status).toBe(status)
  const { error } = (status === 409 || status === 422 ? shapes.refusal : shapes.failure).parse(reply.body)
  expect((await api.get(one.path)).body).toEqual(before)
  return error
}

const answers = (): string => `${one.path}/answers`
const now = (answer: unknown, question = 'bath-hard') => ({ seq: one.view().seq, question, answer })

describe('a body that is not what the call takes', () => {
  test.each([
    ['nothing', ''],
    ['half a body', '{"seq": 3, "question": "bath-h'],
    ['a word', 'hello'],
    ['a form', 'seq=3&question=bath-hard&answer=over'],
    ['bytes that are no text', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
    ['a number that JSON does not know', '{"seq": NaN, "question": "bath-hard", "answer": "over"}'],
    ['a page', '<html><body>over</body></html>'],
  ])('%s is 400 and says that JSON is wanted', async (_, body) => {
    const error = await refused(await api.send(answers(), body), 400)
    expect(error.code).toBe('bad-json')
    expect(error.message).toMatch(/not JSON/)
  })

  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'over'],
    ['a list', []],
    ['nothing in it', {}],
  ])('%s for a body is 400', async (_, body) => {
    expect((await refused(await api.post(answers(), body), 400)).code).toBe('bad-request')
  })

  test.each<[string, object, string]>([
    ['seq as text', { seq: '3' }, 'seq'],
    ['seq below nothing', { seq: -1 }, 'seq'],
    ['half a seq', { seq: 1.5 }, 'seq'],
    ['a huge seq', { seq: 1e300 }, 'seq'],
    ['no question', { question: undefined }, 'question'],
    ['an empty question', { question: '' }, 'question'],
    ['a question as a list', { question: ['bath-hard'] }, 'question'],
    ['a question that is a book', { question: 'q'.repeat(101) }, 'question'],
    ['no answer', { answer: undefined }, 'answer'],
    ['null for an answer', { answer: null }, 'answer'],
    ['true for an answer', { answer: true }, 'answer'],
    ['an object for an answer', { answer: { over: true } }, 'answer'],
    ['numbers for options', { answer: [1, 2] }, 'answer'],
    ['options in options', { answer: [['over']] }, 'answer'],
    ['a postcode that is a number', { answer: { postcode: 12345 } }, 'answer'],
    ['two hundred options', { answer: Array.from({ length: 200 }, () => 'over') }, 'answer'],
  ])('%s is 400 and names the field', async (_, wrong, field) => {
    const error = await refused(await api.post(answers(), { ...now(['over']), ...wrong }), 400)
    expect(error.code).toBe('bad-request')
    expect(error.field?.split('.')[0]).toBe(field)
  })

  test('a number too large for any computer is 400', async () => {
    const error = await refused(await api.send(answers(), '{"seq": 3, "question": "bath-hard", "answer": 1e999}'), 400)
    expect(error.field).toBe('answer')
  })

  test('thousands of lists in each other are 400', async () => {
    const deep = `${'['.repeat(8000)}${']'.repeat(8000)}`
    await refused(
      await api.send(answers(), `{"seq": 3, "question": "bath-hard", "answer": ${deep}}`.slice(0, LIMITS.body)),
      400,
    )
    const shallow = `${'['.repeat(2000)}${']'.repeat(2000)}`
    await refused(await api.send(answers(), `{"seq": 3, "question": "bath-hard", "answer": ${shallow}}`), 400)
  })

  test('more than the limit is 413, with and without a length told in advance', async () => {
    const large = JSON.stringify(now('x'.repeat(LIMITS.body)))
    const error = await refused(await api.send(answers(), large), 413)
    expect(error.code).toBe('too-large')
    expect(error.message).toMatch(/16384 bytes/)
    const told = await service.app.request(`/api/v1${answers()}`, {
      method: 'POST',
      headers: { 'Content-Length': String(large.length) },
      body: large,
    })
    expect(told.status).toBe(413)
    await refused(await api.send('/assessments', large), 413)
    await refused(await api.send('/assessments/resume', large), 413)
  })
})

describe('an answer that does not fit its question', () => {
  test.each<[string, unknown, RegExp]>([
    ['an option that is not there', ['over', 'swim'], /not one of the choices/],
    ['no option at all', [], /at least one/],
    ['a number', 42, /at least one/],
    ['a way out that is not offered', 'skip', /one of the answers shown/],
    ['a place', { postcode: 'PR1' }, /at least one/],
    ['an option with a NUL in it', ['over\u0000'], /not one of the choices/],
    ['an option in capital letters', ['OVER'], /not one of the choices/],
    ['the name of something every object has', 'constructor', /not one of the choices/],
    ['a text of 2,000 letters', 'x'.repeat(2000), /not one of the choices/],
  ])('%s is 422, says why, and brings the question along', async (_, answer, message) => {
    const reply = await api.post(answers(), now(answer))
    const error = await refused(reply, 422)
    expect(error).toMatchObject({ code: 'misfit', field: 'answer', message: expect.stringMatching(message) })
    expect(shapes.refusal.parse(reply.body).view).toEqual(one.view())
  })

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'bath-hard\u0000',
    'BATH-HARD',
    '../who',
    '🛁',
    '\ud800',
  ])('a question named %j is 422: it has not been asked', async (question) => {
    for (const answer of ['yes', 'not_sure', ['over'], 3, { area: 'E10000017' }])
      expect((await refused(await api.post(answers(), now(answer, question)), 422)).message).toMatch(/not been asked/)
  })

  test.each([
    NaN,
    Infinity,
    0,
    -5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    'NaN',
    'Infinity',
    '1e999',
    '0x2b',
    '४५',
    '45 kg',
    '-45',
    '4 5 6',
    '45;',
  ])('a height of %s is refused', async (height) => {
    const other = await walker(api, service)
    await other.until('knee-height', {
      ...bath,
      topics: ['toilet'],
      'toilet-hard': ['up'],
      'toilet-feet': 'level',
      'toilet-sit': ['straight'],
    })
    const reply = await other.answer(height)
    // JSON has no word for NaN and Infinity: they arrive as null.
    expect(reply.status).toBe(typeof height === 'number' && !Number.isFinite(height) ? 400 : 422)
    expect(other.view()).toMatchObject({ kind: 'question', question: { id: 'knee-height' } })
  })
})

describe('keys that reach for the machinery', () => {
  test('are no answer, no pack and no option, and change nothing for others', async () => {
    const { seq } = one.view()
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const body of [
        `{"seq": ${seq}, "question": "bath-hard", "answer": {"${key}": {"postcode": "PR1"}}}`,
        `{"${key}": {"seq": ${seq}, "question": "bath-hard", "answer": ["over"]}}`,
      ])
        await refused(await api.send(answers(), body), 400)
    expect(({} as { postcode?: string }).postcode).toBeUndefined()
  })

  test.each(['constructor', '__proto__', 'toString'])('a pack named %s is the default one', async (pack) => {
    const reply = await api.post('/assessments', { pack })
    expect(reply.status).toBe(201)
    expect((await api.get(`/topics?q=bath&pack=${pack}`)).status).toBe(200)
  })
})

describe('text that is more than text', () => {
  test('control characters, tags and direction marks are taken out, the words stay', async () => {
    const other = await walker(api, service)
    await other.until('matters', bath)
    const typed = '\u0000My\u0007 \u202egarden\u{e0041}\ufeff  <b>roses</b> 🌹\r\n\ttoo\ud800'
    expect((await other.answer(typed)).status).toBe(200)
    const { answers } = shapes.looked.parse((await api.get(other.path)).body)
    expect(answers.find((line) => line.question === 'matters')?.answer).toBe('My garden <b>roses</b> 🌹 too')
  })

  test('nothing but control characters is no answer', async () => {
    const other = await walker(api, service)
    await other.until('matters', bath)
    expect((await other.answer('\u0000\u0001 \u200e\u{e0041}')).status).toBe(422)
    expect((await other.answer('x'.repeat(LIMITS.text + 1))).status).toBe(422)
    expect((await other.answer('x'.repeat(LIMITS.text))).status).toBe(200)
  })
})

describe('addresses that lead nowhere', () => {
  test.each([
    '/assessments/unknown',
    '/assessments/%00',
    '/assessments/%E0%A4%A',
    `/assessments/${'x'.repeat(5000)}`,
    '/assessments/constructor',
    '/assessments/..%2f..',
    '/assessments/%27%20OR%201=1',
  ])('GET %s is 404', async (path) => {
    expect((await refused(await api.get(path), 404)).code).toBe('not-found')
  })

  test.each([
    ['GET', '/nothing'],
    ['GET', ''],
    ['GET', '/assessments'],
    ['POST', '/assessments/unknown/nothing'],
    ['PUT', '/assessments'],
    ['PATCH', '/assessments/unknown'],
    ['DELETE', '/topics'],
    ['GET', '/assessments/unknown/answers'],
  ])('%s %s is 404 in JSON', async (method, path) => {
    const reply = method === 'GET' ? await api.get(path) : await api.send(path, '{}', method)
    expect((await refused(reply, 404)).message).toMatch(/nothing at this address/)
  })
})
