import { describe, expect, test } from 'vitest'
import { condition, type ConditionNotation } from '../../src/advice/notation.ts'
import { check, type Report } from '../../src/check/check.ts'
import { checkReferences } from '../../src/check/references.ts'
import type { Library } from '../../src/content/library.ts'
import { pack, type Pack } from '../../src/content/pack.ts'
import { miniature, miniatureGolden, TODAY } from '../fixture/library.ts'

const mini = miniature()
const tip = mini.advice[0]!
const chest = mini.safety[0]!
const board = mini.equipment[0]!
const withPack = (change: Partial<Pack>): Partial<Library> => ({
  packs: { default: { ...mini.packs.default!, ...change } },
})
const hangingOn = (notation: ConditionNotation): Partial<Library> => ({
  advice: [{ ...tip, when: condition(notation) }],
})

const messages = (change: Partial<Library>): string[] =>
  checkReferences({ ...mini, ...change }).map(({ message }) => message)
const report = (change: Partial<Library>): Promise<Report> =>
  check({ ...mini, ...change }, { today: TODAY, golden: miniatureGolden() })

describe('everything that is named exists', () => {
  test.each<[string, Partial<Library>, string]>([
    ['a question', hangingOn({ grip: 'yes' }), 'bath-slowly: no question "grip"'],
    ['a question that may be unknown', hangingOn({ unknown: 'grip' }), 'bath-slowly: no question "grip"'],
    ['an option', hangingOn({ sitbal: 'maybe' }), 'bath-slowly: "sitbal" has no option "maybe"'],
    [
      'a way out that the question does not offer',
      hangingOn({ who: 'not_sure' }),
      'bath-slowly: "who" has no option "not_sure"',
    ],
    ['a finding', hangingOn({ finding: 'weak' }), 'bath-slowly: no finding "weak"'],
    ['a finding that only the plan has', hangingOn({ finding: 'fit-sitbal' }), 'bath-slowly: no finding "fit-sitbal"'],
    ['a number question', hangingOn({ number: 'sitbal', over: 5 }), 'bath-slowly: "sitbal" is not a number question'],
    [
      'something deep inside',
      hangingOn({ any: [{ not: { possible: { atLeast: 1, of: [{ sitbal: 'maybe' }] } } }] }),
      'bath-slowly: "sitbal" has no option "maybe"',
    ],
    [
      'a finding of a finding',
      { findings: { ...mini.findings, tired: { when: condition({ finding: 'weak' }) } } },
      'finding tired: no finding "weak"',
    ],
    ['a topic', { advice: [{ ...tip, topic: 'shower' }] }, 'bath-slowly: no topic "shower"'],
    ['a signpost', { advice: [{ ...tip, signpost: ['gp'] }] }, 'bath-slowly: no signpost "gp"'],
    ['a signpost of a safety rule', { safety: [{ ...chest, signpost: ['gp'] }] }, 'M2: no signpost "gp"'],
    [
      'a measurement for a size',
      { equipment: [{ ...board, size: { rule: 'seat-height', from: ['sitbal'] } }] },
      'bath-board: size needs a number question "sitbal"',
    ],
    ['a flow for a topic', { flows: [mini.flows[0]!] }, 'chair: no flows/chair.ts'],
    ['an id of its own', { advice: [{ ...tip, id: 'bath-board' }] }, 'the id "bath-board" is used twice'],
    ['an id of its own in a pack', withPack({ advice: [tip] }), 'the id "bath-slowly" is used twice'],
    ['a topic to switch off', withPack({ topicsOff: ['shower'] }), 'default: no topic "shower" to switch off'],
    ['a council that shares a postcode', withPack({ outwardCodes: { PR7: ['E1', 'E9'] } }), 'default: no council "E9"'],
    [
      'a county over a district',
      { geography: { ...mini.geography, districts: [{ id: 'D1', name: 'Town', area: 'E9', successors: [] }] } },
      'D1: no council "E9"',
    ],
    [
      'what came after a council',
      {
        geography: {
          ...mini.geography,
          former: [{ id: 'E0', name: 'Old', successors: [{ id: 'E9', districts: [] }] }],
        },
      },
      'E0: no council or care board "E9" to come after it',
    ],
    [
      'a condition in a pack',
      withPack({ safety: [{ ...chest, id: 'L1', when: condition({ grip: 'yes' }) }] }),
      'default L1: no question "grip"',
    ],
  ])('%s', (_, change, message) => {
    expect(messages(change)).toContain(message)
  })

  test('a service too', () => {
    const service = {
      id: 'age-uk',
      name: 'A charity',
      types: ['gp'],
      what: 'Help.',
      url: 'https://example.org',
      lastChecked: TODAY,
      checked: 'seen' as const,
      source: 'OK',
    }
    expect(messages({ services: [service] })).toEqual(['age-uk: no signpost "gp"'])
  })
})

describe('every option can be chosen, and leads one way', () => {
  const withOption = (id: string): Partial<Library> => {
    const { sitbal } = mini.questions
    const options = [...sitbal!.options, { id, label: { self: 'Another', other: undefined }, alone: false }]
    return { questions: { ...mini.questions, sitbal: { ...sitbal!, options } } }
  }

  test.each([
    ['yes', 'ambiguous-edge', 'sitbal has two options "yes"'],
    ['skip', 'dead-option', 'sitbal: "skip" passes the question; give the option another id'],
  ])('an option “%s” beside the others: %s', (id, rule, message) => {
    expect(checkReferences({ ...mini, ...withOption(id) })).toEqual([{ rule, path: [`sitbal=${id}`], message }])
  })
})

describe('review dates', () => {
  const old = { reviewBy: '2026-11-20' }

  test('text that is old and not about safety is listed for editors, and is no fault', async () => {
    const aged = { ...tip, id: 'bath-aged', ...old }
    expect(await report({ advice: [aged, ...mini.advice] })).toMatchObject({ ok: true, expired: ['bath-aged'] })
  })

  test('of advice about safety, of the safety screen and of a pack it is a fault', async () => {
    const screen = { questions: { ...mini.questions, 'red-now': { ...mini.questions['red-now']!, ...old } } }
    const local = withPack({ advice: [{ ...tip, id: 'local-tip', safety: true, ...old }] })
    for (const change of [{ advice: [{ ...tip, safety: true, ...old }, mini.advice[1]!] }, screen, local])
      expect((await report(change)).faults.map(({ rule }) => rule)).toEqual(['date-passed'])
  })

  test('on its last day a text still stands', async () => {
    expect((await report({ safety: [{ ...chest, reviewBy: TODAY }] })).ok).toBe(true)
  })
})

describe('what a pack brings is proved as well', () => {
  const local = pack.parse({ ...mini.packs.default!, id: 'local', advice: [], safety: [] })
  const packs = (change: Partial<Pack>): Partial<Library> => ({
    packs: { default: mini.packs.default!, local: { ...local, ...change } },
  })
  const rule = { ...chest, id: 'L1' }

  test('a rule of its own that is raised and shown is sound', async () => {
    expect((await report(packs({ safety: [{ ...rule, when: condition({ sitbal: 'no' }) }] }))).faults).toEqual([])
  })

  test('a rule that never fires', async () => {
    const never = { ...rule, when: condition({ all: [{ sitbal: 'no' }, { sitbal: 'yes' }] }) }
    expect((await report(packs({ safety: [never] }))).faults).toMatchObject([
      { rule: 'rule-never-fires', path: ['L1'] },
    ])
  })

  test('a text that is too hard', async () => {
    const hard = {
      self: 'Necessitates multidisciplinary consideration of individual environmental circumstances and functional capability throughout provision.',
      other: undefined,
    }
    expect(
      (await report(packs({ advice: [{ ...tip, id: 'local-tip', text: hard }] }))).faults.map(({ path }) => path),
    ).toContainEqual(['local-tip.text'])
  })
})

test('an answer of the safety screen is not heeded by a condition that is true of everybody', async () => {
  const bleeding = { id: 'bleeding', label: { self: 'Bleeding', other: undefined }, alone: false }
  const screen = { ...mini.questions['red-now']!, options: [...mini.questions['red-now']!.options, bleeding] }
  const findings = {
    ...mini.findings,
    'questions-go-on': { when: condition({ possible: { not: { 'red-now': 'none', who: 'carer' } } }) },
  }
  const { faults } = await report({ findings, questions: { ...mini.questions, 'red-now': screen } })
  expect(faults.map(({ path }) => path)).toEqual([['red-now=bleeding']])
})

test('what an occupational therapist still has to confirm is counted', async () => {
  const signed = { confirmedBy: { name: 'A. Therapist', role: 'OT', on: TODAY } }
  const { unconfirmed } = await report({
    advice: [
      { ...tip, ...signed },
      { ...mini.advice[1]!, confidence: 'low', check: 'ring-test' },
    ],
  })
  expect(unconfirmed).toMatchObject({
    confirmed: 1,
    low: ['chair-slowly'],
    toCheck: [{ id: 'chair-slowly', check: 'ring-test' }],
  })
})
