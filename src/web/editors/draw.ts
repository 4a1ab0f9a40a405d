import { Graph, layout } from '@dagrejs/dagre'
import type { Node, Plan } from '../../flow/compose.ts'
import type { Library } from '../../content/library.ts'
import { describe } from '../../flow/draw.ts'

/** One section of the assessment laid out: boxes and the lines between them, in one coordinate system. */
export interface Drawing {
  readonly section: string
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  /** Paths of SVG. */
  readonly lines: readonly string[]
  readonly nodes: readonly Node[]
}

interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The question's id and its short words; nothing for the way on. */
  readonly text: readonly string[]
  readonly way: boolean
  /** Asked only when this holds. */
  readonly when?: string | undefined
}

const BOX = { width: 250, height: 58 }
const WAY = { width: 150, height: 36 }
/** Stands for whatever part of the assessment comes next. */
const NEXT = 'next'
const LONGEST = 32

/** Every section of the plan, drawn from the same edges that an assessment walks. */
export function drawings(plan: Plan, library: Pick<Library, 'questions'>): Drawing[] {
  const sections = Map.groupBy(plan.nodes, (node) => node.section)
  return [...sections].map(([section, nodes]) => draw(section, nodes, plan, library))
}

function draw(section: string, nodes: readonly Node[], plan: Plan, library: Pick<Library, 'questions'>): Drawing {
  const sectionOf = new Map(plan.nodes.map((node) => [node.id, node.section]))
  const targets = (node: Node): string[] => node.edges.map(({ to }) => (sectionOf.get(to) === section ? to : NEXT))
  const steps = shortest(new Map(nodes.map((node) => [node.id, new Set(targets(node))])))
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 36, marginx: 12, marginy: 12 })
  graph.setDefaultEdgeLabel(() => ({}))
  const texts = new Map<string, Pick<Box, 'text' | 'way' | 'when'>>()
  for (const node of nodes) {
    const text = [node.question, cut(library.questions[node.question]?.short ?? '')]
    texts.set(node.id, { text, way: false, when: entry(node.id, nodes) })
    graph.setNode(node.id, { ...BOX })
  }
  for (const [from, to] of steps) {
    if (!texts.has(to)) {
      texts.set(to, { text: [], way: true })
      graph.setNode(to, { ...WAY })
    }
    graph.setEdge(from, to)
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    section,
    nodes,
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: graph.nodes().map((id) => ({ id, ...place(graph.node(id)), ...texts.get(id)! })),
    lines: graph.edges().map((edge) => pathOf(graph.edge(edge).points ?? [])),
  }
}

/**
 * The steps that no longer way round covers. Nearly every question can be passed over, so a section has hundreds of
 * edges, and a drawing of all of them is a black square; the table beside it has each one.
 */
function shortest(targets: ReadonlyMap<string, ReadonlySet<string>>): Array<[string, string]> {
  const reach = new Map<string, Set<string>>()
  const beyond = (id: string): Set<string> => {
    const known = reach.get(id)
    if (known) return known
    const all = new Set<string>()
    for (const to of targets.get(id) ?? []) for (const far of [to, ...beyond(to)]) all.add(far)
    reach.set(id, all)
    return all
  }
  return [...targets].flatMap(([from, direct]) =>
    [...direct]
      .filter((to) => ![...direct].some((other) => other !== to && beyond(other).has(to)))
      .map((to): [string, string] => [from, to]),
  )
}

/** What must hold for a question to be asked, where something must. */
function entry(id: string, nodes: readonly Node[]): string | undefined {
  const edges = nodes.flatMap((node) => node.edges.filter((edge) => edge.to === id))
  const first = edges.find((edge) => edge.when)?.when
  return first && edges.every((edge) => edge.when) ? describe(first) : undefined
}

/** From the centre, as the layout gives it, to the corner, as SVG wants it. */
const place = ({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
}: {
  x?: number
  y?: number
  width?: number
  height?: number
}) => ({
  x: Math.round(x - width / 2),
  y: Math.round(y - height / 2),
  width,
  height,
})

const pathOf = (points: ReadonlyArray<{ x: number; y: number }>): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`).join('')

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)
