import type { Database, Value } from '../../store/database.ts'
import { distanceKm, within, type Point } from '../grid.ts'
import type { Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm } from '../oruk/types.ts'
import { HIDDEN } from '../upkeep/hidden.ts'
import { servicesByNumber } from './assemble.ts'
import { matchWords } from './match.ts'
import { LOCATIONS_A_SERVICE } from './rows.ts'

/** What a list of services may be narrowed by, in the standard's words. */
export interface ServiceFilter {
  readonly search?: string
  readonly taxonomy_term_id?: string
  readonly taxonomy_id?: string
  readonly organization_id?: string
  /** ISO 8601 in UTC. */
  readonly modified_after?: string
  readonly minimum_age?: number
  readonly maximum_age?: number
  /** Bits of the days, bit 0 for Monday; minutes after midnight. */
  readonly days?: number
  readonly opens?: number
  readonly closes?: number
  readonly near?: Point & { readonly km: number }
}

/** A page of a list: so many from so many on. */
export interface Page {
  readonly offset: number
  readonly size: number
}

export interface Listed<One> {
  readonly total: number
  readonly found: readonly One[]
}

/** Squares and locations that one proximity search looks at. */
const MOST_SQUARES = 12_000
const MOST_NEAR = 20_000

const LIVE = 'edition IN (SELECT edition FROM feed)'

/** Services, oldest number first. */
export async function listServices(db: Database, filter: ServiceFilter, page: Page): Promise<Listed<Service>> {
  const { where, values } = await narrowed(db, filter, false)
  const [count, rows] = await Promise.all([
    total(db, `service AS s WHERE ${where}`, values),
    all<{ number: number }>(db, `SELECT s.number FROM service AS s WHERE ${where} ORDER BY s.number`, values, page),
  ])
  const numbers = rows.map(({ number }) => number)
  const services = await servicesByNumber(db, numbers)
  return { total: count, found: numbers.flatMap((number) => services.get(number) ?? []) }
}

/** Services at locations, nearest kind of order first: as they were read. */
export async function listPlaces(
  db: Database,
  filter: ServiceFilter,
  page: Page,
): Promise<Listed<{ place: ServiceAtLocation; service: Service }>> {
  const { where, values } = await narrowed(db, filter, true)
  const from = `service_at_location AS l JOIN service AS s ON s.number = l.service WHERE ${where}`
  const [count, rows] = await Promise.all([
    total(db, from, values),
    all<{ id: string; service: number }>(db, `SELECT l.id, l.service FROM ${from} ORDER BY l.number`, values, page),
  ])
  const services = await servicesByNumber(db, [...new Set(rows.map(({ service }) => service))])
  const found = rows.flatMap(({ id, service: number }) => {
    const service = services.get(number)
    const place = service?.service_at_locations?.find((one) => one.id === id)
    return service && place ? [{ place, service }] : []
  })
  return { total: count, found }
}

export async function findService(db: Database, id: string): Promise<Service | undefined> {
  const row = await db
    .prepare(`SELECT number FROM service WHERE id = ? AND twin <> ${HIDDEN} AND ${LIVE} ORDER BY twin LIMIT 1`)
    .bind(id)
    .first<{ number: number }>()
  return row ? (await servicesByNumber(db, [row.number])).get(row.number) : undefined
}

export async function findPlace(
  db: Database,
  id: string,
): Promise<{ place: ServiceAtLocation; service: Service } | undefined> {
  const row = await db
    .prepare(
      `SELECT service FROM service_at_location AS place WHERE id = ? AND ${LIVE}
         AND EXISTS (SELECT 1 FROM service WHERE number = place.service AND twin <> ${HIDDEN}) LIMIT 1`,
    )
    .bind(id)
    .first<{ service: number }>()
  const service = row ? (await servicesByNumber(db, [row.service])).get(row.service) : undefined
  const place = service?.service_at_locations?.find((one) => one.id === id)
  return service && place ? { place, service } : undefined
}

export const findOrganization = (db: Database, id: string) => document<Organization>(db, 'organization', id)
export const findTaxonomy = (db: Database, id: string) => document<Taxonomy>(db, 'taxonomy', id)
export const findTerm = (db: Database, id: string) => document<TaxonomyTerm>(db, 'taxonomy_term', id)

export const listOrganizations = (db: Database, search: string | undefined, page: Page) =>
  documents<Organization>(db, 'organization', named(search), page)

export const listTaxonomies = (db: Database, search: string | undefined, page: Page) =>
  documents<Taxonomy>(db, 'taxonomy', named(search), page)

export function listTerms(
  db: Database,
  filter: { search?: string; taxonomy_id?: string; parent_id?: string; top_only?: boolean },
  page: Page,
): Promise<Listed<TaxonomyTerm>> {
  const { where, values } = named(filter.search)
  const wheres = [where, ...(filter.top_only ? ['parent_id IS NULL'] : [])]
  for (const field of ['taxonomy_id', 'parent_id'] as const)
    if (filter[field] !== undefined) {
      wheres.push(`${field} = ?`)
      values.push(filter[field])
    }
  return documents<TaxonomyTerm>(db, 'taxonomy_term', { where: wheres.join(' AND '), values }, page)
}

type Table = 'organization' | 'taxonomy' | 'taxonomy_term'
interface Where {
  readonly where: string
  readonly values: Value[]
}

const named = (search: string | undefined): Where =>
  search === undefined
    ? { where: '1', values: [] }
    : { where: `name LIKE ? ESCAPE '\\'`, values: [`%${search.replaceAll(/[\\%_]/g, '\\$&')}%`] }

async function document<One>(db: Database, table: Table, id: string): Promise<One | undefined> {
  const row = await db
    .prepare(`SELECT document FROM ${table} WHERE id = ? AND ${LIVE} LIMIT 1`)
    .bind(id)
    .first<{ document: string }>()
  return row ? (JSON.parse(row.document) as One) : undefined
}

/** One record an id, though several feeds may have it. */
async function documents<One>(db: Database, table: Table, { where, values }: Where, page: Page): Promise<Listed<One>> {
  const from = `${table} WHERE ${LIVE} AND ${where}`
  const [count, rows] = await Promise.all([
    db
      .prepare(`SELECT COUNT(DISTINCT id) AS n FROM ${from}`)
      .bind(...values)
      .first<{ n: number }>(),
    all<{ document: string }>(db, `SELECT document FROM ${from} GROUP BY id ORDER BY id`, values, page),
  ])
  return { total: count?.n ?? 0, found: rows.map((row) => JSON.parse(row.document) as One) }
}

async function narrowed(db: Database, filter: ServiceFilter, places: boolean): Promise<Where> {
  const where = [`s.${LIVE}`, 's.twin = 0']
  const values: Value[] = []
  const add = (condition: string, ...bound: Value[]): void => {
    where.push(condition)
    values.push(...bound)
  }
  if (filter.search !== undefined) {
    const match = matchWords(filter.search, null, '{name description keywords}')
    if (match === null) add('0')
    else add('s.number IN (SELECT rowid FROM service_search WHERE service_search MATCH ?)', match)
  }
  if (filter.taxonomy_term_id !== undefined)
    add('s.number IN (SELECT service FROM attribute WHERE taxonomy_term_id = ?)', filter.taxonomy_term_id)
  if (filter.taxonomy_id !== undefined)
    add(
      `s.number IN (SELECT a.service FROM attribute AS a JOIN taxonomy_term AS t
         ON t.id = a.taxonomy_term_id AND t.edition = a.edition WHERE t.taxonomy_id = ?)`,
      filter.taxonomy_id,
    )
  if (filter.organization_id !== undefined) add('s.organization_id = ?', filter.organization_id)
  if (filter.modified_after !== undefined) add('s.last_modified >= ?', filter.modified_after)
  if (filter.minimum_age !== undefined) add('s.minimum_age >= ?', filter.minimum_age)
  if (filter.maximum_age !== undefined) add('s.maximum_age <= ?', filter.maximum_age)
  if (filter.days !== undefined || filter.opens !== undefined || filter.closes !== undefined)
    add(
      `EXISTS (SELECT 1 FROM schedule AS h WHERE h.service = s.number AND h.days & ? <> 0
         AND h.opens_at <= ? AND h.closes_at >= ?)`,
      filter.days ?? 127,
      filter.opens ?? filter.closes ?? 1440,
      filter.closes ?? filter.opens ?? 0,
    )
  if (filter.near) {
    const numbers = JSON.stringify(await nearby(db, filter.near))
    if (places) add('l.number IN (SELECT value FROM json_each(?))', numbers)
    else add(`s.number IN (SELECT value / ${LOCATIONS_A_SERVICE} FROM json_each(?))`, numbers)
  }
  return { where: where.join(' AND '), values }
}

/** Numbers of the services at locations within a circle. */
async function nearby(db: Database, { km, ...point }: Point & { readonly km: number }): Promise<number[]> {
  const cells = within(point, km, MOST_SQUARES)
  if (!cells) return []
  const { results } = await db
    .prepare(
      `SELECT l.number, p.latitude, p.longitude FROM service_at_location AS l
       JOIN location AS p ON p.id = l.location_id AND p.edition = l.edition
       WHERE l.cell IN (SELECT value FROM json_each(?)) AND l.${LIVE} LIMIT ${MOST_NEAR}`,
    )
    .bind(JSON.stringify(cells))
    .all<{ number: number; latitude: number; longitude: number }>()
  return results
    .filter(({ latitude, longitude }) => distanceKm(point, { lat: latitude, lon: longitude }) <= km)
    .map(({ number }) => number)
}

/** The middle of the locations that share the first half of a postcode: where no list of postcodes was imported. */
export async function middleOf(db: Database, outward: string): Promise<Point | undefined> {
  const row = await db
    .prepare(
      `SELECT AVG(latitude) AS lat, AVG(longitude) AS lon FROM location
       WHERE outward = ? AND latitude IS NOT NULL AND ${LIVE}`,
    )
    .bind(outward)
    .first<{ lat: number | null; lon: number | null }>()
  return typeof row?.lat === 'number' && typeof row.lon === 'number' ? { lat: row.lat, lon: row.lon } : undefined
}

async function total(db: Database, from: string, values: readonly Value[]): Promise<number> {
  const row = await db
    .prepare(`SELECT COUNT(*) AS n FROM ${from}`)
    .bind(...values)
    .first<{ n: number }>()
  return row?.n ?? 0
}

async function all<Row>(db: Database, sql: string, values: readonly Value[], { offset, size }: Page): Promise<Row[]> {
  const { results } = await db
    .prepare(`${sql} LIMIT ? OFFSET ?`)
    .bind(...values, size, offset)
    .all<Row>()
  return results
}
