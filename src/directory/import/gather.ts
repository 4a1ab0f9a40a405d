import { basename } from 'node:path'
import { countyOf, type Areas } from '../councils.ts'
import type { Cell, Entry } from '../packing.ts'
import { numberOf, readPostcode, SECTOR_SIZE } from '../postcode.ts'
import { BadFile, shown } from './bad-file.ts'
import { findColumns, missingOf, type Column, type Columns } from './columns.ts'
import { CODE, type Lookup } from './lookup.ts'
import type { Reader } from './table.ts'

/** What was left out of a postcode file, and how often. */
export interface LeftOut {
  /** Postcodes that are no longer in use. */
  ended: number
  /** Not of the usual form, such as the old GIR 0AA. */
  odd: number
  /** Without a small area or a council. */
  nowhere: number
  /** A second time in the file: the last one counts. */
  repeated: number
}

/** All postcodes of a file, by sector, with as little memory as they need. */
export interface Gathered {
  readonly postcodes: number
  readonly leftOut: LeftOut
  readonly sectors: ReadonlyMap<string, Sector>
  readonly cells: readonly Cell[]
}

/** The postcodes of a sector: of each its number, the number of its cell, and where it is. */
export class Sector {
  #data = new Int32Array(4 * 64)
  #size = 0
  readonly #there = new Uint8Array(SECTOR_SIZE)

  /** False where the postcode was there before: it then lies where it is said to lie now. */
  add(number: number, cell: number, lat: number, lon: number): boolean {
    if (this.#size + 4 > this.#data.length) {
      const more = new Int32Array(this.#data.length * 2)
      more.set(this.#data)
      this.#data = more
    }
    this.#data.set([number, cell, lat, lon], this.#size)
    this.#size += 4
    return this.#there[number]!++ === 0
  }

  /** In the order of the file; of a postcode that was there twice the last. */
  entries(cells: readonly Cell[]): Entry[] {
    const found = new Map<number, Entry>()
    for (let i = 0; i < this.#size; i += 4) {
      const [number = 0, cell = 0, lat = 0, lon = 0] = this.#data.subarray(i, i + 4)
      found.set(number, { number, cell: cells[cell]!, at: lat === NOWHERE ? null : { lat, lon } })
    }
    return [...found.values()]
  }
}

const NOWHERE = 2 ** 31 - 1
const WHOLE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/

/** Takes the lines of a postcode file in. `done` gives what was gathered, once all lines are in. */
export class Gatherer implements Reader {
  readonly #file: string
  readonly #areas: Areas
  readonly #lookup: Lookup
  readonly #sectors = new Map<string, Sector>()
  readonly #cells: Cell[] = []
  /** By the codes as they stand in the file: a pair is checked once and not a million times. */
  readonly #known = new Map<string, number>()
  readonly #leftOut: LeftOut = { ended: 0, odd: 0, nowhere: 0, repeated: 0 }
  #header: readonly string[] = []
  #columns: Columns = {}
  #postcodes = 0

  constructor(file: string, areas: Areas, lookup: Lookup) {
    this.#file = basename(file)
    this.#areas = areas
    this.#lookup = lookup
  }

  header(names: readonly string[]): void {
    this.#header = names
    this.#columns = findColumns(names)
    const missing = missingOf(this.#columns, this.#lookup.byLsoa.size > 0)
    if (missing)
      throw new BadFile(this.#file, `expected the columns of the ONS Postcode Directory; there is none of ${missing}`, {
        line: 1,
      })
  }

  row(cells: readonly string[], line: number): void {
    if (this.#at(cells, 'ended') !== '') return void this.#leftOut.ended++
    const typed = this.#at(cells, 'postcode').toUpperCase()
    const [, outward, inward] = WHOLE.exec(typed.replaceAll(' ', '')) ?? []
    if (outward === undefined || inward === undefined) {
      if (!/^[A-Z\d ]{5,8}$/.test(typed)) throw this.#bad('postcode', 'a postcode such as PR7 1AB', typed, line)
      return void this.#leftOut.odd++
    }
    const read = readPostcode(outward + inward)
    if (read?.outward !== outward || read.inward !== inward) return void this.#leftOut.odd++
    const cell = this.#cellOf(cells, line)
    if (cell === -1) return void this.#leftOut.nowhere++
    const [lat, lon] = [this.#degrees(cells, 'lat', line), this.#degrees(cells, 'lon', line)]
    const known = lat < MOST_NORTH
    const key = `${outward} ${inward[0]!}`
    let sector = this.#sectors.get(key)
    if (!sector) this.#sectors.set(key, (sector = new Sector()))
    const at = known ? ([Math.round(lat * 1e5), Math.round(lon * 1e5)] as const) : ([NOWHERE, NOWHERE] as const)
    if (sector.add(numberOf(inward), cell, ...at)) this.#postcodes++
    else this.#leftOut.repeated++
  }

  /** @throws BadFile where there is no postcode of England */
  done(): Gathered {
    if (!this.#cells.some(({ district }) => district.startsWith('E')))
      throw new BadFile(this.#file, 'there is no postcode of England in it that is in use')
    return { postcodes: this.#postcodes, leftOut: this.#leftOut, sectors: this.#sectors, cells: this.#cells }
  }

  /** The number of the cell of a line, or -1 where the file does not say where it is. */
  #cellOf(cells: readonly string[], line: number): number {
    const codes = PLACING.map((column) => this.#at(cells, column))
    const key = codes.join('|')
    const before = this.#known.get(key)
    if (before !== undefined) return before
    const cell = this.#cell(codes, line)
    const number = cell ? this.#cells.push(cell) - 1 : -1
    this.#known.set(key, number)
    return number
  }

  #cell(codes: readonly string[], line: number): Cell | null {
    const elsewhere = codes.slice(2).find((code) => ELSEWHERE.test(code))
    // Of the other nations no more is wanted than that it is not England; their small areas have codes of their own kind.
    if (elsewhere) return { lsoa: '', ward: '', district: `${elsewhere[0]}99999999`, area: '', icb: '' }
    PLACING.forEach((column, i) => {
      if (codes[i] !== '' && !CODE.test(codes[i]!))
        throw this.#bad(column, `a code such as ${SUCH[column]}`, codes[i]!, line)
    })
    const [lsoa = '', ward = '', district = '', county = '', icb = ''] = codes.map(real)
    const best = this.#lookup.byLsoa.get(lsoa)
    const here = district || best?.district || ''
    if (!ENGLISH_DISTRICT.test(here)) return null
    const area = [county, best?.county ?? '', countyOf(this.#areas, here)].find((code) => UPPER_TIER.test(code))
    if (area === undefined) return null
    return { lsoa, ward: ward || best?.ward || '', district: here, area, icb: icb || best?.icb || '' }
  }

  #at(cells: readonly string[], column: Column): string {
    const index = this.#columns[column]
    return index === undefined ? '' : cells[index]!.trim()
  }

  #degrees(cells: readonly string[], column: 'lat' | 'lon', line: number): number {
    const text = this.#at(cells, column)
    // A postcode without a grid reference has 99.999999 and 0.
    const value = text === '' ? 99.999999 : Number(text)
    const [least, most, such] = column === 'lat' ? [49, 61.5, '53.65321'] : [-9, 2.5, '-2.63123']
    const fits = (value >= least && value <= most) || (column === 'lat' && value >= MOST_NORTH) || text === ''
    if (!fits) throw this.#bad(column, `degrees such as ${such}`, text, line)
    return value
  }

  #bad(column: Column, expected: string, found: string, line: number): BadFile {
    const name = this.#header[this.#columns[column] ?? -1] ?? column
    return new BadFile(this.#file, `expected ${expected}, found ${shown(found)}`, { line, column: name })
  }
}

const PLACING = ['lsoa', 'ward', 'district', 'county', 'icb', 'country'] as const
const SUCH = {
  lsoa: 'E01025145',
  ward: 'E05013096',
  district: 'E07000118',
  county: 'E10000017',
  icb: 'E54000048',
  country: 'E92000001',
} as const
const ELSEWHERE = /^[WSNLM]\d{8}$/
const ENGLISH_DISTRICT = /^E0[6-9]\d{6}$/
const UPPER_TIER = /^E(06|08|09|10)\d{6}$/
const MOST_NORTH = 90

/** Where there is none, such as a county in a unitary area, the ONS gives a code of nines. */
const real = (code: string): string => (/^E9{8}$/.test(code) ? '' : code)
