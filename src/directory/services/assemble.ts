import type { Database } from '../../store/database.ts'
import { LOCATIONS_A_SERVICE } from './rows.ts'
import type { Location, Organization, Service, ServiceAtLocation } from '../oruk/types.ts'

/** Values that one statement may take (D1). */
const MOST = 90

/** The whole record of services, put together again from their rows, in the order of the numbers that were asked for. */
export async function servicesByNumber(db: Database, numbers: readonly number[]): Promise<Map<number, Service>> {
  const found = new Map<number, Service>()
  for (let from = 0; from < numbers.length; from += MOST) {
    const some = numbers.slice(from, from + MOST)
    const marks = some.map(() => '?').join(', ')
    const [services, places] = await Promise.all([
      db
        .prepare(
          `SELECT s.number, s.document, o.document AS organization FROM service AS s
           LEFT JOIN organization AS o ON o.id = s.organization_id AND o.edition = s.edition
           WHERE s.number IN (${marks})`,
        )
        .bind(...some)
        .all<{ number: number; document: string; organization: string | null }>(),
      db
        .prepare(
          `SELECT l.service, l.document, p.document AS location
           FROM service AS s
           JOIN service_at_location AS l ON l.number BETWEEN s.number * ${LOCATIONS_A_SERVICE}
             AND s.number * ${LOCATIONS_A_SERVICE} + ${LOCATIONS_A_SERVICE - 1}
           JOIN location AS p ON p.id = l.location_id AND p.edition = l.edition
           WHERE s.number IN (${marks}) ORDER BY l.number`,
        )
        .bind(...some)
        .all<{ service: number; document: string; location: string }>(),
    ])
    const at = Map.groupBy(places.results, ({ service }) => service)
    for (const { number, document, organization } of services.results) {
      const links = at.get(number)?.map((place): ServiceAtLocation => ({
        ...(JSON.parse(place.document) as Omit<ServiceAtLocation, 'location'>),
        location: JSON.parse(place.location) as Location,
      }))
      found.set(number, {
        ...(JSON.parse(document) as Service),
        ...(organization ? { organization: JSON.parse(organization) as Organization } : {}),
        ...(links ? { service_at_locations: links } : {}),
      })
    }
  }
  return found
}

/** One service of an edition, whole. */
export async function serviceOf(db: Database, edition: number, id: string): Promise<Service | undefined> {
  const row = await db
    .prepare('SELECT number FROM service WHERE edition = ? AND id = ?')
    .bind(edition, id)
    .first<{ number: number }>()
  return row ? (await servicesByNumber(db, [row.number])).get(row.number) : undefined
}
