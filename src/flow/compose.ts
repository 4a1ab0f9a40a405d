import type { Condition, Findings } from '../advice/condition.ts'
import { condition } from '../advice/notation.ts'
import { mentions } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'
import type { Equipment } from '../content/schema.ts'
import type { Flow, Step } from './define.ts'

/** One question at one place of the assessment, and where it leads: the first edge that holds is taken. */
export interface Node {
  readonly id: string
  readonly section: string
  readonly question: string
  /** All that has to hold for it to be asked, the choice of its topic included; absent where nothing has to. */
  readonly when?: Condition
  readonly edges: readonly Edge[]
}

/** `to` is a node id or {@link END}. An edge without `when` always holds; the last edge of a node has none. */
export interface Edge {
  readonly to: string
  readonly when?: Condition
}

export const END = 'advice'

/** The whole assessment as a graph, in the order in which it is walked: every edge leads onwards, so every walk ends. */
export interface Plan {
  readonly first: string
  readonly nodes: readonly Node[]
  readonly findings: Findings
}

/** Join start, safety screen, the chosen topics, fit questions, carer and close into one plan. */
export function compose(library: Library): Plan {
  const fit = fitSteps(library)
  const sections: Array<{ id: string; group?: Condition; steps: readonly Step[] }> = [
    library.sections.start,
    library.sections.safety,
    { id: 'choice', steps: choice(library) },
    ...library.flows.map((flow) => ({ ...flow, group: condition({ topics: flow.id }) })),
    { id: 'fit', steps: fit.steps },
    library.sections.carer,
    library.sections.close,
  ]
  const places = sections.flatMap(({ id, group, steps }) => number({ id, steps }, group))
  return {
    first: places[0]!.id,
    nodes: places.map((place, index) => ({
      id: place.id,
      section: place.section,
      question: place.question,
      ...(place.into.when ? { when: place.into.when } : {}),
      edges: edgesFrom(places, index),
    })),
    findings: { ...library.findings, ...fit.findings },
  }
}

/**
 * What matters, and to whoever says so also what goes well; which topics; and then the facts about the household that
 * something in a chosen topic looks at.
 */
function choice(library: Library): Step[] {
  const goesOn = condition({ finding: 'questions-go-on' })
  const household = HOUSEHOLD.flatMap((ask): Step[] => {
    const topics = library.flows.filter((flow) => looksAt(library, flow, ask)).map((flow) => flow.id)
    return topics.length === 0 ? [] : [{ ask, when: { op: 'all', of: [goesOn, condition({ topics })] } }]
  })
  return [
    { ask: 'matters', when: goesOn },
    { ask: 'strengths', when: { op: 'all', of: [goesOn, condition({ not: { unknown: 'matters' } })] } },
    { ask: 'topics', when: goesOn },
    ...household,
  ]
}

const HOUSEHOLD = ['lives', 'helpers'] as const

function looksAt({ advice, equipment, findings }: Library, flow: Flow, question: string): boolean {
  const conditions = [
    ...flow.steps.flatMap((step) => (step.when ? [step.when] : [])),
    ...advice.filter((item) => item.topic === flow.id).map((item) => item.when),
    ...equipment.filter((type) => type.topic === flow.id).flatMap((type) => [type.wanted, type.gate, ...type.exclude]),
  ]
  return conditions.some((one) => mentions(one, findings).has(question))
}

interface Spot {
  readonly id: string
  readonly section: string
  readonly question: string
  /** What has to hold where it is reached from another section: that its topic was chosen, and its own condition. */
  readonly into: Way
  /** And from its own section, whose topic is known to be chosen. */
  readonly within: Way
}

/** A condition as edges have it: one object for all of them, so that whoever walks the plan can decide it once. */
interface Way {
  readonly when?: Condition
  /** Its parts in a form to compare. */
  readonly parts: readonly string[]
}

/** Give each step of a flow its place's id; a question asked on two branches of one flow gets two places. */
function number(flow: Flow, group?: Condition): Spot[] {
  const seen = new Map<string, number>()
  return flow.steps.map((step) => {
    const times = (seen.get(step.ask) ?? 0) + 1
    seen.set(step.ask, times)
    const id = `${flow.id}/${step.ask}${times > 1 ? `~${times}` : ''}`
    const own = step.when ? conjuncts(step.when) : []
    return { id, section: flow.id, question: step.ask, into: way(group ? [group, ...own] : own), within: way(own) }
  })
}

/** The parts of a conjunction; a condition that is none has itself for its only part. */
export const conjuncts = (when: Condition): readonly Condition[] =>
  when.op === 'all' ? when.of.flatMap(conjuncts) : when.op === 'always' ? [] : [when]

const way = (of: readonly Condition[]): Way => ({
  ...(of.length === 0 ? {} : { when: of.length === 1 ? of[0]! : { op: 'all', of } }),
  parts: of.map((part) => JSON.stringify(part)),
})

/**
 * Candidates after a place, in order, up to the first that needs nothing. A candidate is left out when one before it
 * is taken in every case in which it could be (the first question of a chosen topic stands before its others). Inside
 * a section its own group holds already.
 */
function edgesFrom(spots: readonly Spot[], index: number): Edge[] {
  const here = spots[index]!
  const edges: Edge[] = []
  const covered = new Set<string>()
  for (const spot of spots.slice(index + 1)) {
    const { when, parts } = spot.section === here.section ? spot.within : spot.into
    if (parts.some((part) => covered.has(part))) continue
    if (!when) return [...edges, { to: spot.id }]
    if (parts.length === 1) covered.add(parts[0]!)
    edges.push({ to: spot.id, when })
  }
  return [...edges, { to: END }]
}

/**
 * The shared facts that equipment gates need, each asked only while some type of equipment is wanted, is not ruled out
 * by what is known, and still depends on it. Written as findings, so that the plan stays data.
 */
function fitSteps(library: Library): { steps: Step[]; findings: Record<string, { when: Condition }> } {
  const shared = Object.values(library.questions)
    .filter((question) => question.shared !== undefined)
    .toSorted((a, b) => a.shared! - b.shared!)
  const steps: Step[] = []
  const findings: Record<string, { when: Condition }> = {}
  for (const { id } of shared) {
    const waiting = library.equipment.filter((type) => needs(type, library.findings).has(id))
    if (waiting.length === 0) continue
    findings[`fit-${id}`] = { when: { op: 'any', of: waiting.map(stillPossible) } }
    steps.push({ ask: id, when: { op: 'finding', id: `fit-${id}` } })
  }
  return { steps, findings }
}

function needs(type: Equipment, findings: Findings): Set<string> {
  const all = new Set([...mentions(type.gate, findings), ...(type.size?.from ?? [])])
  if (type.weight) all.add('weight')
  return all
}

const stillPossible = (type: Equipment): Condition => ({
  op: 'all',
  of: [
    type.wanted,
    { op: 'possible', of: type.gate },
    ...type.exclude.map((one): Condition => ({ op: 'possible', of: { op: 'not', of: one } })),
  ],
})
