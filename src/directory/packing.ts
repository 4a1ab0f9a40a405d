import { SECTOR_SIZE } from './postcode.ts'

/** Postcodes of one small area that have the same codes: an LSOA, or the part of one that lies in a ward. */
export interface Cell {
  readonly lsoa: string
  readonly ward: string
  readonly district: string
  /** The upper-tier council; empty outside England. */
  readonly area: string
  readonly icb: string
}

/** One postcode of a sector: its number there, its cell, and where it is in hundred-thousandths of a degree. */
export interface Entry {
  readonly number: number
  readonly cell: Cell
  /** `null` where the directory does not know it. */
  readonly at: { readonly lat: number; readonly lon: number } | null
}

const VERSION = 1
const MAP_BYTES = SECTOR_SIZE / 8
const CELL_BYTES = 4 + 4 + 2 + 8
const POSTCODE_BYTES = 3
/** Stands for an offset where a postcode has no coordinates. */
const NOWHERE = -128
const FURTHEST = 127
const KEYS = ['lsoa', 'ward', 'district', 'area', 'icb'] as const

/**
 * A sector as bytes. Five bytes a postcode and seldom more:
 *
 *     version, number of codes, number of cells                3 bytes
 *     the codes of wards, districts, councils and boards       4 each
 *     cells: LSOA, four numbers of codes, scale, lat, lon     18 each
 *     which of the 400 postcodes there are, a bit each        50
 *     for each of those its cell and its offset from there     3 each
 *
 * Offsets are in units of `scale` hundred-thousandths of a degree (about a metre), so a small cell is exact and a wide
 * one is within a few metres.
 * @throws RangeError where a sector has more than 255 cells or codes. The real ones have fewer than 60.
 */
export function pack(entries: readonly Entry[]): Uint8Array {
  const sorted = entries.toSorted((a, b) => a.number - b.number)
  const cells = [...new Set(sorted.map(({ cell }) => cell))]
  const codes = [...new Set(cells.flatMap((cell) => KEYS.slice(1).map((key) => cell[key])))]
  if (cells.length > 255 || codes.length > 255) throw new RangeError(`${cells.length} cells, ${codes.length} codes`)
  const size = 3 + 4 * codes.length + CELL_BYTES * cells.length + MAP_BYTES + POSTCODE_BYTES * sorted.length
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  bytes.set([VERSION, codes.length, cells.length])
  codes.forEach((code, i) => view.setUint32(3 + 4 * i, toNumber(code)))
  const boxes = new Map<Cell, Box>()
  cells.forEach((cell, i) => {
    const box = boxOf(sorted.filter((entry) => entry.cell === cell))
    boxes.set(cell, box)
    const from = 3 + 4 * codes.length + CELL_BYTES * i
    view.setUint32(from, toNumber(cell.lsoa))
    KEYS.slice(1).forEach((key, k) => view.setUint8(from + 4 + k, codes.indexOf(cell[key])))
    view.setUint16(from + 8, box.scale)
    view.setInt32(from + 10, box.lat)
    view.setInt32(from + 14, box.lon)
  })
  const map = 3 + 4 * codes.length + CELL_BYTES * cells.length
  sorted.forEach(({ number, cell, at }, i) => {
    bytes[map + (number >> 3)]! |= 1 << (number & 7)
    const { scale, lat, lon } = boxes.get(cell)!
    const from = map + MAP_BYTES + POSTCODE_BYTES * i
    bytes[from] = cells.indexOf(cell)
    view.setInt8(from + 1, at ? Math.round((at.lat - lat) / scale) : NOWHERE)
    view.setInt8(from + 2, at ? Math.round((at.lon - lon) / scale) : NOWHERE)
  })
  return bytes
}

/** One postcode of a packed sector, or `null` where it is not in use. Coordinates in degrees. */
export function unpack(bytes: Uint8Array, number: number): (Cell & { lat?: number; lon?: number }) | null {
  if (bytes[0] !== VERSION) throw new TypeError(`A packed sector of version ${bytes[0]}; import the places again`)
  const [, codes = 0, cells = 0] = bytes
  const map = 3 + 4 * codes + CELL_BYTES * cells
  const bit = 1 << (number & 7)
  if (!((bytes[map + (number >> 3)] ?? 0) & bit)) return null
  let rank = count((bytes[map + (number >> 3)] ?? 0) & (bit - 1))
  for (let i = 0; i < number >> 3; i++) rank += count(bytes[map + i]!)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const here = map + MAP_BYTES + POSTCODE_BYTES * rank
  const from = 3 + 4 * codes + CELL_BYTES * bytes[here]!
  const code = (k: number): string => toCode(view.getUint32(3 + 4 * bytes[from + 4 + k]!))
  const cell = { lsoa: toCode(view.getUint32(from)), ward: code(0), district: code(1), area: code(2), icb: code(3) }
  const offset = view.getInt8(here + 1)
  if (offset === NOWHERE) return cell
  const scale = view.getUint16(from + 8)
  const degrees = (middle: number, offset: number): number => (middle + offset * scale) / 1e5
  return {
    ...cell,
    lat: degrees(view.getInt32(from + 10), offset),
    lon: degrees(view.getInt32(from + 14), view.getInt8(here + 2)),
  }
}

interface Box {
  readonly lat: number
  readonly lon: number
  readonly scale: number
}

/** The middle of what is covered, and how much an offset of one stands for. */
function boxOf(entries: readonly Entry[]): Box {
  const at = entries.flatMap((entry) => entry.at ?? [])
  if (at.length === 0) return { lat: 0, lon: 0, scale: 1 }
  const [south, north] = ends(at.map(({ lat }) => lat))
  const [west, east] = ends(at.map(({ lon }) => lon))
  const lat = Math.round((south + north) / 2)
  const lon = Math.round((west + east) / 2)
  const scale = Math.ceil(Math.max(north - lat, lat - south, east - lon, lon - west) / FURTHEST)
  return { lat, lon, scale: Math.max(1, scale) }
}

const ends = (list: readonly number[]): [number, number] => [Math.min(...list), Math.max(...list)]

/** An ONS code ("E05011508": a letter and eight digits) in 32 bits; none is 0. */
function toNumber(code: string): number {
  return code === '' ? 0 : (code.charCodeAt(0) - 64) * 2 ** 27 + Number(code.slice(1))
}

function toCode(number: number): string {
  if (number === 0) return ''
  const letter = Math.floor(number / 2 ** 27)
  return String.fromCharCode(64 + letter) + String(number - letter * 2 ** 27).padStart(8, '0')
}

function count(byte: number): number {
  let bits = 0
  for (let left = byte; left > 0; left &= left - 1) bits++
  return bits
}
