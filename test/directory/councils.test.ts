import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { countyOf, currentCouncils, districtsOf, successorsOf, type Areas } from '../../src/directory/councils.ts'
import { DUTIES, responsible, type Duty } from '../../src/directory/duties.ts'
import { within } from '../../src/directory/places.ts'

const TODAY = '2026-11-21'
let library: Library
beforeAll(async () => {
  library = await compile()
}, 30_000)

test('each of the 164 districts lies in a county, and each county of England has some', () => {
  const { districts } = library.geography
  expect(districts).toHaveLength(164)
  const counties = library.councils.filter(({ id }) => id.startsWith('E10')).map(({ id }) => id)
  expect([...new Set(districts.map(({ area }) => area))].toSorted()).toEqual(counties.toSorted())
  expect(countyOf(library, 'E07000118')).toBe('E10000017')
  expect(countyOf(library, 'E06000008'), 'one council does it all').toBe('E06000008')
})

describe('who has the work of a council that ended', () => {
  test.each([
    ['North Yorkshire, the county', 'E10000023', [], ['E06000065']],
    ['a district of Somerset', 'E07000187', [], ['E06000066']],
    ['Cumbria, which was split', 'E10000006', [], ['E06000063', 'E06000064']],
    ['Cumbria around Kendal', 'E10000006', ['E07000031'], ['E06000064']],
    ['Dorset, but for Christchurch', 'E10000009', ['E07000052'], ['E06000059']],
    ['Barnsley under its code of 2025', 'E08000038', [], ['E08000016']],
    ['a council that is still there', 'E10000017', [], ['E10000017']],
    ['a code that nobody knows', 'E06999999', [], ['E06999999']],
    ['a care board that merged', 'E54000056', [], ['E54000065']],
  ])('%s', (_, code, districts, heirs) => {
    expect(successorsOf(library, code, TODAY, districts)).toEqual(heirs)
  })

  test('on its last day it is still itself', () => {
    expect(successorsOf(library, 'E10000006', '2023-03-31')).toEqual(['E10000006'])
    expect(successorsOf(library, 'E10000006', '2023-04-01')).toHaveLength(2)
  })

  test('all of them lead to councils that there are', () => {
    const known = new Set([...library.councils, ...library.geography.icbs].map(({ id }) => id))
    const lost = [...library.geography.former, ...library.geography.icbs].flatMap(({ id }) =>
      successorsOf(library, id, TODAY).filter((heir) => !known.has(heir)),
    )
    expect(lost).toEqual([])
  })
})

describe('a county that is to be divided', () => {
  /** As it will be entered once the new councils have their codes. */
  const divided = (): Areas => ({
    councils: [
      ...library.councils.filter(({ id }) => id !== 'E10000030'),
      {
        id: 'E10000030',
        name: 'Surrey County Council',
        to: '2027-03-31',
        successors: [
          { id: 'E06999901', districts: ['E07000207', 'E07000208'] },
          { id: 'E06999902', districts: ['E07000209'] },
        ],
      },
      { id: 'E06999901', name: 'East', from: '2027-04-01', successors: [] },
      { id: 'E06999902', name: 'West', from: '2027-04-01', successors: [] },
    ],
    geography: library.geography,
  })

  test('is chosen until its last day, and its successors from the day after', () => {
    const names = (day: string): string[] => currentCouncils(divided(), day).map(({ name }) => name)
    expect(names('2027-03-31')).toContain('Surrey County Council')
    expect(names('2027-03-31')).not.toContain('East')
    expect(names('2027-04-01')).toEqual(expect.arrayContaining(['East', 'West']))
    expect(names('2027-04-01')).not.toContain('Surrey County Council')
  })

  test('leads by the district to the right one', () => {
    expect(successorsOf(divided(), 'E10000030', '2027-04-01', ['E07000209'])).toEqual(['E06999902'])
    expect(successorsOf(divided(), 'E10000030', '2027-04-01')).toEqual(['E06999901', 'E06999902'])
  })
})

describe('which council does what', () => {
  const chorley = { area: 'E10000017', district: 'E07000118' }
  test.each([
    ['adult-social-care', 'Lancashire County Council'],
    ['blue-badge', 'Lancashire County Council'],
    ['carers', 'Lancashire County Council'],
    ['safeguarding', 'Lancashire County Council'],
    ['housing-grants', 'Chorley Council'],
    ['council-tax', 'Chorley Council'],
    ['waste', 'Chorley Council'],
  ] as const)('in Chorley %s is for %s', (duty, name) => {
    expect(responsible(library, chorley, duty, TODAY)).toMatchObject({ name })
  })

  test('where there is one council, it does it all', () => {
    for (const duty of Object.keys(DUTIES) as Duty[])
      expect(responsible(library, { area: 'E06000008' }, duty, TODAY)).toMatchObject({ council: 'E06000008' })
  })

  test('where only the county is known, a grant is for one of its districts', () => {
    const who = responsible(library, { area: 'E10000017' }, 'housing-grants', TODAY)
    if (!('districts' in who)) return expect.unreachable('Lancashire has districts')
    expect(who.districts).toHaveLength(12)
    expect(districtsOf(library, 'E06000008', TODAY)).toEqual([])
  })

  test('of these only the ones that share the first half of the postcode', () => {
    const who = responsible(library, { area: 'E10000017' }, 'housing-grants', TODAY, ['E07000118', 'E07000126'])
    expect(who).toMatchObject({ districts: [{ name: 'Chorley Council' }, { name: 'South Ribble Council' }] })
  })
})

test('a place is within its ward, district, council and England, and within what its council came from', () => {
  const place = { area: 'E10000017', district: 'E07000118', ward: 'E05013070' }
  const inside = (...codes: string[]): boolean => within(library, place, codes, TODAY)
  expect([inside('E05013070'), inside('E07000118'), inside('E10000017'), inside('E92000001')]).toEqual(
    Array(4).fill(true),
  )
  expect([inside('E07000126'), inside('E06000008'), inside()]).toEqual([false, false, false])
  expect(inside('E06000008', 'E07000118')).toBe(true)
  expect(within(library, { area: 'E06000064' }, ['E10000006'], TODAY), 'Cumbria was all of both').toBe(true)
  expect(
    within(library, { area: 'E10000017' }, ['E07000118'], TODAY),
    'somewhere in Lancashire is not yet Chorley',
  ).toBe(false)
})
