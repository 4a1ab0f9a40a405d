import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { temporaryFolder } from './temporary.ts'

const NOTE = { name: '0001_note.sql', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT' }

describe('migrations', () => {
  test('are applied once, in the order of their names', async () => {
    const file = join(await temporaryFolder(), 'test.sqlite')
    const more = {
      name: '0002_more.sql',
      sql: "INSERT INTO note (text) VALUES ('once'); ALTER TABLE note ADD COLUMN by TEXT",
    }
    for (const list of [[NOTE], [more, NOTE], [NOTE, more]]) {
      const store = await openSqlite(file, { migrations: list })
      await store.close()
    }
    const store = await openSqlite(file, { migrations: [] })
    onTestFinished(() => store.close())
    expect((await store.prepare('SELECT text, by FROM note').all()).results).toEqual([{ text: 'once', by: null }])
    const books = await store.prepare('SELECT name FROM d1_migrations ORDER BY id').all()
    expect(books.results).toEqual([{ name: NOTE.name }, { name: more.name }])
  })

  test('are applied once by three that start together', async () => {
    const file = join(await temporaryFolder(), 'test.sqlite')
    const list = [{ ...NOTE, sql: `${NOTE.sql}; INSERT INTO note (text) VALUES ('once')` }]
    // Three, for each that waits for the lock holds one of libuv's four threads.
    const stores = await Promise.all([1, 2, 3].map(() => openSqlite(file, { migrations: list })))
    expect(await stores[0]!.prepare('SELECT count(*) AS n FROM note').first()).toEqual({ n: 1 })
    await Promise.all(stores.map((store) => store.close()))
  })

  test('leave nothing behind where one fails', async () => {
    const file = join(await temporaryFolder(), 'test.sqlite')
    const broken = {
      name: '0002_broken.sql',
      sql: "INSERT INTO note (text) VALUES ('half'); INSERT INTO nowhere VALUES (1)",
    }
    await expect(openSqlite(file, { migrations: [NOTE, broken] })).rejects.toThrow('no such table')
    const store = await openSqlite(file, { migrations: [NOTE] })
    onTestFinished(() => store.close())
    expect((await store.prepare('SELECT * FROM note').all()).results).toEqual([])
  })
})
