import { describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import { chart } from '../../src/flow/chart.ts'
import { END } from '../../src/flow/compose.ts'
import { miniature } from '../fixture/library.ts'

const mini = chart(miniature())
const atBath = { at: 'bath/bath-hard', facts: { who: 'me', topics: ['bath'] } } as const

describe('a step', () => {
  test('begins with the first question and nothing known', () => {
    expect(mini.begin()).toEqual({ at: 'start/who', facts: {} })
  })

  test('is guarded by the answer that is being given, not only by those before it', () => {
    expect(mini.answer(atBath, ['over']).at).toBe('bath/sitbal')
    expect(mini.answer(atBath, ['heat']).at).toBe('close/place')
  })

  test('adds the answer and leaves the standing before it as it was', () => {
    const before = structuredClone(atBath)
    expect(mini.answer(atBath, ['over']).facts).toEqual({ who: 'me', topics: ['bath'], 'bath-hard': ['over'] })
    expect(atBath).toEqual(before)
  })

  test('replaces the answer that a place had', () => {
    const again = { at: 'bath/sitbal', facts: { ...atBath.facts, 'bath-hard': ['over'], sitbal: 'no' } }
    expect(mini.answer(again, 'yes').facts.sitbal).toBe('yes')
  })

  test('gives the same each time, from facts that came back from storage', () => {
    const stored = JSON.parse(JSON.stringify(atBath)) as typeof atBath
    expect(mini.answer(stored, ['up'])).toEqual(mini.answer(atBath, ['up']))
  })

  test('leads from the last question to the end', () => {
    expect(mini.answer({ at: 'close/place', facts: {} }, 'not_sure')).toEqual({ at: END, facts: { place: 'not_sure' } })
  })
})

describe('a place that does not exist says so', () => {
  test.each(['nowhere', 'bath/nowhere', 'nowhere/who', '', END, 'constructor'])('“%s”', (at) => {
    expect(() => mini.answer({ at, facts: {} }, 'yes')).toThrow(`no question is asked at "${at}"`)
    expect(mini.node(at)).toBeUndefined()
  })
})

describe('the machine', () => {
  test('has one state for each place, within its section, and the end', async () => {
    for (const { machine, plan } of [mini, chart(await compile())]) {
      const states = Object.entries(machine.config.states!).flatMap(([section, { states }]) =>
        states ? Object.keys(states).map((key) => `${section}/${key}`) : [section],
      )
      expect(states.toSorted()).toEqual([...plan.nodes.map((node) => node.id), END].toSorted())
    }
  })

  test('knows no clock and starts nothing: no invoke, no spawn, no delay', () => {
    expect(JSON.stringify(mini.machine.config)).not.toMatch(/"(invoke|after|spawn|always)"/)
  })

  test('keeps its words outside: it holds ids only', () => {
    expect(JSON.stringify(mini.machine.config)).not.toContain('What is hard about the bath?')
  })
})

test('councils are the places that may be named', () => {
  expect([...mini.areas]).toEqual(['E1', 'E2'])
  expect(mini.question('sitbal')!.kind).toBe('single')
  expect(mini.question('nothing')).toBeUndefined()
})
