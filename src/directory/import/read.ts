import { basename } from 'node:path'
import type { Areas } from '../councils.ts'
import { rowsOf } from './edition.ts'
import { Gatherer } from './gather.ts'
import { readLookups } from './lookup.ts'
import { readTable, type Reading } from './table.ts'
import type { Imported } from './write.ts'

export interface ImportOptions {
  /** The postcode file. */
  readonly file: string
  /** Lists of areas with their names. */
  readonly lookups: readonly string[]
  readonly areas: Areas
  readonly now: number
  readonly progress?: (reading: Reading) => void
}

/**
 * Read a postcode file with its lists of names, and make the rows of a new edition from it. Nothing is written.
 * @throws BadFile with the line and the column, and what was expected there
 */
export async function readPlaces({ file, lookups, areas, now, progress }: ImportOptions): Promise<Imported> {
  const lookup = await readLookups(lookups)
  const gatherer = new Gatherer(basename(file), areas, lookup)
  await readTable(file, gatherer, progress)
  const gathered = gatherer.done()
  const name = basename(file).replace(/(\.csv)?(\.gz)?$/i, '')
  const edition = { id: Math.floor(now / 1000), name, madeAt: now, gathered, lookup }
  return { edition, leftOut: gathered.leftOut, ...rowsOf(edition) }
}
