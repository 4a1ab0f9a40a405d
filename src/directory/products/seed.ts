import type { Library } from '../../content/library.ts'
import type { Database } from '../../store/database.ts'
import { products as shelf } from '../products.ts'
import { DEMO_SUPPLIERS, demoFeed } from './demo.ts'
import { importProducts } from './import.ts'
import type { ImportReport } from './report.ts'

/** Put the invented products in, as any other feed. */
export function seedDemo(db: Database, library: Library, now: number): Promise<ImportReport> {
  const { csv, mapping } = demoFeed(library.equipment, new Date(now).toISOString().slice(0, 10))
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(csv)
  }
  return importProducts({ db, equipment: library.equipment, mapping, bytes: bytes(), now, fewer: true })
}

/**
 * On a new store: invented products, where a pack names the invented suppliers, so that the pages can be tried. A store
 * with a supplier or with anybody's answers in it is left alone.
 * @returns how many products were put in
 */
export async function seedWhereEmpty(db: Database, library: Library, now: number): Promise<number> {
  const named = new Set(Object.values(library.packs).flatMap((pack) => pack.suppliers))
  if (!DEMO_SUPPLIERS.some(({ id }) => named.has(id))) return 0
  if ((await shelf(db).suppliers()).length > 0) return 0
  if (await db.prepare('SELECT 1 AS used FROM assessment LIMIT 1').first()) return 0
  return (await seedDemo(db, library, now)).accepted
}
