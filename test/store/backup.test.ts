import { readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Database as Driver } from 'sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { backup } from '../../src/store/backup.ts'
import { Unavailable } from '../../src/store/database.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { temporaryFolder, temporaryStore } from './temporary.ts'

/** Each batch writes the same number into both tables, so a copy is of one moment if, and only if, they agree. */
const TWINS = {
  name: '0001_twins.sql',
  sql: 'CREATE TABLE one (n INTEGER PRIMARY KEY, text TEXT) STRICT; CREATE TABLE two (n INTEGER PRIMARY KEY) STRICT',
}
const write = (store: SqliteDatabase, n: number) =>
  store.batch([
    store.prepare('INSERT INTO one VALUES (?, ?)').bind(n, 'x'.repeat(500)),
    store.prepare('INSERT INTO two VALUES (?)').bind(n),
  ])

test('a copy made while people write is whole, of one moment, and holds all that was acknowledged before', async () => {
  const store = await temporaryStore([TWINS])
  let next = 0
  let writing = true
  let slowest = 0
  const acknowledged = new Set<number>()
  const writers = Array.from({ length: 8 }, async () => {
    while (writing) {
      const [n, since] = [next++, performance.now()]
      await write(store, n)
      acknowledged.add(n)
      slowest = Math.max(slowest, performance.now() - since)
    }
  })
  const counts: number[] = []
  for (let round = 1; round <= 3; round++) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    const before = [...acknowledged]
    const { file, bytes } = await backup(store.file, join(dirname(store.file), `copy ${round}.sqlite`))
    expect(await stat(file)).toMatchObject({ size: bytes })
    expect((await stat(file)).mode & 0o777).toBe(0o600)

    const copy = await openSqlite(file, { migrations: [TWINS] })
    onTestFinished(() => copy.close())
    const numbers = async (table: string) =>
      (await copy.prepare(`SELECT n FROM ${table} ORDER BY n`).all<{ n: number }>()).results.map(({ n }) => n)
    const kept = await numbers('one')
    expect(await numbers('two')).toEqual(kept)
    const there = new Set(kept)
    expect(before.filter((n) => !there.has(n))).toEqual([])
    counts.push(kept.length)
  }
  writing = false
  await Promise.all(writers)
  console.log(
    `backup under writes: ${counts.join(', ')} rows of ${acknowledged.size}, slowest write ${slowest.toFixed(0)} ms`,
  )
})

test('a copy does not take the place of another file, and a copy that failed leaves none', async () => {
  const store = await temporaryStore([TWINS])
  const folder = await temporaryFolder()
  const taken = join(folder, 'taken.sqlite')
  await writeFile(taken, 'last week')
  await expect(backup(store.file, taken)).rejects.toThrow('exists')
  expect((await stat(taken)).size).toBe('last week'.length)
  await expect(backup(join(folder, 'nothing.sqlite'), join(folder, 'copy.sqlite'))).rejects.toThrow(Unavailable)
  await expect(backup(taken, join(folder, 'copy.sqlite'))).rejects.toThrow(Unavailable)
  await expect(backup(store.file, join(folder, 'no such folder', 'copy.sqlite'))).rejects.toThrow(Unavailable)
  expect(await readdir(folder)).toEqual(['taken.sqlite'])
})

test('a copy that is not sound is not kept', async () => {
  const store = await temporaryStore([
    {
      name: '0001_family.sql',
      sql: 'CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INTEGER REFERENCES p (id))',
    },
  ])
  const careless = new Driver(store.file)
  await new Promise<void>((resolve, reject) =>
    careless.exec('INSERT INTO c VALUES (1)', (error) => (error ? reject(error) : resolve())),
  )
  await new Promise<void>((resolve) => careless.close(() => resolve()))
  const folder = await temporaryFolder()
  await expect(backup(store.file, join(folder, 'copy.sqlite'))).rejects.toThrow('belong to nothing')
  expect(await readdir(folder)).toEqual([])
})
