import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Conflict } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/sqlite.ts'

const FOLDER = 'src/store/migrations'
let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'handrail-packing-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const all = async () =>
  Promise.all(
    (await readdir(FOLDER)).toSorted().map(async (name) => ({ name, sql: await readFile(join(FOLDER, name), 'utf8') })),
  )

const COLUMNS = 'assessment_id, seq, question, value, kind, source, source_id, at'
const ROWS = [
  ['abc', 1, 'who', '"me"', 'answer', 'web', null, 5],
  ['abc', 2, 'age', '"65-79"', 'change', 'telegram', '7', 6],
  ['abc', 3, null, 'null', 'finish', 'api', '7', 7],
  ['abc', 4, null, 'null', 'continue', 'worker', 'x', 8],
  ['xyz', 1, 'who', '"me"', 'answer', 'terminal', null, 9],
  ['xyz', 2, 'age', '"65-79"', 'answer', 'console', '008', 10],
] as const

test('answers of before they were packed read as they did, and go with their assessment', async () => {
  const file = join(folder, 'store.sqlite')
  const migrations = await all()
  const before = await openSqlite(file, { migrations: migrations.filter(({ name }) => name < '0007') })
  for (const id of ['gone', 'abc', 'xyz'])
    await before
      .prepare(`INSERT INTO assessment VALUES (?, ?, 'default', 'en', 'web', 'v', 1, 2)`)
      .bind(id, `${id}-code`)
      .run()
  await before.prepare("DELETE FROM assessment WHERE id = 'gone'").run()
  await before.prepare("INSERT INTO chat (chat_id, assessment_id, handle, locale) VALUES (1, 'abc', 'h', 'en')").run()
  for (const row of ROWS)
    await before
      .prepare(`INSERT INTO answer (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
      .bind(...row)
      .run()
  await before.close()

  const db = await openSqlite(file, { migrations })
  try {
    const read = async () =>
      (await db.prepare(`SELECT ${COLUMNS} FROM answer ORDER BY assessment_id, seq`).all<object>()).results.map((row) =>
        Object.values(row),
      )
    expect(await read()).toEqual(ROWS)
    expect(await db.prepare('SELECT count(*) AS n FROM chat').first()).toEqual({ n: 1 })

    const again = db.prepare(`INSERT INTO entry (assessment, seq, value, kind, source, source_id, at)
      VALUES ((SELECT key FROM assessment WHERE id = ?), ?, 'null', 2, 0, ?, 1)`)
    await expect(again.bind('abc', 4, null).run()).rejects.toBeInstanceOf(Conflict)
    await expect(again.bind('abc', 5, 7).run()).rejects.toBeInstanceOf(Conflict)
    await expect(again.bind('nobody', 1, null).run()).rejects.toThrow('NOT NULL')

    await db.prepare("DELETE FROM assessment WHERE id = 'abc'").run()
    expect(await read()).toEqual(ROWS.slice(4))
  } finally {
    await db.close()
  }
})
