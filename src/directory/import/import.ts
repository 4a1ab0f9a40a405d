import { basename } from 'node:path'
import { Conflict, type Database, type Statement } from '../../store/database.ts'
import type { Areas } from '../councils.ts'
import { BadFile } from './bad-file.ts'
import { othersThan, rowsOf, switchOver, type EditionSize, type NewEdition, type Step } from './edition.ts'
import { Gatherer, type LeftOut } from './gather.ts'
import { readLookups } from './lookup.ts'
import { readTable, type Reading } from './table.ts'

export interface ImportOptions {
  /** The postcode file. */
  readonly file: string
  /** Lists of areas with their names. */
  readonly lookups: readonly string[]
  readonly areas: Areas
  readonly now: number
  readonly progress?: (reading: Reading) => void
}

export interface Imported {
  readonly edition: NewEdition
  readonly size: EditionSize
  readonly leftOut: LeftOut
  readonly steps: readonly Step[]
}

/**
 * Read a postcode file with its lists of names, and make the rows of a new edition from it. Nothing is written.
 * @throws BadFile with the line and the column, and what was expected there
 */
export async function readPlaces({ file, lookups, areas, now, progress }: ImportOptions): Promise<Imported> {
  const lookup = await readLookups(lookups)
  const gatherer = new Gatherer(file, areas, lookup)
  await readTable(file, gatherer, progress)
  const gathered = gatherer.done()
  const name = basename(file).replace(/(\.csv)?(\.gz)?$/i, '')
  const edition = { id: Math.floor(now / 1000), name, madeAt: now, gathered, lookup }
  return { edition, leftOut: gathered.leftOut, ...rowsOf(edition) }
}

/** Statements in one batch: short enough that others who write are not held up. */
const BATCH = 20
/** A new edition with less than this share of the postcodes before is more likely a broken file than a smaller country. */
const SHRUNK = 0.5

/**
 * Write the edition beside the one in use, prove it whole, and switch over in one batch. Until then, and if it is broken
 * off, everything works on the edition before; an import that is run again clears away what was left.
 * @param smaller take it even where it has far fewer postcodes than the one in use
 * @throws BadFile where it has, or where another import was faster
 */
export async function writePlaces(db: Database, { edition, steps }: Imported, smaller = false): Promise<void> {
  const { id, gathered } = edition
  const live = await db
    .prepare('SELECT id, name, postcodes FROM place_edition WHERE live = 1')
    .first<{ id: number; name: string; postcodes: number }>()
  if (live && !smaller && gathered.postcodes < live.postcodes * SHRUNK)
    throw new BadFile(
      edition.name,
      `it has ${gathered.postcodes} postcodes, and the one in use (${live.name}) has ${live.postcodes}; add --smaller if that is meant`,
    )
  const statement = ({ sql, values }: Step): Statement => db.prepare(sql).bind(...values)
  try {
    await db.batch(othersThan(live?.id ?? -1).map(statement))
    for (let from = 0; from < steps.length; from += BATCH)
      await db.batch(steps.slice(from, from + BATCH).map(statement))
    const { n, postcodes } = (await db
      .prepare(
        `SELECT (SELECT count(*) FROM place_sector WHERE edition = ?1) AS n,
                (SELECT sum(postcodes) FROM place_outward WHERE edition = ?1) AS postcodes`,
      )
      .bind(id)
      .first<{ n: number; postcodes: number }>())!
    if (n === 0 || postcodes !== gathered.postcodes)
      throw new BadFile(edition.name, 'not all of it was written; the store stays as it was')
    await db.batch(switchOver(id).map(statement))
  } catch (error) {
    if (isOvertaken(error))
      throw new BadFile(edition.name, 'another import of places ran at the same time; run it again')
    throw error
  }
}

/** The edition's own row is gone, or there is one of this second: someone else was at it. */
const isOvertaken = (error: unknown): boolean =>
  error instanceof Conflict || (error instanceof Error && error.message.includes('FOREIGN KEY constraint failed'))

/** An edition as SQL for `wrangler d1 execute`, a statement a line. D1 takes statements of at most 100 kB. */
export function* asSql({ edition, steps }: Imported): Generator<string> {
  for (const { sql, values } of [...othersThanLive(), ...steps, ...switchOver(edition.id)]) {
    let i = 0
    yield `${sql.replaceAll('?', () => literal(values[i++]!))};\n`
  }
}

/** An import that was broken off may have left its part. */
const othersThanLive = (): Step[] => [{ sql: 'DELETE FROM place_edition WHERE live = 0', values: [] }]

function literal(value: Step['values'][number]): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return `X'${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}'`
}
