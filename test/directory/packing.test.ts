import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pack, unpack, type Cell, type Entry } from '../../src/directory/packing.ts'

const code = (kind: string) => fc.integer({ min: 0, max: 999_999 }).map((n) => `${kind}${String(n).padStart(6, '0')}`)
const cell: fc.Arbitrary<Cell> = fc.record({
  lsoa: code('E01'),
  ward: fc.oneof(code('E05'), fc.constant('')),
  district: fc.oneof(code('E07'), fc.constantFrom('W99999999', 'S99999999')),
  area: code('E10'),
  icb: fc.oneof(code('E54'), fc.constant('')),
})
/** Within a third of a degree of a middle, as the widest of small areas are. */
const place = fc.record({
  lat: fc.integer({ min: 5_300_000, max: 5_330_000 }),
  lon: fc.integer({ min: -260_000, max: -230_000 }),
})

const sector = fc.array(cell, { minLength: 1, maxLength: 12 }).chain((cells) =>
  fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 0, max: 399 }),
      cell: fc.constantFrom(...cells),
      at: fc.option(place, { nil: null }),
    }),
    { selector: ({ number }) => number, minLength: 1, maxLength: 400 },
  ),
)

test('what was packed comes out again, and nothing else', () => {
  fc.assert(
    fc.property(sector, (entries: Entry[]) => {
      const bytes = pack(entries)
      const byNumber = new Map(entries.map((entry) => [entry.number, entry]))
      for (let number = 0; number < 400; number++) {
        const found = unpack(bytes, number)
        const entry = byNumber.get(number)
        if (!entry) {
          expect(found).toBeNull()
          continue
        }
        expect(found).toMatchObject(entry.cell)
        if (entry.at === null) expect(found).not.toHaveProperty('lat')
        else {
          // A third of a degree in 254 steps: within 120 hundred-thousandths of a degree.
          expect(Math.abs(found!.lat! * 1e5 - entry.at.lat)).toBeLessThan(120)
          expect(Math.abs(found!.lon! * 1e5 - entry.at.lon)).toBeLessThan(120)
        }
      }
    }),
    { numRuns: 60, seed: 20261121 },
  )
})

test('bytes of another version are not guessed at', () => {
  expect(() => unpack(Uint8Array.from([9, 0, 0]), 0)).toThrow(/import the places again/)
})
