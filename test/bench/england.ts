import type { Library } from '../../src/content/library.ts'
import { countyOf } from '../../src/directory/councils.ts'

/** As many as are in use in England (ONSPD, 2024), and as they lie in the test data of 43,152 real ones. */
export const ENGLAND = 1_700_000
const A_SECTOR = 167
const SMALL_AREAS = 33_755
const CELLS_A_SECTOR = 8.5
const A_WARD = 4.9

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const AREA_LETTERS = 'ABCDEFGHIJKLMNOPRSTUWY'

/** The columns that an extract of the directory has; the whole file has 50 and is read no differently. */
export const HEADER = ['pcds', 'doterm', 'oscty', 'oslaua', 'osward', 'ctry', 'lsoa21', 'lat', 'long', 'icb']

/**
 * An England that never was: the number of its postcodes, and how they lie in sectors, small areas, wards and districts, are
 * those of the real one. The same lines every time.
 */
export function* england({ councils, geography }: Library, postcodes = ENGLAND): Generator<string[]> {
  const districts = [...geography.districts.map(({ id }) => id), ...councils.map(({ id }) => id)].filter(
    (id) => !id.startsWith('E10'),
  )
  const counties = districts.map((district) => countyOf({ councils, geography }, district))
  const sectors = Math.ceil(postcodes / A_SECTOR)
  const boards = geography.icbs.filter(({ to }) => to === undefined)
  for (let n = 0; n < postcodes; n++) {
    const sector = Math.floor(n / A_SECTOR)
    const k = n % A_SECTOR
    // Small areas lie over two or three sectors each, as they do in life.
    const cell = Math.floor((k * CELLS_A_SECTOR) / A_SECTOR)
    const area = Math.min(SMALL_AREAS - 1, Math.floor((sector / sectors) * SMALL_AREAS + cell))
    const ward = Math.floor(area / A_WARD)
    const d = Math.floor((ward * A_WARD * districts.length) / SMALL_AREAS) % districts.length
    const district = districts[d]!
    const pair = (k * 2 + (sector % 2)) % 400
    const inward = `${sector % 10}${LETTERS[Math.floor(pair / 20)]}${LETTERS[pair % 20]}`
    const lat = 50.2 + (area % 190) * 0.028 + ((k * 7) % 40) * 0.0004
    const lon = -4.5 + Math.floor(area / 190) * 0.033 + ((k * 13) % 40) * 0.0006
    yield [
      `${outwardOf(Math.floor(sector / 10))} ${inward}`,
      '',
      counties[d] === district ? 'E99999999' : counties[d]!,
      district,
      `E05${String(ward).padStart(6, '0')}`,
      'E92000001',
      `E01${String(area).padStart(6, '0')}`,
      lat.toFixed(5),
      lon.toFixed(5),
      boards[d % boards.length]!.id,
    ]
  }
}

/** "AB10", "AC10" …: as many as are needed, each of a shape that is used. */
function outwardOf(n: number): string {
  const pairs = AREA_LETTERS.length ** 2
  const pair = n % pairs
  return `${AREA_LETTERS[Math.floor(pair / AREA_LETTERS.length)]}${AREA_LETTERS[pair % AREA_LETTERS.length]}${1 + Math.floor(n / pairs)}`
}
