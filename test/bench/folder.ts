import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle } from '../../src/app.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'

/** Work in a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Work with a store in a file, closed afterwards. */
export async function withStore<T>(file: string, { migrations }: Bundle, work: (db: SqliteDatabase) => Promise<T>): Promise<T> {
  const db = await openSqlite(file, { migrations })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

/** Do all of `work`, at most `abreast` at a time, in order. */
export async function abreast<T>(width: number, work: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const left = work.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const one of left) await each(one)
    }),
  )
}
