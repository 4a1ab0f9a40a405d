import { Database as Driver } from 'sqlite3'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { Conflict, Unavailable } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { contract } from './contract.ts'
import { migrations, temporaryFolder, temporaryStore } from './temporary.ts'

const shared = await mkdtemp(join(tmpdir(), 'handrail-'))
const db = await openSqlite(join(shared, 'test.sqlite'), { migrations: await migrations() })
afterAll(async () => {
  await db.close()
  await rm(shared, { recursive: true })
})

contract('SQLite', () => Promise.resolve(db))

const NOTE = { name: '0001_note.sql', sql: 'CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT) STRICT' }
const insert = 'INSERT INTO note (id, text) VALUES (?, ?)'

describe('the file', () => {
  test('is made with its folder, which is for this user alone', async () => {
    const folder = join(await temporaryFolder(), 'data')
    const made = await openSqlite(join(folder, 'new.sqlite'), { migrations: [NOTE] })
    await made.close()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  test('keeps every acknowledged write: write-ahead log, full synchronisation', async () => {
    const store = await temporaryStore([NOTE])
    const pragma = (name: string) =>
      store.prepare(`INSERT INTO note (text) SELECT ${name} FROM pragma_${name} RETURNING text`)
    expect(await pragma('journal_mode').first()).toEqual({ text: 'wal' })
    expect(await pragma('synchronous').first()).toEqual({ text: '2' })
    expect(await pragma('secure_delete').first()).toEqual({ text: '1' })
  })

  test('no longer holds what was erased, once it is closed', async () => {
    const store = await temporaryStore([NOTE])
    const words = 'grandmother fell in the bath'
    await store.batch([1, 2, 3].map((id) => store.prepare(insert).bind(id, words.repeat(100))))
    await store.prepare('DELETE FROM note WHERE id > ?').bind(0).run()
    await store.close()
    expect((await readFile(store.file)).includes(words)).toBe(false)
  })

  test.each(['', ':memory:'])('must be one: %o', async (file) => {
    await expect(openSqlite(file, { migrations: [] })).rejects.toThrow(TypeError)
  })

  test('that is no database is Unavailable', async () => {
    const file = join(await temporaryFolder(), 'letter.txt')
    await writeFile(file, 'Dear council, '.repeat(1000))
    await expect(openSqlite(file, { migrations: [NOTE] })).rejects.toThrow(Unavailable)
  })
})

describe('batches that share a transaction', () => {
  test('a key that is checked at the commit fails its own batch alone', async () => {
    const deferred = 'CREATE TABLE reply (note INTEGER REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED) STRICT'
    const store = await temporaryStore([NOTE, { name: '0002_reply.sql', sql: deferred }])
    const outcomes = await Promise.allSettled(
      [1, 2, 3, 4].map((id) =>
        store.batch([
          store.prepare(insert).bind(id, ''),
          store.prepare('INSERT INTO reply VALUES (?)').bind(id === 3 ? 99 : id),
        ]),
      ),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect((await store.prepare('SELECT id FROM note').all()).results).toEqual([{ id: 1 }, { id: 2 }, { id: 4 }])
  })

  test('a statement that ends the transaction by itself takes no other with it', async () => {
    const store = await temporaryStore([NOTE])
    const outcomes = await Promise.allSettled(
      [1, 2, 2, 3].map((id) =>
        store.batch([store.prepare(insert.replace('INSERT', 'INSERT OR ROLLBACK')).bind(id, '')]),
      ),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(outcomes[2]).toMatchObject({ reason: expect.any(Conflict) })
  })

  test('a thousand at one moment and a thousand different statements are all served', async () => {
    const store = await temporaryStore([NOTE])
    const texts = Array.from({ length: 1000 }, (_, id) =>
      store.prepare(`INSERT INTO note (id, text) VALUES (?, 'text ${id}')`).bind(id),
    )
    await Promise.all(texts.map((statement) => store.batch([statement])))
    expect(await store.prepare('SELECT count(*) AS n FROM note').first()).toEqual({ n: 1000 })
  })
})

describe('a lock of another process', () => {
  test('is waited for, then everyone who waits hears Unavailable; when it is gone, writing goes on', async () => {
    const store = await temporaryStore([NOTE])
    const other = new Driver(store.file)
    onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())))
    const run = (sql: string) =>
      new Promise<void>((resolve, reject) => other.exec(sql, (error) => (error ? reject(error) : resolve())))

    await run('BEGIN IMMEDIATE')
    const since = performance.now()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, id) => store.prepare(insert).bind(id, '').run()),
    )
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: expect.any(Unavailable) })
    expect(performance.now() - since).toBeLessThan(4000)
    expect(await store.prepare('SELECT count(*) AS n FROM note').first()).toEqual({ n: 0 })

    const patient = store.prepare(insert).bind(1, 'patient').run()
    await run('COMMIT')
    await patient
    expect(await store.prepare('SELECT text FROM note').first()).toEqual({ text: 'patient' })
  })
})

describe('closing', () => {
  test('waits for what is being written, and is final', async () => {
    const store = await temporaryStore([NOTE])
    const written = Promise.all(Array.from({ length: 100 }, (_, id) => store.prepare(insert).bind(id, '').run()))
    await Promise.all([written, store.close(), store.close()])
    await expect(store.prepare('SELECT 1').first()).rejects.toThrow(Unavailable)
    await expect(store.batch([store.prepare(insert).bind(200, '')])).rejects.toThrow(Unavailable)
    const again = await openSqlite(store.file, { migrations: [NOTE] })
    onTestFinished(() => again.close())
    expect(await again.prepare('SELECT count(*) AS n FROM note').first()).toEqual({ n: 100 })
  })

  test('leaves one file, with everything in it', async () => {
    const store = await temporaryStore([NOTE])
    await store.prepare(insert).bind(1, 'kept').run()
    await store.close()
    await rename(store.file, `${store.file}.moved`)
    const moved = await openSqlite(`${store.file}.moved`, { migrations: [NOTE] })
    onTestFinished(() => moved.close())
    expect(await moved.prepare('SELECT text FROM note').first()).toEqual({ text: 'kept' })
  })
})

test('a statement of another store is refused', async () => {
  const [one, other] = [await temporaryStore([NOTE]), await temporaryStore([NOTE])]
  await expect(one.batch([other.prepare(insert).bind(1, '')])).rejects.toThrow(TypeError)
})
