import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Migration } from '../../src/store/migrate.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'

const MIGRATIONS = new URL('../../src/store/migrations/', import.meta.url)

/** The project's own migrations. */
export async function migrations(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'))
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(new URL(name, MIGRATIONS), 'utf8') })))
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store in a file that is gone after the test. */
export async function temporaryStore(list?: readonly Migration[]): Promise<SqliteDatabase> {
  const db = await openSqlite(join(await temporaryFolder(), 'test.sqlite'), {
    migrations: list ?? (await migrations()),
  })
  onTestFinished(() => db.close())
  return db
}
