import { END, type Node, type Plan } from '../flow/compose.ts'
import { LIMITS } from '../flow/limits.ts'
import { fault, type Fault } from './fault.ts'

/**
 * The shape of the plan: every edge has an end, every answer leads exactly one way, every question can be reached,
 * the end can be reached from each, and no walk goes on for ever.
 */
export function checkGraph(plan: Plan): Fault[] {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]))
  const broken = plan.nodes.flatMap((node) => edgeFaults(node, byId))
  if (broken.length > 0) return broken
  const loop = loopIn(plan, byId)
  if (loop) return [fault('walk-without-end', loop, 'these questions lead back to one another; a walk would never end')]
  return [...unreachable(plan, byId), ...noWayOut(plan, byId), ...tooLong(plan, byId)]
}

function edgeFaults(node: Node, byId: ReadonlyMap<string, Node>): Fault[] {
  const faults: Fault[] = []
  for (const { to } of node.edges)
    if (to !== END && !byId.has(to)) faults.push(fault('missing-question', [node.id, to], `${node.id} leads to "${to}", which does not exist`))
  const unguarded = node.edges.findIndex((edge) => !edge.when)
  if (unguarded === -1)
    faults.push(fault('dead-option', [node.id], `an answer to ${node.id} can lead nowhere; its last edge must always hold`))
  else if (unguarded < node.edges.length - 1)
    faults.push(fault('ambiguous-edge', [node.id, node.edges[unguarded + 1]!.to], 'nothing after an edge that always holds can be taken'))
  return faults
}

/** Shortest way from the first question to each, by the number of questions. */
export function shortestPaths(plan: Plan, byId: ReadonlyMap<string, Node>): Map<string, string[]> {
  const paths = new Map<string, string[]>([[plan.first, [plan.first]]])
  for (const id of paths.keys())
    for (const { to } of byId.get(id)?.edges ?? []) if (!paths.has(to)) paths.set(to, [...paths.get(id)!, to])
  return paths
}

const unreachable = (plan: Plan, byId: ReadonlyMap<string, Node>): Fault[] => {
  const paths = shortestPaths(plan, byId)
  return plan.nodes
    .filter((node) => !paths.has(node.id))
    .map((node) => fault('unreachable-question', [node.id], `no path leads to ${node.id}; mend the condition or remove the question`))
}

function noWayOut(plan: Plan, byId: ReadonlyMap<string, Node>): Fault[] {
  const out = new Set<string>([END])
  for (let grew = true; grew; ) {
    grew = false
    for (const node of plan.nodes)
      if (!out.has(node.id) && node.edges.some((edge) => out.has(edge.to))) {
        out.add(node.id)
        grew = true
      }
  }
  const paths = shortestPaths(plan, byId)
  return plan.nodes
    .filter((node) => !out.has(node.id))
    .map((node) => fault('no-way-out', paths.get(node.id) ?? [node.id], `from ${node.id} the advice cannot be reached`))
}

function loopIn(plan: Plan, byId: ReadonlyMap<string, Node>): string[] | null {
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    if (done.has(id)) return null
    for (const { to } of byId.get(id)?.edges ?? []) {
      const loop = visit(to, [...trail, id])
      if (loop) return loop
    }
    done.add(id)
    return null
  }
  return visit(plan.first, [])
}

function tooLong(plan: Plan, byId: ReadonlyMap<string, Node>): Fault[] {
  const longest = new Map<string, number>([[END, 0]])
  const lengthFrom = (id: string): number => {
    const known = longest.get(id)
    if (known !== undefined) return known
    const length = 1 + Math.max(...byId.get(id)!.edges.map((edge) => lengthFrom(edge.to)))
    longest.set(id, length)
    return length
  }
  const length = lengthFrom(plan.first)
  if (length <= LIMITS.steps) return []
  return [fault('walk-without-end', [plan.first], `the longest walk has ${length} questions; one input may walk ${LIMITS.steps}`)]
}
