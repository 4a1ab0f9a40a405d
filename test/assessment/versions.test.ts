import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { condition } from '../../src/advice/notation.ts'
import type { AnswerInput } from '../../src/assessment/assessments.ts'
import type { View } from '../../src/assessment/view.ts'
import type { Library } from '../../src/content/library.ts'
import type { SafetyRule } from '../../src/content/schema.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { newer } from '../fixture/newer.ts'
import { MINUTE } from '../fixture/time.ts'

/** The service with library A, and the same store under whatever library it is started again with. */
let first: TestApp
let a: Library
beforeEach(async () => {
  first = await makeApp()
  a = first.library
})
afterEach(() => first.close())

const restart = (library: Library): Promise<TestApp> =>
  makeApp({ library, db: first.db, clock: first.clock, random: first.random })

type Said = ReadonlyArray<readonly [string, AnswerInput['answer']]>

const plain: Said = [
  ['who', 'me'],
  ['age', '65-79'],
  ['red-now', ['none']],
  ['red-new', ['none']],
  ['red-worry', ['none']],
  ['change', 'months'],
]

async function say({ assessments, clock }: TestApp, id: string, answers: Said): Promise<View> {
  clock.pass(MINUTE)
  const looked = await assessments.look(id)
  let view = looked.kind === 'ok' ? looked.view : expect.unreachable('gone')
  for (const [question, answer] of answers) {
    const stepped = await assessments.answer(id, { seq: view.seq, question, answer, by: { source: 'web' } })
    view = stepped.kind === 'ok' ? stepped.view : expect.unreachable(`${question}: ${stepped.kind}`)
  }
  return view
}

async function beginWith(answers: Said): Promise<string> {
  const begun = await first.assessments.begin({ channel: 'web' })
  if (begun.kind !== 'ok') return expect.unreachable(begun.message)
  await say(first, begun.id, answers)
  return begun.id
}

const pinned = async (id: string): Promise<unknown> =>
  (await first.db.prepare('SELECT version FROM position WHERE assessment_id = ?').bind(id).first<{ version: string }>())
    ?.version

/** A with other words for one question, and an option taken out of another. */
function reworded(): Library {
  const { matters, age } = a.questions
  return newer(a, {
    questions: {
      ...a.questions,
      matters: { ...matters!, ask: { self: 'What is dear to you?', other: undefined } },
      age: { ...age!, options: age!.options.filter((option) => option.id !== '65-79') },
    },
  })
}

const rule = (raw: Partial<SafetyRule> & Pick<SafetyRule, 'id' | 'when'>): SafetyRule => ({
  ...a.safety.find((one) => one.id === 'M2')!,
  triggers: [],
  ...raw,
})

describe('an assessment begun under A, after a restart with B', () => {
  test('goes on under A, with the words and options of A', async () => {
    const id = await beginWith(plain)
    const second = await restart(reworded())
    const looked = await second.assessments.look(id)
    expect(looked).toMatchObject({
      kind: 'ok',
      view: { version: a.version, question: { id: 'matters', text: 'What matters most to you at the moment?' } },
    })
    const view = await say(second, id, [
      ['matters', 'skip'],
      ['topics', ['bath']],
    ])
    expect(view.version).toBe(a.version)
    expect(await pinned(id)).toBe(a.version)
    const made = await second.assessments.advice(id)
    expect(made).toMatchObject({ kind: 'advice', advice: { version: a.version } })
  })

  test('new ones begin under B meanwhile, and both are served side by side', async () => {
    const id = await beginWith(plain)
    const b = reworded()
    const second = await restart(b)
    const begun = await second.assessments.begin({ channel: 'web' })
    if (begun.kind !== 'ok') return expect.unreachable(begun.message)
    expect(begun.view.version).toBe(b.version)
    const [older, younger] = await Promise.all([second.assessments.look(id), second.assessments.look(begun.id)])
    expect([older, younger].map((one) => one.kind === 'ok' && one.view.version)).toEqual([a.version, b.version])
    const { results } = await first.db
      .prepare('SELECT version FROM library ORDER BY version')
      .all<{ version: string }>()
    expect(results.map(({ version }) => version)).toEqual([a.version, b.version].toSorted())
  })

  test('keeps to A through several versions, more than are held in memory', async () => {
    const id = await beginWith(plain)
    let library = a
    for (let times = 0; times < 6; times++) {
      library = newer(library, { messages: `${library.messages}# ${times}\n` })
      const next = await restart(library)
      const begun = await next.assessments.begin({ channel: 'web' })
      expect(begun.kind).toBe('ok')
      expect(await next.assessments.look(id)).toMatchObject({
        view: { version: a.version, question: { id: 'matters' } },
      })
    }
    const last = await restart(newer(library, { locale: 'en' }))
    const { results } = await first.db.prepare('SELECT id FROM assessment').all<{ id: string }>()
    for (const one of [...results, ...results]) expect((await last.assessments.look(one.id)).kind).toBe('ok')
  })
})

describe('when A cannot be loaded any more', () => {
  const lose = {
    'its row is gone': 'DELETE FROM library WHERE version = ?',
    'it is of an older format': "UPDATE library SET contents = json_set(contents, '$.format', 0) WHERE version = ?",
    'it does not compose': "UPDATE library SET contents = json_remove(contents, '$.flows') WHERE version = ?",
    'it is no JSON': "UPDATE library SET contents = 'torn' WHERE version = ?",
  }

  test.each(Object.entries(lose))(
    'because %s, the answers are walked through B as far as they carry',
    async (_, sql) => {
      const id = await beginWith(plain)
      await first.db.prepare(sql).bind(a.version).run()
      const b = reworded()
      const second = await restart(b)
      // "65 to 79" is not on offer any more: that is asked again, and what was said after it waits.
      const looked = await second.assessments.look(id)
      expect(looked).toMatchObject({
        kind: 'ok',
        view: { version: b.version, seq: plain.length, question: { id: 'age' } },
      })
      const view = await say(second, id, [['age', '50-64']])
      expect(view).toMatchObject({ version: b.version, question: { id: 'matters', text: 'What is dear to you?' } })
      expect(await pinned(id)).toBe(b.version)
      const again = await second.assessments.look(id)
      expect(again.kind === 'ok' && again.answers.map((line) => line.question)).toEqual(
        plain.map(([question]) => question),
      )
    },
  )

  test('actions that were gone on from, and a stop, are remembered through the replay', async () => {
    const id = await beginWith([...plain.slice(0, 2), ['red-now', ['chest']]])
    const seen = await first.assessments.carryOn(id, 3, { source: 'web' })
    expect(seen).toMatchObject({ kind: 'ok', view: { kind: 'question' } })
    await first.db.prepare('DELETE FROM library').run()
    const second = await restart(newer(a, { messages: `${a.messages}\n` }))
    expect(await second.assessments.look(id)).toMatchObject({
      view: { kind: 'question', seq: 4, question: { id: 'red-new' } },
    })
  })
})

describe('safety rules are always the newest', () => {
  test('a rule added in B is raised in an assessment of A by answers that were given before', async () => {
    const id = await beginWith(plain)
    const b = newer(a, {
      safety: [...a.safety, rule({ id: 'N1', when: condition({ change: 'months', age: '65-79' }) })],
    })
    const second = await restart(b)
    expect(await second.assessments.look(id)).toMatchObject({
      view: { kind: 'urgent', version: a.version, urgent: { rule: 'N1' } },
    })
    const made = await second.assessments.advice(id)
    expect(made.kind === 'advice' && made.advice.urgent.map((line) => line.rule)).toEqual(['N1'])
    const on = await second.assessments.carryOn(id, plain.length, { source: 'web' })
    expect(on).toMatchObject({ kind: 'ok', view: { kind: 'question', version: a.version } })
  })

  test('so is one that rests on a finding which A does not know, or knew otherwise', async () => {
    const id = await beginWith(plain)
    const findings = {
      ...a.findings,
      'newly-found': { when: condition({ change: 'months' }) },
      'sudden-change': { when: condition({ change: ['sudden', 'months'] }) },
    }
    const b = newer(a, {
      findings,
      safety: [
        rule({ id: 'N2', when: condition({ finding: 'newly-found' }) }),
        rule({ id: 'N3', when: condition({ finding: 'sudden-change' }) }),
      ],
    })
    const second = await restart(b)
    const made = await second.assessments.advice(id)
    expect(made.kind === 'advice' && made.advice.urgent.map((line) => line.rule)).toEqual(['N2', 'N3'])
    expect(made.kind === 'advice' && made.advice.version).toBe(a.version)
  })

  test('a rule that B mended is not raised by its old condition', async () => {
    const id = await beginWith([...plain.slice(0, 2), ['red-now', ['chest']]])
    const b = newer(a, { safety: a.safety.filter((one) => one.id !== 'M2') })
    const second = await restart(b)
    expect(await second.assessments.look(id)).toMatchObject({ view: { kind: 'question', version: a.version } })
  })

  test('the newest rules of a pack count too', async () => {
    const begun = await first.assessments.begin({ channel: 'web', pack: 'lancashire' })
    if (begun.kind !== 'ok') return expect.unreachable(begun.message)
    await say(first, begun.id, plain)
    const lancashire = a.packs.lancashire!
    const packs = {
      ...a.packs,
      lancashire: { ...lancashire, safety: [rule({ id: 'L1', when: condition({ change: 'months' }) })] },
    }
    const second = await restart(newer(a, { packs }))
    expect(await second.assessments.look(begun.id)).toMatchObject({ view: { kind: 'urgent', urgent: { rule: 'L1' } } })
  })
})
