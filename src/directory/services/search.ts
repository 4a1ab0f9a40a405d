import type { Database } from '../../store/database.ts'
import { distanceKm } from '../grid.ts'
import { daysBetween } from '../london.ts'
import { servicesByNumber } from './assemble.ts'
import { describe, type Candidate, type LiveFeed } from './describe.ts'
import { OLD_DAYS, STALE_DAYS, type Found, type SearchQuery } from './found.ts'
import { matchPlace, matchTerms, matchWords, rings } from './match.ts'
import { isCountry, termToken } from './tokens.ts'
import { namesOne } from './words.ts'

/** Candidates of one look. The squares are small enough that the nearest are among so many. */
const CANDIDATES = 300
const MOST = 50

/** What is read of a service to weigh it. */
export interface Row {
  readonly number: number
  readonly id: string
  readonly edition: number
  readonly name: string
  readonly points: string
  readonly areas: string
  readonly assured_date: string | null
}

/**
 * Services that fit a need, near a place: first those filed under one of the terms, then, as a fall-back, those whose
 * text has the words. It looks within about 2 km, 9 km and 36 km, then for services of the person's areas, then for
 * national ones, and stops when it has enough that were checked lately.
 *
 * The order is one stated rule, the same for everyone, and nobody can pay for a place: distance in kilometres (8 for a
 * service of the area without an address, 40 for a national one), and so many more for an entry that was found by its
 * name only (10) or by its words (15), and that nobody has checked for eighteen months (15) or three years (40). The
 * smallest sum is first.
 */
export async function search(db: Database, query: SearchQuery): Promise<Found[]> {
  const limit = Math.min(MOST, Math.max(1, Math.floor(query.limit ?? 10)))
  const found = new Map<string, Candidate>()
  // What nobody has checked for long does not end the search: something better may be a little farther away.
  const enough = (): boolean =>
    found.size >= limit * 3 || [...found.values()].filter(({ stale }) => !stale).length >= limit
  for (const ring of rings(query.near, query.areas)) {
    for (const [match, penalty] of looks(query, ring)) {
      if (match === null || enough()) continue
      for (const row of await look(db, match, query.age)) {
        const candidate = weigh(row, query, penalty)
        if (candidate && !found.has(row.id)) found.set(row.id, candidate)
      }
    }
    if (enough()) break
  }
  const best = [...found.values()].toSorted((a, b) => a.weight - b.weight || a.number - b.number).slice(0, limit)
  return present(db, best, query)
}

/** So many kilometres farther off stands what was found by its name only, and by its words. */
export const BY_NAME = 10
export const BY_WORDS = 15

/** What is looked for in a ring, the best fit first, with what it adds to the weight of what is found so. */
function looks(query: SearchQuery, ring: readonly string[] | null): ReadonlyArray<readonly [string | null, number]> {
  if (!query.terms?.length && !query.words) return [[matchPlace(ring), 0]]
  return [
    [matchTerms(query.terms, ring), 0],
    // In one square all that have the words are looked at. In a county or the country, those so named come first.
    ...(ring === null || ring.length === 1 || ring[0]?.startsWith('a')
      ? ([[matchWords(query.words, ring, '{name keywords}'), BY_NAME]] as const)
      : []),
    [matchWords(query.words, ring, '{name description keywords}'), BY_WORDS],
  ]
}

async function look(db: Database, match: string, age: number | undefined): Promise<Row[]> {
  const fits =
    age === undefined
      ? ''
      : 'AND (s.minimum_age IS NULL OR s.minimum_age <= ?2) AND (s.maximum_age IS NULL OR s.maximum_age >= ?2)'
  // Not ORDER BY rank: FTS5 would count every service in the country that has the word, to weigh it.
  const { results } = await db
    .prepare(
      `SELECT s.number, s.id, s.edition, s.name, s.points, s.areas, s.assured_date
       FROM service_search JOIN service AS s ON s.number = service_search.rowid
       WHERE service_search MATCH ?1 AND s.status = 'active' AND s.twin = 0
         AND s.edition IN (SELECT edition FROM feed) ${fits} LIMIT ${CANDIDATES}`,
    )
    .bind(match, ...(age === undefined ? [] : [age]))
    .all<Row>()
  return results
}

/** How far down a service stands, or nothing where it is for people of other areas. */
export function weigh(
  row: Row,
  query: Pick<SearchQuery, 'areas' | 'near' | 'today' | 'words'>,
  penalty: number,
): Candidate | undefined {
  const areas = JSON.parse(row.areas) as string[]
  const wide = areas.some(isCountry)
  const mine = areas.find((area) => query.areas?.includes(area))
  if (query.areas?.length && areas.length > 0 && !wide && mine === undefined) return undefined
  const { near } = query
  const km = near
    ? (JSON.parse(row.points) as Array<[number, number]>)
        .map(([lat, lon]) => distanceKm(near, { lat, lon }))
        .toSorted((a, b) => a - b)[0]
    : undefined
  const age = row.assured_date ? daysBetween(row.assured_date, query.today) : Infinity
  const named = penalty === BY_WORDS && namesOne(query.words ?? '', row.name)
  const weight =
    (km ?? (wide ? 40 : 8)) + (named ? BY_NAME : penalty) + (age > OLD_DAYS ? 40 : age > STALE_DAYS ? 15 : 0)
  return {
    number: row.number,
    edition: row.edition,
    km,
    byTerm: penalty === 0,
    mine: mine !== undefined,
    wide,
    stale: age > STALE_DAYS,
    weight,
  }
}

async function present(db: Database, best: readonly Candidate[], query: SearchQuery): Promise<Found[]> {
  if (best.length === 0) return []
  const [services, byEdition] = await Promise.all([
    servicesByNumber(
      db,
      best.map(({ number }) => number),
    ),
    feedsByEdition(db),
  ])
  const wanted = new Set(query.terms?.map(termToken))
  return best.flatMap((candidate) => {
    const service = services.get(candidate.number)
    const feed = byEdition.get(candidate.edition)
    // The feed may have been replaced between the two looks.
    return service && feed ? [describe(service, candidate, { query, wanted, feed })] : []
  })
}

/** The feeds by the edition of each that is live. */
export async function feedsByEdition(db: Database): Promise<ReadonlyMap<number, LiveFeed>> {
  const { results } = await db
    .prepare('SELECT id, name, areas, edition, imported_at FROM feed WHERE edition IS NOT NULL')
    .all<LiveFeed & { edition: number }>()
  return new Map(results.map((feed) => [feed.edition, feed]))
}
