import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import { importProducts } from '../../src/directory/products/import.ts'
import { seedDemo } from '../../src/directory/products/seed.ts'
import type { Library } from '../../src/content/library.ts'
import { bundle } from '../fixture/bundle.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { csv, pieces, row } from '../fixture/feed.ts'
import { lowToilet, unsteady } from '../fixture/needs.ts'
import { DAY } from '../fixture/time.ts'
import { advice } from './advice-shape.ts'
import { client, type Client, type Reply } from './client.ts'
import { listing } from './listing-shape.ts'
import * as shapes from './shapes.ts'
import { walker, type Walker } from './walker.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  const { library } = await bundle()
  const pack = { ...library.packs.default!, suppliers: [...library.packs.default!.suppliers, 'elm'] }
  service = await makeApp({ library: { ...library, packs: { ...library.packs, default: pack } } })
  api = client(service.app)
  await seedDemo(service.db, service.library, service.clock())
})
afterAll(() => service.close())

/** Real products of sticks beside the invented ones. */
const stock = (rows: readonly string[], supplier = 'elm', library: Library = service.library) =>
  importProducts({
    db: service.db,
    equipment: library.equipment,
    mapping: [],
    supplier,
    name: 'Elm Aids',
    bytes: pieces(csv(...rows)),
    now: service.clock(),
    fewer: true,
  })

async function somebody(answers: Facts): Promise<Walker> {
  const one = await walker(api, service)
  await one.until('advice', answers)
  return one
}
const look = (one: Walker, type: string, page = ''): Promise<Reply> =>
  api.get(`${one.path}/products?type=${type}${page}`)
const seen = async (one: Walker, type: string) => listing.parse((await look(one, type)).body)

describe('GET /assessments/{id}/products', () => {
  test('a type that people choose themselves: what fits, in the neutral order, and said to be invented', async () => {
    const one = await somebody(unsteady)
    const found = await seen(one, 'walking-stick')
    expect(found).toMatchObject({ show: 'products', tier: 'self-choose' })
    expect(found.products.length).toBe(found.total)
    expect(found.total).toBeGreaterThan(0)
    expect(found.demonstration).toContain('nothing to buy')
    expect(found.order).toContain('No shop can pay')
    for (const product of found.products) {
      expect(product.demonstration).toBe(true)
      expect(product.size!.from).toBeLessThanOrEqual(81.25)
      expect(product.size!.to).toBeGreaterThanOrEqual(78.75)
    }
    const told = advice.parse((await api.get(`${one.path}/advice`)).body)
    expect(told.items.find(({ id }) => id === 'walking-stick')?.equipment?.products).toBe(found.total)
  })

  test('in stock first, then the lowest price, then the name; no supplier comes before another', async () => {
    const sticks: Array<Record<string, string>> = [
      { id: '1', name: 'B stick', price: '9.00', stock: 'out of stock' },
      { id: '2', name: 'C stick', price: '9.00' },
      { id: '3', name: 'A stick', price: '9.00' },
      { id: '4', name: 'D stick', price: '2.00' },
      { id: '5', name: 'E stick', price: '1.00', stock: 'preorder' },
    ]
    await stock(sticks.map((given) => row({ vat_relief_price: '', ...given })))
    const one = await somebody(unsteady)
    const ours = (await seen(one, 'walking-stick')).products.filter(({ supplier }) => supplier.id === 'elm')
    expect(ours.map(({ name }) => name[0])).toEqual(['D', 'A', 'C', 'E', 'B'])
    expect(ours.every(({ demonstration }) => !demonstration)).toBe(true)
  })

  test('what does not hold or fit this person is left out, and counted', async () => {
    await stock([
      row({ id: 'ok' }),
      row({ id: 'weak', max_user_weight: '90 kg' }),
      row({ id: 'unsaid', max_user_weight: '' }),
      row({ id: 'short', size: '50-60 cm' }),
      row({ id: 'nosize', size: '' }),
    ])
    const ids = async (weight: string) =>
      (await seen(await somebody({ ...unsteady, weight }), 'walking-stick')).products
        .filter(({ supplier }) => supplier.id === 'elm')
        .map(({ id }) => id)
    const [light, unknown] = [await ids('under-100'), await ids('rather_not_say')]
    expect(light).toHaveLength(2)
    // Not known: the limit has to be stated, and then it is for the person to read.
    expect(unknown).toHaveLength(2)
    expect(new Set([...light, ...unknown]).size).toBe(3)
    const found = await seen(await somebody({ ...unsteady, weight: 'rather_not_say' }), 'walking-stick')
    expect(found.leftOut).toBeGreaterThanOrEqual(3)
    expect(found.checked.join(' ')).toContain('We do not know your weight')
  })

  test('too heavy for the type: not safe, with the reason, and no product by any way', async () => {
    const one = await somebody({ ...unsteady, weight: '126-158' })
    const found = await seen(one, 'walking-stick')
    expect(found).toMatchObject({ show: 'nothing', products: [], total: 0 })
    expect(found.why).toContain('not safe for you')
    expect(found.because.length).toBeGreaterThan(0)
  })

  test('get advice: where to try it and whom to ask, and no product', async () => {
    const found = await seen(await somebody(lowToilet), 'raised-toilet-seat')
    expect(found).toMatchObject({ show: 'ask', tier: 'get-advice', products: [] })
    expect(found.services.length + found.routes.length).toBeGreaterThan(1)
    expect(JSON.stringify(found.routes)).not.toContain('Buy it')
  })

  test('not safe, not known, or only after an assessment: nothing, whoever asks', async () => {
    const one = await somebody(lowToilet)
    expect(await seen(one, 'toilet-frame')).toMatchObject({ show: 'nothing', products: [] })
    expect(await seen(one, 'walking-stick')).toMatchObject({ show: 'nothing', products: [] })
    for (const { id } of service.library.equipment.filter(({ tier }) => tier === 'assessed-only'))
      expect(await seen(one, id)).toMatchObject({ show: 'nothing', products: [], total: 0 })
  })

  test('while an emergency has not been gone on from, nothing is shown', async () => {
    const one = await walker(api, service)
    await one.until('red-now', { who: 'me' })
    await one.answer(['chest'])
    expect(one.view().kind).toBe('urgent')
    expect(await seen(one, 'walking-stick')).toMatchObject({ show: 'nothing', products: [] })
  })

  test('only of suppliers that the pack names', async () => {
    await stock([row({ id: 'x' })], 'unnamed')
    const found = await seen(await somebody(unsteady), 'walking-stick')
    expect(found.products.map(({ supplier }) => supplier.id)).not.toContain('unnamed')
    const one = await walker(api, service, 'lancashire')
    await one.until('advice', unsteady)
    expect(listing.parse((await look(one, 'walking-stick')).body)).toMatchObject({ show: 'products', products: [] })
  })

  test('twenty a page', async () => {
    await stock(Array.from({ length: 45 }, (_, n) => row({ id: `${n}`, price: `${n + 1}`, vat_relief_price: '' })))
    const one = await somebody(unsteady)
    const pages = await Promise.all(
      [1, 2, 3, 9].map(async (n) => listing.parse((await look(one, 'walking-stick', `&page=${n}`)).body)),
    )
    expect(pages.map(({ products }) => products.length).slice(0, 2)).toEqual([20, 20])
    expect(pages[3]!.products).toEqual([])
    const ids = pages.flatMap(({ products }) => products.map(({ id }) => id))
    expect(new Set(ids).size).toBe(pages[0]!.total)
  })

  test.each([
    ['', 400, 'bad-request'],
    ['?type=', 400, 'bad-request'],
    ['?type=Walking%20Stick', 400, 'bad-request'],
    ['?type=walking-stick&page=0', 400, 'bad-request'],
    ['?type=walking-stick&page=1e9', 400, 'bad-request'],
    ['?type=walking-stick&page=x', 400, 'bad-request'],
    ['?type=constructor', 404, 'not-found'],
    ["?type=a'--", 400, 'bad-request'],
  ])('%s is %i %s', async (query, status, error) => {
    const one = await somebody(unsteady)
    const reply = await api.get(`${one.path}/products${query}`)
    expect(reply.status).toBe(status)
    expect(shapes.failure.parse(reply.body).error.code).toBe(error)
  })

  test('too early, and of nobody', async () => {
    const one = await walker(api, service)
    expect((await look(one, 'walking-stick')).status).toBe(409)
    expect((await api.get('/assessments/AAAAAAAAAAAAAAAAAAAAAA/products?type=walking-stick')).status).toBe(404)
  })

  test('a month after its last import a real product is no longer shown', async () => {
    await stock([row()])
    service.clock.pass(40 * DAY)
    await service.db.prepare('UPDATE supplier SET demo = demo').run()
    const found = await seen(await somebody(unsteady), 'walking-stick')
    expect(found.products.map(({ supplier }) => supplier.id)).not.toContain('elm')
    service.clock.pass(-40 * DAY)
  })
})

test('content that makes a type stricter counts at once, also for who began before', async () => {
  const first = await makeApp()
  await seedDemo(first.db, first.library, first.clock())
  const one = await walker(client(first.app), first)
  await one.until('advice', unsteady)
  expect(listing.parse((await client(first.app).get(`${one.path}/products?type=walking-stick`)).body).show).toBe(
    'products',
  )
  const equipment = first.library.equipment.map((type) =>
    type.id === 'walking-stick' ? { ...type, tier: 'get-advice' as const } : type,
  )
  const newer = { ...first.library, version: 'newer', equipment }
  const second = await makeApp({ library: newer, db: first.db, clock: first.clock })
  const found = listing.parse((await client(second.app).get(`${one.path}/products?type=walking-stick`)).body)
  expect(found).toMatchObject({ show: 'ask', products: [] })
  await first.close()
})
