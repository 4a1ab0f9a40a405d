import { sharedWords } from './words.ts'
import { openingAt, weeklyHours } from '../opening.ts'
import type { Address, Schedule, Service } from '../oruk/types.ts'
import { present } from '../oruk/mend/fields.ts'
import type { Found, SearchQuery, Why } from './found.ts'
import { termTokens } from './tokens.ts'

/** A service that was found, before its record is read. The smaller its weight, the higher it stands. */
export interface Candidate {
  readonly number: number
  readonly edition: number
  readonly km: number | undefined
  readonly byTerm: boolean
  /** It says itself that it is for one of the person's areas. */
  readonly mine: boolean
  readonly wide: boolean
  readonly stale: boolean
  readonly weight: number
}

/** A feed whose edition is live. */
export interface LiveFeed {
  readonly id: string
  readonly name: string
  readonly areas: string
  /** ms since 1970. */
  readonly imported_at: number
}

interface About {
  readonly query: SearchQuery
  /** The tokens of the terms that were looked for. */
  readonly wanted: ReadonlySet<string>
  readonly feed: LiveFeed
}

/** What a person needs to know of a service, and why they are shown it. */
export function describe(service: Service, candidate: Candidate, about: About): Found {
  const { query, feed } = about
  const now = query.now ?? Date.parse(`${query.today}T12:00:00Z`)
  const schedules = schedulesOf(service)
  const places = service.service_at_locations ?? []
  const text = [...new Set(schedules.flatMap(({ description, notes }) => [description, notes]))]
    .filter(Boolean)
    .join('\n')
  return present({
    id: service.id,
    name: service.name,
    feed: { id: feed.id, name: feed.name, read: new Date(feed.imported_at).toISOString().slice(0, 10) },
    organization: service.organization?.name,
    description: service.description,
    phone: phoneOf(service),
    url: service.url ?? service.organization?.website,
    email: service.email ?? service.organization?.email,
    address: places.flatMap(({ location }) => location.addresses ?? []).map(oneLine)[0],
    distanceKm: candidate.km === undefined ? undefined : Math.round(candidate.km * 10) / 10,
    assured: service.assured_date,
    stale: candidate.stale,
    opening: openingAt(schedules, now),
    hours: weeklyHours(schedules, query.today),
    hoursText: text || undefined,
    eligibility: service.eligibility_description ?? service.eligibility?.map((one) => one.eligibility).find(Boolean),
    minimumAge: service.minimum_age,
    maximumAge: service.maximum_age,
    cost: costOf(service, query.today),
    alert: service.alert,
    accessibility: places
      .flatMap(({ location }) => location.accessibility ?? [])
      .map((one) => one.description)
      .find(Boolean),
    why: whyOf(service, candidate, about),
  })
}

/** The service's own hours, else those of its locations. */
export const schedulesOf = (service: Service): readonly Schedule[] =>
  service.schedules ?? service.service_at_locations?.flatMap((place) => place.schedules ?? []) ?? []

/** The first number that reaches the service: its own, a location's, a contact's, the organization's. */
export function phoneOf(service: Service): string | undefined {
  const places = service.service_at_locations ?? []
  return [
    ...(service.phones ?? []),
    ...places.flatMap((place) => [...(place.phones ?? []), ...(place.location.phones ?? [])]),
    ...(service.contacts ?? []).flatMap((contact) => contact.phones ?? []),
    ...(service.organization?.phones ?? []),
  ].find(({ type }) => !/fax|sms|tty/i.test(type ?? ''))?.number
}

function costOf({ fees, fees_description, cost_options = [] }: Service, today: string): Found['cost'] {
  const options = cost_options.filter(
    ({ valid_from, valid_to }) => (!valid_from || valid_from <= today) && (!valid_to || today <= valid_to),
  )
  const text = fees_description ?? fees
  if (!text && options.length === 0) return undefined
  return { ...(text ? { text } : {}), options }
}

export const oneLine = ({ address_1, address_2, city, postal_code }: Address): string =>
  [address_1, address_2, city, postal_code].filter((part) => part !== undefined && part !== '').join(', ')

function whyOf(service: Service, candidate: Candidate, { query, wanted, feed }: About): Why[] {
  const terms = (service.attributes ?? []).map(({ taxonomy_term }) => taxonomy_term)
  const term = candidate.byTerm ? terms.find((one) => termTokens(one).some((token) => wanted.has(token))) : undefined
  const shared = candidate.byTerm || !query.words ? undefined : sharedWords(query.words, service)
  const { minimum_age: least, maximum_age: most } = service
  return [
    ...(term ? [{ because: 'term', term: term.name } as const] : []),
    ...(shared ? [{ because: 'words', words: shared } as const] : []),
    ...(candidate.km === undefined ? [] : [{ because: 'near', km: Math.round(candidate.km * 10) / 10 } as const]),
    ...(candidate.mine ? [{ because: 'area' } as const] : []),
    ...(candidate.wide ? [{ because: 'national' } as const] : []),
    ...(!candidate.mine && !candidate.wide && candidate.km === undefined && (query.areas?.length ?? 0) > 0
      ? [{ because: 'listed', feed: feed.name } as const]
      : []),
    ...(query.age !== undefined && (least !== undefined || most !== undefined)
      ? [
          {
            because: 'age',
            ...(least === undefined ? {} : { least }),
            ...(most === undefined ? {} : { most }),
          } as const,
        ]
      : []),
  ]
}
