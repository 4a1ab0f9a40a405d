import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIMITS } from '../../src/flow/limits.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { MINUTE } from '../fixture/time.ts'
import { client, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker } from './walker.ts'

const BODIES = 2000

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  'who',
  'bath-hard',
  'not_sure',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u{e0041}',
  '',
  'a'.repeat(600),
  "' OR 1=1 --",
  '%00',
)
const text = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
)
const value = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 5 }),
  fc.dictionary(text, text, { maxKeys: 3 }),
  fc.jsonValue(),
)

/** Stands for the seq of the moment. */
const NOW = 'seq of now'
const plausible = fc.constantFrom<unknown>(
  ['over'],
  ['over', 'up'],
  'me',
  'carer',
  'none',
  'not_sure',
  45,
  { area: 'E10000017' },
  { postcode: 'PR1' },
)

/** A body that is nearly right: the keys of the call, each with a value that could be meant or with anything. */
const nearly = fc.record(
  {
    seq: fc.oneof({ weight: 4, arbitrary: fc.constant(NOW) }, { weight: 1, arbitrary: value }),
    question: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('who', 'bath-hard', 'bath-wish', 'matters', 'place') },
      { weight: 1, arbitrary: text },
      { weight: 1, arbitrary: value },
    ),
    answer: fc.oneof(plausible, value),
    code: fc.oneof(text, value),
    pack: fc.oneof(text, value),
    channel: value,
    locale: value,
  },
  { requiredKeys: ['seq', 'question', 'answer'] },
)
const body = fc.oneof(
  { weight: 5, arbitrary: nearly.map((one) => JSON.stringify(one)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fc.nat(3).map((n) => `{"answer":"${'é'.repeat((n * LIMITS.body) / 2)}"}`) },
)
const call = fc.constantFrom('answers', 'finish', 'continue', 'start', 'resume', 'change')

test(
  `${BODIES} random bodies: never a 5xx, always JSON, and the answers before them stay`,
  { timeout: 120_000 },
  async () => {
    const one = await walker(api, service)
    await one.until('bath-hard', bath)
    const path = {
      answers: `${one.path}/answers`,
      change: `${one.path}/answers`,
      finish: `${one.path}/finish`,
      continue: `${one.path}/continue`,
      start: '/assessments',
      resume: '/assessments/resume',
    }
    const statuses = new Map<number, number>()
    let sender = 0
    let seq = one.view().seq
    await fc.assert(
      fc.asyncProperty(call, body, async (to, sent) => {
        // So that what is refused is refused for what it is, and not for its speed.
        service.clock.pass(MINUTE)
        const timed = typeof sent === 'string' ? sent.replace(`"${NOW}"`, String(seq)) : sent
        const { status, body: answered } = await client(service.app, `192.0.2.${++sender % 200}`).send(path[to], timed)
        if (status === 200 && path[to].startsWith(one.path)) seq = shapes.stepped.parse(answered).view.seq
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect(status).toBeLessThan(500)
        if (status >= 400) (status === 409 || status === 422 ? shapes.refusal : shapes.failure).parse(answered)
      }),
      { numRuns: BODIES, seed: 7 },
    )
    console.log(
      `${BODIES} random bodies: ${[...statuses]
        .toSorted(([a], [b]) => a - b)
        .map(([status, n]) => `${n} × ${status}`)
        .join(', ')}`,
    )
    const log = await service.db
      .prepare('SELECT COUNT(*) AS n, MAX(seq) AS seq FROM answer WHERE assessment_id = ?')
      .bind(one.id)
      .first()
    expect(log, 'all that was acknowledged, and nothing else').toEqual({ n: seq, seq })
    expect(shapes.looked.parse((await api.get(one.path)).body).view.seq).toBe(seq)
    expect(service.reported).toEqual([])
  },
)

test('500 random addresses and searches: never a 5xx', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.constantFrom('/topics?q=', '/topics?pack=', '/assessments/', '/'),
      async (words, path) => {
        expect((await api.get(`${path}${encodeURIComponent(words.toWellFormed())}`)).status).toBeLessThan(500)
      },
    ),
    { numRuns: 500, seed: 11 },
  )
})
