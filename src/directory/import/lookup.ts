import { basename } from 'node:path'
import { BadFile } from './bad-file.ts'
import { findColumns, findNames, type Columns } from './columns.ts'
import { cleanName, readTable } from './table.ts'

/** What lists of areas add: names, and for small areas the ward, council and board that most of it lies in. */
export interface Lookup {
  readonly names: Map<string, string>
  readonly byLsoa: Map<string, { ward: string; district: string; county: string; icb: string }>
}

export const CODE = /^[EWSNLM]\d{8}$/

/**
 * Read lists of areas, such as the ONS look-ups from LSOA to ward, district and board, or of wards by district: any CSV
 * that has columns of codes beside columns of their names.
 * @throws BadFile
 */
export async function readLookups(files: readonly string[]): Promise<Lookup> {
  const lookup: Lookup = { names: new Map(), byLsoa: new Map() }
  for (const file of files) await readLookup(file, lookup)
  return lookup
}

async function readLookup(file: string, { names, byLsoa }: Lookup): Promise<void> {
  let columns: ReturnType<typeof findNames> = []
  let header: readonly string[] = []
  let place: Columns = {}
  await readTable(file, {
    header(row) {
      header = row
      columns = findNames(row)
      if (columns.length === 0)
        throw new BadFile(basename(file), 'expected codes with their names, such as the columns WD24CD and WD24NM', {
          line: 1,
        })
      place = findColumns(row)
    },
    row(cells, line) {
      for (const { code, name } of columns) {
        const id = cells[code]!.trim()
        if (!CODE.test(id) || LSOA.test(id)) continue
        const text = cleanName(file, cells[name]!, line, header[name]!)
        if (text !== '') names.set(id, text)
      }
      const { lsoa, ward, district, county, icb } = place
      if (lsoa === undefined || (ward === undefined && district === undefined && icb === undefined)) return
      const at = (index: number | undefined): string => (index === undefined ? '' : cells[index]!.trim())
      const before = byLsoa.get(at(lsoa)) ?? { ward: '', district: '', county: '', icb: '' }
      byLsoa.set(at(lsoa), {
        ward: at(ward) || before.ward,
        district: at(district) || before.district,
        county: at(county) || before.county,
        icb: at(icb) || before.icb,
      })
    },
  })
}

/** Small areas have names of their own, thousands of them, that nobody asks for. */
const LSOA = /^[EW]01/
