import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { chart, type Chart } from '../../src/flow/chart.ts'
import { END } from '../../src/flow/compose.ts'
import { LIMITS } from '../../src/flow/limits.ts'
import { asked, walk } from '../../src/flow/walk.ts'
import { miniature } from '../fixture/library.ts'
import { people } from './people.ts'

const mini = chart(miniature())

describe('a walk', () => {
  test('goes as far as the answers carry, and stops at the first question without one', () => {
    const standing = walk(mini, { who: 'me', 'red-now': ['none'], topics: ['bath'] })
    expect(asked(mini, standing)).toBe('matters')
    expect(standing.facts).toEqual({ who: 'me', 'red-now': ['none'] })
  })

  test('takes no answer to a question that it does not meet', () => {
    const { facts, at } = walk(mini, {
      who: 'me',
      'red-now': ['none'],
      matters: 'skip',
      topics: ['bath'],
      'bath-hard': ['heat'],
      sitbal: 'no',
      'chair-hard': 'yes',
      place: { area: 'E1' },
    })
    expect([at, Object.keys(facts)]).toEqual([END, ['who', 'red-now', 'matters', 'topics', 'bath-hard', 'place']])
  })

  test.each<[string, Facts]>([
    ['an option that is no longer on offer', { who: 'neighbour' }],
    ['a way out that is no longer on offer', { who: 'not_sure' }],
    ['a question that was of another kind', { who: 7 }],
  ])('asks again where an older answer does not fit: %s', (_, given) => {
    expect(walk(mini, given)).toEqual({ at: 'start/who', facts: {} })
  })

  test('has nothing to ask at the end', () => {
    expect(asked(mini, { at: END, facts: {} })).toBeUndefined()
  })
})

describe('on the real content', () => {
  let library: Library
  let real: Chart
  beforeAll(async () => {
    library = await compile()
    real = chart(library)
  })

  test('every walk ends, within its limit, whoever walks it', () => {
    fc.assert(
      fc.property(people(library), (person) => {
        const { at, facts } = walk(real, person)
        expect(at).toBe(END)
        expect(Object.keys(facts).length).toBeLessThan(LIMITS.steps)
        for (const [question, answer] of Object.entries(facts)) expect(answer).toEqual(person[question])
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  test('one step at a time comes to the same as all at once, also through storage', () => {
    fc.assert(
      fc.property(people(library), (person) => {
        let here = real.begin()
        for (let question = asked(real, here); question !== undefined; question = asked(real, here)) {
          here = walk(real, { [question]: person[question]! }, JSON.parse(JSON.stringify(here)))
        }
        expect(here).toEqual(walk(real, person))
        expect(Object.keys(here.facts)).toEqual(Object.keys(walk(real, person).facts))
      }),
      { seed: 2, numRuns: 40 },
    )
  })
})
