import { expect, test } from 'vitest'
import type { Mapping } from '../../../src/content/mapping.ts'
import { demoFeed, DEMO_SUPPLIERS } from '../../../src/directory/products/demo.ts'
import { sorter } from '../../../src/directory/products/sort.ts'
import { isSold } from '../../../src/advice/offer.ts'
import { compile } from '../../../src/content/compile.ts'
import { loadMapping } from '../../../src/content/load.ts'
import { take, TYPES, way } from '../../fixture/feed.ts'
import { temporaryStore } from '../../store/temporary.ts'

const sorted = (name: string, given: Record<string, string> = {}, mapping: Mapping = [], supplier = 'elm'): string => {
  const raw = { row: 1, line: 2, sku: 'a', name, price: '1', link: 'https://a.example.org', ...given }
  const found = sorter(TYPES, mapping, '2026-11-21')(raw, supplier)
  return 'type' in found ? found.type.id : found.rule
}
const code = (iso: string, isoEdition = '2016') => ({ iso, isoEdition })

test('a code in its edition leads to the type, however it is written', () => {
  for (const iso of ['12 03 03', '120303', '12.03.03', '12-03-03'])
    expect(sorted('Oak stick', code(iso))).toBe('walking-stick')
  expect(sorted('Oak stick', code('12 03 03', 'ISO 9999:2016'))).toBe('walking-stick')
})

test('the same code of another edition leads nowhere: codes moved', () => {
  expect(sorted('Oak stick', code('12 03 03', '2022'))).toBe('unknown-type')
  expect(sorted('Oak stick', code('12 03 03', ''))).toBe('iso-edition-missing')
})

test('the code of a whole group decides nothing', () => {
  expect(sorted('Oak stick', code('12 03'))).toBe('unknown-type')
})

test('where several types share a code, the product’s own words decide, or a reviewed mapping, or nothing', () => {
  const shared = code('22 27 12')
  expect(sorted('Talking clock with alarm', shared)).toBe('talking-clock')
  expect(sorted('Clock', shared)).toBe('ambiguous-type')
  expect(
    sorted('Clock', { ...shared, category: 'Clocks > Day' }, [way({ type: 'day-clock', categories: ['clocks>day'] })]),
  ).toBe('day-clock')
})

test('a code that is not confirmed with us needs the product’s own words or a reviewed mapping', () => {
  expect(sorted('Dressing helper', code('09 09 03'))).toBe('ambiguous-type')
  expect(sorted('Soft sock aids', code('09 09 03'))).toBe('sock-aid')
  expect(sorted('Dressing helper', code('09 09 03'), [way({ type: 'sock-aid', words: ['dressing helper'] })])).toBe(
    'sock-aid',
  )
})

test('without a code a reviewed mapping leads there: by category, Google’s category or words', () => {
  const mapping = [
    way({ type: 'walking-stick', categories: ['Sticks'], google: ['5165'], words: ['folding cane'], unless: ['quad'] }),
  ]
  expect(sorted('Oak', { category: 'sticks' }, mapping)).toBe('walking-stick')
  expect(sorted('Oak', { googleCategory: '5165' }, mapping)).toBe('walking-stick')
  expect(sorted('Cane, folding, blue', {}, mapping)).toBe('walking-stick')
  expect(sorted('Folding quad cane', {}, mapping)).toBe('unknown-type')
  expect(sorted('Oak', {}, mapping)).toBe('unknown-type')
})

test('an entry that nobody has reviewed, or not lately, brings nothing in', () => {
  for (const change of [{ reviewed: null }, { reviewBy: '2026-11-20' }])
    expect(
      sorted('Oak', { category: 'Sticks' }, [way({ type: 'walking-stick', categories: ['Sticks'], ...change })]),
    ).toBe('unreviewed-mapping')
})

test('an entry of one supplier is not for another, and two that disagree decide nothing', () => {
  const mapping = [
    way({ type: 'walking-stick', categories: ['Aids'], supplier: 'elm' }),
    way({ type: 'day-clock', categories: ['Aids'], supplier: 'ash' }),
    way({ type: 'day-clock', words: ['clock'] }),
  ]
  expect(sorted('Oak', { category: 'Aids' }, mapping, 'elm')).toBe('walking-stick')
  expect(sorted('Oak', { category: 'Aids' }, mapping, 'yew')).toBe('unknown-type')
  expect(sorted('Clock', { category: 'Aids' }, mapping, 'elm')).toBe('ambiguous-type')
})

test('a name that speaks of what must be assessed is not let in by a code, only by a reviewed entry', () => {
  expect(sorted('Quad stick, four feet', code('12 03 03'))).toBe('speaks-of-another')
  expect(sorted('Stick to go with a hoist on wheels', code('12 03 03'))).toBe('speaks-of-another')
  const reviewed = [way({ type: 'walking-stick', words: ['stick to go with a hoist'] })]
  expect(sorted('Stick to go with a hoist on wheels', code('12 03 03'), reviewed)).toBe('walking-stick')
})

test('no entry of a mapping lets in what may not be shown', () => {
  expect(sorted('Sling', { category: 'Lifting' }, [way({ type: 'hoist', categories: ['Lifting'] })])).toBe(
    'assessed-only',
  )
  expect(sorted('Seat', { category: 'Bath' }, [way({ type: 'shower-chair', categories: ['Bath'] })])).toBe('get-advice')
})

test('nothing of the shipped mapping counts until a person has signed it', async () => {
  const mapping = await loadMapping('content')
  expect(mapping.length).toBeGreaterThan(10)
  for (const { reviewed } of mapping) if (reviewed) expect(reviewed.by.length).toBeGreaterThan(2)
})

test('the demonstration has invented products for every type that may be shown, and for no other', async () => {
  const { equipment } = await compile()
  const { csv, mapping } = demoFeed(equipment, '2026-11-21')
  expect(csv).toBe(demoFeed(equipment, '2026-11-21').csv)
  const db = await temporaryStore()
  const report = await take(db, csv, { equipment, mapping, supplier: undefined } as object)
  expect(report).toMatchObject({ ok: true, refused: [], mended: [] })
  const { results } = await db
    .prepare('SELECT DISTINCT p.type, s.demo FROM product p JOIN supplier s ON s.id = p.supplier')
    .all<{ type: string; demo: number }>()
  expect(results.map(({ type }) => type).toSorted()).toEqual(
    equipment
      .filter(isSold)
      .map(({ id }) => id)
      .toSorted(),
  )
  expect(results.every(({ demo }) => demo === 1)).toBe(true)
  for (const { name } of DEMO_SUPPLIERS) expect(name).toContain('(invented)')
})
