import { evaluate, type Facts, type Findings } from '../advice/condition.ts'
import { END, type Plan } from './compose.ts'
import type { Standing } from './chart.ts'

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
  const ahead = new Map<string, { least: number; most: ReadonlySet<string> }>()
  const known = { ...aside, ...standing.facts }
  const index = indexOf(plan)
  const visit = (id: string): { least: number; most: ReadonlySet<string> } => {
    if (id === END) return NOTHING
    const before = ahead.get(id)
    if (before) return before
    const node = index.get(id)!
    let least = Number.POSITIVE_INFINITY
    let most: ReadonlySet<string> = NOTHING.most
    for (const edge of node.edges) {
      const open = edge.when ? evaluate(edge.when, known, plan.findings) : true
      if (open === false) continue
      const next = visit(edge.to)
      least = Math.min(least, next.least)
      if (next.most.size >= most.size) most = next.most
      if (open === true) break
    }
    const asks = known[node.question] === undefined
    const result = { least: least + (asks ? 1 : 0), most: asks ? new Set([...most, node.question]) : most }
    ahead.set(id, result)
    return result
  }
  const { least, most } = visit(standing.at)
  return { least, most: most.size }
}

const NOTHING = { least: 0, most: new Set<string>() as ReadonlySet<string> }

const indexes = new WeakMap<Plan, Map<string, Plan['nodes'][number]>>()
function indexOf(plan: Plan): Map<string, Plan['nodes'][number]> {
  const made = indexes.get(plan) ?? new Map(plan.nodes.map((node) => [node.id, node]))
  indexes.set(plan, made)
  return made
}

