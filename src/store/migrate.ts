import type { Row } from './connection.ts'
import type { Value } from './database.ts'

/** One file of `migrations/`: its name, extension and all, and what it says. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** What the runner needs of a connection. */
export interface Runner {
  exec(sql: string): Promise<void>
  all(sql: string, values: readonly Value[]): Promise<Row[]>
}

/** As wrangler makes it for D1, so that one list of names means the same on both. */
const BOOKS = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`

/**
 * Apply what has not been applied, in the order of the names, each whole or not at all. Two processes that start at the
 * same moment apply each once. On D1 it is wrangler that does this (`wrangler d1 migrations apply`).
 * @returns the names that were applied now.
 */
export async function migrate(runner: Runner, migrations: readonly Migration[]): Promise<string[]> {
  const before = await applied(runner)
  const due = migrations.filter(({ name }) => !before.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const done: string[] = []
  for (const migration of due) if (await apply(runner, migration)) done.push(migration.name)
  return done
}

async function apply(runner: Runner, { name, sql }: Migration): Promise<boolean> {
  await runner.exec('BEGIN IMMEDIATE')
  try {
    // Looked at again under the lock: another process may have been first.
    await runner.exec(BOOKS)
    const missing = !(await applied(runner)).has(name)
    if (missing) {
      await runner.exec(sql)
      await runner.all('INSERT INTO d1_migrations (name) VALUES (?)', [name])
    }
    await runner.exec('COMMIT')
    return missing
  } catch (error) {
    // It may be rolled back already, and what is worth telling is why.
    await runner.exec('ROLLBACK').catch(() => {})
    throw error
  }
}

async function applied(runner: Runner): Promise<Set<unknown>> {
  const books = await runner.all("SELECT 1 FROM sqlite_schema WHERE name = 'd1_migrations'", [])
  if (books.length === 0) return new Set()
  return new Set((await runner.all('SELECT name FROM d1_migrations', [])).map(({ name }) => name))
}
