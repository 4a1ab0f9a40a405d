import { breaks, isBusy, type Connection, type Row } from './connection.ts'
import { Unavailable, type Value } from './database.ts'
import type { Link } from './link.ts'

export interface Step {
  readonly sql: string
  readonly values: readonly Value[]
}

interface Waiting {
  readonly steps: readonly Step[]
  resolve(rows: Row[][]): void
  reject(error: unknown): void
}

type Outcome = { rows: Row[][] } | { error: unknown }

const LARGEST_GROUP = 64

/**
 * Batches that wait at the same moment share one transaction, so that one wait for the disk serves them all. The
 * failure of one is its own. Nobody hears "done", or "someone was first", before the commit.
 */
export class GroupCommit {
  readonly #link: Link
  #waiting: Waiting[] = []
  #busy: Promise<void> | undefined

  constructor(link: Link) {
    this.#link = link
  }

  write(steps: readonly Step[]): Promise<Row[][]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ steps, resolve, reject })
      this.#busy ??= this.#work()
    })
  }

  /** When nothing is waiting any more. */
  async idle(): Promise<void> {
    await this.#busy
  }

  async #work(): Promise<void> {
    // One tick, so that callers of the same moment go together.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#serve(this.#waiting.splice(0, LARGEST_GROUP))
    this.#busy = undefined
  }

  async #serve(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#link.use((connection) => together(connection, group))
      for (const [i, outcome] of outcomes.entries()) {
        if ('rows' in outcome) group[i]!.resolve(outcome.rows)
        else group[i]!.reject(outcome.error)
      }
    } catch (error) {
      // Whoever holds the lock has held it for the whole busy timeout. Waiting as long again for every further group
      // would turn a lock of seconds into minutes for the last in the queue.
      if (isBusy(error)) for (const one of this.#waiting.splice(0)) one.reject(error)
      // The disk may be full for the largest only, and a deferred key may fail the commit for one: each on its own.
      else if (group.length > 1 && !breaks(error)) return await this.#apart(group)
      for (const one of group) one.reject(error)
    }
  }

  async #apart(group: readonly Waiting[]): Promise<void> {
    for (const one of group) await this.#serve([one])
  }
}

async function together(connection: Connection, group: readonly Waiting[]): Promise<Outcome[]> {
  await connection.exec('BEGIN IMMEDIATE')
  try {
    const outcomes = (await plain(connection, group)) ?? (await guarded(connection, group))
    await connection.exec('COMMIT')
    return outcomes
  } catch (error) {
    await rollBack(connection, error)
    throw error
  }
}

/** Without savepoints, which cost a round trip a batch: mostly no batch fails. If one does, nothing is done. */
async function plain(connection: Connection, group: readonly Waiting[]): Promise<Outcome[] | undefined> {
  try {
    const outcomes: Outcome[] = []
    for (const { steps } of group) outcomes.push({ rows: await run(connection, steps) })
    return outcomes
  } catch (error) {
    if (error instanceof Unavailable) throw error
    await rollBack(connection, error)
    await connection.exec('BEGIN IMMEDIATE')
    return undefined
  }
}

async function guarded(connection: Connection, group: readonly Waiting[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { steps } of group) {
    await connection.exec('SAVEPOINT batch')
    try {
      outcomes.push({ rows: await run(connection, steps) })
    } catch (error) {
      // After a full disk or an I/O error SQLite may have rolled back the whole transaction by itself.
      if (error instanceof Unavailable) throw error
      await connection.exec('ROLLBACK TO batch').catch(() => {
        throw error
      })
      outcomes.push({ error })
    }
    await connection.exec('RELEASE batch')
  }
  return outcomes
}

async function run(connection: Connection, steps: readonly Step[]): Promise<Row[][]> {
  const rows: Row[][] = []
  for (const { sql, values } of steps) rows.push(await connection.all(sql, values))
  return rows
}

async function rollBack(connection: Connection, why: unknown): Promise<void> {
  try {
    await connection.exec('ROLLBACK')
  } catch (error) {
    // "No transaction is active" is fine. Anything else leaves a transaction that nobody would ever end: an Unavailable
    // without a code of SQLite's makes the link give this connection up.
    if (error instanceof Unavailable) throw new Unavailable('A transaction could not be undone', { cause: why })
  }
}
