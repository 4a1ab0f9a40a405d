/** A point on the earth, WGS 84, degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/** Height and width of a small square of the grid, degrees: about 2.2 km each way in England. */
const LAT = 0.02
const LON = 0.032
/** The squares are so many small ones wide: about 2, 9 and 36 km. */
const SIZES = [1, 4, 16] as const
const ROWS = 100_000

/** The small square that a point lies in, as one number. */
export const cellOf = ({ lat, lon }: Point): number => row(lat, 1) * ROWS + column(lon, 1)

/** The squares of every size that a point lies in, the smallest first. */
export const cellsOf = (point: Point): readonly number[] =>
  SIZES.map((size) => row(point.lat, size) * ROWS + column(point.lon, size))

/** The square of each size with its eight neighbours: all within about 2 km, within 9 km, and within 36 km. */
export const around = (point: Point): ReadonlyArray<readonly number[]> => SIZES.map((size) => ring(point, size))

/** The small squares that a circle of so many kilometres touches, or null where they would be more than `most`. */
export function within(point: Point, km: number, most: number): number[] | null {
  const rows = Math.ceil(km / (LAT * KM_A_DEGREE))
  const wide = LON * KM_A_DEGREE * Math.max(0.1, Math.cos((point.lat * Math.PI) / 180))
  const columns = Math.ceil(km / wide)
  if ((2 * rows + 1) * (2 * columns + 1) > most) return null
  const cells: number[] = []
  for (let r = -rows; r <= rows; r++)
    for (let c = -columns; c <= columns; c++) cells.push((row(point.lat, 1) + r) * ROWS + column(point.lon, 1) + c)
  return cells
}

const KM_A_DEGREE = 111.2
const EARTH_KM = 6371

/** The way as the crow flies, in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

function ring({ lat, lon }: Point, size: number): number[] {
  const cells: number[] = []
  for (const r of [-1, 0, 1])
    for (const c of [-1, 0, 1]) cells.push((row(lat, size) + r) * ROWS + column(lon, size) + c)
  return cells
}

const row = (lat: number, size: number): number => Math.floor((lat + 90) / (LAT * size))
const column = (lon: number, size: number): number => Math.floor((lon + 180) / (LON * size))
