import { cellOf, type Point } from '../grid.ts'
import { mintId } from '../mint.ts'
import { WEEKDAYS } from '../opening.ts'
import type { Schedule, Service, TaxonomyTerm } from '../oruk/types.ts'
import { servedAreas, type AreaNames } from './areas.ts'
import { placeTokens, termTokens } from './tokens.ts'

/** What one service puts into each table: arrays in the order of the columns in editions.ts. */
export interface Rows {
  readonly service: unknown[]
  readonly search: unknown[]
  readonly organization: unknown[][]
  readonly location: unknown[][]
  readonly service_at_location: unknown[][]
  readonly schedule: unknown[][]
  readonly taxonomy: unknown[][]
  readonly taxonomy_term: unknown[][]
  readonly attribute: unknown[][]
}

export interface Numbered {
  readonly edition: number
  readonly number: number
  /** The areas that the feed as a whole is for: they hold for a service that names none. */
  readonly feedAreas: readonly string[]
  readonly names: AreaNames
  readonly listHash?: string | undefined
}

/** A service at a location has a number too: so many for each service. */
export const LOCATIONS_A_SERVICE = 256

/** A service taken apart. Its organization and locations get rows of their own; the rest stays in its document. */
export function rowsOf(service: Service, { edition, number, feedAreas, names, listHash }: Numbered): Rows {
  const { organization, service_at_locations: places = [], ...own } = service
  const points = places.flatMap(({ location }): Point[] =>
    location.latitude === undefined || location.longitude === undefined || location.location_type === 'virtual'
      ? []
      : [{ lat: location.latitude, lon: location.longitude }],
  )
  const named = servedAreas(service.service_areas ?? [], names)
  const terms = (service.attributes ?? []).map((attribute) => attribute.taxonomy_term)
  const hours = [...(service.schedules ?? []), ...places.flatMap((place) => place.schedules ?? [])]
  return {
    service: [
      number,
      edition,
      service.id,
      organization?.id ?? null,
      service.name,
      service.status,
      service.minimum_age ?? null,
      service.maximum_age ?? null,
      service.assured_date ?? null,
      service.last_modified ?? null,
      JSON.stringify(points.map(({ lat, lon }) => [lat, lon])),
      JSON.stringify(named),
      listHash ?? null,
      own,
    ],
    search: [
      number,
      [service.name, service.alternate_name ?? ''].join(' '),
      service.description ?? '',
      [organization?.name ?? '', ...terms.map((term) => term.name), service.eligibility_description ?? ''].join(' '),
      [...new Set(terms.flatMap(termTokens))].join(' '),
      placeTokens(points, named.length > 0 ? named : feedAreas).join(' '),
    ],
    organization: organization ? [[edition, organization.id, organization.name, organization]] : [],
    location: places.map(({ location }) => [
      edition,
      location.id,
      location.location_type,
      location.latitude ?? null,
      location.longitude ?? null,
      location.addresses?.map(({ postal_code }) => outward(postal_code)).find(Boolean) ?? null,
      location,
    ]),
    service_at_location: places
      .slice(0, LOCATIONS_A_SERVICE)
      .map(({ location, ...link }, n) => [
        number * LOCATIONS_A_SERVICE + n,
        edition,
        link.id,
        number,
        location.id,
        location.latitude === undefined || location.longitude === undefined
          ? null
          : cellOf({ lat: location.latitude, lon: location.longitude }),
        link,
      ]),
    schedule: hours.flatMap((one) => scheduleRow(one, edition, number)),
    taxonomy: distinct(terms.map(taxonomyOf)).map((taxonomy) => [edition, taxonomy.id, taxonomy.name, taxonomy]),
    taxonomy_term: distinct(terms).map((term) => [
      edition,
      term.id,
      term.name,
      taxonomyOf(term).id,
      term.parent_id ?? null,
      term,
    ]),
    attribute: distinct(terms).map((term) => [term.id, number, edition]),
  }
}

/** The list that a term comes from. Feeds seldom publish the list itself; its name or id is enough to make it. */
export function taxonomyOf(term: TaxonomyTerm): { readonly id: string; readonly name: string } {
  const name = term.taxonomy ?? 'Terms'
  return { id: term.taxonomy_id ?? mintId('taxonomy', name), name }
}

function scheduleRow({ byday, opens_at, closes_at }: Schedule, edition: number, number: number): unknown[][] {
  if (!byday || !opens_at || !closes_at) return []
  const days = byday.split(',').reduce((bits, day) => bits | (1 << WEEKDAYS.indexOf(day.slice(-2))), 0)
  return [[edition, number, days, minutes(opens_at), minutes(closes_at) || 1440]]
}

export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The first half of a postcode: "BS1 5TR" and "bs15tr" are BS1. */
export const outward = (postcode: string | undefined): string | undefined =>
  /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/.exec(postcode?.trim().toUpperCase() ?? '')?.[1]

const distinct = <One extends { readonly id: string }>(all: readonly One[]): One[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
]
