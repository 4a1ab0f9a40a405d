import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Connection, type Row } from './connection.ts'
import { Unavailable, type Database, type Statement, type Value } from './database.ts'
import { GroupCommit, type Step } from './group-commit.ts'
import { Link } from './link.ts'
import { migrate, type Migration } from './migrate.ts'
import { checkValues, readSql } from './sql.ts'

export interface SqliteDatabase extends Database {
  readonly file: string
  /** After what is waiting has been written. Later calls reject with {@link Unavailable}. */
  close(): Promise<void>
}

/**
 * A store in one SQLite file, made when absent: one connection that writes, one that reads, and every acknowledged
 * batch on the disk (WAL, synchronous=FULL). A write that rejects with {@link Unavailable} was rolled back. (Should the
 * disk fail in the very moment of a commit, a restart may still find it; the keys of the tables make a retry harmless.)
 * @throws Unavailable where the file cannot be opened, or not be written and migrations are due.
 */
export async function openSqlite(file: string, options: { migrations: readonly Migration[] }): Promise<SqliteDatabase> {
  if (file === '' || file === ':memory:')
    throw new TypeError('The store needs a file: it reads and writes it twice over')
  // What people answered is for this user's eyes.
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const connection = await Connection.open(file, 'create')
  try {
    await migrate(connection, options.migrations)
  } catch (error) {
    await connection.close()
    throw error
  }
  // Opened again, a file that has gone is not made anew: an empty store in its place would hide the loss.
  return new Sqlite(file, new Link(file, 'read'), new Link(file, 'write', connection))
}

class Sqlite implements SqliteDatabase {
  readonly file: string
  readonly #reader: Link
  readonly #writer: Link
  readonly #commits: GroupCommit
  #closing: Promise<void> | undefined

  constructor(file: string, reader: Link, writer: Link) {
    this.file = file
    this.#reader = reader
    this.#writer = writer
    this.#commits = new GroupCommit(writer)
  }

  prepare(sql: string): Statement {
    readSql(sql)
    return new SqliteStatement(this, sql, [])
  }

  async batch(statements: readonly Statement[]): Promise<Row[][]> {
    const steps = statements.map((statement) => {
      if (statement instanceof SqliteStatement && statement.store === this) return statement.step()
      throw new TypeError('A statement of another database')
    })
    this.#checkOpen()
    return steps.length === 0 ? [] : this.#commits.write(steps)
  }

  async query(step: Step): Promise<Row[]> {
    this.#checkOpen()
    if (readSql(step.sql).reads) return this.#reader.use((connection) => connection.all(step.sql, step.values))
    const [rows] = await this.#commits.write([step])
    return rows!
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    await this.#commits.idle()
    // The reader first: the last connection to go folds the log into the file, and it must be one that can write.
    await this.#reader.close()
    await this.#writer.close('PRAGMA optimize')
  }

  #checkOpen(): void {
    if (this.#closing) throw new Unavailable('The store is closed')
  }
}

class SqliteStatement implements Statement {
  readonly store: Sqlite
  readonly #sql: string
  readonly #values: readonly Value[]

  constructor(store: Sqlite, sql: string, values: readonly Value[]) {
    this.store = store
    this.#sql = sql
    this.#values = values
  }

  bind(...values: Value[]): Statement {
    checkValues(readSql(this.#sql), values)
    return new SqliteStatement(this.store, this.#sql, values)
  }

  async first<Row>(): Promise<Row | null> {
    const [row] = await this.store.query(this.step())
    return (row as Row | undefined) ?? null
  }

  async all<Row>(): Promise<{ results: Row[] }> {
    return { results: (await this.store.query(this.step())) as Row[] }
  }

  run(): Promise<unknown> {
    return this.all()
  }

  /** What is to be run. Checked once more, for a statement that takes values may not have been bound at all. */
  step(): Step {
    checkValues(readSql(this.#sql), this.#values)
    return { sql: this.#sql, values: this.#values }
  }
}
