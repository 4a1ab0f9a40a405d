import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Connection } from '../../src/store/connection.ts'
import { Unavailable } from '../../src/store/database.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { readOnly, smallDisk } from './small-disk.ts'
import { temporaryFolder } from './temporary.ts'

const migrations = [
  {
    name: '0001_pairs.sql',
    sql: 'CREATE TABLE one (n INTEGER PRIMARY KEY, text TEXT) STRICT; CREATE TABLE two (n INTEGER PRIMARY KEY) STRICT',
  },
]
const write = (db: SqliteDatabase, n: number, length = 2000) =>
  db.batch([
    db.prepare('INSERT INTO one VALUES (?, ?)').bind(n, 'x'.repeat(length)),
    db.prepare('INSERT INTO two VALUES (?)').bind(n),
  ])
const numbers = async (db: SqliteDatabase, table: string) =>
  (await db.prepare(`SELECT n FROM ${table} ORDER BY n`).all<{ n: number }>()).results.map(({ n }) => n)

/** Writes eight at a time until `enough` failed, each as Unavailable. Gives the numbers that were written. */
async function fill(db: SqliteDatabase, from: number, enough: number): Promise<number[]> {
  const written: number[] = []
  let failed = 0
  for (let n = from; failed < enough && n < from + 5000; n += 8) {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => write(db, n + i)))
    for (const [i, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') written.push(n + i)
      else {
        expect(outcome.reason).toBeInstanceOf(Unavailable)
        failed++
      }
    }
  }
  expect(failed).toBeGreaterThanOrEqual(enough)
  return written
}

test(
  'a full disk: writes are Unavailable, reads go on, and with room again so do writes',
  { timeout: 30_000 },
  async () => {
    const disk = await smallDisk()
    const db = await openSqlite(join(disk.folder, 'test.sqlite'), { migrations })
    onTestFinished(() => db.close())
    const written: number[] = []
    for (const [round, room] of [1024, 2048].entries()) {
      await disk.limit(db, room)
      written.push(...(await fill(db, round * 10_000, 40)))
      // What was acknowledged is there, what was refused is not, and nothing is there by half.
      expect(await numbers(db, 'one')).toEqual(written)
      expect(await numbers(db, 'two')).toEqual(written)
    }
    await disk.limit(db, 4096)
    await write(db, 99_999)
    expect(await numbers(db, 'two')).toEqual([...written, 99_999])
    await db.close()

    const connection = await Connection.open(db.file, 'read')
    expect(await connection.all('PRAGMA integrity_check', [])).toEqual([{ integrity_check: 'ok' }])
    await connection.close()
    console.log(`disk full (${disk.kind}): ${written.length} writes kept, recovered twice`)
  },
)

test('a batch too large for the disk does not take the small ones beside it along', async () => {
  const disk = await smallDisk()
  const db = await openSqlite(join(disk.folder, 'test.sqlite'), { migrations })
  onTestFinished(() => db.close())
  await disk.limit(db, 1024)
  const outcomes = await Promise.allSettled([write(db, 1), write(db, 2, 8_000_000), write(db, 3)])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: expect.any(Unavailable) })
  expect(await numbers(db, 'one')).toEqual([1, 3])
})

test('a read-only file: writes are Unavailable, reads go on, and once it may be written so do writes', async () => {
  const folder = await temporaryFolder()
  const open = await openSqlite(join(folder, 'test.sqlite'), { migrations })
  onTestFinished(() => open.close())
  await write(open, 1)
  const { view, kind, allowWriting } = await readOnly(folder, 'test.sqlite')
  const db = await openSqlite(join(view, 'test.sqlite'), { migrations })
  onTestFinished(() => db.close())

  for (const n of [2, 3]) await expect(write(db, n)).rejects.toThrow(Unavailable)
  expect(await numbers(db, 'one')).toEqual([1])
  await allowWriting()
  await write(db, 4)
  expect(await numbers(db, 'two')).toEqual([1, 4])
  console.log(`read-only file (${kind}): refused, then recovered`)
})

test('a file that has gone is not made anew: an empty store in its place would hide the loss', async () => {
  const folder = await temporaryFolder()
  const db = await openSqlite(join(folder, 'test.sqlite'), { migrations })
  await write(db, 1)
  await expect(Connection.open(join(folder, 'gone.sqlite'), 'write')).rejects.toThrow(Unavailable)
  await expect(Connection.open(join(folder, 'gone.sqlite'), 'read')).rejects.toThrow(Unavailable)
  await db.close()
  expect(await readdir(folder)).toEqual(['test.sqlite'])
})
