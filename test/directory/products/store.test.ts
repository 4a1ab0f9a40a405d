import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openSqlite, type SqliteDatabase } from '../../../src/store/sqlite.ts'
import { migrations } from '../../store/temporary.ts'
import { contract } from './contract.ts'

let folder: string
let db: SqliteDatabase
afterAll(async () => {
  await db?.close()
  await rm(folder, { recursive: true, force: true })
})

contract('SQLite', async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-products-'))
  return (db = await openSqlite(join(folder, 'test.sqlite'), { migrations: await migrations() }))
})
