import type { Condition, Facts } from '../advice/condition.ts'
import { consider } from '../advice/consider.ts'
import type { Content } from '../assessment/content.ts'
import type { Equipment } from '../content/schema.ts'
import { END } from '../flow/compose.ts'
import { adviceOf } from './advice.ts'
import { fault, type Fault, type Proof } from './fault.ts'
import { walkTo, walkWith } from './walks.ts'

/**
 * Every type of equipment is suggested on some walk: one that never can be is dead weight or has a wrong gate.
 * `opened` has the answers of that walk, for the proof of the gates to start from.
 */
export function proveSuggested(content: Content): Proof & { readonly opened: ReadonlyMap<string, Facts> } {
  const { library, findings } = content
  const opened = new Map<string, Facts>()
  const faults = library.equipment.flatMap((type): Fault[] => {
    const walk = walkTo(content, suggesting(type), (facts) => consider(type, facts, findings).verdict === 'suggest')
    if (walk) opened.set(type.id, walk.position.facts)
    return walk
      ? []
      : [
          fault(
            'equipment-never-suggested',
            [type.id],
            `no walk leads to ${type.name}; its gate or the questions it needs cannot all come true`,
          ),
        ]
  })
  return { faults, cases: library.equipment.length, opened }
}

/** What has to come true for a type to be suggested, as one condition. */
const suggesting = (type: Equipment): Condition => ({
  op: 'all',
  of: [
    type.wanted,
    type.gate,
    ...(type.weight ? [{ op: 'is' as const, question: 'weight', of: ['under-100', 'rather_not_say'] }] : []),
    ...type.exclude.map((one): Condition => ({ op: 'possible', of: { op: 'not', of: one } })),
    ...(type.size?.from ?? []).map((question): Condition => ({
      op: 'number',
      term: question,
      test: 'atLeast',
      than: 0,
    })),
  ],
})

/** Something is said about a topic within its first three answers. */
export function proveEarly(content: Content, only?: string): Proof {
  const faults: Fault[] = []
  let cases = 0
  for (const topic of content.library.topics.filter(({ id }) => only === undefined || id === only)) {
    const { position } = walkWith(content, { topics: [topic.id], who: 'me', age: '65-79' })
    const answered = Object.entries(position.facts)
    const from = answered.findIndex(([id]) => id === 'topics') + 1
    for (const upTo of [1, 2, 3]) {
      cases++
      const facts = Object.fromEntries(answered.slice(0, from + upTo))
      const { items } = adviceOf(content, { ...position, facts })
      if (upTo === 3 && !items.some((item) => item.topic === topic.id))
        faults.push(
          fault('no-early-advice', Object.keys(facts), `nothing is advised after three answers about "${topic.id}"`),
        )
    }
  }
  return { faults, cases }
}

/** Every place of the plan is come by on some walk; those of walks that have been found already need no search. */
export function proveReached(content: Content, walked: Iterable<Facts>, only?: string): Proof {
  const nodes = content.chart.plan.nodes.filter(({ section }) => only === undefined || section === only)
  const reached = new Set([...walked].flatMap((facts) => placesOn(content, facts)))
  const faults = nodes.flatMap(({ id, when = { op: 'always' } }): Fault[] => {
    if (reached.has(id)) return []
    const walk = walkTo(content, when, (facts) => placesOn(content, facts).includes(id))
    if (walk) placesOn(content, walk.position.facts).forEach((place) => reached.add(place))
    return walk
      ? []
      : [fault('unreachable-question', [id], `no walk comes by ${id}; its condition cannot come true there`)]
  })
  return { faults, cases: nodes.length }
}

function placesOn({ chart }: Content, facts: Facts): string[] {
  const places: string[] = []
  for (let here = chart.begin(); here.at !== END;) {
    places.push(here.at)
    const answer = facts[chart.node(here.at)!.question]
    if (answer === undefined) break
    here = chart.answer(here, answer)
  }
  return places
}
