import { evaluate, type Condition, type Facts, type Truth } from '../advice/condition.ts'
import type { Standing } from './chart.ts'
import type { Plan } from './compose.ts'

/** The shortest and the longest walk that may remain, in questions not yet answered. */
export interface Remaining {
  readonly least: number
  readonly most: number
}

/**
 * How many questions are left along this path. Edges that known answers rule out are not counted, nor are questions
 * that have an answer waiting; a question that stands on two branches counts once.
 */
export function remaining(plan: Plan, standing: Standing, aside: Facts): Remaining {
  const { places, nodes, conditions } = tableOf(plan)
  const known = { ...aside, ...standing.facts }
  const truths: Array<Truth | undefined> = []
  const isOpen = (when: number): Truth => {
    const before = truths[when]
    return before === undefined ? (truths[when] = evaluate(conditions[when]!, known, plan.findings)) : before
  }
  const seen: Array<Ahead | undefined> = []
  const ahead = (place: number): Ahead => (seen[place] ??= from(nodes[place]))

  function from(node: Row | undefined): Ahead {
    if (!node) return NOTHING
    let least = Number.POSITIVE_INFINITY
    let most = NOTHING.most
    for (const { to, when } of node.edges) {
      const open = when === undefined || isOpen(when)
      if (open === false) continue
      const next = ahead(to)
      least = Math.min(least, next.least)
      if (next.most.size >= most.size) most = next.most
      if (open === true) break
    }
    if (known[node.question] !== undefined) return { least, most }
    return { least: least + 1, most: node.recurs && holds(most, node.question) ? most : longer(most, node.question) }
  }

  const { least, most } = ahead(places.get(standing.at) ?? nodes.length)
  return { least, most: most.size }
}

/** What is ahead of a place. */
interface Ahead {
  readonly least: number
  readonly most: Walk
}

/** Questions on a walk, from the nearest on; walks that meet share the rest. */
interface Walk {
  readonly size: number
  readonly question?: string
  readonly rest?: Walk
}

const NOTHING: Ahead = { least: 0, most: { size: 0 } }

const longer = (rest: Walk, question: string): Walk => ({ size: rest.size + 1, question, rest })

function holds(walk: Walk, question: string): boolean {
  for (let here: Walk | undefined = walk; here; here = here.rest) if (here.question === question) return true
  return false
}

/** A plan with numbers for names: a view before any topic is chosen looks at thousands of edges. */
interface Table {
  readonly places: ReadonlyMap<string, number>
  readonly nodes: readonly Row[]
  readonly conditions: readonly Condition[]
}
interface Row {
  readonly question: string
  /** It is asked at other places too. */
  readonly recurs: boolean
  /** Where they lead, the number of nodes being the end, and the number of their condition. */
  readonly edges: ReadonlyArray<{ readonly to: number; readonly when: number | undefined }>
}

const tables = new WeakMap<Plan, Table>()

function tableOf(plan: Plan): Table {
  const made = tables.get(plan) ?? makeTable(plan)
  tables.set(plan, made)
  return made
}

function makeTable({ nodes }: Plan): Table {
  const places = new Map(nodes.map((node, place) => [node.id, place]))
  const edges = nodes.flatMap((node) => node.edges)
  const conditions = [...new Set(edges.flatMap(({ when }) => when ?? []))]
  const numbers = new Map(conditions.map((condition, number) => [condition, number]))
  const times = Map.groupBy(nodes, (node) => node.question)
  return {
    places,
    conditions,
    nodes: nodes.map((node) => ({
      question: node.question,
      recurs: times.get(node.question)!.length > 1,
      edges: node.edges.map(({ to, when }) => ({ to: places.get(to) ?? nodes.length, when: when && numbers.get(when) })),
    })),
  }
}
