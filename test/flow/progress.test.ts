import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { condition } from '../../src/advice/notation.ts'
import { prepare, type Content } from '../../src/assessment/content.ts'
import { begin, follow, type Position } from '../../src/assessment/position.ts'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { chart } from '../../src/flow/chart.ts'
import { END, type Plan } from '../../src/flow/compose.ts'
import { ask, flow, when } from '../../src/flow/define.ts'
import { remaining } from '../../src/flow/progress.ts'
import { asked, walk } from '../../src/flow/walk.ts'
import { miniature } from '../fixture/library.ts'
import { people } from './people.ts'
import { plainly } from './plainly.ts'

const mini = miniature()
const opening: Facts = { who: 'me', 'red-now': ['none'], matters: 'skip' }

/** What is left after these answers, with others waiting. */
function left(given: Facts, { aside = {}, library = mini }: { aside?: Facts; library?: Library } = {}) {
  const composed = chart(library)
  return remaining(composed.plan, walk(composed, given), aside)
}

describe('how many more', () => {
  test('at the beginning: who, safety, what matters, what goes well, which topics and where; or all there is', () => {
    expect(left({})).toEqual({ least: 5, most: 12 })
  })

  test.each<[string, Facts, { least: number; most: number }]>([
    ['a topic is chosen', { ...opening, topics: ['chair'] }, { least: 2, most: 5 }],
    ['an answer takes questions away', { ...opening, topics: ['chair'], 'chair-hard': 'no' }, { least: 1, most: 1 }],
    ['an answer brings questions', { ...opening, topics: ['chair'], 'chair-hard': 'yes' }, { least: 4, most: 4 }],
    ['a shared question counts once', { ...opening, topics: ['bath'], 'bath-hard': ['over'] }, { least: 2, most: 3 }],
    ['the last question', { ...opening, topics: ['bath'], 'bath-hard': ['heat'] }, { least: 1, most: 1 }],
    ['the end', { ...opening, topics: ['bath'], 'bath-hard': ['heat'], place: { area: 'E1' } }, { least: 0, most: 0 }],
  ])('%s', (_, given, expected) => {
    expect(left(given)).toEqual(expected)
  })

  test('answers that wait are not counted, on ways that are surely taken', () => {
    const given = { ...opening, topics: ['chair'] }
    const aside = { place: { area: 'E1' }, 'chair-hard': 'yes' }
    expect(left(given, { aside: { place: { area: 'E1' } } })).toEqual({ least: 1, most: 4 })
    expect(remaining(chart(mini).plan, { at: 'choice/topics', facts: opening }, aside)).toEqual({ least: 1, most: 6 })
  })

  test('what hangs on "not yet known" is not taken for granted', () => {
    const flows = [flow('bath', ask('bath-hard'), when({ unknown: 'sitbal' }, ask('weight'))), mini.flows[1]!]
    const library = { ...mini, flows, equipment: [] }
    expect(left({ ...opening, topics: ['bath', 'chair'] }, { library })).toEqual({ least: 4, most: 7 })
  })

  test('what is ruled out only while nothing is known is not ruled out for good', () => {
    const adult = { ...mini.findings, 'questions-go-on': { when: condition({ possible: { not: { who: 'carer' } } }) } }
    expect(left({}, { library: { ...mini, findings: adult } })).toEqual({ least: 3, most: 12 })
  })
})

describe('a question that stands at several places', () => {
  const plan = (ways: Record<string, string[]>): Plan => ({
    first: 'start/who',
    findings: {},
    nodes: Object.entries(ways).map(([id, to]) => ({
      id,
      section: id.split('/')[0]!,
      question: id.split('/')[1]!.split('~')[0]!,
      edges: to.map((one, index) =>
        index < to.length - 1 ? { to: one, when: condition({ who: 'me' }) } : { to: one },
      ),
    })),
  })
  const begun = { at: 'start/who', facts: {} }

  test('counts on the way past it that comes by it later', () => {
    const forked = plan({
      'start/who': ['a/sitbal', 'b/weight'],
      'a/sitbal': [END],
      'b/weight': ['b/sitbal~2'],
      'b/sitbal~2': [END],
    })
    expect(remaining(forked, begun, {}).most).toBe(3)
  })

  test('is not promised twice where every way has asked it before', () => {
    const joined = plan({
      'start/who': ['a/sitbal', 'b/sitbal'],
      'a/sitbal': ['c/sitbal'],
      'b/sitbal': ['c/sitbal'],
      'c/sitbal': [END],
    })
    const { least, most } = remaining(joined, begun, {})
    expect([least <= 2, most]).toEqual([true, 2])
  })
})

describe('on the real content, whoever answers and however they change their mind', { timeout: 120_000 }, () => {
  let content: Content
  beforeAll(async () => {
    content = prepare(await compile())
  })

  /** Each standing of a walk, with what was promised there. */
  function promises(from: Position, person: Facts) {
    const all: Array<{ at: string; answered: number; least: number; most: number }> = []
    let here = from
    for (let question = asked(content.chart, here); question !== undefined; question = asked(content.chart, here)) {
      const promised = remaining(content.chart.plan, here, here.aside)
      all.push({ at: here.at, answered: all.length, ...promised })
      here = follow(content, 'default', here, { kind: 'answer', question, value: person[question]! })
    }
    return { all, end: here }
  }

  function kept({ all }: ReturnType<typeof promises>): void {
    for (const { at, answered, least, most } of all) {
      const rest = all.length - answered
      expect([at, least <= rest, rest <= most]).toEqual([at, true, true])
    }
  }

  test('the questions that are still asked are neither fewer nor more than was said', () => {
    fc.assert(
      fc.property(people(content.library), (person) => kept(promises(begin(content), person))),
      { seed: 1, numRuns: 120 },
    )
  })

  test('also after an answer was changed, with the others waiting', () => {
    fc.assert(
      fc.property(people(content.library), people(content.library), fc.nat(), (person, changed, pick) => {
        const { end } = promises(begin(content), person)
        const questions = Object.keys(end.facts)
        const question = questions[pick % questions.length]!
        const after = follow(content, 'default', end, { kind: 'change', question, value: changed[question]! })
        kept(promises(after, changed))
      }),
      { seed: 2, numRuns: 120 },
    )
  })

  test('also with topics chosen before their question is met', () => {
    fc.assert(
      fc.property(people(content.library), (person) => {
        const topics = person.topics!
        kept(
          promises(
            follow(content, 'default', begin(content), { kind: 'answer', question: 'topics', value: topics }),
            person,
          ),
        )
      }),
      { seed: 3, numRuns: 60 },
    )
  })

  test('at the end nothing is left', () => {
    expect(remaining(content.chart.plan, { at: END, facts: {} }, {})).toEqual({ least: 0, most: 0 })
  })
})

describe('worked out fast', { timeout: 120_000 }, () => {
  /** Every standing on a person's way, with the first answers waiting, and with one thrown in that is not asked yet. */
  function sameAllTheWay(content: Content, person: Facts, changed: Facts): void {
    const { plan } = content.chart
    const same = (at: string, facts: Facts, aside: Facts): void =>
      expect([at, remaining(plan, { at, facts }, aside)]).toEqual([at, plainly(plan, { at, facts }, aside)])
    let here = begin(content)
    for (let question = asked(content.chart, here); question !== undefined; question = asked(content.chart, here)) {
      same(here.at, here.facts, here.aside)
      same(here.at, here.facts, changed)
      same(here.at, {}, person)
      here = follow(content, 'default', here, { kind: 'answer', question, value: person[question]! })
    }
    for (const question of ['topics', 'who', 'age']) {
      if (!(question in here.facts)) continue
      const back = follow(content, 'default', here, { kind: 'change', question, value: changed[question]! })
      same(back.at, back.facts, back.aside)
    }
    // Places that nobody comes to with these answers.
    for (const [at, node] of plan.nodes.entries()) if (at % 29 === 0) same(node.id, here.facts, changed)
    same('nowhere/at-all', here.facts, {})
  }

  test.each([
    ['the real content', compile, 25],
    ['the miniature', async () => mini, 100],
  ])('it is what the plain way says: %s', async (_, library, numRuns) => {
    const content = prepare(await library())
    const anybody = people(content.library)
    const some = fc.tuple(anybody, fc.infiniteStream(fc.boolean())).map(([all, kept]) => {
      const chosen = Object.entries(all).filter(() => kept.next().value)
      return Object.fromEntries(chosen) as Facts
    })
    fc.assert(
      fc.property(anybody, anybody, some, (person, changed, waiting) => {
        sameAllTheWay(content, person, changed)
        const start = begin(content)
        expect(remaining(content.chart.plan, start, waiting)).toEqual(plainly(content.chart.plan, start, waiting))
      }),
      { seed: 4, numRuns },
    )
  })
})
