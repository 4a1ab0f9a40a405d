import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Facts, type Findings } from '../../src/advice/condition.ts'
import { condition, type ConditionNotation } from '../../src/advice/notation.ts'
import { explain, mentions, type Reason } from '../../src/advice/reason.ts'
import { cases } from './arbitrary.ts'

const findings: Findings = {
  weak: { when: condition({ sitbal: ['briefly', 'no'] }) },
  gap: { number: { minus: ['knee', 'seat'] } },
}
const reasons = (notation: ConditionNotation, facts: Facts): Reason[] => explain(condition(notation), facts, findings)

describe('because you said', () => {
  test('only the chosen options that matter are named', () => {
    expect(reasons({ bath: ['over', 'up'] }, { bath: ['over', 'heat', 'up'] })).toEqual([
      { question: 'bath', options: ['over', 'up'] },
    ])
  })

  test('of several ways to be true, those that are', () => {
    expect(
      reasons({ any: [{ bath: 'over' }, { sitbal: 'no' }, { falls: 'two' }] }, { sitbal: 'no', falls: 'none' }),
    ).toEqual([{ question: 'sitbal' }])
  })

  test('of a condition that is false, the parts that are false', () => {
    expect(reasons({ sitbal: 'yes', memory: 'yes' }, { sitbal: 'no', memory: 'yes' })).toEqual([{ question: 'sitbal' }])
  })

  test('what is unknown gives no reason', () => {
    expect(reasons({ sitbal: 'yes', memory: 'yes' }, { sitbal: 'yes', memory: 'not_sure' })).toEqual([])
  })

  test('through findings and numbers, down to the answers', () => {
    expect(reasons({ finding: 'weak' }, { sitbal: 'briefly' })).toEqual([{ question: 'sitbal' }])
    expect(reasons({ number: 'gap', over: 2 }, { knee: 45, seat: 40 })).toEqual([
      { question: 'knee' },
      { question: 'seat' },
    ])
  })

  test('not sure is a reason where it was asked for by name', () => {
    expect(reasons({ thinners: ['yes', 'not_sure'] }, { thinners: 'not_sure' })).toEqual([{ question: 'thinners' }])
  })

  test('that a question was answered at all is told apart from what was answered', () => {
    expect(reasons({ not: { unknown: 'grip' } }, { grip: 'good' })).toEqual([{ question: 'grip', anyAnswer: true }])
    expect(reasons({ not: { unknown: 'grip' }, grip: 'good' }, { grip: 'good' })).toEqual([{ question: 'grip' }])
  })

  test('what is possible rests on nothing that is not known', () => {
    expect(reasons({ possible: { not: { hip: 'yes' } } }, { bath: ['over'] })).toEqual([])
    expect(reasons({ possible: { not: { hip: 'yes' } } }, { hip: 'no' })).toEqual([{ question: 'hip' }])
  })
})

describe('whatever the condition and the answers', () => {
  test('the outcome stays when every answer that is no reason is taken away', () => {
    fc.assert(
      fc.property(cases, ({ condition, facts, findings }) => {
        const value = evaluate(condition, facts, findings)
        fc.pre(value !== null)
        const kept = new Set(explain(condition, facts, findings).map((reason) => reason.question))
        const fewer = Object.fromEntries(Object.entries(facts).filter(([question]) => kept.has(question)))
        expect(evaluate(condition, fewer, findings)).toBe(value)
      }),
      { seed: 3, numRuns: 4_000 },
    )
  })

  test('it stays when any one answer that is no reason is taken away', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ condition, facts, findings }, pick) => {
        const value = evaluate(condition, facts, findings)
        const kept = new Set(explain(condition, facts, findings).map((reason) => reason.question))
        const others = Object.keys(facts).filter((question) => !kept.has(question))
        fc.pre(value !== null && others.length > 0)
        const { [others[pick % others.length]!]: _, ...fewer } = facts
        expect(evaluate(condition, fewer, findings)).toBe(value)
      }),
      { seed: 4, numRuns: 4_000 },
    )
  })

  test('it stays when of a list only the options that are named are left', () => {
    fc.assert(
      fc.property(cases, ({ condition, facts, findings }) => {
        const value = evaluate(condition, facts, findings)
        const options = explain(condition, facts, findings).find((reason) => reason.question === 'list')?.options
        fc.pre(value !== null && options !== undefined && options.length > 0)
        expect(evaluate(condition, { ...facts, list: options! }, findings)).toBe(value)
      }),
      { seed: 5, numRuns: 800 },
    )
  })

  test('every reason is an answer that was given, to a question that the condition looks at', () => {
    fc.assert(
      fc.property(cases, ({ condition, facts, findings }) => {
        const looked = mentions(condition, findings)
        for (const { question, options = [] } of explain(condition, facts, findings)) {
          expect(Object.keys(facts)).toContain(question)
          expect([...looked]).toContain(question)
          for (const option of options) expect(facts[question]).toContain(option)
        }
      }),
      { seed: 6, numRuns: 2_000 },
    )
  })
})
