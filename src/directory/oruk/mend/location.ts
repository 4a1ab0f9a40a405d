import { LOCATION_TYPES, type Address, type Location, type ServiceAtLocation } from '../types.ts'
import { present, type Fields } from './fields.ts'
import { phones } from './people.ts'
import { schedule } from './schedule.ts'

/** A service at a location. Without a location there is nothing to go to, and it is left out. */
export function serviceAtLocation(fields: Fields, service: string, index: number): ServiceAtLocation | undefined {
  const at = fields.record('location')
  if (!at) return undefined
  const place = location(at, `${service} ${index}`)
  const id = fields.id('service_at_location', `${service} ${place.id}`)
  return present({
    id,
    description: fields.prose('description'),
    location: place,
    phones: phones(fields, id),
    schedules: fields.list('schedules', (one, n) => schedule(one, `${id} ${n}`)),
  })
}

function location(fields: Fields, otherwise: string): Location {
  const id = fields.id('location', otherwise)
  return present({
    id,
    location_type: fields.has('location_type')
      ? fields.choice('location_type', LOCATION_TYPES, 'physical')
      : ('physical' as const),
    name: fields.line('name'),
    description: fields.prose('description'),
    ...point(fields),
    external_identifier: fields.line('external_identifier'),
    external_identifier_type: fields.line('external_identifier_type'),
    addresses: fields.list('addresses', (one, n) => address(one, `${id} ${n}`)),
    accessibility: fields.list('accessibility', (one, n) => accessibility(one, `${id} ${n}`)),
    phones: phones(fields, id),
  })
}

const inBritain = (lat: number, lon: number): boolean => lat > 49 && lat < 61.5 && lon > -9 && lon < 2.5

/** Both coordinates or neither. 0, 0 is in the sea off Africa and means that nobody filled them in. */
function point(fields: Fields): { latitude?: number; longitude?: number } {
  const lat = fields.number('latitude')
  const lon = fields.number('longitude')
  if (lat === undefined || lon === undefined) return {}
  if (inBritain(lat, lon)) return { latitude: lat, longitude: lon }
  if (inBritain(lon, lat)) {
    fields.note('points-swapped', 'latitude', `${lat}, ${lon}`)
    return { latitude: lon, longitude: lat }
  }
  fields.note('point-dropped', 'latitude', `${lat}, ${lon}`)
  return {}
}

function address(fields: Fields, otherwise: string): Address | undefined {
  const made = present({
    id: fields.id('address', otherwise),
    attention: fields.line('attention'),
    address_1: fields.line('address_1'),
    address_2: fields.line('address_2'),
    city: fields.line('city'),
    region: fields.line('region'),
    state_province: fields.line('state_province'),
    postal_code: fields.line('postal_code')?.toUpperCase(),
    country: fields.line('country'),
    address_type: fields.has('address_type')
      ? fields.choice('address_type', LOCATION_TYPES, 'physical')
      : ('physical' as const),
  })
  return made.address_1 || made.postal_code || made.city ? made : undefined
}

const accessibility = (fields: Fields, otherwise: string) =>
  present({
    id: fields.id('accessibility', otherwise),
    // Both names are in use: HSDS says description, version 1 said accessibility.
    description: fields.prose('description') ?? fields.prose('accessibility'),
    details: fields.prose('details'),
    url: fields.url('url'),
  })
