import type { Mapping } from '../../content/mapping.ts'
import type { Equipment } from '../../content/schema.ts'
import type { Database } from '../../store/database.ts'
import { forget, products as shelf, show, stage, type Product, type Supplier } from '../products.ts'
import { isDemo } from './demo.ts'
import { accept, type Mend, type Refusal } from './accept.ts'
import { openFeed } from './bytes.ts'
import { plainLine } from '../plain-text.ts'
import { FeedError, type RawProduct } from './raw.ts'
import { tallies, type ImportReport, type SupplierReport } from './report.ts'
import { sorter } from './sort.ts'
import { readText } from './text.ts'
import { readXml } from './xml.ts'

export interface ImportOptions {
  readonly db: Database
  readonly equipment: readonly Equipment[]
  readonly mapping: Mapping
  /** The feed as it comes: CSV, TSV or XML, packed or not. */
  readonly bytes: AsyncIterable<Uint8Array>
  /** Whose feed it is; without it the file names a supplier in every row. */
  readonly supplier?: string
  /** The supplier's name as the public reads it. */
  readonly name?: string
  /** The edition of its ISO 9999 codes, where the rows do not say. */
  readonly isoEdition?: string
  /** Milliseconds since 1970. */
  readonly now: number
  /** Take the new products although they are far fewer than before. */
  readonly fewer?: boolean
  readonly progress?: (bytes: number, rows: number) => void
}

/** Products in one write: enough to be quick, small enough for one statement on D1. */
const BATCH = 250
/** Suppliers whose new products come into sight in one write. */
const TURNED = 50
/** A feed with less than this share of what there was before has most likely broken off on the way. */
const SHRUNK = 0.2
/** Below this many there is nothing to judge a shrinking by. */
const ENOUGH = 10
const SUPPLIER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const MOST_SUPPLIERS = 5_000
const MOST_ROWS = 500_000
const LONGEST_NAME = 80

/** One supplier's part of the feed, while it is read. */
interface Part {
  readonly supplier: Supplier
  readonly skus: Map<string, number>
  staged: number
  rows: number
}

/**
 * Read a feed to its end and show each supplier's new products in place of its old ones, each supplier whole or not at
 * all. A feed that cannot be read changes nothing; nor does a part with no product left, or suddenly far fewer.
 */
export async function importProducts(options: ImportOptions): Promise<ImportReport> {
  const { db, now, progress } = options
  const before = new Map((await shelf(db).suppliers()).map((one) => [one.id, one]))
  // Later than whatever is shown, even where a clock went back.
  const edition = Math.max(now, ...[...before.values()].map((one) => one.edition + 1))
  const sort = sorter(options.equipment, options.mapping, new Date(now).toISOString().slice(0, 10))
  const refused = tallies<Refusal>()
  const mended = tallies<Mend>()
  const parts = new Map<string, Part>()
  let rows = 0
  let bytes = 0
  let waiting: Product[] = []

  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of options.bytes) {
      bytes += chunk.length
      progress?.(bytes, rows)
      yield chunk
    }
  }
  const report = (suppliers: readonly SupplierReport[], failed?: ImportReport['failed']): ImportReport => ({
    ok: !failed && suppliers.every(({ outcome }) => outcome === 'shown'),
    rows,
    bytes,
    accepted: [...parts.values()].reduce((sum, part) => sum + part.staged, 0),
    suppliers,
    refused: refused.list(),
    mended: mended.list(),
    ...(failed ? { failed } : {}),
  })

  try {
    const { format, text } = await openFeed(counted())
    for await (const raw of format === 'xml' ? readXml(text) : readText(text)) {
      if (++rows > MOST_ROWS) throw new FeedError(`the feed has more than ${MOST_ROWS} products`, raw)
      const part = partOf(raw)
      part.rows++
      const first = part.skus.get(raw.sku)
      if (raw.sku !== '' && first !== undefined)
        throw new FeedError(`row ${raw.row} has the id "${raw.sku}" of row ${first}; each product needs its own`, raw)
      part.skus.set(raw.sku, raw.row)
      const accepted = accept({ isoEdition: options.isoEdition ?? '', ...raw }, part.supplier.id, sort)
      if ('rule' in accepted) {
        refused.add(accepted.rule, raw.row, raw.name.slice(0, LONGEST_NAME), accepted.why)
        continue
      }
      for (const { rule, why } of accepted.mends) mended.add(rule, raw.row, raw.name.slice(0, LONGEST_NAME), why)
      part.staged++
      waiting.push(accepted.product)
      if (waiting.length >= BATCH) await flush()
    }
    if (rows === 0) throw new FeedError('the feed has no products; the last good ones stay')
    await flush()
    const suppliers = [...parts.values()].map(judge)
    const good = [...parts.values()].filter((_, index) => suppliers[index]!.outcome === 'shown')
    for (let from = 0; from < good.length; from += TURNED)
      await db.batch(good.slice(from, from + TURNED).flatMap((part) => show(db, part.supplier, edition, part.staged)))
    if (good.length < suppliers.length) await db.batch([forget(db, edition)])
    return report(suppliers)
  } catch (error) {
    await db.batch([forget(db, edition)])
    if (!(error instanceof FeedError)) throw error
    const { message, line, column } = error
    return report([], { message, ...(line ? { line } : {}), ...(column ? { column } : {}) })
  }

  async function flush(): Promise<void> {
    if (waiting.length > 0) await db.batch([stage(db, edition, waiting)])
    waiting = []
  }

  function partOf(raw: RawProduct): Part {
    const id = options.supplier ?? raw.supplier ?? ''
    if (options.supplier && raw.supplier && raw.supplier !== options.supplier)
      throw new FeedError(`row ${raw.row} is of the supplier "${raw.supplier}", not of "${options.supplier}"`, raw)
    const known = parts.get(id)
    if (known) return known
    if (!SUPPLIER.test(id) || id.length > 64)
      throw new FeedError(
        id === ''
          ? `row ${raw.row} names no supplier; name one with --supplier, or in a column "supplier"`
          : `row ${raw.row}: the supplier "${id.slice(0, 40)}" is no id of lower-case words joined by hyphens`,
        raw,
      )
    if (parts.size >= MOST_SUPPLIERS) throw new FeedError(`the feed has more than ${MOST_SUPPLIERS} suppliers`, raw)
    const given = plainLine(options.name ?? raw.supplierName ?? '', LONGEST_NAME)
    const name = given || (before.get(id)?.name ?? id)
    const part = { supplier: { id, name, demo: isDemo(id) }, skus: new Map(), staged: 0, rows: 0 }
    parts.set(id, part)
    return part
  }

  function judge({ supplier, staged, rows }: Part): SupplierReport {
    const had = before.get(supplier.id)?.products ?? 0
    const done = { supplier: supplier.id, products: staged, before: had }
    if (staged === 0)
      return { ...done, outcome: 'kept', why: `none of its ${rows} products can be shown; what there was stays` }
    if (!options.fewer && had >= ENOUGH && staged < had * SHRUNK)
      return {
        ...done,
        outcome: 'kept',
        why: `only ${staged} products where there were ${had}; what there was stays. With --fewer they are taken all the same`,
      }
    return { ...done, outcome: 'shown' }
  }
}
