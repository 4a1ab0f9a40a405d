import type { Database, Value } from '../../store/database.ts'

const PER_LOOK = 500

/**
 * What is shown of some suppliers as SQL statements, one a line, for a store that no program of ours can write to from
 * here: `wrangler d1 execute --file` runs them all or none.
 */
export async function* dump(db: Database, suppliers: readonly string[]): AsyncGenerator<string> {
  for (const id of suppliers) {
    const supplier = await db.prepare('SELECT * FROM supplier WHERE id = ?').bind(id).first<Row>()
    if (!supplier) continue
    const { edition } = supplier
    for (let after = ''; ;) {
      const { results } = await db
        .prepare('SELECT * FROM product WHERE supplier = ? AND edition = ? AND sku > ? ORDER BY sku LIMIT ?')
        .bind(id, edition!, after, PER_LOOK)
        .all<Row>()
      for (const row of results) yield insert('product', row)
      if (results.length < PER_LOOK) break
      after = String(results.at(-1)!.sku)
    }
    yield insert('supplier', supplier)
    yield `DELETE FROM product WHERE supplier = ${literal(id)} AND edition < ${literal(edition!)};`
  }
}

type Row = Record<string, Value>

const insert = (table: string, row: Row): string =>
  `INSERT OR REPLACE INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`

/** Names and links hold no line ends: the import takes them out. A sku is made one line here. */
const literal = (value: Value): string =>
  typeof value === 'string' ? `'${value.replaceAll(/[\r\n]/g, ' ').replaceAll("'", "''")}'` : String(value ?? 'NULL')
