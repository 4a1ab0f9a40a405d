import type { Library } from '../content/library.ts'
import type { Council, Dated } from '../content/schema.ts'

export type Areas = Pick<Library, 'councils' | 'geography'>

/** Does it do its work on this day? Both ends of its time count. */
export const isCurrent = ({ from, to }: Pick<Dated, 'from' | 'to'>, today: string): boolean =>
  (!from || from <= today) && (!to || today <= to)

/** The councils responsible for adult social care that a person can choose today. */
export const currentCouncils = ({ councils }: Areas, today: string): Council[] =>
  councils.filter((council) => isCurrent(council, today))

/**
 * Who has the work of an area today: itself, or what came after it, over as many reorganisations as there were.
 * @param code the ONS code of a council, district or board, as an older file or answer has it
 * @param districts where in it, if that is known: of several successors only the one that took these over is meant
 * @returns one code; several where the area was split and nobody knows which part is meant; the code itself if unknown
 */
export function successorsOf(areas: Areas, code: string, today: string, districts: readonly string[] = []): string[] {
  const body = findBody(areas, code)
  // What is kept under another code has no last day: that code never did the work itself.
  const ended = body && (body.to === undefined ? body.successors.length > 0 : body.to < today)
  if (!body || !ended) return [code]
  const sure = body.successors.filter((successor) => successor.districts.some((one) => districts.includes(one)))
  // A split that names the districts of one part means by the part without a list all the rest.
  const rest = body.successors.filter((successor) => successor.districts.length === 0)
  const heirs = sure.length > 0 ? sure : districts.length > 0 && rest.length > 0 ? rest : body.successors
  return [...new Set(heirs.flatMap(({ id }) => successorsOf(areas, id, today, districts)))]
}

/** The name that the public knows, of a council, district or care board. */
export const nameOf = (areas: Areas, code: string): string | undefined => findBody(areas, code)?.name

/** The upper-tier council of a district: the county of a two-tier area, else the council itself. */
export const countyOf = ({ geography }: Areas, district: string): string =>
  geography.districts.find(({ id }) => id === district)?.area ?? district

/** The district councils under a county on a day; none where one council does everything. */
export const districtsOf = ({ geography }: Areas, area: string, today: string): Dated[] =>
  geography.districts.filter((district) => district.area === area && isCurrent(district, today))

function findBody({ councils, geography }: Areas, code: string): Dated | undefined {
  const { districts, icbs, former } = geography
  return [councils, districts, icbs, former].flatMap((list) => list.find(({ id }) => id === code) ?? [])[0]
}
