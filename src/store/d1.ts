import { Conflict, Unavailable, type Database, type Statement, type Value } from './database.ts'
import { checkValues, readSql } from './sql.ts'

/** As much of Cloudflare's D1 binding as is used here. */
export interface D1Database {
  prepare(sql: string): D1PreparedStatement
  batch(statements: D1PreparedStatement[]): Promise<unknown>
}

export interface D1PreparedStatement {
  bind(...values: unknown[]): D1PreparedStatement
  first<Row>(): Promise<Row | null>
  all<Row>(): Promise<{ results: Row[] }>
  run(): Promise<unknown>
}

/**
 * Passing faults, by D1's words for them (developers.cloudflare.com/d1/observability/debug-d1), and SQLite's own. After
 * a lost connection nobody knows whether the batch was written; the keys of the tables make a retry harmless.
 */
const UNAVAILABLE = new RegExp(
  [
    'D1 DB',
    'Network connection lost',
    'caused object to be reset',
    'client disconnected',
    'internal error',
    'maximum DB size',
    'database or disk is full',
    'SQLITE_(FULL|READONLY|BUSY|LOCKED|IOERR|CANTOPEN|NOTADB|CORRUPT|NOMEM)',
  ].join('|'),
  'i',
)

/** The store on Cloudflare D1, with the same checks and the same errors as on SQLite. */
export function openD1(db: D1Database): Database {
  return new D1(db)
}

class D1 implements Database {
  readonly #db: D1Database

  constructor(db: D1Database) {
    this.#db = db
  }

  prepare(sql: string): Statement {
    readSql(sql)
    return new D1Statement(this.#db, sql, this.#db.prepare(sql), [])
  }

  async batch(statements: readonly Statement[]): Promise<unknown> {
    const ready = statements.map((statement) => {
      if (statement instanceof D1Statement && statement.db === this.#db) return statement.ready()
      throw new TypeError('A statement of another database')
    })
    // D1 itself refuses an empty batch.
    return ready.length === 0 ? [] : translated(() => this.#db.batch(ready))
  }
}

class D1Statement implements Statement {
  readonly db: D1Database
  readonly #sql: string
  readonly #statement: D1PreparedStatement
  readonly #values: readonly Value[]

  constructor(db: D1Database, sql: string, statement: D1PreparedStatement, values: readonly Value[]) {
    this.db = db
    this.#sql = sql
    this.#statement = statement
    this.#values = values
  }

  bind(...values: Value[]): Statement {
    checkValues(readSql(this.#sql), values)
    return new D1Statement(this.db, this.#sql, this.#statement.bind(...values), values)
  }

  async first<Row>(): Promise<Row | null> {
    const { results } = await this.all<Row>()
    return results[0] ?? null
  }

  async all<Row>(): Promise<{ results: Row[] }> {
    const { results } = await translated(() => this.ready().all<Row>())
    return { results: results.map(withBytes) }
  }

  async run(): Promise<unknown> {
    return await translated(() => this.ready().run())
  }

  /** What is to be run. Checked once more, for a statement that takes values may not have been bound at all. */
  ready(): D1PreparedStatement {
    checkValues(readSql(this.#sql), this.#values)
    return this.#statement
  }
}

/** D1 gives bytes as a list of numbers. Nothing else that it gives is a list. */
function withBytes<Row>(row: Row): Row {
  const lists = Object.entries(row as Record<string, unknown>).filter(([, value]) => Array.isArray(value))
  if (lists.length === 0) return row
  return { ...row, ...Object.fromEntries(lists.map(([key, list]) => [key, Uint8Array.from(list as number[])])) }
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.message.includes('UNIQUE constraint failed')) throw new Conflict(error.message, { cause: error })
    if (UNAVAILABLE.test(error.message)) throw new Unavailable(error.message, { cause: error })
    throw error
  }
}
