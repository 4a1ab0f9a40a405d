import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Bundle } from '../../src/app.ts'
import { rowsOf } from '../../src/directory/import/edition.ts'
import { Gatherer, type Gathered } from '../../src/directory/import/gather.ts'
import { readPlaces } from '../../src/directory/import/read.ts'
import { writePlaces, type Imported } from '../../src/directory/import/write.ts'
import { createPlaces } from '../../src/directory/places.ts'
import type { Library } from '../../src/content/library.ts'
import type { Database } from '../../src/store/database.ts'
import { ENGLAND, england, HEADER } from './england.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { openFolder, openStore } from './folder.ts'

/** Lines of the file whose reading is measured. */
const LINES = 200_000
const RUNS = 3
const LOOKUPS = 2000
const TODAY = '2026-11-21'

/** The postcode directory: how fast a file is read, what England takes on the disk, and how long a look-up takes. */
export async function* places(bundle: Bundle): AsyncGenerator<Figure> {
  const { library } = bundle
  await using folder = await openFolder()
  const file = await written(`${folder.file}.csv`, library)
  const rates: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now()
    await readPlaces({ file, lookups: [], areas: library, now: 0 })
    rates.push((LINES / (performance.now() - from)) * 1000)
  }
  yield figure('places: postcodes read', '/s', rates)

  await using store = await openStore(folder.file, bundle)
  const empty = await bytesOf(store.db)
  const gathered = gather(library)
  const from = performance.now()
  await writePlaces(store.db, whole(gathered))
  yield figure('places: England packed and written', 's', [(performance.now() - from) / 1000])
  yield figure('places: England on disk', 'MB', [((await bytesOf(store.db)) - empty) / 1e6], { atMost: 12 })

  const directory = createPlaces(store.db, library, () => TODAY)
  const times: number[] = []
  let n = 0
  for (const [postcode = ''] of england(library)) {
    if (n++ % Math.floor(ENGLAND / LOOKUPS) !== 0) continue
    const [outward = '', inward = ''] = postcode.split(' ')
    const at = performance.now()
    const found = await directory.postcode(outward, inward)
    times.push(performance.now() - at)
    if (!found) throw new Error(`${postcode} was not found`)
  }
  yield figure('places: look-up', 'ms', [percentile(times, 50)], { atMost: 1 })
}

async function bytesOf(db: Database): Promise<number> {
  const sql = 'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size'
  return (await db.prepare(sql).first<{ bytes: number }>())!.bytes
}

/** All of England, without a file around it. */
function gather(library: Library): Gathered {
  const gatherer = new Gatherer('england', library, { names: new Map(), byLsoa: new Map() })
  gatherer.header(HEADER)
  let line = 1
  for (const cells of england(library)) gatherer.row(cells, ++line)
  return gatherer.done()
}

function whole(gathered: Gathered): Imported {
  const lookup = { names: new Map<string, string>(), byLsoa: new Map() }
  for (const { ward } of gathered.cells) lookup.names.set(ward, `The Ward of ${ward}`)
  const edition = { id: 1, name: 'ENGLAND', madeAt: 0, gathered, lookup }
  return { edition, leftOut: gathered.leftOut, ...rowsOf(edition) }
}

async function written(file: string, library: Library): Promise<string> {
  const out = createWriteStream(file)
  out.write(`${HEADER.join(',')}\n`)
  for (const cells of england(library, LINES)) if (!out.write(`${cells.join(',')}\n`)) await once(out, 'drain')
  out.end()
  await once(out, 'close')
  return file
}
