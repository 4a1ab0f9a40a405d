import { beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/content/library.ts'
import { asSql, writePlaces } from '../../src/directory/import/write.ts'
import { createPlaces, type Places } from '../../src/directory/places.ts'
import type { Database } from '../../src/store/database.ts'
import { MADE, takeTownIn, townEdition } from './taken-in.ts'
import { LINES } from './town.ts'

const TODAY = '2026-11-21'

/** What the postcode directory does, whatever store it lies in. */
export function placesContract(name: string, open: () => Promise<{ db: Database; library: Library }>): void {
  describe(`the postcode directory on ${name}`, () => {
    let db: Database
    let library: Library
    let places: Places
    beforeAll(async () => {
      ;({ db, library } = await open())
      places = createPlaces(db, library, () => TODAY)
      await takeTownIn(db, library)
    })

    test('before anything is loaded, nothing is known and nothing fails', async () => {
      await db.prepare('UPDATE place_edition SET live = 0').run()
      expect(await places.edition()).toBeNull()
      expect(await places.postcode('PR7', '1AB')).toBeNull()
      expect(await places.outward('PR7')).toBeNull()
      expect(await places.centreOf({ area: 'E10000017', outward: 'PR7' })).toBeUndefined()
      await db.prepare('UPDATE place_edition SET live = 1').run()
    })

    test('a postcode has its small area, ward, district, council, board and coordinates', async () => {
      expect(await places.postcode('PR7', '1AB')).toEqual({
        nation: 'E',
        lsoa: 'E01024940',
        ward: 'E05013070',
        district: 'E07000118',
        area: 'E10000017',
        icb: 'E54000048',
        lat: 53.65485,
        lon: -2.62904,
      })
      expect((await places.postcode('BB1', '1AB'))?.area, 'a unitary council is its own county').toBe('E06000008')
    })

    test('the first and the last postcode of a sector are told from those that are not in use', async () => {
      expect((await places.postcode('PR7', '1ZZ'))?.lat).toBeCloseTo(53.65425, 4)
      expect(await places.postcode('PR7', '1ZY')).toBeNull()
      expect(await places.postcode('PR7', '1AA')).toBeNull()
      expect(await places.postcode('PR7', '9XX'), 'it ended in 2019').toBeNull()
    })

    test('a postcode without a grid reference is found, without coordinates', async () => {
      const found = await places.postcode('PR7', '1AE')
      expect(found).toMatchObject({ ward: 'E05013070' })
      expect(found).not.toHaveProperty('lat')
    })

    test('of a postcode in another nation no more is known than that', async () => {
      expect(await places.postcode('CH4', '0AA')).toMatchObject({ nation: 'W' })
      expect(await places.postcode('EH1', '1AA')).toBeNull()
      expect((await places.outward('EH1'))?.nations).toEqual(['S'])
      expect((await places.outward('JE2'))?.nations).toEqual(['L'])
    })

    test('a first half knows its councils and districts, and its middle', async () => {
      expect(await places.outward('PR7')).toMatchObject({
        postcodes: 5,
        areas: [{ area: 'E10000017', districts: ['E07000118', 'E07000126'], postcodes: 5 }],
        nations: ['E'],
      })
      expect((await places.outward('BB1'))?.areas.map(({ area }) => area).toSorted()).toEqual([
        'E06000008',
        'E10000017',
      ])
      expect((await places.outward('CH4'))?.nations.toSorted()).toEqual(['E', 'W'])
    })

    test('a council, district or board that has ended leads to its successor', async () => {
      expect(await places.postcode('CA1', '1AA')).toMatchObject({ district: 'E06000063', area: 'E06000063' })
      expect((await places.outward('CA1'))?.areas).toEqual([{ area: 'E06000063', districts: [], postcodes: 1 }])
      // North East Essex went to Essex, the rest of that board to Norfolk and Suffolk.
      expect((await places.postcode('CO1', '1AA'))?.icb).toBe('E54000066')
    })

    test('the middle of a place is that of its ward, or of its first half', async () => {
      const middle = await places.centreOf({ area: 'E10000017', ward: 'E05013070' })
      expect(middle?.lat).toBeCloseTo((53.65485 + 53.65505 + 53.65425) / 3, 4)
      expect((await places.centreOf({ area: 'E06000008', outward: 'BB1' }))?.lon).toBeCloseTo(-2.42997, 4)
      expect(await places.centreOf({ area: 'E10000017' })).toBeUndefined()
      expect(await places.centreOf({ area: 'E10000017', ward: 'E05000001' })).toBeUndefined()
    })

    test('the next edition takes the place of the one before, all at once, and nothing of the old is left', async () => {
      const next = townEdition(library, { now: MADE + 90_000_000, lines: LINES.slice(0, 8), name: 'NEXT' })
      await writePlaces(db, next)
      expect(await places.edition()).toMatchObject({ name: 'NEXT', postcodes: 7 })
      expect(await places.postcode('CH4', '7AA')).toBeNull()
      for (const table of ['place_sector', 'place_outward', 'place_ward', 'place_name']) {
        const sql = `SELECT count(*) AS n FROM ${table} WHERE edition <> ?`
        expect(await db.prepare(sql).bind(next.edition.id).first()).toEqual({ n: 0 })
      }
    })

    test('what was broken off is not seen, and cleared away by the next', async () => {
      const broken = townEdition(library, { now: MADE + 180_000_000, name: 'BROKEN' })
      for (const { sql, values } of broken.steps.slice(0, 3))
        await db
          .prepare(sql)
          .bind(...values)
          .run()
      expect((await places.edition())?.name).toBe('NEXT')
      expect(await places.postcode('PR7', '1AB')).toMatchObject({ ward: 'E05013070' })
      await writePlaces(db, townEdition(library, { now: MADE + 270_000_000, name: 'AGAIN' }))
      expect((await places.edition())?.name).toBe('AGAIN')
      expect(await db.prepare('SELECT count(*) AS n FROM place_edition').first()).toEqual({ n: 1 })
    })

    test('an edition that has shrunk to less than half is taken only where that is meant', async () => {
      const small = townEdition(library, { now: MADE + 360_000_000, lines: LINES.slice(0, 2), name: 'SMALL' })
      await expect(writePlaces(db, small)).rejects.toThrow(/it has 2 postcodes, and the one in use \(AGAIN\) has 13/)
      expect((await places.edition())?.name).toBe('AGAIN')
      await writePlaces(db, small, true)
      expect((await places.edition())?.name).toBe('SMALL')
    })

    test('an import whose edition another one has cleared away stops, and says so', async () => {
      const slow = townEdition(library, { now: MADE + 450_000_000, name: 'SLOW' })
      const [first, ...rest] = slow.steps
      let meddled = false
      const meddling: Database = {
        prepare: (sql) => db.prepare(sql),
        async batch(statements) {
          // Between its own row and the rest of its rows another import switches over.
          if (meddled) await db.prepare('DELETE FROM place_edition WHERE live = 0').run()
          meddled = true
          return db.batch(statements)
        },
      }
      await db
        .prepare(first!.sql)
        .bind(...first!.values)
        .run()
      await expect(writePlaces(meddling, { ...slow, steps: rest }, true)).rejects.toThrow(/at the same time/)
      expect((await places.edition())?.name).toBe('SMALL')
    })

    test('written out as SQL it is the same', async () => {
      const exported = townEdition(library, { now: MADE + 540_000_000, name: "O'SQL" })
      const lines = [...asSql(exported)]
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(100_000)
      for (const line of lines) await db.prepare(line.trim().slice(0, -1)).run()
      expect(await places.edition()).toMatchObject({ name: "O'SQL", postcodes: 13 })
      expect(await places.postcode('PR7', '1AB')).toMatchObject({ ward: 'E05013070', lat: 53.65485 })
      expect((await places.ward('E05013070'))?.name).toBe('Chorley South East & Heath Charnock')
    })
  })
}
