import { expect, test } from 'vitest'
import { products } from '../../../src/directory/products.ts'
import { seedWhereEmpty } from '../../../src/directory/products/seed.ts'
import { begin, client } from '../../api/client.ts'
import { makeApp } from '../../fixture/app.ts'
import { NOW, csv, row, take } from '../../fixture/feed.ts'

test('a new store gets the invented products once, and they are marked as such', async () => {
  const { db, library, close } = await makeApp()
  expect(await seedWhereEmpty(db, library, NOW)).toBeGreaterThan(100)
  expect(await seedWhereEmpty(db, library, NOW)).toBe(0)
  expect((await products(db).suppliers()).every(({ demo }) => demo)).toBe(true)
  await close()
})

test('a store that is in use, or has a real supplier, gets none', async () => {
  const used = await makeApp()
  await begin(client(used.app))
  expect(await seedWhereEmpty(used.db, used.library, NOW)).toBe(0)
  await used.close()
  const real = await makeApp()
  await take(real.db, csv(row()))
  expect(await seedWhereEmpty(real.db, real.library, NOW)).toBe(0)
  await real.close()
})

test('where no pack names them there are none', async () => {
  const { db, library, close } = await makeApp()
  const packs = Object.fromEntries(Object.entries(library.packs).map(([id, pack]) => [id, { ...pack, suppliers: [] }]))
  expect(await seedWhereEmpty(db, { ...library, packs }, NOW)).toBe(0)
  await close()
})
