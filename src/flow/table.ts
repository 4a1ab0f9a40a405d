import type { Condition } from '../advice/condition.ts'
import { conjuncts, END, type Plan } from './compose.ts'
import { Conditions } from './conditions.ts'
import { Outlook } from './outlook.ts'

/** A plan with numbers for names, and its edges by where they lead. Places are numbered in their order; the end is last. */
export interface Table {
  readonly places: ReadonlyMap<string, number>
  readonly end: number
  readonly questions: ReadonlyMap<string, number>
  /** By place: the number of the question that is asked there. */
  readonly asked: readonly number[]
  /** By place: what leads here. */
  readonly ways: ReadonlyArray<readonly Way[]>
  /** By the first place of a section that is entered in one case only: that case, and the last place of the section. */
  readonly sections: ReadonlyArray<{ readonly gate: number; readonly last: number } | undefined>
  readonly outlook: Outlook
}

/** Edges to one place that hold in the same case, and the places that they come from. */
interface Way {
  readonly when: number
  readonly places: readonly number[]
}

const tables = new WeakMap<Plan, Table>()

/** The table of a plan, made when it is first needed. */
export function tableOf(plan: Plan): Table {
  const made = tables.get(plan) ?? makeTable(plan)
  tables.set(plan, made)
  return made
}

function makeTable({ nodes, findings }: Plan): Table {
  const conditions = new Conditions(findings)
  const places = new Map([...nodes.map((node) => node.id), END].map((id, place) => [id, place]))
  const edges = nodes.flatMap((node, from) =>
    node.edges.map(({ to, when = ALWAYS }) => ({ from, to: places.get(to)!, when })),
  )
  const into = Map.groupBy(edges, (edge) => edge.to)
  const asked = nodes.map((node) => conditions.question(node.question))
  const ways = Array.from({ length: nodes.length + 1 }, (_, place) =>
    [...Map.groupBy(into.get(place) ?? [], (edge) => conditions.number(edge.when))].map(([when, of]) => ({
      when,
      places: of.map((edge) => edge.from),
    })),
  )
  const sections = gates(nodes, into, conditions)
  const outlook = new Outlook(conditions)
  return { places, end: nodes.length, questions: conditions.questions, asked, ways, sections, outlook }
}

const ALWAYS: Condition = { op: 'always' }

/** What every way into a section from outside asks for, such as that its topic was chosen. While that cannot be, it is passed over. */
function gates(
  nodes: Plan['nodes'],
  into: ReadonlyMap<number, ReadonlyArray<{ from: number; when: Condition }>>,
  conditions: Conditions,
): Table['sections'] {
  const sections: Array<{ gate: number; last: number } | undefined> = []
  for (let first = 0, next; first < nodes.length; first = next) {
    next = first + 1
    while (next < nodes.length && nodes[next]!.section === nodes[first]!.section) next++
    const entries = nodes
      .slice(first, next)
      .flatMap((_, at) => (into.get(first + at) ?? []).filter(({ from }) => from < first))
    const [one, ...others] = [...new Set(entries.map(({ when }) => when))].map((when) =>
      conjuncts(when).map((part) => conditions.number(part)),
    )
    const gate = one?.find((part) => others.every((other) => other.includes(part)))
    if (gate !== undefined) sections[first] = { gate, last: next - 1 }
  }
  return sections
}
