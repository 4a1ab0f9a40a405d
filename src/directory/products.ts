import { fits, type Fit, type Measured } from '../advice/offer.ts'
import type { Database, Statement } from '../store/database.ts'

/** What a supplier has of it. `order`: to come. `unknown`: the supplier does not say. */
export const STOCKS = ['in', 'order', 'unknown', 'out'] as const
export type Stock = (typeof STOCKS)[number]

/** One thing that a supplier sells. Money in pence, lengths in cm, weights in kg; `null`: the supplier does not say. */
export interface Product extends Measured {
  readonly supplier: string
  /** The supplier's own number for it. */
  readonly sku: string
  /** Sixteen hex digits that stay the same from import to import. */
  readonly id: string
  /** An equipment type's id. */
  readonly type: string
  readonly name: string
  /** With VAT. */
  readonly price: number
  /** What a person pays who need not pay VAT. */
  readonly vatReliefPrice: number | null
  readonly stock: Stock
  readonly length: number | null
  readonly width: number | null
  readonly height: number | null
  /** Always https, never to a private host. */
  readonly link: string
  readonly picture: string | null
}

export interface Supplier {
  readonly id: string
  readonly name: string
  /** Invented: its products are examples and nothing can be bought. */
  readonly demo: boolean
}

/** A product as it is listed, with who sells it and as of when. */
export interface Listed extends Product {
  readonly supplierName: string
  readonly demo: boolean
  /** When it was imported, ms. */
  readonly asOf: number
}

/** Whose products are looked at, and when: what has not been imported for {@link KEPT_FRESH} days is not shown. */
export interface Shelf {
  /** Ids of the suppliers that the pack names. */
  readonly suppliers: readonly string[]
  /** Milliseconds since 1970. */
  readonly now: number
}

export interface Page {
  readonly products: readonly Listed[]
  /** How many fit, over all pages. */
  readonly total: number
  /** How many there are besides that do not fit, or do not say. */
  readonly leftOut: number
}

/** A price that nobody has confirmed for this long is no price, days. */
export const KEPT_FRESH = 31
const DAY = 86_400_000

const COLUMNS = `p.supplier, p.sku, p.id, p.type, p.name, p.price, p.vat_relief_price AS vatReliefPrice, p.stock,
  p.weight_limit AS weightLimit, p.size_from AS sizeFrom, p.size_to AS sizeTo, p.length, p.width, p.height, p.link,
  p.picture, s.name AS supplierName, s.demo, s.edition AS asOf`

/** Products in the edition that is shown, of named suppliers, fresh. Parameters: the suppliers as JSON, the oldest time. */
const SHOWN = `product p CROSS JOIN supplier s ON s.id = p.supplier AND s.edition = p.edition
  WHERE s.id IN (SELECT value FROM json_each(?1)) AND (s.demo = 1 OR s.edition > ?2)`

/** The same question as `fits`, put to the store, of a fit in these four places. */
const fitting = (leastLimit: string, mayBeUnsaid: string, least: string, most: string): string =>
  `CASE WHEN p.weight_limit IS NULL THEN ${mayBeUnsaid}
        ELSE ${leastLimit} IS NULL OR p.weight_limit >= ${leastLimit} END
   AND (${least} IS NULL OR (p.size_from <= ${most} AND p.size_to >= ${least}))`

/** Of one type: as parameters, so that the index gives the products in their order and the rest is not read. */
const FITS_ONE = fitting('?4', '?5', '?6', '?7')
/** Of several types: as rows of one JSON text, read once and not for every product. */
const FITS_EACH = fitting('f.leastLimit', 'f.limitMayBeUnsaid', 'f.least', 'f.most')
const EACH = `f AS MATERIALIZED (
  SELECT value ->> 'type' AS type, value ->> 'leastLimit' AS leastLimit, value ->> 'limitMayBeUnsaid' AS limitMayBeUnsaid,
    value ->> 'least' AS least, value ->> 'most' AS most FROM json_each(?3))`

/** Products as the public sees them. Which may be seen is decided before, by `offer`. */
export function products(db: Database) {
  return {
    /**
     * A page of the products of a type that fit, by the neutral order that the page states: what is in stock first, then
     * the lowest price, then the name.
     */
    async list(type: string, fit: Fit, shelf: Shelf, page: { from: number; size: number }): Promise<Page> {
      const { leastLimit, limitMayBeUnsaid, least, most } = plain(fit)
      const bound = [...shown(shelf), type, leastLimit, limitMayBeUnsaid, least, most] as const
      const [found, counted] = await Promise.all([
        db
          .prepare(
            `SELECT ${COLUMNS} FROM ${SHOWN} AND p.type = ?3 AND ${FITS_ONE}
             ORDER BY p.waiting, p.price, p.name, p.id LIMIT ?8 OFFSET ?9`,
          )
          .bind(...bound, page.size, page.from)
          .all<Row>(),
        db
          .prepare(`SELECT COUNT(*) AS n, COALESCE(SUM(${FITS_ONE}), 0) AS fitting FROM ${SHOWN} AND p.type = ?3`)
          .bind(...bound)
          .first<{ n: number; fitting: number }>(),
      ])
      const total = counted!.fitting
      // Looked at once more by the rule itself: what the proofs are about is `fits`, not a line of SQL.
      const listed = found.results.map(fromRow).filter((product) => fits(product, fit))
      return { products: listed, total, leftOut: counted!.n - total }
    },

    /** How many products fit, for several types at once. */
    async count(wanted: ReadonlyMap<string, Fit>, shelf: Shelf): Promise<Map<string, number>> {
      if (wanted.size === 0 || shelf.suppliers.length === 0) return new Map()
      const each = JSON.stringify([...wanted].map(([type, fit]) => ({ type, ...plain(fit) })))
      const { results } = await db
        .prepare(
          `WITH ${EACH} SELECT p.type, COUNT(*) AS n FROM f CROSS JOIN ${SHOWN} AND p.type = f.type AND ${FITS_EACH}
           GROUP BY p.type`,
        )
        .bind(...shown(shelf), each)
        .all<{ type: string; n: number }>()
      return new Map(results.map(({ type, n }) => [type, n]))
    },

    async byId(id: string, shelf: Shelf): Promise<Listed | null> {
      const row = await db
        .prepare(`SELECT ${COLUMNS} FROM ${SHOWN} AND p.id = ?3`)
        .bind(...shown(shelf), id)
        .first<Row>()
      return row && fromRow(row)
    },

    /** Every supplier that there is, and how many products each has in the edition that is shown. */
    async suppliers(): Promise<Array<Supplier & { products: number; edition: number }>> {
      const { results } = await db
        .prepare('SELECT id, name, demo, products, edition FROM supplier ORDER BY id')
        .all<{ id: string; name: string; demo: number; products: number; edition: number }>()
      return results.map((row) => ({ ...row, demo: row.demo === 1 }))
    },
  }
}

/** Products written, several in one statement: the values travel as one JSON text, for D1 takes a hundred at most. */
export const stage = (db: Database, edition: number, batch: readonly Product[]): Statement =>
  db
    .prepare(
      `INSERT INTO product (supplier, edition, sku, id, type, name, price, vat_relief_price, stock, waiting,
         weight_limit, size_from, size_to, length, width, height, link, picture)
       SELECT value ->> 'supplier', ?1, value ->> 'sku', value ->> 'id', value ->> 'type', value ->> 'name',
         value ->> 'price', value ->> 'vatReliefPrice', value ->> 'stock', value ->> 'stock' <> 'in',
         CAST(value ->> 'weightLimit' AS REAL), CAST(value ->> 'sizeFrom' AS REAL), CAST(value ->> 'sizeTo' AS REAL),
         CAST(value ->> 'length' AS REAL), CAST(value ->> 'width' AS REAL), CAST(value ->> 'height' AS REAL),
         value ->> 'link', value ->> 'picture'
       FROM json_each(?2)`,
    )
    .bind(edition, JSON.stringify(batch))

/**
 * Make an edition the one that is shown and drop those before it, as one batch. Where fewer rows are there than were
 * staged, because another import swept them away meanwhile, the NOT NULL of `products` undoes the whole.
 */
export const show = (db: Database, { id, name, demo }: Supplier, edition: number, staged: number): Statement[] => [
  db
    .prepare(
      `INSERT INTO supplier (id, name, demo, edition, products)
       SELECT ?1, ?2, ?3, ?4, CASE WHEN COUNT(*) = ?5 THEN ?5 END FROM product WHERE supplier = ?1 AND edition = ?4
       ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, demo = excluded.demo, edition = excluded.edition, products = excluded.products`,
    )
    .bind(id, name, demo ? 1 : 0, edition, staged),
  db.prepare('DELETE FROM product WHERE supplier = ?1 AND edition < ?2').bind(id, edition),
]

/** Forget what an import has staged: it failed. */
export const forget = (db: Database, edition: number): Statement =>
  db
    .prepare(
      `DELETE FROM product WHERE edition = ?1
       AND NOT EXISTS (SELECT 1 FROM supplier s WHERE s.id = product.supplier AND s.edition = ?1)`,
    )
    .bind(edition)

interface Row extends Omit<Listed, 'demo'> {
  readonly demo: number
}

const fromRow = (row: Row): Listed => ({ ...row, demo: row.demo === 1 })

const shown = ({ suppliers, now }: Shelf): [string, number] => [JSON.stringify(suppliers), now - KEPT_FRESH * DAY]

const plain = ({ leastLimit, limitMayBeUnsaid, size }: Fit) => ({
  leastLimit,
  limitMayBeUnsaid: limitMayBeUnsaid ? 1 : 0,
  least: size?.least ?? null,
  most: size?.most ?? null,
})
