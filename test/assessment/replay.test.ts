import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Facts } from '../../src/advice/condition.ts'
import { prepare, type Content } from '../../src/assessment/content.ts'
import { begin, follow, replay, type Entry, type Position } from '../../src/assessment/position.ts'
import { compile } from '../../src/content/compile.ts'
import { ask, flow } from '../../src/flow/define.ts'
import { asked, walk } from '../../src/flow/walk.ts'
import { people } from '../flow/people.ts'

const PACK = 'default'

const answer = (question: string, value: Answer): Entry => ({ kind: 'answer', question, value })
const change = (question: string, value: Answer): Entry => ({ kind: 'change', question, value })

describe('on the real content: a person who answers, changes their mind, stops and goes on', () => {
  let content: Content
  let entries: fc.Arbitrary<Entry[]>
  beforeAll(async () => {
    content = prepare(await compile())
    const { library } = content
    const ids = fc.constantFrom(...Object.keys(library.questions))
    const step = fc.oneof(
      { weight: 12, arbitrary: fc.constant('asked' as const) },
      { weight: 3, arbitrary: ids },
      fc.constantFrom({ kind: 'finish' } as const, { kind: 'continue' } as const),
    )
    entries = fc
      .tuple(people(library), people(library), fc.array(step, { minLength: 10, maxLength: 70 }))
      .map(([first, second, steps]) => written(steps, first, second))
  })

  /** Turn "the question that is asked" and "some question again" into a log. */
  function written(steps: ReadonlyArray<string | Entry>, first: Facts, second: Facts): Entry[] {
    let here = begin(content)
    return steps.flatMap((step): Entry[] => {
      const question = step === 'asked' ? asked(content.chart, here) : step
      if (question === undefined) return []
      const entry = typeof question !== 'string' ? question : entryFor(question, here, first, second)
      here = follow(content, PACK, here, entry)
      return [entry]
    })
  }

  const entryFor = (question: string, here: Position, first: Facts, second: Facts): Entry =>
    asked(content.chart, here) === question ? answer(question, first[question]!) : change(question, second[question]!)

  const stored = (position: Position): Position => JSON.parse(JSON.stringify(position)) as Position

  /** The newest answer to each question. */
  const newest = (all: readonly Entry[]): Facts =>
    Object.fromEntries(all.flatMap((entry) => ('question' in entry ? [[entry.question, entry.value]] : [])))

  test('the position that is kept is what a replay of the log gives, at every step', () => {
    fc.assert(
      fc.property(entries, (all) => {
        let kept = begin(content)
        for (const [index, entry] of all.entries()) {
          kept = follow(content, PACK, stored(kept), entry)
          if (index % 10 === 9) expect(kept).toEqual(replay(content, PACK, all.slice(0, index + 1)))
        }
        const replayed = replay(content, PACK, all)
        expect(kept).toEqual(replayed)
        expect(Object.keys(kept.facts)).toEqual(Object.keys(replayed.facts))
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  test('it stands where one walk with the newest answers leads, however they were come by', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { at, facts, aside } = replay(content, PACK, all)
        const given = newest(all)
        const fresh = walk(content.chart, given)
        expect({ at, facts }).toEqual(fresh)
        expect(Object.keys(facts)).toEqual(Object.keys(fresh.facts))
        expect({ ...facts, ...aside }).toEqual(given)
      }),
      { seed: 2, numRuns: 120 },
    )
  })

  test('the outcome hangs on the path alone: without what stands aside it is the same', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const { at, facts, aside } = replay(content, PACK, all)
        expect(Object.keys(facts).filter((question) => question in aside)).toEqual([])
        expect(walk(content.chart, facts)).toEqual({ at, facts })
      }),
      { seed: 3, numRuns: 120 },
    )
  })

  test('the same log on content that has lost a topic and gained a question still leads somewhere', () => {
    const { library } = content
    const other = prepare({
      ...library,
      topics: library.topics.slice(1),
      flows: library.flows.slice(1).map((one) => flow(one.id, ask('knee-height'), [...one.steps])),
      questions: {
        ...library.questions,
        topics: { ...library.questions.topics!, options: library.questions.topics!.options.slice(1) },
      },
    })
    fc.assert(
      fc.property(entries, (all) => {
        const { at, facts, aside } = replay(other, PACK, all)
        expect({ at, facts }).toEqual(walk(other.chart, newest(all)))
        expect({ ...facts, ...aside }).toEqual(newest(all))
      }),
      { seed: 4, numRuns: 80 },
    )
  })
})
