import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { advice } from './advice-shape.ts'
import { asks, client, viewIn, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker, type Walker } from './walker.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

const someone = (): Promise<Walker> => walker(api, service)

describe('POST /assessments', () => {
  test('begins with the first question, an id of 128 bits and a code to come back with', async () => {
    const reply = await api.post('/assessments', {})
    expect(reply.status).toBe(201)
    const { view } = shapes.begun.parse(reply.body)
    expect(view).toMatchObject({
      seq: 0,
      kind: 'question',
      adviceReady: false,
      locale: 'en',
      version: service.library.version,
    })
    expect(asks(view)).toBe('who')
  })

  test('needs no body at all', async () => {
    const reply = await api.post('/assessments')
    expect(reply.status).toBe(201)
    shapes.begun.parse(reply.body)
  })

  test('takes locale, pack and channel; a pack that nobody has is the default one', async () => {
    for (const body of [{ locale: 'en', pack: 'cambridgeshire', channel: 'console' }, { pack: 'atlantis' }])
      expect((await api.post('/assessments', body)).status).toBe(201)
  })
})

describe('GET /assessments/{id}', () => {
  test('the view, and the answers on the path in words', async () => {
    const one = await someone()
    await one.until('bath-wish', bath)
    const reply = await api.get(one.path)
    expect(reply.status).toBe(200)
    const { id, view, answers } = shapes.looked.parse(reply.body)
    expect(id).toBe(one.id)
    expect(view).toEqual(one.view())
    expect(answers[0]).toEqual({
      question: 'who',
      topic: 'start',
      text: 'Who are you answering for?',
      answer: 'me',
      answerText: 'Myself',
    })
    expect(answers.find((line) => line.question === 'topics')).toMatchObject({ answer: ['bath'] })
  })
})

describe('POST /assessments/{id}/answers', () => {
  test('200 with the next view, whose seq is one more', async () => {
    const one = await someone()
    const reply = await one.answer('me')
    expect(reply.status).toBe(200)
    const { view } = shapes.stepped.parse(reply.body)
    expect(view.seq).toBe(1)
    expect(view.progress.answered).toBe(1)
    expect(asks(view)).toBe('age')
  })

  test('409 with the current view when seq is not the newest', async () => {
    const one = await someone()
    await one.answer('me')
    for (const seq of [0, 7]) {
      const reply = await api.post(`${one.path}/answers`, { seq, question: 'age', answer: '65-79' })
      expect(reply.status).toBe(409)
      const { error, view } = shapes.refusal.parse(reply.body)
      expect(error.code).toBe('stale')
      expect(error.message).toMatch(/moved on/)
      expect(view).toEqual(one.view())
    }
  })

  test('422 with the view when the answer does not fit', async () => {
    const one = await someone()
    const reply = await one.answer('the queen')
    expect(reply.status).toBe(422)
    const { error, view } = shapes.refusal.parse(reply.body)
    expect(error).toEqual({
      code: 'misfit',
      field: 'answer',
      message: 'That answer is not one of the choices. Choose one from the list',
    })
    expect(view).toEqual(one.view())
  })

  test('422 for a question that is not on the path, or not at all', async () => {
    const one = await someone()
    for (const question of ['tenure', 'no-such-question']) {
      const reply = await one.answer('own', question)
      expect(reply.status).toBe(422)
      expect(shapes.refusal.parse(reply.body).error.message).toMatch(/not been asked/)
    }
  })

  test('an earlier question is a change: the other answers stay', async () => {
    const one = await someone()
    await one.until('bath-hard', bath)
    const reply = await one.answer('clean', 'bath-wish')
    expect(reply.status).toBe(200)
    expect(asks(viewIn(reply))).toBe('bath-hard')
    const { answers } = shapes.looked.parse((await api.get(one.path)).body)
    expect(answers.find((line) => line.question === 'bath-wish')?.answer).toBe('clean')
    expect(answers.length).toBe(one.view().progress.answered)
  })

  test('options, several options, numbers in cm or kg, places by postcode or area, text and exits are all answers', async () => {
    const one = await someone()
    const toilet = {
      ...bath,
      topics: ['toilet'],
      'toilet-hard': ['up'],
      'toilet-hold': 'both',
      'toilet-feet': 'knees-up',
      'toilet-sit': ['straight'],
    }
    await one.until('knee-height', toilet)
    expect((await one.answer(45.04)).status).toBe(200)
    expect((await one.answer('17 in')).status).toBe(200)
    await one.until('place', toilet)
    expect((await one.answer({ postcode: 'EH1' })).status).toBe(422)
    expect((await one.answer({ area: 'E10000017' })).status).toBe(200)
    const { answers } = shapes.looked.parse((await api.get(one.path)).body)
    const said = Object.fromEntries(answers.map((line) => [line.question, line.answerText]))
    expect(said).toMatchObject({
      'knee-height': '45 cm (18 in)',
      'toilet-seat-height': '43.2 cm (17 in)',
      matters: 'A bath in peace',
    })
    expect(said.place).toMatch(/Lancashire/)
  })
})

describe('POST /assessments/{id}/finish and /continue', () => {
  test('finish gives the advice so far, continue the question that was waiting', async () => {
    const one = await someone()
    await one.until('sitbal', bath)
    expect(one.view().adviceReady).toBe(true)
    const finished = await api.post(`${one.path}/finish`, { seq: one.view().seq })
    expect(finished.status).toBe(200)
    const { view } = shapes.stepped.parse(finished.body)
    expect(view.kind).toBe('advice')
    expect(view.progress.leastLeft).toBeGreaterThan(0)
    const on = await api.post(`${one.path}/continue`, { seq: view.seq })
    expect(on.status).toBe(200)
    expect(asks(viewIn(on))).toBe('sitbal')
  })

  test('both answer 409 with the view when seq is not the newest', async () => {
    const one = await someone()
    await one.answer('me')
    for (const step of ['finish', 'continue']) {
      const reply = await api.post(`${one.path}/${step}`, { seq: 0 })
      expect(reply.status).toBe(409)
      expect(shapes.refusal.parse(reply.body).view).toEqual(one.view())
    }
  })

  test('an urgent action is the view until continue, and stays in the advice afterwards', async () => {
    const one = await someone()
    const view = await one.until('urgent', { ...bath, 'red-now': ['chest'] })
    if (view.kind !== 'urgent') return expect.unreachable('until() came to something else')
    expect(view.urgent).toMatchObject({ rule: 'M2', code: 'E999', phone: '999', canContinue: true })
    const told = advice.parse((await api.get(`${one.path}/advice`)).body)
    expect(told.urgent.map((line) => line.rule)).toEqual(['M2'])
    expect(told.items).toEqual([])
    const on = await api.post(`${one.path}/continue`, { seq: view.seq })
    expect(viewIn(on).kind).toBe('question')
    expect(advice.parse((await api.get(`${one.path}/advice`)).body).urgent.map((line) => line.code)).toEqual(['E999'])
  })

  test('to finish before anything can be said leaves the question where it is', async () => {
    const one = await someone()
    const reply = await api.post(`${one.path}/finish`, { seq: 0 })
    expect(reply.status).toBe(200)
    expect(viewIn(reply)).toMatchObject({ kind: 'question', adviceReady: false })
  })
})

test('nothing that was asked or answered may be kept by a cache', async () => {
  for (const path of ['/topics', (await someone()).path, '/assessments/unknown'])
    expect((await api.get(path)).headers.get('Cache-Control')).toBe('no-store')
})
