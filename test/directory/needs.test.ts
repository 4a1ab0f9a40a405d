import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createDirectory } from '../../src/directory/directory.ts'
import { mintId } from '../../src/directory/mint.ts'
import type { Need } from '../../src/directory/services/needs.ts'
import { importText } from './directory.ts'
import { temporaryStore } from '../store/temporary.ts'

const HERE = { lat: 53.655, lon: -2.63 }
const AREAS = ['E05013070', 'E07000118', 'E10000017']
const TODAY = '2026-11-21'
const FEET: Need = { terms: ['Foot care'], words: 'foot care | toenail cutting' }

interface Typed {
  readonly name: string
  readonly about?: string
  readonly term?: string
  /** Kilometres to the north. */
  readonly km?: number
  readonly area?: string
  readonly assured?: string
  readonly ages?: readonly [number, number]
}

const record = ({ name, about = 'A service.', term, km, area, assured = '2026-06-01', ages }: Typed) => ({
  id: mintId('needs', name),
  name,
  description: about,
  status: 'active',
  assured_date: assured,
  ...(ages ? { minimum_age: ages[0], maximum_age: ages[1] } : {}),
  ...(term ? { attributes: [{ id: mintId(name, term), taxonomy_term: { id: mintId(term), name: term } }] } : {}),
  ...(area
    ? {
        service_areas: [
          { id: mintId(name, area), name: area, uri: `http://statistics.data.gov.uk/id/statistical-geography/${area}` },
        ],
      }
    : {}),
  ...(km === undefined
    ? {}
    : {
        service_at_locations: [
          {
            id: mintId(name, 'at'),
            location: {
              id: mintId(name, 'place'),
              location_type: 'physical',
              latitude: HERE.lat + km / 111.2,
              longitude: HERE.lon,
            },
          },
        ],
      }),
})

/** Names of what is found for one need, the best first. */
async function found(services: readonly Typed[], need: Need = FEET, limit = 3): Promise<string[]> {
  const db = await temporaryStore()
  await importText(db, JSON.stringify(services.map(record)))
  const all = await createDirectory({ db }).needs({
    needs: new Map([['need', need]]),
    near: HERE,
    areas: AREAS,
    today: TODAY,
    limit,
  })
  return all.get('need')!.map(({ name }) => name)
}

describe('which services stand first', () => {
  test('the nearest, then those of the area without an address, then those far away', async () => {
    expect(
      await found(
        [
          { name: 'Far', term: 'Foot care', km: 30 },
          { name: 'In the district', term: 'Foot care', area: 'E07000118' },
          { name: 'In the county', term: 'Foot care', area: 'E10000017' },
          { name: 'Near', term: 'Foot care', km: 1 },
          { name: 'All England', term: 'Foot care', area: 'E92000001' },
        ],
        FEET,
        9,
      ),
    ).toEqual(['Near', 'In the district', 'In the county', 'Far', 'All England'])
  })

  test('what is filed under the need before what is only called so, and that before words of the text', async () => {
    expect(
      await found([
        { name: 'Clinic', about: 'Toenail cutting at home.', km: 1 },
        { name: 'Chorley foot care', km: 1 },
        { name: 'Filed', term: 'Foot care', km: 1 },
      ]),
    ).toEqual(['Filed', 'Chorley foot care', 'Clinic'])
  })

  test('what nobody has checked for years sinks below what is farther away', async () => {
    expect(
      await found([
        { name: 'Old', term: 'Foot care', km: 1, assured: '2021-05-01' },
        { name: 'Checked', term: 'Foot care', km: 6 },
      ]),
    ).toEqual(['Checked', 'Old'])
  })
})

describe('what is not shown', () => {
  test('a service for people of another district, however near', async () => {
    expect(await found([{ name: 'Preston only', term: 'Foot care', km: 1, area: 'E07000123' }])).toEqual([])
  })

  test('words that only stand in the same text', async () => {
    const shop: Need = { terms: ['Shopmobility'], words: 'shopmobility | wheelchair hire' }
    const hall = {
      name: 'Hall',
      km: 1,
      about: 'A hall with wheelchair access, a kitchen and rooms. Hire it by the hour.',
    }
    expect(await found([hall, { name: 'Wheels', km: 2, about: 'Hire of a wheelchair by the day.' }], shop)).toEqual([
      'Wheels',
    ])
  })

  test('a care home where home care is needed, or a wheelchair where its service is', async () => {
    const homes = [
      { name: 'Find a care home', km: 1 },
      { name: 'Help at home', km: 2, about: 'Home care by the hour.' },
    ]
    expect(await found(homes, { terms: ['Home care'], words: '"home care"' })).toEqual(['Help at home'])
    const garden = { name: 'Garden', km: 1, about: 'Wheelchair access.' }
    expect(await found([garden], { terms: ['Wheelchair service'], words: 'wheelchair service' })).toEqual([])
  })

  test('a single word in a description: "benefits" stands in many', async () => {
    const yoga = { name: 'Yoga', km: 1, about: 'Enjoy the benefits of a good stretch.' }
    expect(await found([yoga], { terms: ['Benefits'], words: 'benefits' })).toEqual([])
  })

  test.each<[readonly [number, number], string[]]>([
    [
      [65, 79],
      ['Sixty plus', 'Seventy plus'],
    ],
    [[18, 49], ['Under fifty']],
  ])('for ages %j: services for none of these ages', async (ages, names) => {
    const all = [
      { name: 'Sixty plus', term: 'Foot care', km: 1, ages: [60, 120] as const },
      { name: 'Seventy plus', term: 'Foot care', km: 2, ages: [70, 120] as const },
      { name: 'Under fifty', term: 'Foot care', km: 3, ages: [18, 49] as const },
    ]
    expect(await found(all, { ...FEET, ages })).toEqual(names)
  })
})

test('many needs at once find what each finds alone', async () => {
  const db = await temporaryStore()
  const services = [
    { name: 'Feet', term: 'Foot care', km: 1 },
    { name: 'Company', term: 'Befriending', km: 2 },
    { name: 'Both', term: 'Foot care', about: 'With a befriending group.', km: 3 },
  ]
  await importText(db, JSON.stringify(services.map(record)))
  const needs = new Map([
    ['feet', FEET],
    ['company', { terms: ['Befriending'] }],
    ['nothing', { terms: ['Nobody files under this'], words: '"OR NOT * (' }],
  ])
  const all = await createDirectory({ db }).needs({ needs, near: HERE, areas: AREAS, today: TODAY, limit: 3 })
  expect([...all].map(([key, lines]) => [key, lines.map(({ name }) => name)])).toEqual([
    ['feet', ['Feet', 'Both']],
    ['company', ['Company']],
    ['nothing', []],
  ])
})

const TERMS = '../shared/data/oruk/bristol_taxonomy_terms.csv'
const SERVICES = '../shared/data/oruk/bristol-services-v3list.json'
const there = existsSync(TERMS) && existsSync(SERVICES)
if (!there) console.warn(`tests with the real lists of a council are skipped: there is no ${TERMS}`)

describe.skipIf(!there)('the real lists of a council', () => {
  const mapping = (
    parse(readFileSync('content/directory/mapping.yaml', 'utf8')) as {
      items: Array<{ type: string; terms?: string[]; words?: string; local?: boolean }>
    }
  ).items.filter(({ local }) => local !== false)

  test('every code that the mapping names is in the list, under the name beside it', () => {
    const rows = readFileSync(TERMS, 'utf8').split('\n')
    const codes = mapping.flatMap(({ terms = [] }) => terms.filter((term) => /^bcc|^http/.test(term)))
    expect(codes.length).toBeGreaterThan(12)
    expect(codes.filter((code) => !rows.some((row) => row.includes(`,${code},`)))).toEqual([])
  })

  test('among 817 real services most kinds of help find some by their words, though nothing is filed', async () => {
    const db = await temporaryStore()
    await importText(db, readFileSync(SERVICES, 'utf8'), 'bristol')
    const needs = new Map(mapping.map(({ type, terms = [], words }) => [type, { terms, words }]))
    const all = await createDirectory({ db }).needs({ needs, today: TODAY, limit: 3 })
    const hits = [...all].filter(([, lines]) => lines.length > 0).map(([type]) => type)
    expect(hits).toEqual(
      expect.arrayContaining(['vcfse-befriending', 'home-care', 'dementia-charity', 'carers-service']),
    )
    expect(hits.length).toBeGreaterThan(15)
    console.log(`real services: ${hits.length} of ${mapping.length} kinds of help find some`)
  })
})
