import type { Place } from '../advice/condition.ts'
import { districtsOf, nameOf, type Areas } from './councils.ts'

/**
 * Which of the two councils of a two-tier area does what, by the Act that says so. Where there is one council, it does
 * it all.
 */
export const DUTIES = {
  /** Care Act 2014, s.1(4): the county council, or the district where there is no county council. */
  'adult-social-care': 'upper',
  carers: 'upper',
  safeguarding: 'upper',
  'community-equipment': 'upper',
  /** Chronically Sick and Disabled Persons Act 1970, s.21(8): the county council. */
  'blue-badge': 'upper',
  /** Disabled Facilities Grant: Housing Grants, Construction and Regeneration Act 1996, s.101: the housing authority. */
  'housing-grants': 'district',
  /** Housing Act 1985, s.1: the district council. */
  housing: 'district',
  /** Local Government Finance Act 1992, s.1(2): the billing authority is the district council. */
  'council-tax': 'district',
  /** Environmental Protection Act 1990, s.30(3): help with bins, clinical waste. */
  waste: 'district',
} as const satisfies Record<string, 'upper' | 'district'>
export type Duty = keyof typeof DUTIES

/** The duty behind a signposting type, where a council does the work. */
export const DUTY_OF_SIGNPOST: Readonly<Record<string, Duty>> = {
  'asc-front-door': 'adult-social-care',
  'ot-assessment': 'adult-social-care',
  'community-equipment': 'community-equipment',
  'carers-assessment': 'carers',
  safeguarding: 'safeguarding',
  dfg: 'housing-grants',
  'home-improvement-agency': 'housing',
  'warm-homes': 'housing',
  'blue-badge': 'blue-badge',
}

export type Responsible =
  | { readonly council: string; readonly name: string }
  /** A district council of this county, and nobody knows yet which: these are they. */
  | {
      readonly districtOf: string
      readonly name: string
      readonly districts: ReadonlyArray<{ id: string; name: string }>
    }

/**
 * The council that does something for a place on a day.
 * @param among the districts that the place may lie in, where so much is known
 * @returns its ONS code and name, or, where only the county is known and a district council does it, the districts
 */
export function responsible(
  areas: Areas,
  place: Place,
  duty: Duty,
  today: string,
  among?: readonly string[],
): Responsible {
  const { area, district } = place
  if (DUTIES[duty] === 'upper') return named(areas, area)
  if (district) return named(areas, district)
  const all = districtsOf(areas, area, today).map(({ id, name }) => ({ id, name }))
  const some = all.filter(({ id }) => among?.includes(id))
  const districts = some.length > 0 ? some : all
  return districts.length === 0
    ? named(areas, area)
    : { districtOf: area, name: nameOf(areas, area) ?? area, districts }
}

const named = (areas: Areas, council: string): Responsible => ({ council, name: nameOf(areas, council) ?? council })
