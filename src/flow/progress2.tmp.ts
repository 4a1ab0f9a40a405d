import type { Answer, Condition, Facts } from '../advice/condition.ts'
import type { Standing } from './chart.ts'
import { END, type Plan } from './compose.ts'
import { mayHold, willHold, type Ahead } from './outlook.ts'

/** The shortest and the longest walk that may remain, in questions not yet answered. */
export interface Remaining {
  readonly least: number
  readonly most: number
}

/**
 * How many questions are left along this path: never fewer than `least` and never more than `most`, whatever the
 * answers will be. Ways that the answers so far rule out do not count, nor do questions that have an answer waiting.
 */
export function remaining(plan: Plan, standing: Standing, aside: Facts): Remaining {
  const table = tableOf(plan)
  const start = table.places.get(standing.at)!
  const { stops, repeated } = explore(plan, table, start, standing.facts, aside)
  const least: number[] = []
  /** Two ways to count the longest walk, each at times too high: a question that stands at several places counts each time, or always once. */
  const everyTime: number[] = []
  const once: number[] = []
  for (let place = table.rows.length - 1; place >= start; place--) {
    const stop = stops[place]
    if (!stop) continue
    const most = stop.asks === 'no' ? 0 : 1
    least[place] = fewest(stop.leadsTo, least) + (stop.asks === 'first' ? 1 : 0)
    everyTime[place] = largest(stop.leadsTo, everyTime) + most
    once[place] = largest(stop.leadsTo, once) + (repeated.has(table.rows[place]!.question) ? 0 : most)
  }
  return { least: least[start]!, most: Math.min(everyTime[start]!, once[start]! + repeated.size) }
}

const fewest = (places: readonly number[], of: readonly number[]): number =>
  places.length === 0 ? 0 : places.reduce((least, place) => Math.min(least, of[place]!), Number.POSITIVE_INFINITY)
const largest = (places: readonly number[], of: readonly number[]): number =>
  places.reduce((most, place) => Math.max(most, of[place]!), 0)

/** A place that may be reached, where it may lead, and whether its question will be asked there. */
interface Stop {
  readonly leadsTo: number[]
  /** `again`: it may have been asked before on the way. */
  readonly asks: 'no' | 'first' | 'again'
}

/**
 * Every place that may be reached, from the nearest on. All edges lead onwards, so when a place is looked at, all that
 * can be known before it is known: an edge into it is decided once for all places that it comes from.
 */
function explore({ findings }: Plan, { rows, conditions }: Table, start: number, facts: Facts, aside: Facts) {
  const sure: Record<string, Answer> = { ...facts }
  const open = new Map<string, Answer | undefined>()
  const ahead: Ahead = { findings, sure, open }
  const asked = new Set<string>()
  const repeated = new Set<string>()
  const stops: Array<Stop | undefined> = []
  /** Places whose next one is not settled yet. While there are none, every walk comes by. */
  const unsettled = new Set<number>()

  for (let place = start; place < rows.length; place++) {
    const { question, from } = rows[place]!
    if (place > start && !enter(place, from)) continue
    const certain = unsettled.size === 0
    stops[place] = { leadsTo: [], asks: meet(question, certain, place === start) }
    if (question !== END) unsettled.add(place)
  }
  return { stops, repeated }

  function enter(place: number, from: Row['from']): boolean {
    const may = new Map<number, boolean>()
    const will = new Map<number, boolean>()
    let entered = false
    for (const { place: before, when } of from) {
      if (!unsettled.has(before)) continue
      if (when !== undefined) {
        if (!may.has(when)) {
          may.set(when, mayHold(conditions[when]!, ahead))
          will.set(when, may.get(when)! && willHold(conditions[when]!, ahead))
        }
        if (!may.get(when)) continue
      }
      entered = true
      stops[before]!.leadsTo.push(place)
      if (when === undefined || will.get(when)) unsettled.delete(before)
    }
    return entered
  }

  function meet(question: string, certain: boolean, here: boolean): Stop['asks'] {
    if (question === END || sure[question] !== undefined || asked.has(question)) return 'no'
    const waiting = here ? undefined : aside[question]
    if (waiting !== undefined) {
      if (certain) sure[question] = waiting
      else open.set(question, waiting)
      return 'no'
    }
    const before = open.has(question)
    if (before) repeated.add(question)
    if (certain) asked.add(question)
    open.set(question, undefined)
    return before ? 'again' : 'first'
  }
}

/** A plan with numbers for names, and its edges by where they lead; the end is the last row. */
interface Table {
  readonly places: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
  readonly conditions: readonly Condition[]
}
interface Row {
  readonly question: string
  readonly from: Array<{ readonly place: number; readonly when: number | undefined }>
}

const tables = new WeakMap<Plan, Table>()

function tableOf(plan: Plan): Table {
  const made = tables.get(plan) ?? makeTable(plan)
  tables.set(plan, made)
  return made
}

function makeTable({ nodes }: Plan): Table {
  const places = new Map([...nodes.map((node) => node.id), END].map((id, place) => [id, place]))
  const rows = [...nodes.map((node) => node.question), END].map((question): Row => ({ question, from: [] }))
  const numbers = new Map<Condition, number>()
  for (const [place, node] of nodes.entries())
    for (const { to, when } of node.edges) {
      if (when && !numbers.has(when)) numbers.set(when, numbers.size)
      rows[places.get(to)!]!.from.push({ place, when: when && numbers.get(when) })
    }
  return { places, rows, conditions: [...numbers.keys()] }
}
