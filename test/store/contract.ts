import { beforeAll, describe, expect, test } from 'vitest'
import { Conflict, Unavailable, type Database, type Value } from '../../src/store/database.ts'
import { values } from './contract-values.ts'

const TABLES = [
  `CREATE TABLE parent (
     id TEXT PRIMARY KEY, code TEXT UNIQUE, n INTEGER CHECK (n >= 0), share REAL, note TEXT
   ) STRICT`,
  `CREATE TABLE child (
     parent TEXT NOT NULL REFERENCES parent (id) ON DELETE CASCADE, seq INTEGER NOT NULL, text TEXT NOT NULL,
     PRIMARY KEY (parent, seq)
   ) STRICT, WITHOUT ROWID`,
]

/** What every store does, whatever it stands on. Each test keeps to keys of its own. */
export function contract(name: string, open: () => Promise<Database>): void {
  describe(`a store on ${name}`, () => {
    let db: Database
    beforeAll(async () => {
      db = await open()
      for (const table of TABLES) await db.prepare(table).run()
    })

    const parent = (id: string, n: Value = 0) => db.prepare('INSERT INTO parent (id, n) VALUES (?, ?)').bind(id, n)
    const child = (id: string, seq: number, text = '') =>
      db.prepare('INSERT INTO child (parent, seq, text) VALUES (?, ?, ?)').bind(id, seq, text)
    const count = async (table: 'parent' | 'child', id: string): Promise<number> => {
      const key = table === 'parent' ? 'id' : 'parent'
      const row = await db
        .prepare(`SELECT count(*) AS n FROM ${table} WHERE ${key} = ?`)
        .bind(id)
        .first<{ n: number }>()
      return row!.n
    }

    describe('reads and writes', () => {
      test('a row that was written is read by first and by all', async () => {
        await parent('row', 7).run()
        const read = db.prepare('SELECT id, n, note FROM parent WHERE id = ?')
        expect(await read.bind('row').first()).toEqual({ id: 'row', n: 7, note: null })
        expect(await read.bind('row').all()).toMatchObject({ results: [{ id: 'row', n: 7, note: null }] })
      })

      test('what is not there is null to first and an empty list to all', async () => {
        const read = db.prepare('SELECT id FROM parent WHERE id = ?').bind('nobody')
        expect(await read.first()).toBeNull()
        expect((await read.all()).results).toEqual([])
      })

      test('bind leaves the statement as it was, so that one statement serves many', async () => {
        const read = db.prepare('SELECT ? AS said')
        const [yes, no] = [read.bind('yes'), read.bind('no')]
        expect([await yes.first(), await no.first(), await yes.first()]).toEqual([
          { said: 'yes' },
          { said: 'no' },
          { said: 'yes' },
        ])
      })

      test('a write is seen by the next read, thirty times over', async () => {
        await parent('seen').run()
        const set = db.prepare('UPDATE parent SET n = ? WHERE id = ?')
        const get = db.prepare('SELECT n FROM parent WHERE id = ?').bind('seen')
        for (let n = 1; n <= 30; n++) {
          await set.bind(n, 'seen').run()
          expect(await get.first()).toEqual({ n })
        }
      })

      test('counting at the same moment loses nothing', async () => {
        const add = db
          .prepare('INSERT INTO parent (id, n) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET n = n + 1')
          .bind('sum')
        await Promise.all(Array.from({ length: 100 }, () => add.run()))
        expect(await db.prepare('SELECT n FROM parent WHERE id = ?').bind('sum').first()).toEqual({ n: 100 })
      })

      test('RETURNING gives what was written, and it stays written', async () => {
        const insert = db.prepare('INSERT INTO parent (id, n) VALUES (?, ?) RETURNING id, n + 1 AS next')
        expect(await insert.bind('given', 1).first()).toEqual({ id: 'given', next: 2 })
        expect((await insert.bind('given too', 2).all()).results).toEqual([{ id: 'given too', next: 3 }])
        expect((await count('parent', 'given')) + (await count('parent', 'given too'))).toBe(2)
        const remove = db.prepare(
          'WITH gone AS (SELECT ?1 AS id) DELETE FROM parent WHERE id IN (SELECT id FROM gone) RETURNING n',
        )
        expect(await remove.bind('given').first()).toEqual({ n: 1 })
        expect(await count('parent', 'given')).toBe(0)
      })
    })

    describe('a batch', () => {
      test('is written in its order', async () => {
        const double = db.prepare('UPDATE parent SET n = n * 2 WHERE id = ?').bind('order')
        const add = db.prepare('UPDATE parent SET n = n + 3 WHERE id = ?').bind('order')
        await db.batch([parent('order', 1), add, double, add])
        expect(await db.prepare('SELECT n FROM parent WHERE id = ?').bind('order').first()).toEqual({ n: 11 })
      })

      test('is written whole or not at all', async () => {
        await expect(db.batch([parent('torn'), child('torn', 1), child('torn', 1)])).rejects.toThrow(Conflict)
        await expect(db.batch([parent('torn'), parent('worse', -1)])).rejects.toThrow('CHECK')
        await expect(db.batch([parent('torn'), db.prepare('INSERT INTO nowhere VALUES (1)')])).rejects.toThrow(
          'no such table',
        )
        expect(await count('parent', 'torn')).toBe(0)
      })

      test('may be empty', async () => {
        await expect(db.batch([])).resolves.toBeDefined()
      })

      test('that fails takes no other with it', async () => {
        const outcomes = await Promise.allSettled(
          Array.from({ length: 60 }, (_, i) =>
            db.batch([
              parent(`neighbour ${i}`),
              child(`neighbour ${i}`, 1),
              ...(i % 3 ? [] : [child(`neighbour ${i}`, 1)]),
            ]),
          ),
        )
        expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(outcomes.map((_, i) => i % 3 !== 0))
        const written = db.prepare("SELECT count(*) AS n FROM child WHERE parent LIKE 'neighbour %'")
        expect(await written.first()).toEqual({ n: 40 })
      })
    })

    describe('a key that is taken', () => {
      test.each([
        ['primary key', () => parent('taken')],
        ['unique column', () => db.prepare('INSERT INTO parent (id, code) VALUES (?, ?)').bind('other', 'code')],
        ['primary key of two columns', () => child('taken', 1)],
      ])('is a Conflict: %s', async (_, again) => {
        await db.prepare('INSERT OR IGNORE INTO parent (id, code) VALUES (?, ?)').bind('taken', 'code').run()
        await db.prepare('INSERT OR IGNORE INTO child (parent, seq, text) VALUES (?, 1, ?)').bind('taken', '').run()
        await expect(db.batch([again()])).rejects.toThrow(Conflict)
        await expect(again().run()).rejects.toThrow(Conflict)
      })

      test('lets one of 50 racing writers win', async () => {
        await parent('race').run()
        const outcomes = await Promise.allSettled(
          Array.from({ length: 50 }, (_, i) =>
            db.batch([
              child('race', 1, `writer ${i}`),
              db.prepare('UPDATE parent SET note = ? WHERE id = ?').bind(`writer ${i}`, 'race'),
            ]),
          ),
        )
        const won = outcomes.flatMap(({ status }, i) => (status === 'fulfilled' ? [`writer ${i}`] : []))
        expect(won).toHaveLength(1)
        for (const lost of outcomes) if (lost.status === 'rejected') expect(lost.reason).toBeInstanceOf(Conflict)
        const row = db.prepare('SELECT note, text FROM parent JOIN child ON parent = id WHERE id = ?').bind('race')
        expect((await row.all()).results).toEqual([{ note: won[0], text: won[0] }])
      })
    })

    describe('the schema', () => {
      test('deletes children with their parent', async () => {
        await db.batch([parent('family'), child('family', 1), child('family', 2)])
        await db.prepare('DELETE FROM parent WHERE id = ?').bind('family').run()
        expect(await count('child', 'family')).toBe(0)
      })

      test.each([
        ['a child without a parent', () => child('nobody', 1), 'FOREIGN KEY'],
        ['a value that a CHECK forbids', () => parent('negative', -1), 'CHECK'],
        ['a word in a column of numbers', () => parent('word', 'many'), 'INTEGER'],
        ['a wrong statement', () => db.prepare('SELEKT 1'), 'syntax error'],
      ])('refuses %s, and that is neither a Conflict nor Unavailable', async (_, statement, message) => {
        const error: unknown = await statement()
          .run()
          .catch((thrown: unknown) => thrown)
        expect(error).toBeInstanceOf(Error)
        expect(error).not.toBeInstanceOf(Conflict)
        expect(error).not.toBeInstanceOf(Unavailable)
        expect((error as Error).message).toContain(message)
      })
    })

    test('the migrations are applied and on the books', async () => {
      const { results } = await db.prepare('SELECT name FROM d1_migrations ORDER BY id').all<{ name: string }>()
      expect(results[0]).toEqual({ name: '0001_assessments.sql' })
      expect(await db.prepare('SELECT count(*) AS n FROM answer').first()).toEqual({ n: 0 })
    })

    values(() => db)
  })
}
