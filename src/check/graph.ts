import { END, type Node, type Plan } from '../flow/compose.ts'
import { LIMITS } from '../flow/limits.ts'
import { fault, type Fault } from './fault.ts'

/**
 * The shape of the plan: every edge has an end, every answer leads exactly one way, every question can be reached,
 * the end can be reached from each, and no walk goes on for ever. The path of a fault is the shortest that shows it.
 */
export function checkGraph(plan: Plan): Fault[] {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]))
  const paths = pathsFrom(plan.first, byId)
  const broken = plan.nodes.flatMap((node) => edgeFaults(node, byId, paths.get(node.id) ?? [node.id]))
  if (broken.length > 0) return broken
  const loop = shortestLoop(plan, byId, paths)
  return [
    ...unreachable(plan, paths),
    ...noWayOut(plan, byId, paths),
    ...(loop
      ? [fault('walk-without-end', loop, `${loop.at(-1)} leads back to itself; a walk would never end`)]
      : tooLong(plan, byId)),
  ]
}

function edgeFaults(node: Node, byId: ReadonlyMap<string, Node>, path: readonly string[]): Fault[] {
  const faults = node.edges
    .filter(({ to }) => to !== END && !byId.has(to))
    .map(({ to }) => fault('missing-question', [...path, to], `${node.id} leads to "${to}", which does not exist`))
  const unguarded = node.edges.findIndex((edge) => !edge.when)
  const after = node.edges[unguarded + 1]
  if (unguarded === -1)
    faults.push(fault('dead-option', path, `an answer to ${node.id} can lead nowhere; its last edge must always hold`))
  else if (after)
    faults.push(
      fault(
        'ambiguous-edge',
        [...path, after.to],
        `${node.id} has two ways at once: nothing after an edge that always holds can be taken`,
      ),
    )
  return faults
}

/** The shortest way from a question to each that it leads to, by the number of questions. */
function pathsFrom(first: string, byId: ReadonlyMap<string, Node>): Map<string, string[]> {
  const paths = new Map<string, string[]>([[first, [first]]])
  // A map can grow while it is walked through, so it is its own queue.
  for (const [id, path] of paths)
    for (const { to } of byId.get(id)?.edges ?? []) if (!paths.has(to)) paths.set(to, [...path, to])
  return paths
}

const unreachable = (plan: Plan, paths: ReadonlyMap<string, string[]>): Fault[] =>
  plan.nodes
    .filter((node) => !paths.has(node.id))
    .map((node) =>
      fault(
        'unreachable-question',
        [node.id],
        `no path leads to ${node.id}; mend the condition or remove the question`,
      ),
    )

/** Traps: places that cannot reach the end and lead only round, or nowhere. What leads into one is not reported again. */
function noWayOut(plan: Plan, byId: ReadonlyMap<string, Node>, paths: ReadonlyMap<string, string[]>): Fault[] {
  return plan.nodes
    .filter(({ id }) => !pathsFrom(id, byId).has(END) && (byId.get(id)!.edges.length === 0 || round(id, byId)))
    .map(({ id }) => fault('no-way-out', paths.get(id) ?? [id], `from ${id} the advice cannot be reached`))
}

/** The shortest path from the first question that comes to some question twice. */
function shortestLoop(
  { nodes }: Plan,
  byId: ReadonlyMap<string, Node>,
  paths: ReadonlyMap<string, string[]>,
): string[] | undefined {
  const order = new Map(nodes.map((node, index) => [node.id, index]))
  const leadsBack = nodes.some((node, index) =>
    node.edges.some((edge) => (order.get(edge.to) ?? nodes.length) <= index),
  )
  if (!leadsBack) return undefined
  const loops = [...paths].flatMap(([id, path]) => {
    const way = round(id, byId)
    return way ? [[...path, ...way.slice(1)]] : []
  })
  return loops.toSorted((a, b) => a.length - b.length)[0]
}

/** The shortest way from a question back to itself. */
function round(id: string, byId: ReadonlyMap<string, Node>): string[] | undefined {
  for (const [last, path] of pathsFrom(id, byId))
    if (byId.get(last)?.edges.some((edge) => edge.to === id)) return [...path, id]
  return undefined
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
  return [
    fault(
      'walk-without-end',
      [plan.first],
      `the longest walk from ${plan.first} has ${length} questions; one input may walk ${LIMITS.steps}`,
    ),
  ]
}
