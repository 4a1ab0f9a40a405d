import type { Database } from '../../store/database.ts'
import { servicesByNumber } from './assemble.ts'
import { describe, type Candidate } from './describe.ts'
import type { Found, SearchQuery } from './found.ts'
import { matchNames, matchNear, matchTerms } from './match.ts'
import { BY_NAME, BY_WORDS, feedsByEdition, weigh, type Row } from './search.ts'
import { areaToken, nationalToken, nearTokens, termToken } from './tokens.ts'

/** What one kind of help is filed under, and what it is called. */
export interface Need {
  readonly terms: readonly string[]
  readonly words?: string | undefined
  /** The youngest and the oldest that the person may be, years. Services for none of these ages are left out. */
  readonly ages?: readonly [least: number, most: number]
}

export interface NeedsQuery<Key extends string = string> extends Pick<SearchQuery, 'near' | 'areas' | 'today' | 'now'> {
  readonly needs: ReadonlyMap<Key, Need>
  /** The most services for one need. */
  readonly limit: number
}

/** Candidates of one look for one need: what is nearest is among so many. */
const CANDIDATES = 200
const ALL_AGES = [0, 200] as const

interface Look {
  readonly key: string
  readonly match: string
  readonly penalty: number
  readonly ages: readonly [number, number]
}

/**
 * Services for several needs at once, near a place: the whole of an advice in at most four looks at the index and one
 * at the records, so that it is as quick on D1, where each look is a way over the network. In the order of `search`.
 */
export async function searchNeeds<Key extends string>(
  db: Database,
  query: NeedsQuery<Key>,
): Promise<ReadonlyMap<Key, readonly Found[]>> {
  const found = new Map([...query.needs.keys()].map((key) => [key as string, new Map<string, Candidate>()] as const))
  for (const round of rounds(query)) {
    const open = [...query.needs].filter(([key]) => !isEnough([...found.get(key)!.values()], query.limit))
    if (open.length === 0) break
    const looks = open.flatMap(([key, need]) => looksFor(key, need, round))
    for (const [{ key, penalty }, rows] of await look(db, looks)) {
      const candidates = found.get(key)!
      for (const row of rows) {
        const candidate = weigh(row, query, penalty)
        const before = candidates.get(row.id)
        if (candidate && (!before || candidate.weight < before.weight)) candidates.set(row.id, candidate)
      }
    }
  }
  return present(db, found, query)
}

/** What nobody has checked for long does not end the search: something better may be a little farther away. */
const isEnough = (all: readonly Candidate[], limit: number): boolean =>
  all.length >= limit * 3 || all.filter(({ stale }) => !stale).length >= limit

interface Round {
  readonly ring: readonly string[] | null
  readonly by: ReadonlyArray<'terms' | 'words'>
}

/**
 * What is filed under the need within about 2 km, then within 9 km and for the person's areas; then what is called so;
 * then both within 36 km and for the whole country. Without a place, everywhere at once.
 */
function rounds({ near, areas = [] }: NeedsQuery): readonly Round[] {
  if (!near && areas.length === 0) return [{ ring: null, by: ['terms', 'words'] }]
  const [small = [], middling = [], large = []] = near ? nearTokens(near) : []
  const own = [...middling, ...areas.slice(0, 40).map(areaToken)]
  return [
    ...(small.length > 0 ? [{ ring: small, by: ['terms'] } as const] : []),
    { ring: own, by: ['terms'] },
    { ring: own, by: ['words'] },
    { ring: [...large, nationalToken], by: ['terms', 'words'] },
  ]
}

function looksFor(key: string, { terms, words, ages = ALL_AGES }: Need, { ring, by }: Round): Look[] {
  return [
    ...(by.includes('terms') ? [{ match: matchTerms(terms, ring), penalty: 0 }] : []),
    ...(by.includes('words')
      ? [
          { match: matchNames(words, ring), penalty: BY_NAME },
          { match: matchNear(words, ring), penalty: BY_WORDS },
        ]
      : []),
  ].flatMap(({ match, penalty }) => (match === null ? [] : [{ key, match, penalty, ages }]))
}

async function look(db: Database, looks: readonly Look[]): Promise<ReadonlyArray<readonly [Look, Row[]]>> {
  if (looks.length === 0) return []
  // One statement for all: a MATCH for each text of the list. Rows come as JSON, for a statement has one result.
  const { results } = await db
    .prepare(
      `SELECT look.key AS n, (
         SELECT json_group_array(json_array(
           one.number, one.id, one.edition, one.name, one.points, one.areas, one.assured_date))
         FROM (
           SELECT s.number, s.id, s.edition, s.name, s.points, s.areas, s.assured_date
           FROM service_search JOIN service AS s ON s.number = service_search.rowid
           WHERE service_search MATCH (look.value->>0) AND s.status = 'active' AND s.twin = 0
             AND s.edition IN (SELECT edition FROM feed)
             AND (s.minimum_age IS NULL OR s.minimum_age <= (look.value->>2))
             AND (s.maximum_age IS NULL OR s.maximum_age >= (look.value->>1))
           LIMIT ${CANDIDATES}
         ) AS one
       ) AS found FROM json_each(?1) AS look`,
    )
    .bind(JSON.stringify(looks.map(({ match, ages }) => [match, ...ages])))
    .all<{ n: number; found: string }>()
  return results.map(({ n, found }) => [looks[n]!, (JSON.parse(found) as unknown[][]).map(rowOf)])
}

const rowOf = ([number, id, edition, name, points, areas, assured_date]: unknown[]): Row =>
  ({ number, id, edition, name, points, areas, assured_date }) as Row

async function present<Key extends string>(
  db: Database,
  found: ReadonlyMap<string, ReadonlyMap<string, Candidate>>,
  query: NeedsQuery<Key>,
): Promise<ReadonlyMap<Key, readonly Found[]>> {
  const best = [...query.needs.keys()].map(
    (key) =>
      [
        key,
        [...found.get(key)!.values()]
          .toSorted((a, b) => a.weight - b.weight || a.number - b.number)
          .slice(0, query.limit),
      ] as const,
  )
  const numbers = [...new Set(best.flatMap(([, candidates]) => candidates.map(({ number }) => number)))]
  if (numbers.length === 0) return new Map(best.map(([key]) => [key, []]))
  const [services, feeds] = await Promise.all([servicesByNumber(db, numbers), feedsByEdition(db)])
  return new Map(
    best.map(([key, candidates]) => {
      const { terms, words } = query.needs.get(key)!
      const wanted = new Set(terms.map(termToken))
      const about = { ...query, terms, ...(words === undefined ? {} : { words: words.replaceAll('"', '') }) }
      const all = candidates.flatMap((candidate) => {
        const service = services.get(candidate.number)
        const feed = feeds.get(candidate.edition)
        // The feed may have been replaced between the two looks.
        return service && feed ? [describe(service, candidate, { query: about, wanted, feed })] : []
      })
      return [key, all]
    }),
  )
}
