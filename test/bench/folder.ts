import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import type { Bundle } from '../../src/app.ts'

/** A folder for a store, gone when the work is done. */
export async function openFolder(): Promise<AsyncDisposable & { readonly file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  return {
    file: join(folder, 'bench.sqlite'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A store in a file, closed when the work is done. */
export async function openStore(
  file: string,
  { migrations }: Bundle,
): Promise<AsyncDisposable & { readonly db: SqliteDatabase }> {
  const db = await openSqlite(file, { migrations })
  return { db, [Symbol.asyncDispose]: () => db.close() }
}
