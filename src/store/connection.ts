import { Database as Driver, type Statement as Prepared } from 'sqlite3'
import { Conflict, Unavailable, type Value } from './database.ts'

export type Row = Record<string, unknown>

/** SQLite's own numbers: the driver's module has no named constants. */
const READ_ONLY = 0x1
const READ_WRITE = 0x2
const CREATE = 0x4

const STATEMENTS = 200

/** Errors of the disk, the file or a lock: nothing is wrong with the statement, and it may work later. */
const UNAVAILABLE = new Set(
  'FULL READONLY BUSY LOCKED IOERR CANTOPEN NOTADB CORRUPT PROTOCOL NOMEM PERM INTERRUPT NOLFS'
    .split(' ')
    .map((name) => `SQLITE_${name}`),
)
/** Of those, the ones after which the connection itself is as good as before. */
const PASSING = new Set(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_INTERRUPT'])

/**
 * One connection to an SQLite file with its prepared statements, and the only code that knows the driver. Calls must
 * not overlap: the driver does not keep the order of different prepared statements.
 */
export class Connection {
  readonly #driver: Driver
  readonly #prepared = new Map<string, Prepared>()

  private constructor(driver: Driver) {
    this.#driver = driver
  }

  static async open(file: string, mode: 'create' | 'write' | 'read'): Promise<Connection> {
    const flags = mode === 'read' ? READ_ONLY : mode === 'write' ? READ_WRITE : READ_WRITE | CREATE
    const driver = await new Promise<Driver>((resolve, reject) => {
      const made: Driver = new Driver(file, flags, (error) => (error ? reject(translate(error)) : resolve(made)))
    })
    const connection = new Connection(driver)
    try {
      // Above 2 s a few waiting calls would hold all of libuv's threads, and file reads with them.
      await connection.exec('PRAGMA busy_timeout=2000')
      // secure_delete: "delete my answers" overwrites them instead of only forgetting where they lie.
      // temp_store: sorted answers are not spilled to files in /tmp. journal_size_limit: the log shrinks after a rush.
      if (mode !== 'read') {
        await connection.exec(
          'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;' +
            'PRAGMA journal_size_limit=33554432',
        )
      }
      // cache_size: 16 MB, so that importing a directory does not read the same pages of its indexes again and again.
      await connection.exec('PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000')
    } catch (error) {
      await connection.close()
      throw error
    }
    return connection
  }

  /** Run a statement to its end. (The driver's `get` would leave a read open, which stops the log from shrinking.) */
  async all(sql: string, values: readonly Value[]): Promise<Row[]> {
    const statement = this.#prepared.get(sql) ?? (await this.#prepare(sql))
    return new Promise((resolve, reject) => {
      statement.all<Row>(values, (error, rows) => (error ? reject(translate(error)) : resolve(rows)))
    })
  }

  /** Run one or more statements without values, in one round trip. */
  exec(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#driver.exec(sql, (error) => (error ? reject(translate(error)) : resolve()))
    })
  }

  async close(): Promise<void> {
    for (const statement of this.#prepared.values()) await finalize(statement)
    this.#prepared.clear()
    await new Promise<void>((resolve) => this.#driver.close(() => resolve()))
  }

  async #prepare(sql: string): Promise<Prepared> {
    const oldest = this.#prepared.entries().next().value
    if (oldest && this.#prepared.size >= STATEMENTS) {
      this.#prepared.delete(oldest[0])
      await finalize(oldest[1])
    }
    const statement = await new Promise<Prepared>((resolve, reject) => {
      const made: Prepared = this.#driver.prepare(sql, (error) => (error ? reject(translate(error)) : resolve(made)))
    })
    this.#prepared.set(sql, statement)
    return statement
  }
}

/** Whether the connection that met this error should be given up: it may hold a file that is no longer the one. */
export function breaks(error: unknown): boolean {
  return error instanceof Unavailable && !PASSING.has(codeOf(error.cause))
}

/** Whether a lock of another process was waited for in vain. */
export function isBusy(error: unknown): boolean {
  return error instanceof Unavailable && codeOf(error.cause) === 'SQLITE_BUSY'
}

function translate(error: Error): Error {
  const code = codeOf(error)
  if (UNAVAILABLE.has(code)) return new Unavailable(error.message, { cause: error })
  // SQLite says UNIQUE for primary keys too. CHECK, NOT NULL and foreign keys are faults of the code, not of a race.
  const unique = code === 'SQLITE_CONSTRAINT' && error.message.includes('UNIQUE constraint failed')
  return unique ? new Conflict(error.message, { cause: error }) : error
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const finalize = (statement: Prepared): Promise<void> => new Promise((resolve) => statement.finalize(() => resolve()))
