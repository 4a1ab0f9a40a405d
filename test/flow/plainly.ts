import {
  evaluate,
  type Answer,
  type Condition,
  type Facts,
  type Findings,
  type NumberTerm,
} from '../../src/advice/condition.ts'
import type { Standing } from '../../src/flow/chart.ts'
import { END, type Plan } from '../../src/flow/compose.ts'
import type { Remaining } from '../../src/flow/progress.ts'

// How many questions are left, as plainly as it can be said: every condition is looked at again wherever it stands. The
// one in src/flow/progress.ts must never say anything else.

/**
 * How many questions are left along this path: never fewer than `least` and never more than `most`, whatever the
 * answers will be. Ways that the answers so far rule out do not count, nor do questions that have an answer waiting.
 */
export function plainly(plan: Plan, standing: Standing, aside: Facts): Remaining {
  const { places, rows } = tableOf(plan)
  const start = places.get(standing.at) ?? rows.length - 1
  const { stops, repeated } = explore(plan, rows, start, standing.facts, aside)
  const least: number[] = []
  // The longest walk is counted in two ways, each too high at times: where a question may stand at several places on the
  // way, it counts each time in one and always once in the other.
  const eachTime: number[] = []
  const once: number[] = []
  for (let place = rows.length - 1; place >= start; place--) {
    const stop = stops[place]
    if (!stop) continue
    const asks = stop.asks === 'no' ? 0 : 1
    least[place] = stop.leadsTo.length === 0 ? 0 : Number.POSITIVE_INFINITY
    eachTime[place] = once[place] = 0
    for (const to of stop.leadsTo) {
      least[place] = Math.min(least[place]!, least[to]!)
      eachTime[place] = Math.max(eachTime[place]!, eachTime[to]!)
      once[place] = Math.max(once[place]!, once[to]!)
    }
    if (stop.asks === 'first') least[place]!++
    eachTime[place]! += asks
    if (!repeated.has(rows[place]!.question)) once[place]! += asks
  }
  return { least: least[start]!, most: Math.min(eachTime[start]!, once[start]! + repeated.size) }
}

/** A place that may be reached, where it may lead, and whether its question will be asked there. */
interface Stop {
  readonly leadsTo: number[]
  /** `again`: it may have been asked before on the way. */
  readonly asks: 'no' | 'first' | 'again'
}

/**
 * Every place that may be reached, from the nearest on. All edges lead onwards, so when a place is looked at, all that
 * can be known before it is known: a way into it is decided once for all places that it comes from.
 */
function explore({ findings }: Plan, rows: readonly Row[], start: number, facts: Facts, aside: Facts) {
  const sure: Record<string, Answer> = { ...facts }
  const open = new Map<string, Answer | undefined>()
  const ahead: Ahead = { findings, sure, open }
  const asked = new Set<string>()
  const repeated = new Set<string>()
  const stops: Array<Stop | undefined> = []
  /** Places from which the next one is not settled yet. While there are none, every walk comes by. */
  const unsettled: boolean[] = []
  let count = 0

  for (let place = start; place < rows.length; place++) {
    const row = rows[place]!
    if (place > start && !enter(place, row)) continue
    stops[place] = { leadsTo: [], asks: row.question === END ? 'no' : meet(row.question, place) }
    unsettled[place] = true
    count++
  }
  return { stops, repeated }

  function enter(place: number, { from, ways }: Row): boolean {
    let entered = false
    const may: boolean[] = []
    const will: boolean[] = []
    for (const { place: before, way } of from) {
      if (!unsettled[before]) continue
      const when = ways[way]
      may[way] ??= when === undefined || mayHold(when, ahead)
      if (!may[way]) continue
      will[way] ??= when === undefined || willHold(when, ahead)
      entered = true
      stops[before]!.leadsTo.push(place)
      if (!will[way]) continue
      unsettled[before] = false
      count--
    }
    return entered
  }

  function meet(question: string, place: number): Stop['asks'] {
    if (sure[question] !== undefined || asked.has(question)) return 'no'
    const certain = count === 0
    const waiting = aside[question]
    // Where the walk stands, the answer that waits did not fit: it is asked again.
    if (waiting !== undefined && place > start) {
      if (certain) sure[question] = waiting
      else open.set(question, waiting)
      return 'no'
    }
    const before = open.has(question)
    if (before) repeated.add(question)
    if (certain) asked.add(question)
    if (!before) open.set(question, undefined)
    return before ? 'again' : 'first'
  }
}

/** A plan with numbers for names, and its edges by where they lead; the end is the last row. */
interface Table {
  readonly places: ReadonlyMap<string, number>
  readonly rows: readonly Row[]
}
interface Row {
  readonly question: string
  /** Conditions of the edges that lead here; `undefined` always holds. */
  readonly ways: Array<Condition | undefined>
  readonly from: Array<{ readonly place: number; readonly way: number }>
}

const tables = new WeakMap<Plan, Table>()

function tableOf(plan: Plan): Table {
  const made = tables.get(plan) ?? makeTable(plan)
  tables.set(plan, made)
  return made
}

function makeTable({ nodes }: Plan): Table {
  const places = new Map([...nodes.map((node) => node.id), END].map((id, place) => [id, place]))
  const rows = [...nodes.map((node) => node.question), END].map((question): Row => ({ question, ways: [], from: [] }))
  for (const [place, node] of nodes.entries())
    for (const { to, when } of node.edges) {
      const { ways, from } = rows[places.get(to)!]!
      if (!ways.includes(when)) ways.push(when)
      from.push({ place, way: ways.indexOf(when) })
    }
  return { places, rows }
}

/** What is known on the way to a place, and what may be met before it. A question in neither is not met before it. */
interface Ahead {
  readonly findings: Findings
  /** Answers given, and answers waiting for questions that every way to the place comes by. */
  readonly sure: Readonly<Record<string, Answer>>
  /** Questions that may be met on the way, with the answer that waits for them where there is one. */
  readonly open: ReadonlyMap<string, Answer | undefined>
}

/** Could the condition hold once the place is reached? "Yes" may be too much, since each part is taken by itself; "no" never is. */
const mayHold = (condition: Condition, ahead: Ahead): boolean => comesOut(condition, true, 'perhaps', ahead)

/** Will it hold whatever is answered on the way? "No" may be too little; "yes" never is. */
const willHold = (condition: Condition, ahead: Ahead): boolean => comesOut(condition, true, 'surely', ahead)

type Strength = 'perhaps' | 'surely'
const OTHER: Readonly<Record<Strength, Strength>> = { perhaps: 'surely', surely: 'perhaps' }

function comesOut(condition: Condition, wish: boolean, strength: Strength, ahead: Ahead): boolean {
  switch (condition.op) {
    case 'always':
      return wish
    case 'is':
    case 'unknown':
      return leaf(condition, wish, strength, ahead)
    case 'number':
      return figure(condition, wish, strength, ahead)
    case 'finding': {
      const finding = ahead.findings[condition.id]
      return finding !== undefined && 'when' in finding && comesOut(finding.when, wish, strength, ahead)
    }
    case 'not':
      return comesOut(condition.of, !wish, strength, ahead)
    case 'possible':
      // Possible is whatever is not false: perhaps possible is what is not surely false.
      return wish
        ? !comesOut(condition.of, false, OTHER[strength], ahead)
        : comesOut(condition.of, false, strength, ahead)
    case 'all':
      return several(condition.of, wish ? condition.of.length : 1, wish, strength, ahead)
    case 'any':
      return several(condition.of, wish ? 1 : condition.of.length, wish, strength, ahead)
    case 'atLeast':
      return several(condition.of, wish ? condition.n : condition.of.length - condition.n + 1, wish, strength, ahead)
  }
}

/** Do at least `need` of these come out as wished? */
function several(of: readonly Condition[], need: number, wish: boolean, strength: Strength, ahead: Ahead): boolean {
  let so = 0
  for (let left = of.length; so < need; left--) {
    if (so + left < need) return false
    if (comesOut(of[of.length - left]!, wish, strength, ahead)) so++
  }
  return true
}

type Leaf = Extract<Condition, { op: 'is' | 'unknown' }>

function leaf(condition: Leaf, wish: boolean, strength: Strength, { sure, open, findings }: Ahead): boolean {
  const { question } = condition
  if (sure[question] !== undefined) return evaluate(condition, sure, findings) === wish
  const unmet = evaluate(condition, NOTHING, findings) === wish
  if (!open.has(question)) return unmet
  const waiting = open.get(question)
  if (waiting === undefined) return strength === 'perhaps'
  const met = evaluate(condition, { [question]: waiting }, findings) === wish
  return strength === 'perhaps' ? unmet || met : unmet && met
}

const NOTHING: Facts = {}

function figure(
  condition: Extract<Condition, { op: 'number' }>,
  wish: boolean,
  strength: Strength,
  ahead: Ahead,
): boolean {
  const known = measured(condition.term, ahead)
  if (known === 'open') return strength === 'perhaps'
  return known === 'sure' && evaluate(condition, ahead.sure, ahead.findings) === wish
}

/** Whether the measurements behind a number are known, may be met, or one of them will not be. */
function measured(term: NumberTerm, ahead: Ahead): 'sure' | 'open' | 'unmet' {
  if (typeof term !== 'string') {
    const first = measured(term.minus[0], ahead)
    if (first === 'unmet') return first
    const second = measured(term.minus[1], ahead)
    return first === 'open' && second === 'sure' ? first : second
  }
  const finding = ahead.findings[term]
  if (finding) return 'number' in finding ? measured(finding.number, ahead) : 'unmet'
  return ahead.sure[term] !== undefined ? 'sure' : ahead.open.has(term) ? 'open' : 'unmet'
}
