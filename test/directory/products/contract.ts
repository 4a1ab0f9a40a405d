import { beforeAll, describe, expect, test } from 'vitest'
import { fits, type Fit } from '../../../src/advice/offer.ts'
import { forget, products, show, stage, type Product } from '../../../src/directory/products.ts'
import type { Database } from '../../../src/store/database.ts'

const NOW = Date.parse('2026-11-21T09:00:00Z')
const PAGE = { from: 0, size: 500 }
const ANY: Fit = { leastLimit: null, limitMayBeUnsaid: true, size: null }

let made = 0
const product = (given: Partial<Product> = {}): Product => {
  const n = ++made
  return {
    supplier: 'elm',
    sku: `${n}`,
    id: n.toString(16).padStart(16, '0'),
    type: 'stick',
    name: `Stick ${n}`,
    price: 1000,
    vatReliefPrice: null,
    stock: 'in',
    weightLimit: null,
    sizeFrom: null,
    sizeTo: null,
    length: null,
    width: null,
    height: null,
    link: 'https://example.org/',
    picture: null,
    ...given,
  }
}

/** What the store of products does, whatever it stands on. Each test keeps to suppliers of its own. */
export function contract(name: string, open: () => Promise<Database>): void {
  describe(`products on ${name}`, () => {
    let db: Database
    beforeAll(async () => void (db = await open()))

    async function put(supplier: string, given: ReadonlyArray<Partial<Product>>, edition = NOW): Promise<void> {
      const all = given.map((one) => product({ ...one, supplier }))
      await db.batch([stage(db, edition, all)])
      await db.batch(show(db, { id: supplier, name: supplier, demo: false }, edition, all.length))
    }
    const list = async (supplier: string, fit: Fit = ANY) =>
      products(db).list('stick', fit, { suppliers: [supplier], now: NOW }, PAGE)

    test('gives back what was put in, to the last field', async () => {
      const whole = product({
        supplier: 'whole',
        name: 'Stick “É” 18"',
        vatReliefPrice: 833,
        weightLimit: 129.7,
        sizeFrom: 70.5,
        sizeTo: 95,
        length: 90,
        width: 12.5,
        height: 3,
        picture: 'https://example.org/a.jpg',
      })
      await db.batch([stage(db, NOW, [whole])])
      await db.batch(show(db, { id: 'whole', name: 'Whole Ltd', demo: true }, NOW, 1))
      const [found] = (await list('whole')).products
      expect(found).toEqual({ ...whole, supplierName: 'Whole Ltd', demo: true, asOf: NOW })
      const shelf = { suppliers: ['whole'], now: NOW }
      expect(await products(db).byId(whole.id, shelf)).toEqual(found)
      expect(await products(db).byId(whole.id, { ...shelf, suppliers: ['other'] })).toBeNull()
    })

    test('what is staged is not seen before it is shown, and the one before it not after', async () => {
      await put('turn', [{ name: 'old' }])
      await db.batch([stage(db, NOW + 1, [product({ supplier: 'turn', name: 'new' })])])
      expect((await list('turn')).products.map((one) => one.name)).toEqual(['old'])
      await db.batch(show(db, { id: 'turn', name: 'turn', demo: false }, NOW + 1, 1))
      expect((await list('turn')).products.map((one) => one.name)).toEqual(['new'])
    })

    test('an edition of which rows are missing is not shown', async () => {
      await put('torn', [{ name: 'old' }])
      await db.batch([stage(db, NOW + 1, [product({ supplier: 'torn' })])])
      await expect(db.batch(show(db, { id: 'torn', name: 'torn', demo: false }, NOW + 1, 2))).rejects.toThrow(
        'NOT NULL',
      )
      await db.batch([forget(db, NOW + 1)])
      expect((await list('torn')).products.map((one) => one.name)).toEqual(['old'])
    })

    test('to forget an edition leaves what is shown of it', async () => {
      await put('kept', [{}], NOW + 7)
      await db.batch([stage(db, NOW + 7, [product({ supplier: 'swept' })])])
      await db.batch([forget(db, NOW + 7)])
      expect((await list('kept')).total).toBe(1)
      const row = await db.prepare("SELECT COUNT(*) AS n FROM product WHERE supplier = 'swept'").first()
      expect(row).toEqual({ n: 0 })
    })

    test('the store and the rule agree on what fits, for every kind of product and of fit', async () => {
      const limits = [null, 60, 99.9, 100, 130, 190]
      const sizes = [null, [5, 5], [40, 46], [70, 95], [79.9, 79.9]] as const
      const all = limits.flatMap((weightLimit) =>
        sizes.map((size) => ({ weightLimit, sizeFrom: size?.[0] ?? null, sizeTo: size?.[1] ?? null })),
      )
      await put('fitting', all)
      for (const leastLimit of [null, 99.9, 125, 100_000])
        for (const limitMayBeUnsaid of [true, false])
          for (const size of [
            null,
            { least: 2.5, most: 5 },
            { least: 78.75, most: 81.25 },
            { least: 500, most: 900 },
          ]) {
            const fit = { leastLimit, limitMayBeUnsaid, size }
            const expected = all.filter((one) => fits(one, fit)).length
            const found = await list('fitting', fit)
            expect([found.total, found.products.length, found.leftOut], JSON.stringify(fit)).toEqual([
              expected,
              expected,
              all.length - expected,
            ])
            const counts = await products(db).count(
              new Map([
                ['stick', fit],
                ['other', fit],
              ]),
              { suppliers: ['fitting'], now: NOW },
            )
            expect(counts.get('stick') ?? 0, JSON.stringify(fit)).toBe(expected)
          }
    })

    test('in the order that the page states, with nothing left to chance', async () => {
      await put('order', [
        { name: 'b', price: 500 },
        { name: 'a', price: 500 },
        { name: 'c', price: 100, stock: 'out' },
        { name: 'd', price: 900 },
        { name: 'e', price: 50, stock: 'unknown' },
      ])
      expect((await list('order')).products.map((one) => one.name)).toEqual(['a', 'b', 'd', 'e', 'c'])
    })

    test('a thousand suppliers are no more parameters than one', async () => {
      await put('many', [{}])
      const suppliers = [...Array.from({ length: 1000 }, (_, n) => `shop-${n}`), 'many']
      const { total } = await products(db).list('stick', ANY, { suppliers, now: NOW }, PAGE)
      expect(total).toBe(1)
    })
  })
}
