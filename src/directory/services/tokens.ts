import { around, cellsOf, type Point } from '../grid.ts'
import { hash } from '../mint.ts'
import type { TaxonomyTerm } from '../oruk/types.ts'

/** ONS codes of whole countries: England, and the United Kingdom, Great Britain, England and Wales. */
const COUNTRY = /^(E92000001|K0[234]000001)$/
const NATIONAL = 'anational'
const UNPLACED = 'unplaced'
/** Small, middling and large squares have the same numbers. */
const SIZES = ['s', 'm', 'l'] as const

/** The made-up word of a taxonomy term: by its id, its name, its address or its code, whichever a mapping knows. */
export const termToken = (known: string): string => `t${hash(known.trim().toLowerCase()).slice(0, 20)}`

export const termTokens = (term: TaxonomyTerm): string[] =>
  [term.id, term.name, term.term_uri, term.code].flatMap((known) => (known ? [termToken(known)] : []))

/** Where a service is to be found: the squares of its locations, the areas that it serves, or nowhere known. */
export function placeTokens(points: readonly Point[], areas: readonly string[]): string[] {
  const places = [
    ...points.flatMap((point) => cellsOf(point).map((cell, size) => `${SIZES[size]}${cell}`)),
    ...areas.map(areaToken),
  ]
  return places.length > 0 ? [...new Set(places)] : [UNPLACED]
}

/** What to look for around a point, nearest first: within about 2 km, 9 km and 36 km. */
export const nearTokens = (point: Point): ReadonlyArray<string[]> =>
  around(point).map((cells, size) => cells.map((cell) => `${SIZES[size]}${cell}`))

export const areaToken = (code: string): string => (COUNTRY.test(code) ? NATIONAL : `a${code.toLowerCase()}`)
export const nationalToken = NATIONAL

/** Whether a code stands for a country: such a service is for everyone here. */
export const isCountry = (code: string): boolean => COUNTRY.test(code)
