import type { Answer, Facts } from '../advice/condition.ts'
import type { Standing } from './chart.ts'
import type { Plan } from './compose.ts'
import { OPEN, SURE, UNMET, WAITING } from './outlook.ts'
import { tableOf, type Table } from './table.ts'

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
  const start = table.places.get(standing.at) ?? table.end
  table.outlook.begin(standing.facts)
  const path = explore(table, start, aside)
  table.outlook.end()
  return measure(table, path)
}

/** Places that may be reached, in order, what is asked there, and the ways between them. */
interface Path {
  readonly stops: readonly number[]
  /** By place. */
  readonly asks: Uint8Array
  /** Whether the question of that number may be asked at several places on one way. */
  readonly repeated: Uint8Array
  /** By the index in `stops` of where they lead: where in `from` the ways into it end. */
  readonly until: readonly number[]
  readonly from: readonly number[]
}

/** What happens to the question of a place. `AGAIN`: it may have been asked before on the way. */
const NOT_ASKED = 0
const FIRST = 1
const AGAIN = 2

/**
 * Every place that may be reached, from the nearest on. All edges lead onwards, so when a place is looked at, all that
 * can be known before it is known: a way into it is decided once for all places that it comes from.
 */
function explore(table: Table, start: number, aside: Facts): Path {
  const { outlook, questions, asked, ways, sections, end } = table
  const waiting = new Map<number, Answer>()
  for (const id in aside) if (questions.has(id)) waiting.set(questions.get(id)!, aside[id]!)
  /** Questions that every walk has asked. */
  const passed = new Uint8Array(questions.size)
  const stops: number[] = []
  const until: number[] = []
  const from: number[] = []
  const asks = new Uint8Array(end + 1)
  const repeated = new Uint8Array(questions.size)
  /** Places from which the next one is not settled yet. While there are none, every walk comes by. */
  const unsettled = new Uint8Array(end + 1)
  let count = 0

  for (let place = start; place <= end; place++) {
    const closed = place > start ? sections[place] : undefined
    if (closed && !outlook.mayHold(closed.gate)) {
      place = closed.last
      continue
    }
    if (place > start && !enter(place)) continue
    stops.push(place)
    until.push(from.length)
    if (place < end) asks[place] = meet(asked[place]!, place)
    unsettled[place] = 1
    count++
  }
  return { stops, asks, repeated, until, from }

  function enter(place: number): boolean {
    const before = from.length
    for (const { when, places } of ways[place]!) {
      let settles: boolean | undefined
      for (const one of places) {
        if (unsettled[one] === 0) continue
        if (settles === undefined) {
          if (!outlook.mayHold(when)) break
          settles = outlook.willHold(when)
        }
        from.push(one)
        if (!settles) continue
        unsettled[one] = 0
        count--
      }
    }
    return from.length > before
  }

  function meet(question: number, place: number): number {
    const known = outlook.known(question)
    if (known === SURE || passed[question] === 1) return NOT_ASKED
    const certain = count === 0
    // Where the walk stands, the answer that waits did not fit: it is asked again.
    const answer = place > start ? waiting.get(question) : undefined
    if (answer !== undefined) {
      outlook.meet(question, certain ? SURE : WAITING, answer)
      return NOT_ASKED
    }
    if (certain) passed[question] = 1
    if (known === UNMET) outlook.meet(question, OPEN)
    else repeated[question] = 1
    return known === UNMET ? FIRST : AGAIN
  }
}

function measure({ asked, end }: Table, { stops, asks, repeated, until, from }: Path): Remaining {
  const least = new Int32Array(end + 1).fill(NOWHERE)
  // The longest walk is counted in two ways, each too high at times: where a question may stand at several places on the
  // way, it counts each time in one and always once in the other.
  const eachTime = new Int32Array(end + 1)
  const once = new Int32Array(end + 1)
  let place = end
  for (let index = stops.length - 1; index >= 0; index--) {
    place = stops[index]!
    if (least[place] === NOWHERE) least[place] = 0
    if (asks[place] === FIRST) least[place]!++
    if (asks[place] !== NOT_ASKED) {
      eachTime[place]!++
      if (repeated[asked[place]!] === 0) once[place]!++
    }
    for (let way = index === 0 ? 0 : until[index - 1]!; way < until[index]!; way++) {
      const before = from[way]!
      least[before] = Math.min(least[before]!, least[place]!)
      eachTime[before] = Math.max(eachTime[before]!, eachTime[place]!)
      once[before] = Math.max(once[before]!, once[place]!)
    }
  }
  const several = repeated.reduce((sum, one) => sum + one, 0)
  return { least: least[place]!, most: Math.min(eachTime[place]!, once[place]! + several) }
}

/** More than any walk. */
const NOWHERE = 0x7fffffff
