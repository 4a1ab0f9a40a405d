import { writeFile } from 'node:fs/promises'
import { readConfig } from '../config.ts'
import { demoFeed } from '../directory/products/demo.ts'
import { seedDemo } from '../directory/products/seed.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'

/**
 * `handrail demo products`: invented products of invented suppliers into the store, to try the pages with.
 * `--to <file>` writes them as a feed instead.
 */
export default async function demo(args: readonly string[]): Promise<number> {
  const [option, file, ...rest] = args
  if (rest.length > 0 || (option !== undefined && (option !== '--to' || !file)))
    return misuse('Usage: handrail demo products [--to <file.csv>]')
  const { library, migrations } = await readBundle()
  if (file) {
    const { csv } = demoFeed(library.equipment, new Date().toISOString().slice(0, 10))
    await writeFile(file, csv)
    console.log(`${csv.split('\n').length - 2} invented products were written to ${file}.`)
    return 0
  }
  const db = await openSqlite(readConfig(process.env).DATABASE_FILE, { migrations })
  try {
    const { accepted, suppliers } = await seedDemo(db, library, Date.now())
    console.log(
      `${accepted} invented products of ${suppliers.length} invented suppliers are shown in packs that name them.`,
    )
    return 0
  } finally {
    await db.close()
  }
}
