import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readConfig } from '../config.ts'
import { BadFile } from '../directory/import/bad-file.ts'
import { asSql, readPlaces, writePlaces, type Imported } from '../directory/import/import.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'
import { progressBar } from './progress-bar.ts'

const USAGE = `handrail import places <postcodes.csv[.gz]> [names.csv …] [--smaller] [--sql <file>]

  The ONS Postcode Directory or NSPL as published, or an extract; then any lists of areas with names.
  --smaller   take it though it has far fewer postcodes than the one in use
  --sql       write SQL for Cloudflare D1 instead: npx wrangler d1 execute handrail --remote --file <file>`

/** `handrail import places`: take a postcode directory in. All of it or nothing; the one in use serves until then. */
export default async function importPlaces(args: readonly string[]): Promise<number> {
  const sql = args.includes('--sql') ? args[args.indexOf('--sql') + 1] : undefined
  const [file, ...lookups] = args.filter((arg, i) => !arg.startsWith('--') && args[i - 1] !== '--sql')
  const strange = args.find((arg) => arg.startsWith('--') && !['--sql', '--smaller'].includes(arg))
  if (!file || strange || (args.includes('--sql') && !sql)) return misuse(USAGE)
  const { library, migrations } = await readBundle()
  const bar = progressBar('postcodes')
  try {
    const read = await readPlaces({ file, lookups, areas: library, now: Date.now(), progress: bar.show })
    bar.end()
    if (sql) await writeSql(sql, read)
    else {
      const db = await openSqlite(readConfig(process.env).DATABASE_FILE, { migrations })
      await writePlaces(db, read, args.includes('--smaller')).finally(() => db.close())
    }
    report(read, sql)
    return 0
  } catch (error) {
    bar.end()
    if (!(error instanceof BadFile)) throw error
    process.stderr.write(`Nothing was imported. ${error.message}\n`)
    return 1
  }
}

async function writeSql(file: string, read: Imported): Promise<void> {
  try {
    await pipeline(Readable.from(asSql(read)), createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw new BadFile(file, `it cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
}

function report({ edition, size, leftOut }: Imported, sql: string | undefined): void {
  const n = (count: number): string => count.toLocaleString('en-GB')
  console.log(
    `${edition.name}: ${n(size.postcodes)} postcodes with ${n(size.outwards)} first halves, in ${n(size.wards)} wards ` +
      `(${n(size.wardsWithNames)} with a name) of ${n(size.councils)} councils; ${(size.bytes / 1e6).toFixed(1)} MB packed.`,
  )
  const reasons = [
    [leftOut.ended, 'no longer in use'],
    [leftOut.nowhere, 'without a council or a small area'],
    [leftOut.odd, 'of an unusual form'],
    [leftOut.repeated, 'there twice (the last one counts)'],
  ] as const
  const left = reasons.filter(([count]) => count > 0).map(([count, why]) => `${n(count)} ${why}`)
  if (left.length > 0) console.log(`Left out: ${left.join('; ')}.`)
  if (size.wardsWithNames < size.wards / 2)
    console.log('Most wards have no name. Add a list of wards with their names as a second file: see docs/places.md.')
  console.log(
    sql ? `${sql} is ready for: npx wrangler d1 execute handrail --remote --file ${sql}` : 'It is in use from now on.',
  )
}
