/** What is read of a postcode file, and what its columns are called from edition to edition (ONSPD, NSPL, extracts). */
const NAMES = {
  postcode: /^(pcds?|pcd[278]|postcode|unit_postcode)$/,
  ended: /^(doterm|dot|terminated)$/,
  lsoa: /^lsoa(\d\d)?(cd)?$/,
  ward: /^(osward|ward(\d\d)?(cd)?|wd\d\d(cd)?)$/,
  district: /^(oslaua|laua|lad(\d\d)?(cd)?|ladcd)$/,
  county: /^(oscty|cty(\d\d)?(cd)?|ctyua\d\dcd|utla(\d\d)?(cd)?)$/,
  icb: /^icb(\d\d)?(cd)?$/,
  country: /^ctry(\d\d)?(cd)?$/,
  lat: /^lat(itude)?$/,
  lon: /^(long?|lng|longitude)$/,
} as const
export type Column = keyof typeof NAMES

/** The number of each column that is there. */
export type Columns = Partial<Record<Column, number>>

const EXPECTED: Readonly<Record<Column, string>> = {
  postcode: 'postcodes (pcds, pcd, pcd7 or postcode)',
  ended: 'dates of termination (doterm)',
  lsoa: 'small areas (lsoa21, lsoa21cd)',
  ward: 'wards (osward, wd25cd or ward)',
  district: 'districts (oslaua, laua or lad25cd)',
  county: 'counties (oscty or cty25cd)',
  icb: 'care boards (icb or icb23cd)',
  country: 'countries (ctry)',
  lat: 'latitudes (lat)',
  lon: 'longitudes (long)',
}

/**
 * The columns of a file by its first line. Where there are several of a kind, such as `lsoa11` and `lsoa21`, the newest
 * is taken; of the ways to write a postcode any is as good.
 */
export function findColumns(header: readonly string[]): Columns {
  const found: Columns = {}
  for (const [column, pattern] of Object.entries(NAMES) as Array<[Column, RegExp]>) {
    const [first] = header
      .map((name, index) => ({ index, name: name.trim().toLowerCase() }))
      .filter(({ name }) => pattern.test(name))
      .toSorted((a, b) => yearOf(b.name) - yearOf(a.name))
    if (first) found[column] = first.index
  }
  return found
}

/**
 * In words, which columns a file of postcodes lacks; `undefined` where it has what is needed.
 * @param lookup there is a list that leads from small areas to wards and districts: it can stand for their columns
 */
export function missingOf(columns: Columns, lookup: boolean): string | undefined {
  const needed: Column[] = ['postcode', 'lsoa', 'lat', 'lon', ...(lookup ? [] : (['ward', 'district'] as const))]
  const missing = needed.filter((column) => columns[column] === undefined)
  return missing.length === 0 ? undefined : missing.map((column) => EXPECTED[column]).join('; ')
}

const yearOf = (name: string): number => Number(/(\d\d)(cd)?$/.exec(name)?.[1] ?? 0)

/** A column of codes with the one of their names: `ward24` and `ward24_name`, or `WD24CD` and `WD24NM`. */
export function findNames(header: readonly string[]): Array<{ readonly code: number; readonly name: number }> {
  const lower = header.map((name) => name.trim().toLowerCase())
  return lower.flatMap((column, code) => {
    const name = lower.findIndex(
      (other) => other === `${column}_name` || (column.endsWith('cd') && other === column.replace(/cd$/, 'nm')),
    )
    return name === -1 ? [] : [{ code, name }]
  })
}
