import { env, exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import services from '../fixture/oruk/services.json?raw'
import { createDirectory } from '../../src/directory/directory.ts'
import { fileSource } from '../../src/directory/oruk/file.ts'
import { importFeed } from '../../src/directory/oruk/import.ts'
import { openD1 } from '../../src/store/d1.ts'
import { manyServices } from '../fixture/oruk/many.ts'

const db = openD1(env.DB)

const take = (feed: string, text: string) =>
  importFeed({
    db,
    feed: { id: feed, name: feed, areas: [] },
    source: fileSource(feed, async function* () {
      yield new TextEncoder().encode(text)
    }),
    names: new Map(),
    clock: () => 0,
  })

test('a feed comes into D1, is found by need and place, is published by the Worker, and is replaced', async () => {
  expect(await take('fixture', services)).toMatchObject({ outcome: 'imported', services: 11 })
  expect(await take('many', JSON.stringify([...manyServices(600)]))).toMatchObject({
    outcome: 'imported',
    services: 600,
  })

  const directory = createDirectory({ db })
  const [found] = await directory.search({
    terms: ['Handyperson schemes'],
    near: { lat: 53.6535, lon: -2.6327 },
    areas: ['E10000017'],
    age: 80,
    today: '2026-11-21',
  })
  expect(found).toMatchObject({ name: 'Marsh Lane handyperson', distanceKm: 0.1, stale: false })
  expect((await directory.search({ words: 'hot meals', today: '2026-11-21' })).map(({ name }) => name)).toContain(
    'Mains and meals',
  )

  const response = await exports.default.fetch('https://handrail.test/oruk/v3/services?per_page=5')
  expect(await response.json()).toMatchObject({ total_items: 611, size: 5 })

  expect(await take('many', JSON.stringify([...manyServices(400)]))).toMatchObject({
    outcome: 'imported',
    services: 400,
  })
  expect((await directory.services({}, { offset: 0, size: 1 })).total).toBe(411)
  const rows = await env.DB.prepare('SELECT COUNT(*) AS n FROM service_search').all()
  expect(rows.results).toEqual([{ n: 411 }])
})
