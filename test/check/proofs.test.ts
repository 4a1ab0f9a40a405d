import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluate, holds } from '../../src/advice/condition.ts'
import { condition, type ConditionNotation } from '../../src/advice/notation.ts'
import { prepare, type Content } from '../../src/assessment/content.ts'
import { check } from '../../src/check/check.ts'
import { classesOf, combinations } from '../../src/check/classes.ts'
import { checkLocales, SAID } from '../../src/check/locales.ts'
import { solutions } from '../../src/check/satisfy.ts'
import { passing, walkTo, walkWith } from '../../src/check/walks.ts'
import { compile } from '../../src/content/compile.ts'
import { END } from '../../src/flow/compose.ts'
import { miniature, miniatureGolden, TODAY } from '../fixture/library.ts'

const mini = miniature()
const content = prepare(mini)
const found = (goal: ConditionNotation) =>
  walkTo(content, condition(goal), (facts) => holds(condition(goal), facts, content.findings))

describe('a walk to what is looked for', () => {
  test('answers what is needed, and otherwise as somebody would for whom it does not apply', () => {
    expect(found({ sitbal: 'no', 'bath-hard': 'over' })!.path).toEqual([
      'who=me',
      'red-now=["none"]',
      'matters=skip',
      'topics=["bath"]',
      'bath-hard=["over"]',
      'sitbal=no',
      'place=not_sure',
    ])
  })

  test.each<[string, ConditionNotation]>([
    ['a number between two others', { number: { minus: ['knee-height', 'seat-height'] }, atLeast: 5, atMost: 6 }],
    ['two of three', { atLeast: 2, of: [{ 'bath-hard': 'over' }, { 'chair-hard': 'yes' }, { who: 'carer' }] }],
    [
      'the last two of three',
      {
        atLeast: 2,
        of: [{ all: [{ who: 'me' }, { who: 'carer' }] }, { 'bath-hard': 'over' }, { 'chair-hard': 'yes' }],
      },
    ],
    [
      'fewer than two of two',
      {
        not: { atLeast: 2, of: [{ 'bath-hard': 'over' }, { 'chair-hard': 'yes' }] },
        topics: 'chair',
        weight: 'under-100',
      },
    ],
    ['what was passed', { unknown: 'sitbal', 'bath-hard': 'over' }],
    ['what was not passed', { not: { unknown: 'sitbal' } }],
    ['one topic without the other', { topics: 'chair', not: { topics: 'bath' } }],
  ])('%s', (_, goal) => {
    expect(found(goal)).not.toBeNull()
  })

  test.each<[string, ConditionNotation]>([
    ['two answers to one question', { all: [{ sitbal: 'yes' }, { sitbal: 'no' }] }],
    ['an answer to what is asked only without it', { 'seat-height': 'not_sure', 'chair-hard': 'no' }],
    ['none of these, and one of them', { all: [{ 'red-now': 'chest' }, { 'red-now': 'none' }] }],
  ])('is not found for %s', (_, goal) => {
    expect(found(goal)).toBeNull()
  })

  test('says which answer of a list does not fit', () => {
    expect(() => walkWith(content, { who: 'neighbour' })).toThrow('start/who: the answer neighbour does not fit')
  })

  test('each solution makes the condition true, and each is another one', () => {
    const goal = condition({ any: [{ 'bath-hard': ['over', 'up'] }, { 'chair-hard': 'yes' }] })
    const all = [...solutions(mini, content.chart.plan, goal)]
    for (const facts of all) expect(evaluate(goal, facts, content.findings)).toBe(true)
    expect(new Set(all.map((facts) => JSON.stringify(facts))).size).toBe(all.length)
  })
})

test('what says nothing: none of these, no, an exit; where all say something, the first', () => {
  const answers = Object.values(mini.questions).map((question) => [question.id, passing(question)])
  expect(Object.fromEntries(answers)).toMatchObject({
    who: 'me',
    'red-now': ['none'],
    matters: 'skip',
    topics: ['bath'],
    sitbal: 'not_sure',
  })
})

describe('the answers that matter to a condition', () => {
  const classes = (goal: ConditionNotation) =>
    Object.fromEntries(classesOf([condition(goal)], mini.questions, mini.findings))

  test('each option that it names, one other, every exit, and not asked', () => {
    expect(classes({ weight: ['100-125', 'over-190'] })).toEqual({
      weight: ['100-125', 'over-190', 'under-100', 'not_sure', 'rather_not_say', undefined],
    })
  })

  test('of a list, each by itself and all of those together', () => {
    expect(classes({ 'bath-hard': ['over', 'up'] })['bath-hard']).toEqual([
      ['over'],
      ['up'],
      ['heat'],
      ['over', 'up'],
      'not_sure',
      'rather_not_say',
      undefined,
    ])
  })

  test('of a number, both sides of each threshold', () => {
    const knee = classes({ number: 'knee-height', atLeast: 40 })['knee-height']
    expect(knee).toEqual(expect.arrayContaining([25, 39.9, 40, 40.1, 65, 'not_sure', undefined]))
  })

  test('every combination of them, each once, on top of what is given', () => {
    const both = classesOf([condition({ sitbal: 'yes', who: 'me' })], mini.questions, mini.findings)
    const all = [...combinations(both, { matters: 'skip' })]
    expect(all).toHaveLength(5 * 3)
    expect(new Set(all.map((facts) => JSON.stringify(facts))).size).toBe(all.length)
    for (const facts of all) expect(facts.matters).toBe('skip')
  })
})

describe('interface strings', () => {
  test('that are said outside the pages are all in the list that is checked', async () => {
    const said = new Set<string>()
    for (const folder of ['src/advice', 'src/assessment', 'src/content', 'src/directory']) {
      for (const name of (await readdir(folder, { recursive: true })).filter((one) => one.endsWith('.ts'))) {
        const code = await readFile(join(folder, name), 'utf8')
        for (const [, call] of code.matchAll(/\bsay\(([^,)]*)/g))
          for (const [, id] of call!.matchAll(/'([a-z][\w-]*)'/g)) said.add(id!)
      }
    }
    expect([...said].filter((id) => !SAID.includes(id))).toEqual([])
    expect(said.size).toBeGreaterThan(20)
  })

  test('of the real content are all there', async () => {
    expect(checkLocales(await compile())).toEqual([])
  })
})

describe('the real content', () => {
  let real: Content
  beforeAll(async () => {
    real = prepare(await compile())
  })

  test('asks an end from everybody who passes everything', () => {
    expect(walkWith(real, {}).position.at).toBe(END)
  })

  test('the report counts what it looked at, and is the same each time', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => check(mini, { today: TODAY, golden: miniatureGolden() })),
    )
    expect(second).toEqual(first)
    expect(first).toMatchObject({
      ok: true,
      topics: 2,
      equipmentTypes: 3,
      safetyRules: 1,
      goldenCases: 2,
      tierCounts: { 'self-choose': 2, 'assessed-only': 1 },
    })
    expect(Object.keys(first!.proofs).toSorted()).toEqual([
      'cases',
      'early',
      'gates',
      'golden',
      'packs',
      'products',
      'reached',
      'suggested',
      'tiers',
      'urgent',
    ])
    for (const cases of Object.values(first!.proofs)) expect(cases).toBeGreaterThan(0)
  })
})
