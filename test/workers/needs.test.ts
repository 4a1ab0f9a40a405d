import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import cambridgeshire from '../../content/directory/demo/cambridgeshire.json?raw'
import lancashire from '../../content/directory/demo/lancashire.json?raw'
import { createDirectory } from '../../src/directory/directory.ts'
import { fileSource } from '../../src/directory/oruk/file.ts'
import { importFeed } from '../../src/directory/oruk/import.ts'
import { hide, show } from '../../src/directory/upkeep/hidden.ts'
import { addNote, notesOf } from '../../src/directory/upkeep/notes.ts'
import { ownService, publishOwn, writeOwn } from '../../src/directory/upkeep/own.ts'
import { openD1 } from '../../src/store/d1.ts'

const db = openD1(env.DB)
const directory = createDirectory({ db })
const take = (feed: string, text: string) =>
  importFeed({
    db,
    feed: { id: feed, name: feed, areas: [] },
    source: fileSource(feed, async function* () {
      yield new TextEncoder().encode(text)
    }),
    names: new Map(),
    clock: () => Date.parse('2026-11-21T09:00:00Z'),
    acceptShrink: true,
  })
const NEEDS = new Map([
  ['podiatry', { terms: ['Foot care'], words: '"foot care" | toenail cutting', ages: [65, 79] as const }],
  ['vcfse-befriending', { terms: ['Befriending', 'vcfse-befriending'], words: 'befriending' }],
])
async function near(lat: number, lon: number, areas: readonly string[]): Promise<string[]> {
  const found = await directory.needs({ needs: NEEDS, near: { lat, lon }, areas, today: '2026-11-21', limit: 3 })
  return [...found].flatMap(([need, all]) => all.map(({ name }) => `${need}: ${name.replace(' (demonstration)', '')}`))
}
const chorley = () => near(53.654, -2.629, ['E07000118', 'E10000017'])

test('in D1 too the same needs lead to different services in two places, in few looks', async () => {
  expect(await directory.isEmpty()).toBe(true)
  await take('lancashire', lancashire)
  await take('cambridgeshire', cambridgeshire)
  expect(await directory.isEmpty()).toBe(false)
  expect(await chorley()).toEqual(['podiatry: Chorley Foot Care Clinic', 'vcfse-befriending: Tea and Company Chorley'])
  expect(await near(52.215, 0.127, ['E07000008', 'E10000003'])).toEqual([
    'podiatry: Cam Toe Nail Service',
    'vcfse-befriending: Good Neighbours of Arbury',
  ])
})

test('an entry is hidden, stays hidden over an import, and is shown again', async () => {
  const id = (JSON.parse(lancashire) as { contents: Array<{ id: string; name: string }> }).contents.find(({ name }) =>
    name.startsWith('Chorley Foot'),
  )!.id
  await hide(db, { id, name: 'Foot care' }, 0)
  await take('lancashire', JSON.stringify([...JSON.parse(lancashire).contents, { id: 'more', name: 'One more' }]))
  expect(await chorley()).not.toContain('podiatry: Chorley Foot Care Clinic')
  await show(db, id)
  expect(await chorley()).toContain('podiatry: Chorley Foot Care Clinic')
})

test('the editors’ own entries are a feed like the others; of two who write the same one the second is told', async () => {
  const id = '5f0f7a63-3d2b-4c8e-9a51-6b7c8d9e0f10'
  const terms = [{ id, taxonomy_term: { id, name: 'Company', code: 'vcfse-befriending' } }]
  const area = { id, name: 'Chorley', uri: 'http://statistics.data.gov.uk/id/statistical-geography/E07000118' }
  const own = { id, name: 'Knit and natter', status: 'active' as const, service_areas: [area], attributes: terms }
  expect(await writeOwn(db, own, 0, 1)).toBe(true)
  expect(await writeOwn(db, own, 0, 1)).toBe(false)
  await publishOwn(db, { name: 'Own', names: new Map(), clock: () => 1 })
  expect(await chorley()).toContain('vcfse-befriending: Knit and natter')
  expect((await ownService(db, id))?.revision).toBe(1)
  await addNote(db, { service_id: id, service_name: own.name, note: 'It is on Tuesday now.', at: 1 })
  expect(await notesOf(db)).toMatchObject([{ service_name: 'Knit and natter', note: 'It is on Tuesday now.' }])
})
