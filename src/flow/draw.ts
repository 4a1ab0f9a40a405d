import type { Condition } from '../advice/condition.ts'
import { END, type Node, type Plan } from './compose.ts'

/** A condition in one line that a person can read: "bath-hard is over or up, and sitbal is yes". */
export function describe(condition: Condition): string {
  switch (condition.op) {
    case 'always':
      return 'always'
    case 'is':
      return `${condition.question} is ${condition.of.join(' or ')}`
    case 'number': {
      const term = typeof condition.term === 'string' ? condition.term : condition.term.minus.join(' less ')
      const words = { over: 'over', under: 'under', atLeast: 'at least', atMost: 'at most' } as const
      return `${term} is ${words[condition.test]} ${condition.than}`
    }
    case 'finding':
      return condition.id
    case 'unknown':
      return `${condition.question} is not known`
    case 'possible':
      return `perhaps ${describe(condition.of)}`
    case 'not':
      return `not ${bracketed(condition.of)}`
    case 'all':
      return condition.of.map(bracketed).join(', and ')
    case 'any':
      return condition.of.map(bracketed).join(', or ')
    case 'atLeast':
      return `at least ${condition.n} of: ${condition.of.map(bracketed).join('; ')}`
  }
}

const bracketed = (condition: Condition): string =>
  condition.op === 'all' || condition.op === 'any' ? `(${describe(condition)})` : describe(condition)

/** The questions of one section with the edges between them; `out` stands for every way that leaves it. */
export interface Drawing {
  readonly nodes: ReadonlyArray<{ readonly id: string; readonly label: string }>
  readonly edges: ReadonlyArray<{ readonly from: string; readonly to: string; readonly label: string }>
}

const OUT = 'out'

/** One section, or the whole assessment when none is named. */
export function drawing(plan: Plan, section?: string): Drawing {
  const nodes = plan.nodes.filter((node) => section === undefined || node.section === section)
  const inside = new Set(nodes.map((node) => node.id))
  const edges = nodes.flatMap((node) => edgesOf(node, inside))
  return {
    nodes: [
      ...nodes.map((node) => ({ id: node.id, label: section ? node.question : node.id })),
      { id: OUT, label: section ? 'on to what is next' : END },
    ],
    edges,
  }
}

/** Ways that leave the section all end at `out`, so they are one edge: it always holds when the others do not. */
function edgesOf(node: Node, inside: ReadonlySet<string>): Drawing['edges'] {
  const within = node.edges.filter((edge) => inside.has(edge.to))
  const last = node.edges.at(-1)
  const leaves = node.edges.length > within.length || last?.to === END
  return [
    ...within.map((edge) => ({ from: node.id, to: edge.to, label: edge.when ? describe(edge.when) : '' })),
    ...(leaves ? [{ from: node.id, to: OUT, label: within.length > 0 ? 'otherwise' : '' }] : []),
  ]
}

/** Mermaid source of a drawing. */
export function toMermaid({ nodes, edges }: Drawing): string {
  const name = names(nodes)
  return [
    'flowchart TD',
    ...nodes.map((node) => `  ${name(node.id)}["${quoted(node.label)}"]`),
    ...edges.map(({ from, to, label }) => `  ${name(from)} -->${label ? `|"${quoted(label)}"|` : ''} ${name(to)}`),
  ].join('\n')
}

/** Graphviz source of a drawing. */
export function toDot({ nodes, edges }: Drawing): string {
  const name = names(nodes)
  return [
    'digraph flow {',
    '  node [shape=box, style=rounded]',
    ...nodes.map((node) => `  ${name(node.id)} [label="${quoted(node.label)}"]`),
    ...edges.map(
      ({ from, to, label }) => `  ${name(from)} -> ${name(to)}${label ? ` [label="${quoted(label)}"]` : ''}`,
    ),
    '}',
  ].join('\n')
}

const names = (nodes: Drawing['nodes']): ((id: string) => string) => {
  const index = new Map(nodes.map((node, position) => [node.id, `n${position}`]))
  return (id) => index.get(id)!
}

const quoted = (text: string): string => text.replaceAll('"', "'")
