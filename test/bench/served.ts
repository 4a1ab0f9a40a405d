import type { Bundle } from '../../src/app.ts'
import { connect, type Client } from './client.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { openFolder } from './folder.ts'
import { flatOut, steady, type Bound } from './load.ts'
import { handrailPeople, startHandrail } from './handrail.ts'
import { peerPeople, startPeer } from './peer.ts'
import type { Person } from './people.ts'
import type { Step } from './walk.ts'

const RUNS = 5
const CONNECTIONS = 8
const FLAT_OUT = { ms: 2_000, answers: 4_000 }
/** The engine of JavaScript goes on optimising for thousands of requests; a service runs for months. */
const WARM_UP = { ms: 10_000, answers: 10_000 }
const RATE = 200
const STEADY = 5_000
/** Each answers every two seconds: somebody in a hurry, below the limit of answers a minute. */
const STEADY_PEOPLE = 2 * RATE

/** A server under load, with people who have begun and not answered yet. */
interface Side {
  readonly client: Client
  readonly steady: readonly Person[]
  readonly hasty: Iterator<Person>
}

/**
 * A form answered with a redirect to the next page, over HTTP: Handrail with its store on the disk, and the peer with as
 * many questions and its sessions in memory. They take turns, so that whatever else the machine does hits both.
 */
export async function* served(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  await using folder = await openFolder()
  // Who has not come to the end when a run does is left there.
  const hasty = Math.ceil((WARM_UP.answers + RUNS * FLAT_OUT.answers) / walk.length) + (RUNS + 1) * CONNECTIONS
  const people = await handrailPeople(folder.file, bundle, walk, STEADY_PEOPLE + hasty)
  await using handrail = await startHandrail(folder.file)
  await using peer = await startPeer(walk.length)
  using client = connect(handrail.url, CONNECTIONS)
  using peerClient = connect(peer.url, CONNECTIONS)
  const ours = sideOf(client, people)
  const theirs = sideOf(peerClient, await peerPeople(peerClient, walk.length, STEADY_PEOPLE + hasty))

  const hurry = (bound: Bound) => (side: Side) => flatOut(side.client, side.hasty, CONNECTIONS, bound)
  await hurry(WARM_UP)(ours)
  await hurry(WARM_UP)(theirs)
  const fast = await byTurns(ours, theirs, hurry(FLAT_OUT))
  const name = `${CONNECTIONS} connections`
  yield figure(`HTTP: answers, ${name}`, '/s', fast.ours, { atLeast: 1000 })
  yield figure(`peer: answers, ${name}`, '/s', fast.theirs)
  yield figure(
    `HTTP: times the peer's answers, ${name}`,
    '',
    fast.ours.map((rate, run) => rate / fast.theirs[run]!),
  )

  const even = await byTurns(ours, theirs, (side) => steady(side.client, side.steady, RATE, STEADY))
  for (const share of [50, 95, 99]) {
    const of = (runs: readonly number[][]): number[] => runs.map((taken) => percentile(taken, share))
    yield figure(`HTTP: p${share} at ${RATE}/s`, 'ms', of(even.ours), share === 99 ? { atMost: 50 } : undefined)
    yield figure(`peer: p${share} at ${RATE}/s`, 'ms', of(even.theirs))
  }
}

const sideOf = (client: Client, people: readonly Person[]): Side => ({
  client,
  steady: people.slice(0, STEADY_PEOPLE),
  hasty: people.slice(STEADY_PEOPLE).values(),
})

/** Runs of the same load on both, one after the other. */
async function byTurns<T>(
  ours: Side,
  theirs: Side,
  load: (side: Side) => Promise<T>,
): Promise<{ ours: T[]; theirs: T[] }> {
  const runs: { ours: T[]; theirs: T[] } = { ours: [], theirs: [] }
  for (let run = 0; run < RUNS; run++) {
    runs.ours.push(await load(ours))
    runs.theirs.push(await load(theirs))
  }
  return runs
}
