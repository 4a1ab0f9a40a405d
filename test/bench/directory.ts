import type { Bundle } from '../../src/app.ts'
import { createDirectory, type Directory } from '../../src/directory/directory.ts'
import { fileSource } from '../../src/directory/oruk/file.ts'
import { importFeed } from '../../src/directory/oruk/import.ts'
import type { SearchQuery } from '../../src/directory/services/found.ts'
import { manyAsFile } from '../fixture/oruk/many.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { openFolder, openStore } from './folder.ts'

const SERVICES = 50_000
const RATE = 100
const SECONDS = 5

/** People in a city, a market town and the far south-west, looking for what the invented services offer. */
const QUERIES: ReadonlyArray<Omit<SearchQuery, 'today'>> = [
  { terms: ['Handyperson', 'Equipment loan'], near: { lat: 51.51, lon: -0.12 }, age: 80 },
  { terms: ['Memory café'], near: { lat: 53.65, lon: -2.63 } },
  { terms: ['Carers group'], near: { lat: 52.21, lon: 0.13 }, areas: ['E10000003'] },
  { terms: ['Hearing aid clinic'], near: { lat: 50.26, lon: -5.05 }, age: 70 },
  { terms: ['unknown'], words: 'key safe | stair rail', near: { lat: 53.48, lon: -2.24 } },
  { words: 'gentle exercise', near: { lat: 51.45, lon: -2.59 } },
]

const NEEDS = [
  'Handyperson',
  'Equipment loan',
  'Memory café',
  'Carers group',
  'Hearing aid clinic',
  'Befriending',
] as const

/** Fifty thousand services: how long they take to come in, in how much memory, and how quickly one is found. */
export async function* directory(bundle: Bundle): AsyncGenerator<Figure> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  const memory: number[] = []
  const sampler = setInterval(() => memory.push(process.memoryUsage().rss / 2 ** 20), 250)
  const from = performance.now()
  await importFeed({
    db: store.db,
    feed: { id: 'many', name: 'Many', areas: [] },
    source: fileSource('many', () => manyAsFile(SERVICES)),
    names: new Map(),
    clock: Date.now,
  })
  const seconds = (performance.now() - from) / 1000
  clearInterval(sampler)
  yield figure(`directory: ${SERVICES} services imported`, 's', [seconds], { atMost: 60 })
  // Flat: what the second half needs beyond the first, at its highest.
  const half = Math.floor(memory.length / 2)
  yield figure('directory: memory at its highest while importing', 'MB', [Math.max(...memory)])
  yield figure(
    'directory: growth from the first half to the second',
    'MB',
    [Math.max(...memory.slice(half)) - Math.max(...memory.slice(0, half))],
    { atMost: 60 },
  )

  const found = createDirectory({ db: store.db })
  for (const query of QUERIES) await found.search({ ...query, today: '2026-11-21' })
  const taken = await paced(found)
  for (const share of [50, 95])
    yield figure(
      `directory: need and place, p${share} at ${RATE}/s`,
      'ms',
      [percentile(taken, share)],
      share === 95 ? { atMost: 15 } : undefined,
    )
  const advice = await together(found)
  yield figure(`directory: ${NEEDS.length} needs of one advice together, p95`, 'ms', [percentile(advice, 95)])
}

/** All the needs of one advice, looked up together: as long as this a person waits longer for it. */
async function together(found: Directory): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < 60; i++) {
    const { near, areas } = QUERIES[i % QUERIES.length]!
    const needs = new Map(NEEDS.map((term) => [term, { terms: [term], words: term }]))
    const from = performance.now()
    await found.needs({ needs, near: near!, areas: areas ?? ['E10000017'], today: '2026-11-21', limit: 3 })
    taken.push(performance.now() - from)
  }
  return taken
}

/** Searches at an even pace, whether the last one is done or not. */
async function paced(found: Directory): Promise<number[]> {
  const taken: number[] = []
  const all: Array<Promise<void>> = []
  const from = performance.now()
  for (let i = 0; i < RATE * SECONDS; i++) {
    const due = from + (i * 1000) / RATE
    const wait = due - performance.now()
    if (wait > 0) await new Promise((done) => setTimeout(done, wait))
    const query = { ...QUERIES[i % QUERIES.length]!, today: '2026-11-21' }
    // From when it was due: a search that has to wait its turn is slow for whoever asked.
    all.push(found.search(query).then(() => void taken.push(performance.now() - due)))
  }
  await Promise.all(all)
  return taken
}
