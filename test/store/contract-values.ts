import { describe, expect, test } from 'vitest'
import type { Database, Value } from '../../src/store/database.ts'

/** What may be bound, how it comes back, and what is refused. */
export function values(db: () => Database): void {
  describe('values', () => {
    const echo = async (value: Value): Promise<Value> => {
      const row = await db().prepare('SELECT ? AS value').bind(value).first<{ value: Value }>()
      return row!.value
    }

    test.each([
      ['empty', ''],
      ['quotes', `it's "so" \`here\` -- /* not a comment */ ; ?`],
      ['Polish', 'Zażółć gęślą jaźń'],
      ['Urdu', 'کیا آپ کو نہانے میں مشکل ہے؟'],
      ['decomposed accents', 'e\u0301 is not é'],
      ['emoji', '👩🏽‍🦽 🛁 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
      ['line ends and tabs', 'one\r\ntwo\n\tthree'],
      [
        '4 kB of JSON',
        JSON.stringify({ answers: Array.from({ length: 100 }, (_, i) => ({ q: `bath.q${i}`, a: ['yes', i, null] })) }),
      ],
      ['100 kB', 'ß'.repeat(50_000)],
    ])('text comes back as it went: %s', async (name, text) => {
      await db().prepare('INSERT INTO parent (id, note) VALUES (?, ?)').bind(`text ${name}`, text).run()
      const row = db().prepare('SELECT note FROM parent WHERE id = ?').bind(`text ${name}`)
      expect(await row.first()).toEqual({ note: text })
    })

    test.each([0, 1, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 1_795_302_000_000, Number.MAX_SAFE_INTEGER])(
      'a whole number comes back as it went: %d',
      async (n) => {
        const insert = db().prepare('INSERT INTO parent (id, n) VALUES (?, abs(?)) RETURNING n')
        expect(await insert.bind(`number ${n}`, n).first()).toEqual({ n: Math.abs(n) })
        expect(await echo(n)).toBe(n)
      },
    )

    test.each([0.1, -2.5, 1e300])('a broken number comes back as it went: %d', async (share) => {
      const insert = db().prepare('INSERT INTO parent (id, share) VALUES (?, ?) RETURNING share')
      expect(await insert.bind(`share ${share}`, share).first()).toEqual({ share })
    })

    test.each([
      ['none', []],
      ['every byte', Array.from({ length: 256 }, (_, i) => i)],
      ['4 kB', Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)],
    ])('bytes come back as they went: %s', async (name, list) => {
      await db().prepare('CREATE TABLE IF NOT EXISTS bytes (id TEXT PRIMARY KEY, data BLOB) STRICT').run()
      const bytes = Uint8Array.from(list)
      await db().prepare('INSERT INTO bytes (id, data) VALUES (?, ?)').bind(name, bytes).run()
      const read = db().prepare('SELECT data, length(data) AS n, typeof(data) AS kind FROM bytes WHERE id = ?')
      const row = await read.bind(name).first<{ data: Uint8Array; n: number; kind: string }>()
      expect(row).toMatchObject({ n: list.length, kind: 'blob' })
      expect(row!.data).toBeInstanceOf(Uint8Array)
      expect([...row!.data]).toEqual(list)
    })

    test('a part of a buffer is taken for that part alone', async () => {
      const part = Uint8Array.from([9, 1, 2, 3, 9]).subarray(1, 4)
      const row = await db().prepare('SELECT hex(?) AS said').bind(part).first()
      expect(row).toEqual({ said: '010203' })
    })

    test('null is null', async () => {
      expect(await echo(null)).toBeNull()
    })

    test('numbered parameters may be used twice, and a question mark in quotes or a comment is none', async () => {
      const both = db().prepare(`SELECT ?2 || ?1 || ?2 AS value, '?' AS mark /* ? */ -- ?`)
      expect(await both.bind('a', 'b').first()).toEqual({ value: 'bab', mark: '?' })
    })

    test('a hundred values are taken and one more is refused', async () => {
      const list = (n: number) => `SELECT id FROM parent WHERE id IN (${Array(n).fill('?').join(', ')})`
      const hundred = Array.from({ length: 100 }, (_, i) => `nobody ${i}`)
      expect(
        (
          await db()
            .prepare(list(100))
            .bind(...hundred)
            .all()
        ).results,
      ).toEqual([])
      expect(() => db().prepare(list(101))).toThrow(TypeError)
    })

    test.each([
      ['undefined', undefined],
      ['NaN', Number.NaN],
      ['Infinity', Number.POSITIVE_INFINITY],
      ['a BigInt', 1n],
      ['a boolean', true],
      ['a date', new Date(0)],
      ['an object', { a: 1 }],
      ['a list', [1, 2]],
      ['a buffer without a view', new ArrayBuffer(2)],
    ])('%s is refused, and not taken for null', (_, wrong) => {
      expect(() =>
        db()
          .prepare('SELECT ? AS value')
          .bind(wrong as unknown as Value),
      ).toThrow(TypeError)
    })

    test('a refusal does not repeat the value', () => {
      expect(() => db().prepare('SELECT ?').bind('secret', 'secret')).toThrow(/^(?!.*secret)/)
    })

    test('a missing value and one too many are refused, and so is a statement that was never bound', async () => {
      const two = db().prepare('INSERT INTO parent (id, n) VALUES (?, ?)')
      expect(() => two.bind('few')).toThrow(TypeError)
      expect(() => two.bind('many', 1, 2)).toThrow(TypeError)
      await expect(two.run()).rejects.toThrow(TypeError)
      await expect(two.first()).rejects.toThrow(TypeError)
      await expect(db().batch([two])).rejects.toThrow(TypeError)
    })

    test.each([
      'BEGIN',
      'commit',
      ' ROLLBACK',
      '/* quietly */ SAVEPOINT x',
      'VACUUM',
      "ATTACH 'x' AS y",
      'SELECT 1; SELECT 2',
      'SELECT :name',
      'SELECT 1\0',
    ])('what could not mean the same everywhere is refused: %s', (sql) => {
      expect(() => db().prepare(sql)).toThrow(TypeError)
    })

    test('a statement of another kind of database is refused', async () => {
      const foreign = {
        bind: () => foreign,
        first: async () => null,
        all: async () => ({ results: [] }),
        run: async () => null,
      }
      await expect(db().batch([foreign])).rejects.toThrow(TypeError)
    })
  })
}
