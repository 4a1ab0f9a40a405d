import { join } from 'node:path'
import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import { withChild } from './child.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { abreast, inFolder, withStore } from './folder.ts'
import { flatOut, steady, withClient, type Client } from './load.ts'
import { beginMany, formsOf, type Person } from './people.ts'
import { HANDRAIL, settings } from './server.ts'
import type { Step } from './walk.ts'

const RUNS = 5
const CONNECTIONS = 8
const FLAT_OUT_MS = 2000
const RATE = 200
const STEADY_MS = 5000
/** Each person answers once a second: somebody in a hurry, below the limit of answers a minute. */
const STEADY_PEOPLE = RATE
/** More than any server here can serve in all runs, a third of them to warm up. */
const FLAT_OUT_PEOPLE = 900

/** One of the servers under load, with people who have begun and not answered yet. */
interface Side {
  readonly client: Client
  readonly people: readonly Person[]
}

/**
 * A form that is answered with a redirect to the next page: Handrail with its store on the disk, and the peer with as
 * many questions and its sessions in memory. They take turns, so that what else the machine does hits both.
 */
export async function* served(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  const figures = await inFolder(async (folder) => {
    const file = join(folder, 'bench.sqlite')
    const people = await ourPeople(file, bundle, walk)
    return withChild(HANDRAIL, settings(file), (ours) =>
      withChild(['test/bench/peer/serve.ts', String(walk.length)], {}, (theirs) =>
        withClient(ours.url, CONNECTIONS, (ourClient) =>
          withClient(theirs.url, CONNECTIONS, async (theirClient) =>
            compare({ client: ourClient, people }, { client: theirClient, people: await theirPeople(theirClient, walk.length) }),
          ),
        ),
      ),
    )
  })
  yield* figures
}

async function compare(ours: Side, theirs: Side): Promise<Figure[]> {
  const fast = await byTurns([ours, theirs], STEADY_PEOPLE, FLAT_OUT_PEOPLE, ({ client }, people) =>
    flatOut(client, CONNECTIONS, people, FLAT_OUT_MS),
  )
  const even = await byTurns([ours, theirs], 0, STEADY_PEOPLE, ({ client }, people) => steady(client, RATE, people, STEADY_MS))
}
