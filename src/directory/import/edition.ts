import type { Value } from '../../store/database.ts'
import { pack, type Cell, type Entry } from '../packing.ts'
import type { Gathered } from './gather.ts'
import type { Lookup } from './lookup.ts'

/** A statement with its values: for the store, or to be written out as SQL. */
export interface Step {
  readonly sql: string
  readonly values: readonly Value[]
}

export interface NewEdition {
  /** Larger than that of any edition before it: the second in which it was made. */
  readonly id: number
  readonly name: string
  readonly madeAt: number
  readonly gathered: Gathered
  readonly lookup: Lookup
}

/** How many of what an edition holds. */
export interface EditionSize {
  readonly postcodes: number
  readonly outwards: number
  readonly wards: number
  readonly wardsWithNames: number
  readonly councils: number
  readonly bytes: number
}

/** D1 takes 100 values in a statement. */
const MOST_VALUES = 100

/** Sums up what lies where, to find the middle of it. */
class Middle {
  postcodes = 0
  #placed = 0
  #lat = 0
  #lon = 0

  add({ at }: Entry): void {
    this.postcodes++
    if (!at) return
    this.#placed++
    this.#lat += at.lat
    this.#lon += at.lon
  }

  /** Degrees, to five places. */
  get at(): [lat: number | null, lon: number | null] {
    const mean = (sum: number): number => Math.round(sum / this.#placed) / 1e5
    return this.#placed === 0 ? [null, null] : [mean(this.#lat), mean(this.#lon)]
  }
}

/**
 * The rows of an edition beside the one in use, in the order of their keys, which packs the pages of the store full.
 * Nothing that reads them is told of them before {@link switchOver}.
 */
export function rowsOf({ id, name, madeAt, gathered, lookup }: NewEdition): { steps: Step[]; size: EditionSize } {
  const outwards = new Map<
    string,
    { middle: Middle; parts: Map<Cell['district'], { area: string; postcodes: number }> }
  >()
  const wards = new Map<string, { middle: Middle; districts: Map<Cell, number> }>()
  const english = englishIn(gathered)
  const packed: Value[][] = []
  let bytes = 0
  for (const key of [...gathered.sectors.keys()].toSorted()) {
    const entries = gathered.sectors.get(key)!.entries(gathered.cells)
    const outward = key.slice(0, key.indexOf(' '))
    const known = outwards.get(outward) ?? { middle: new Middle(), parts: new Map() }
    outwards.set(outward, known)
    for (const entry of entries) {
      const { district, area, ward } = entry.cell
      known.middle.add(entry)
      known.parts.set(district, { area, postcodes: (known.parts.get(district)?.postcodes ?? 0) + 1 })
      if (ward === '') continue
      const here = wards.get(ward) ?? { middle: new Middle(), districts: new Map() }
      wards.set(ward, here)
      here.middle.add(entry)
      here.districts.set(entry.cell, (here.districts.get(entry.cell) ?? 0) + 1)
    }
    // First halves that lie wholly in another nation need no more than that.
    if (!english.has(outward)) continue
    const data = pack(entries)
    bytes += data.length
    packed.push([id, key, data])
  }
  const named = (code: string): string | null => lookup.names.get(code) ?? null
  const wardRows = [...wards].toSorted(byKey).map(([ward, { middle, districts }]): Value[] => {
    const [most] = [...districts].toSorted((a, b) => b[1] - a[1])[0]!
    return [id, ward, named(ward), most.district, most.area, most.icb || null, middle.postcodes, ...middle.at]
  })
  const outwardRows = [...outwards].toSorted(byKey).map(([outward, { middle, parts }]): Value[] => {
    const areas = [...parts].map(([district, { area, postcodes }]) => [district, area, postcodes])
    return [id, outward, middle.postcodes, ...middle.at, JSON.stringify(areas)]
  })
  const used = new Set(gathered.cells.flatMap(({ district, area, icb }) => [district, area, icb]))
  const nameRows = [...lookup.names]
    .filter(([code]) => used.has(code))
    .toSorted(byKey)
    .map(([code, text]): Value[] => [id, code, text])
  const steps = [
    {
      sql: 'INSERT INTO place_edition (id, name, made_at, postcodes) VALUES (?, ?, ?, ?)',
      values: [id, name, madeAt, gathered.postcodes],
    },
    ...inserts('place_sector (edition, sector, packed)', packed),
    ...inserts('place_outward (edition, outward, postcodes, lat, lon, areas)', outwardRows),
    ...inserts('place_ward (edition, ward, name, district, area, icb, postcodes, lat, lon)', wardRows),
    ...inserts('place_name (edition, code, name)', nameRows),
  ]
  const size = {
    postcodes: gathered.postcodes,
    outwards: outwards.size,
    wards: wards.size,
    wardsWithNames: wardRows.filter(([, , name]) => name !== null).length,
    councils: new Set(gathered.cells.flatMap(({ area }) => area || [])).size,
    bytes,
  }
  return { steps, size }
}

/** In one batch the new edition is in use and every other is gone. */
export const switchOver = (id: number): Step[] => [
  { sql: 'UPDATE place_edition SET live = 0 WHERE id <> ?', values: [id] },
  { sql: 'UPDATE place_edition SET live = 1 WHERE id = ?', values: [id] },
  ...othersThan(id),
]

/** What an import that was broken off has left, or the editions before this one. */
export const othersThan = (id: number): Step[] => [
  ...['place_sector', 'place_outward', 'place_ward', 'place_name'].map((table) => ({
    sql: `DELETE FROM ${table} WHERE edition <> ?`,
    values: [id],
  })),
  { sql: 'DELETE FROM place_edition WHERE id <> ?', values: [id] },
]

/** First halves with a postcode in England. */
function englishIn({ sectors, cells }: Gathered): Set<string> {
  const english = new Set<string>()
  for (const [key, sector] of sectors)
    if (sector.entries(cells).some(({ cell }) => cell.district.startsWith('E')))
      english.add(key.slice(0, key.indexOf(' ')))
  return english
}

function inserts(table: string, rows: readonly Value[][]): Step[] {
  const width = rows[0]?.length ?? 1
  const many = Math.floor(MOST_VALUES / width)
  const steps: Step[] = []
  for (let from = 0; from < rows.length; from += many) {
    const some = rows.slice(from, from + many)
    const places = some.map(() => `(${Array(width).fill('?').join(', ')})`).join(', ')
    steps.push({ sql: `INSERT INTO ${table} VALUES ${places}`, values: some.flat() })
  }
  return steps
}

const byKey = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number => (a < b ? -1 : 1)
