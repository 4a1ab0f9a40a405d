import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { loadMapping } from '../content/load.ts'
import { LARGEST } from '../directory/products/bytes.ts'
import { dump } from '../directory/products/dump.ts'
import { importProducts } from '../directory/products/import.ts'
import { readBundle } from '../node.ts'
import { Unavailable } from '../store/database.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'
import { printImport } from './print-import.ts'
import { progressLine } from './progress.ts'

const USAGE =
  'Usage: handrail import products <file> [--supplier <id>] [--name "Name for the public"] ' +
  '[--iso-edition 2016|2022] [--fewer] [--sql <file>] [--json]'

/**
 * `handrail import products <file> --supplier <id>`: a supplier's feed (CSV, or Google's as XML or TSV) in place of that
 * supplier's products. Exit 1 where anything was not taken over; what was shown before then stays.
 */
export default async function importProductsCommand(args: readonly string[]): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        supplier: { type: 'string' },
        name: { type: 'string' },
        'iso-edition': { type: 'string' },
        sql: { type: 'string' },
        fewer: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    return misuse(`${(error as Error).message}\n${USAGE}`)
  }
  const { values, positionals } = parsed
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return misuse(USAGE)
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return misuse(`There is no file "${file}".`)
  if (found.size > LARGEST)
    return misuse(
      `"${file}" has ${Math.round(found.size / 1024 / 1024)} MB; a feed may have ${LARGEST / 1024 / 1024}. ` +
        'Ask the supplier for a feed of the daily living products only. Nothing was changed.',
    )
  const { library, migrations } = await readBundle()
  const db = await openSqlite(readConfig(process.env).DATABASE_FILE, { migrations })
  const line = progressLine('products')
  try {
    const report = await importProducts({
      db,
      equipment: library.equipment,
      mapping: await loadMapping('content'),
      bytes: createReadStream(file),
      now: Date.now(),
      progress: (bytes, rows) => line.show(rows, bytes / found.size),
      ...(values.supplier === undefined ? {} : { supplier: values.supplier }),
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(values['iso-edition'] === undefined ? {} : { isoEdition: values['iso-edition'] }),
      ...(values.fewer ? { fewer: true } : {}),
    })
    line.end()
    const shown = report.suppliers.filter(({ outcome }) => outcome === 'shown').map(({ supplier }) => supplier)
    if (values.sql !== undefined) await pipeline(lines(dump(db, shown)), createWriteStream(values.sql))
    const unnamed = report.suppliers
      .map(({ supplier }) => supplier)
      .filter((id) => !Object.values(library.packs).some((pack) => pack.suppliers.includes(id)))
    if (values.json) process.stdout.write(`${JSON.stringify({ file, ...report, unnamed })}\n`)
    else printImport(file, report, unnamed)
    return report.ok ? 0 : 1
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    line.end()
    process.stderr.write(`The store cannot be written now (${error.message}). What was shown before stays.\n`)
    return 1
  } finally {
    line.end()
    await db.close()
  }
}

async function* lines(statements: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const statement of statements) yield `${statement}\n`
}
