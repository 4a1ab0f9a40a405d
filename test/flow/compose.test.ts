import { describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { condition } from '../../src/advice/notation.ts'
import type { Library } from '../../src/content/library.ts'
import type { Pack } from '../../src/content/pack.ts'
import { compile } from '../../src/content/compile.ts'
import { chart } from '../../src/flow/chart.ts'
import { compose, conjuncts, END, type Plan } from '../../src/flow/compose.ts'
import { ask, flow, when } from '../../src/flow/define.ts'
import { walk } from '../../src/flow/walk.ts'
import { miniature } from '../fixture/library.ts'

const mini = miniature()
const opening: Facts = { who: 'me', 'red-now': ['none'], matters: 'skip' }

/** The questions that somebody meets, in order, who gives these answers. */
function met(answers: Facts, library: Library = mini): string[] {
  const composed = chart(library)
  const standing = walk(composed, { ...opening, ...answers })
  const next = composed.node(standing.at)?.question
  return [...Object.keys(standing.facts), ...(next ? [next] : [])].filter((id) => !(id in opening))
}

describe('the order of an assessment', () => {
  test('start, safety, what matters and which topics, the topics in their own order, fit, close', () => {
    const sections = [...new Set(compose(mini).nodes.map((node) => node.section))]
    expect(sections).toEqual(['start', 'safety', 'choice', 'bath', 'chair', 'fit', 'close'])
  })

  test('a topic that was not chosen is never met', () => {
    const hard = {
      'bath-hard': ['over'],
      'chair-hard': 'yes',
      sitbal: 'no',
      weight: 'under-100',
      place: { area: 'E1' },
    }
    expect(met({ ...hard, topics: ['bath'] })).toEqual(['topics', 'bath-hard', 'sitbal', 'place'])
    expect(met({ ...hard, topics: ['chair'], 'knee-height': 45, 'seat-height': 38 })).toEqual([
      'topics',
      'chair-hard',
      'sitbal',
      'knee-height',
      'seat-height',
      'place',
    ])
  })

  test('the same question on two branches of one flow has two places', () => {
    const flows = [
      flow('bath', ask('sitbal', { who: 'me' }), ask('bath-hard'), ask('sitbal', { who: 'carer' })),
      ...mini.flows.slice(1),
    ]
    const places = compose({ ...mini, flows }).nodes.filter((node) => node.section === 'bath')
    expect(places.map((node) => node.id)).toEqual(['bath/sitbal', 'bath/bath-hard', 'bath/sitbal~2'])
  })

  test('a question about the household is asked only for a topic that looks at it', () => {
    const question = { ...mini.questions.sitbal!, id: 'lives', shared: undefined }
    const advice = [...mini.advice, { ...mini.advice[0]!, id: 'alone', when: condition({ lives: 'no' }) }]
    const library = { ...mini, advice, questions: { ...mini.questions, lives: question } }
    expect(met({ topics: ['bath'] }, library)).toEqual(['topics', 'lives'])
    expect(met({ topics: ['chair'] }, library)).toEqual(['topics', 'chair-hard'])
    expect(met({ topics: ['bath'] }, { ...library, advice: mini.advice })).toEqual(['topics', 'bath-hard'])
  })
})

describe('ask once', () => {
  test('a question that two topics ask is met once', () => {
    const answers = { topics: ['bath', 'chair'], 'bath-hard': ['up'], sitbal: 'yes', 'chair-hard': 'yes' }
    expect(met(answers)).toEqual(['topics', 'bath-hard', 'sitbal', 'chair-hard', 'knee-height'])
  })

  test('a question that a topic has asked is not asked again to see what fits', () => {
    const answers = { topics: ['bath'], 'bath-hard': ['up'], sitbal: 'yes' }
    expect(met(answers)).toEqual(['topics', 'bath-hard', 'sitbal', 'weight'])
  })
})

describe('questions about what fits', () => {
  const flows = [flow('bath', ask('bath-hard')), ...mini.flows.slice(1)]
  const library = { ...mini, flows }

  test('are asked while a type is wanted and hangs on them', () => {
    expect(met({ topics: ['bath'], 'bath-hard': ['over'] }, library)).toEqual(['topics', 'bath-hard', 'sitbal'])
    expect(met({ topics: ['bath'], 'bath-hard': ['over'], sitbal: 'yes' }, library).at(-1)).toBe('weight')
  })

  test('are not asked when nothing is wanted', () => {
    expect(met({ topics: ['bath'], 'bath-hard': ['heat'] }, library)).toEqual(['topics', 'bath-hard', 'place'])
  })

  test('are not asked once every type that hangs on them is ruled out', () => {
    expect(met({ topics: ['bath'], 'bath-hard': ['over'], sitbal: 'no' }, library)).toEqual([
      'topics',
      'bath-hard',
      'sitbal',
      'place',
    ])
  })

  test('go on after "not sure", because the type is not ruled out; it is not suggested all the same', () => {
    expect(met({ topics: ['bath'], 'bath-hard': ['over'], sitbal: 'not_sure' }, library).at(-1)).toBe('weight')
  })

  test('are not asked for a type that an exclusion rules out', () => {
    const [board, ...others] = library.equipment
    const shut = { ...board!, exclude: [condition({ 'bath-hard': 'over' })] }
    const changed = { ...library, equipment: [shut, ...others] }
    expect(met({ topics: ['bath'], 'bath-hard': ['over'] }, changed)).toEqual(['topics', 'bath-hard', 'place'])
    expect(met({ topics: ['bath'], 'bath-hard': ['up'] }, changed).at(-1)).toBe('sitbal')
  })

  test('come in the order of their number, and only for types that need them', () => {
    const asked = compose(mini)
      .nodes.filter((node) => node.section === 'fit')
      .map((node) => node.question)
    expect(asked).toEqual(['sitbal', 'weight', 'knee-height'])
    const without = compose({ ...mini, equipment: mini.equipment.filter((type) => !type.weight) })
    expect(without.nodes.filter((node) => node.section === 'fit').map((node) => node.question)).toEqual([
      'sitbal',
      'knee-height',
    ])
  })
})

describe('when', () => {
  test('gives its condition to each of its questions, and keeps their own', () => {
    const steps = when({ who: 'me' }, ask('a'), ask('b', { sitbal: 'yes' }))
    expect(
      steps.map(({ ask, when }) => [ask, conjuncts(when!).map((part) => 'question' in part && part.question)]),
    ).toEqual([
      ['a', ['who']],
      ['b', ['who', 'sitbal']],
    ])
  })
})

describe('every plan', () => {
  const plans = async (): Promise<Plan[]> => [compose(mini), compose(await compile())]

  test('leads onwards only, so that every walk ends; and from each place exactly one way, whatever the answer', async () => {
    for (const { nodes } of await plans()) {
      const places = new Map<string, number>([
        ...nodes.map((node, index) => [node.id, index] as const),
        [END, nodes.length],
      ])
      for (const { id, edges } of nodes) {
        const to = edges.map((edge) => places.get(edge.to)!)
        expect(to).toEqual(to.toSorted((a, b) => a - b))
        expect(to[0]).toBeGreaterThan(places.get(id)!)
        expect(edges.map((edge) => edge.when === undefined)).toEqual(
          edges.map((_, index) => index === edges.length - 1),
        )
      }
    }
  })

  test('is plain data', async () => {
    for (const plan of await plans()) expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })
})

test('a pack does not change what is asked: one chart serves all packs', () => {
  const local: Pack = { ...mini.packs.default!, id: 'local', topicsOff: ['chair'] }
  expect(compose({ ...mini, packs: { ...mini.packs, local } })).toEqual(compose(mini))
})
