import { describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/directory.ts'
import type { Found, SearchQuery } from '../../src/directory/services/found.ts'
import { wordsOf } from '../../src/directory/services/match.ts'
import { temporaryStore } from '../store/temporary.ts'
import { importFile, importText } from './directory.ts'

const CHORLEY = { lat: 53.6535, lon: -2.6327 }
const CAMBRIDGE = { lat: 52.22, lon: 0.125 }
const TODAY = '2026-11-21'

async function searcher(): Promise<(query: Omit<SearchQuery, 'today'>) => Promise<Found[]>> {
  const db = await temporaryStore()
  await importFile(db)
  const directory = createDirectory({ db })
  return (query) => directory.search({ today: TODAY, ...query })
}

const names = (found: readonly Found[]): string[] => found.map(({ name }) => name)

describe('a need and a place', () => {
  test('the same need in Chorley and in Cambridge finds different services, each with its reasons', async () => {
    const search = await searcher()
    const chorley = await search({ terms: ['esdServiceTypes:1234'], near: CHORLEY, areas: ['E10000017'], age: 80 })
    const cambridge = await search({ terms: ['esdServiceTypes:1234'], near: CAMBRIDGE, areas: ['E10000003'], age: 80 })
    expect(names(chorley)).toEqual(['Marsh Lane handyperson'])
    expect(names(cambridge)).toEqual(['Fen Road handyperson'])
    expect(chorley[0]).toMatchObject({
      organization: 'Marsh Lane Trust',
      phone: '01632 960101',
      address: '1 Mill Lane, Chorley, PR7 1AB',
      distanceKm: 0.1,
      assured: '2026-06-01',
      stale: false,
      minimumAge: 60,
      cost: { text: 'Free for people over 65', options: [{ option: 'A visit', amount: 15.5 }] },
      hours: [{ days: [0, 1, 2], opens: '09:00', closes: '17:00' }],
      opening: { state: 'closed', opens: { date: '2026-11-23', at: '09:00' } },
      why: [
        { because: 'term', term: 'Handyperson schemes' },
        { because: 'near', km: 0.1 },
        { because: 'area' },
        { because: 'age', least: 60 },
      ],
    })
    expect(cambridge[0]).toMatchObject({ stale: true, assured: '2023-03-15' })
  })

  test('a service for another area is not shown, however near it is', async () => {
    const search = await searcher()
    expect(names(await search({ terms: ['Handyperson schemes'], near: CHORLEY, areas: ['E06000009'] }))).toEqual([
      'Blackpool rail fitters',
    ])
    expect(names(await search({ terms: ['Handyperson schemes'], near: CHORLEY, areas: ['E10000017'] }))).toEqual([
      'Marsh Lane handyperson',
    ])
  })

  test('a term is known by its name, its code and its id', async () => {
    const search = await searcher()
    for (const term of ['handyperson schemes', 'ESDSERVICETYPES:1234'])
      expect(await search({ terms: [term], near: CHORLEY })).toHaveLength(2)
    expect(names(await search({ terms: ['6a1f0c3e-0b1d-4a57-9c53-1d0a7f180004'], near: CHORLEY }))).toEqual([
      'National Falls Line',
    ])
  })

  test('where nothing is near, a national service is found and says so', async () => {
    const search = await searcher()
    const [found] = await search({ terms: ['Falls prevention'], near: { lat: 50.1, lon: -5.5 }, areas: ['E06000052'] })
    expect(found).toMatchObject({
      name: 'National Falls Line',
      phone: '0808 157 0001',
      why: [{ because: 'term' }, { because: 'national' }],
    })
    expect(found).not.toHaveProperty('distanceKm')
  })

  test('a feed that is for an area lends it to its services that name none', async () => {
    const db = await temporaryStore()
    await importFile(db, undefined, { areas: ['E06000023'] })
    const found = await createDirectory({ db }).search({ words: 'meals', areas: ['E06000023'], today: TODAY })
    expect(found).toMatchObject([
      {
        name: 'Mains and meals',
        why: [
          { because: 'words', words: 'meals' },
          { because: 'listed', feed: 'The fixture feed' },
        ],
      },
    ])
  })

  test('an age outside the limits is left out', async () => {
    const search = await searcher()
    expect(names(await search({ terms: ['Handyperson schemes'], near: CHORLEY, age: 40 }))).toEqual([
      'Blackpool rail fitters',
    ])
  })
})

describe('words, where no term is known', () => {
  test('are found by their stems, all words of an alternative together', async () => {
    const search = await searcher()
    expect(names(await search({ words: 'grab rail', near: CHORLEY }))).toContain('Marsh Lane handyperson')
    expect(names(await search({ words: 'exercises sitting' }))).toEqual(['Chair exercise'])
    expect(names(await search({ words: 'exercise at night' }))).toEqual([])
    expect(names(await search({ words: 'hot meal | night sitter' })).toSorted()).toEqual([
      'Mains and meals',
      'Night sitters',
    ])
  })

  test('come after what is filed under the term', async () => {
    const search = await searcher()
    const found = await search({ terms: ['Carers'], words: 'rails', near: CHORLEY })
    expect(names(found)[0]).toBe("Mill Street carers' group")
    expect(found[0]?.why[0]).toEqual({ because: 'term', term: 'Carers' })
    expect(found[1]?.why[0]).toEqual({ because: 'words', words: 'rails' })
  })

  test('that FTS5 would take for its own language are only words', async () => {
    const search = await searcher()
    for (const words of [
      '"',
      'a AND',
      'NEAR(',
      'name : x',
      '*',
      '^',
      "'; DROP TABLE service",
      '(',
      '-',
      '|',
      '',
      '💧',
      'a'.repeat(5000),
    ])
      await expect(search({ words, near: CHORLEY })).resolves.toBeInstanceOf(Array)
    expect(wordsOf('Help with the stairs AND "rails"')).toEqual(['stairs', 'rails'])
  })
})

test('what nobody has checked sinks below what is farther away and checked', async () => {
  const db = await temporaryStore()
  const one = (n: number, lat: number, assured_date?: string) => ({
    id: `00000000-0000-4000-8000-00000000000${n}`,
    name: `Lunch ${n}`,
    status: 'active',
    ...(assured_date ? { assured_date } : {}),
    service_at_locations: [{ location: { latitude: lat, longitude: -2.63 } }],
  })
  await importText(
    db,
    JSON.stringify([
      one(1, 53.653, '2020-01-01'),
      one(2, 53.655),
      one(3, 53.66, '2025-02-01'),
      one(4, 53.7, '2026-10-01'),
    ]),
  )
  const found = await createDirectory({ db }).search({ words: 'lunch', near: CHORLEY, today: TODAY })
  expect(found.map(({ name, stale }) => [name, stale])).toEqual([
    ['Lunch 4', false],
    ['Lunch 3', true],
    ['Lunch 1', true],
    ['Lunch 2', true],
  ])
})

test('without a need, what is near by; never more than was asked for', async () => {
  const search = await searcher()
  expect(await search({ near: CHORLEY, limit: 2 })).toHaveLength(2)
  expect((await search({ near: CHORLEY, limit: 1000 })).length).toBeLessThanOrEqual(50)
  expect(names(await search({ near: CHORLEY }))).not.toContain('Closed for good')
})
