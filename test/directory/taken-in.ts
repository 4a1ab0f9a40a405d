import type { Library } from '../../src/content/library.ts'
import type { Lookup } from '../../src/directory/import/areas.ts'
import { rowsOf } from '../../src/directory/import/edition.ts'
import { Gatherer } from '../../src/directory/import/gather.ts'
import { writePlaces, type Imported } from '../../src/directory/import/write.ts'
import type { Database } from '../../src/store/database.ts'
import { fields, HEADER, LINES } from './town.ts'

export const MADE = Date.parse('2026-11-01T00:00:00Z')

/** The town of `town.ts` as a new edition, without a file around it. */
export function townEdition(
  library: Library,
  options: { now?: number; lines?: typeof LINES; name?: string } = {},
): Imported {
  const { now = MADE, lines = LINES, name = 'TOWN_NOV_2026' } = options
  const lookup: Lookup = { names: new Map([['E05013070', 'Chorley South East & Heath Charnock']]), byLsoa: new Map() }
  const gatherer = new Gatherer('town.csv', library, lookup)
  gatherer.header(HEADER.split(','))
  lines.forEach((line, i) => gatherer.row(fields(line), i + 2))
  const gathered = gatherer.done()
  const edition = { id: Math.floor(now / 1000), name, madeAt: now, gathered, lookup }
  return { edition, leftOut: gathered.leftOut, ...rowsOf(edition) }
}

/** A store with the town in it. */
export async function takeTownIn(db: Database, library: Library): Promise<void> {
  await writePlaces(db, townEdition(library))
}
