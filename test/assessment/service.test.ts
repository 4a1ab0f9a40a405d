import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assessments, Begin, Stepped } from '../../src/assessment/assessments.ts'
import type { View } from '../../src/assessment/view.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { MINUTE } from '../fixture/time.ts'

let service: TestApp
let assessments: Assessments
beforeAll(async () => {
  service = await makeApp({ pack: 'lancashire' })
  assessments = service.assessments
})
afterAll(() => service.close())

const web = { source: 'web' } as const

async function begin(options: Partial<Begin> = {}): Promise<{ id: string; view: View }> {
  service.clock.pass(MINUTE)
  const begun = await assessments.begin({ channel: 'web', ...options })
  return begun.kind === 'ok' ? begun : expect.unreachable(begun.message)
}

function viewOf(stepped: Stepped): View {
  return stepped.kind === 'ok' ? stepped.view : expect.unreachable(`it is ${stepped.kind}`)
}

const questionOf = (view: View): string | undefined => view.question?.id

/** Answer a list of questions in turn. */
async function say(id: string, view: View, ...answers: Array<[string, unknown]>): Promise<View> {
  let here = view
  for (const [question, answer] of answers)
    here = viewOf(await assessments.answer(id, { seq: here.seq, question, answer, by: web }))
  return here
}

const rows = async (
  id: string,
): Promise<Array<{ seq: number; kind: string; question: string | null; source: string }>> =>
  (
    await service.db
      .prepare('SELECT seq, kind, question, source FROM answer WHERE assessment_id = ? ORDER BY seq')
      .bind(id)
      .all<{ seq: number; kind: string; question: string | null; source: string }>()
  ).results

describe('begin', () => {
  test('answers given ahead wait until their question is met, and are not asked again', async () => {
    const { id, view } = await begin({
      ahead: [
        { question: 'topics', answer: ['bath'] },
        { question: 'who', answer: 'me' },
      ],
    })
    expect(questionOf(view)).toBe('age')
    expect(view.seq).toBe(2)
    const after = await say(
      id,
      view,
      ['age', '65-79'],
      ['red-now', 'none'],
      ['red-new', 'none'],
      ['red-worry', 'none'],
      ['change', 'months'],
      ['matters', 'skip'],
    )
    expect(['lives', 'helpers', 'bath-wish']).toContain(questionOf(after))
  })

  test('what does not fit is left to be asked: topics that nobody has, options that are not there, odd names', async () => {
    const { view } = await begin({
      ahead: [
        { question: 'topics', answer: ['juggling'] },
        { question: 'who', answer: 'the queen' },
        { question: '__proto__', answer: 'x' },
        { question: 'constructor', answer: ['x'] },
      ],
    })
    expect(questionOf(view)).toBe('who')
    expect(view.seq).toBe(0)
  })

  test('a pack that nobody has is the one that the service runs', async () => {
    for (const pack of ['atlantis', '__proto__', 'toString']) {
      const { id } = await begin({ pack })
      expect(await assessments.look(id)).toMatchObject({ pack: 'lancashire' })
    }
  })
})

describe('the same input twice', () => {
  test('has one effect when it carries its own id, however often and however late it comes', async () => {
    const { id, view } = await begin({ channel: 'telegram' })
    const update = { seq: 0, question: 'who', answer: 'me', by: { source: 'telegram', sourceId: 'update-1' } } as const
    const together = await Promise.all(Array.from({ length: 20 }, () => assessments.answer(id, update)))
    expect(together.map((stepped) => stepped.kind)).toEqual(together.map(() => 'ok'))
    expect(together.map(viewOf).map(questionOf)).toEqual(together.map(() => 'age'))
    await say(id, viewOf(together[0]!), ['age', '65-79'])
    const late = viewOf(await assessments.answer(id, update))
    expect(late.seq).toBe(view.seq + 2)
    expect(await rows(id)).toHaveLength(2)
  })

  test('carries its own id and comes again as words for the question that it led to: it is no answer to that one', async () => {
    const { id } = await begin({ channel: 'telegram' })
    const by = { source: 'telegram', sourceId: 'message-1' } as const
    const after = viewOf(await assessments.answer(id, { seq: 0, question: 'who', answer: 'me', by }))
    for (const answer of ['me', '65-79'])
      expect(viewOf(await assessments.answer(id, { seq: after.seq, question: 'age', answer, by }))).toEqual(after)
    expect(await rows(id)).toHaveLength(1)
  })

  test('without an id is stale, and said to be the same where the answer is in already', async () => {
    const { id } = await begin()
    const input = { seq: 0, question: 'who', answer: 'me', by: web }
    expect((await assessments.answer(id, input)).kind).toBe('ok')
    expect(await assessments.answer(id, input)).toMatchObject({ kind: 'stale', same: true })
    expect(await assessments.answer(id, { ...input, answer: 'staff' })).toMatchObject({ kind: 'stale', same: false })
    expect(await rows(id)).toHaveLength(1)
  })

  test('the id of one channel is not that of another', async () => {
    const { id, view } = await begin()
    const first = viewOf(
      await assessments.answer(id, {
        seq: view.seq,
        question: 'who',
        answer: 'me',
        by: { source: 'telegram', sourceId: '7' },
      }),
    )
    const second = viewOf(
      await assessments.answer(id, {
        seq: first.seq,
        question: 'age',
        answer: '65-79',
        by: { source: 'console', sourceId: '7' },
      }),
    )
    expect(second.seq).toBe(2)
    expect((await rows(id)).map((row) => row.source)).toEqual(['telegram', 'console'])
  })
})

describe('urgent actions', () => {
  test('one that goes away with a change, and comes back with another, is shown anew', async () => {
    const { id, view } = await begin()
    const raised = await say(id, view, ['who', 'me'], ['age', '65-79'], ['red-now', ['chest']])
    expect(raised.kind).toBe('urgent')
    const on = viewOf(await assessments.carryOn(id, raised.seq, web))
    expect(questionOf(on)).toBe('red-new')
    const gone = await say(id, on, ['red-now', ['none']])
    expect(gone.kind).toBe('question')
    expect((await say(id, gone, ['red-now', ['chest']])).kind).toBe('urgent')
  })

  test('a second one is shown although the first was gone on from', async () => {
    const { id, view } = await begin()
    const first = await say(id, view, ['who', 'me'], ['age', '65-79'], ['red-now', ['chest']])
    const on = viewOf(await assessments.carryOn(id, first.seq, web))
    const second = await say(id, on, ['red-now', ['chest', 'stroke']])
    expect(second.kind).toBe('urgent')
    expect(second.urgent?.also.map((one) => one.code)).toEqual([])
    expect(second.urgent?.rule).toBe('M1')
  })

  test('finishing does not hide one', async () => {
    const { id, view } = await begin()
    const raised = await say(id, view, ['who', 'me'], ['age', '65-79'], ['red-now', ['chest']])
    expect(viewOf(await assessments.finish(id, raised.seq, web)).kind).toBe('urgent')
  })

  test('free words on the first page are heard before anything is begun', () => {
    expect(assessments.heard('she has CHEST pain, and can’t breathe')[0]).toMatchObject({ code: 'E999', phone: '999' })
    expect(assessments.heard('the bath is too high')).toEqual([])
    expect(assessments.heard('')).toEqual([])
  })
})

describe('looking again', () => {
  test('a question on the path, with its answer in it; any other name gives where the person is', async () => {
    const { id, view } = await begin()
    const here = await say(id, view, ['who', 'me'], ['age', '65-79'])
    const revisited = await assessments.revisit(id, 'age')
    expect(revisited).toMatchObject({
      kind: 'ok',
      view: { kind: 'question', seq: here.seq, question: { id: 'age', answer: '65-79' } },
    })
    for (const name of ['tenure', 'nothing', 'constructor', '__proto__', 'toString'])
      expect(await assessments.revisit(id, name)).toMatchObject({
        kind: 'ok',
        view: { question: { id: questionOf(here) } },
      })
  })

  test('an unknown id is gone, whatever is asked of it', async () => {
    const id = 'AAAAAAAAAAAAAAAAAAAAAA'
    const gone = { kind: 'gone' }
    expect(await assessments.look(id)).toEqual(gone)
    expect(await assessments.revisit(id, 'who')).toEqual(gone)
    expect(await assessments.answer(id, { seq: 0, question: 'who', answer: 'me', by: web })).toEqual(gone)
    expect(await assessments.finish(id, 0)).toEqual(gone)
    expect(await assessments.carryOn(id, 0)).toEqual(gone)
    expect(await assessments.advice(id)).toEqual(gone)
    expect(await assessments.erase(id)).toEqual(gone)
  })
})

describe('what is kept', () => {
  test('a log that only grows: answers, changes, stops and goings on, each with its seq and channel', async () => {
    const { id, view } = await begin()
    const here = await say(id, view, ['who', 'me'], ['age', '65-79'], ['age', '50-64'])
    const stopped = viewOf(await assessments.finish(id, here.seq, { source: 'worker' }))
    await assessments.carryOn(id, stopped.seq, { source: 'telegram' })
    expect(await rows(id)).toEqual([
      { seq: 1, kind: 'answer', question: 'who', source: 'web' },
      { seq: 2, kind: 'answer', question: 'age', source: 'web' },
      { seq: 3, kind: 'change', question: 'age', source: 'web' },
      { seq: 4, kind: 'finish', question: null, source: 'worker' },
      { seq: 5, kind: 'continue', question: null, source: 'telegram' },
    ])
  })

  test('counts of what happened, which outlive the answers', async () => {
    const fresh = await makeApp()
    const begun = await fresh.assessments.begin({
      channel: 'web',
      pack: 'lancashire',
      ahead: [{ question: 'topics', answer: ['bath', 'stairs'] }],
    })
    if (begun.kind !== 'ok') return expect.unreachable(begun.message)
    const { id } = begun
    let { view } = begun
    const by = web
    for (const [question, answer] of [
      ['who', 'me'],
      ['age', '65-79'],
      ['age', '50-64'],
      ['red-now', ['chest']],
    ] as const)
      view = viewOf(await fresh.assessments.answer(id, { seq: view.seq, question, answer, by }))
    view = viewOf(await fresh.assessments.carryOn(id, view.seq, by))
    await fresh.assessments.finish(id, view.seq, by)
    await fresh.assessments.erase(id)
    const { results } = await fresh.db.prepare('SELECT event, subject, n FROM usage ORDER BY event, subject').all()
    expect(results).toEqual([
      { event: 'answered', subject: '', n: 3 },
      { event: 'begun', subject: '', n: 1 },
      { event: 'changed', subject: '', n: 1 },
      { event: 'erased', subject: '', n: 1 },
      { event: 'finished', subject: '', n: 1 },
      { event: 'urgent', subject: 'E999', n: 1 },
    ])
    await fresh.close()
  })
})
