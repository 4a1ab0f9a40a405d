import type { Library } from '../content/library.ts'
import type { Contact } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import type { NationalService } from '../content/schema.ts'
import type { ServiceLine } from './document.ts'

/** Signposting types that are reached through the council's own first contact. */
const THROUGH_COUNCIL: ReadonlySet<string> = new Set([
  'asc-front-door',
  'ot-assessment',
  'trusted-assessor',
  'community-equipment',
  'carers-assessment',
  'safeguarding',
  'reablement',
  'telecare',
  'rovi',
])
/**
 * Types whose numbers are the same for everyone and answer at once. Nothing that a local list holds stands with them or
 * in front of them.
 */
export const FIXED: ReadonlySet<string> = new Set([
  'nhs111',
  'mental-health',
  'safeguarding',
  'gas-network-psr',
  'police-scams',
])
/** More than this for one need is a list to wade through. */
const PER_TYPE = 2
export const LOCAL_PER_TYPE = 3

/** The way through the council: its number is then the first thing to try, and is always there. */
export const isThroughCouncil = (type: string): boolean => THROUGH_COUNCIL.has(type)

/** Why a type of service is wanted: the advice that sends the person there, and what they said that led to it. */
export interface Wanted {
  readonly why: readonly string[]
  readonly because: readonly string[]
}

/** A service of the directory, ready but for what the person said. `type` is the first type that it was found for. */
export type LocalLine = Omit<ServiceLine, 'type'>
export type Local = ReadonlyMap<string, readonly LocalLine[]>

export interface Around {
  readonly contact: Contact | undefined
  /** In words: which council does what a type leads to, where that needs saying. */
  readonly doer?: ((type: string) => string | undefined) | undefined
  readonly local?: Local | undefined
}

/**
 * Who can help, for the signposting types that the advice names: the council where the way leads through it, then at
 * most three services near by, then national ones that have been checked. `why` names the advice that sent the person
 * there; of a local service also what they said, and where it is. No type is left without a number or an address.
 * @returns each service once, and the ids of those that a type leads to
 */
export function servicesFor(
  library: Library,
  say: Say,
  wanted: ReadonlyMap<string, Wanted>,
  { contact, doer = () => undefined, local = new Map() }: Around,
): { readonly services: readonly ServiceLine[]; readonly idsOf: (type: string) => readonly string[] } {
  const lines = urgentFirst([...wanted], local).flatMap(([type, { why, because }]) => {
    const signpost = library.signposts[type]
    if (!signpost) return []
    const door = THROUGH_COUNCIL.has(type) ? contact : undefined
    const own: ServiceLine = {
      id: type,
      type,
      name: signpost.name,
      what: signpost.what,
      how: signpost.how,
      ...pick('council', doer(type)),
      ...pick('phone', door?.phone ?? signpost.phone),
      ...pick('url', door?.url ?? signpost.url),
      ...pick('hours', door && say('service-hours', { name: door.name, hours: door.hours })),
      lastChecked: door?.lastChecked ?? signpost.reviewed,
      why,
    }
    const near = (FIXED.has(type) ? [] : (local.get(type) ?? [])).slice(0, LOCAL_PER_TYPE)
    return [
      own,
      ...near.map((line): ServiceLine => ({
        ...line,
        type,
        why: [...(because.length > 0 ? because : why).slice(0, REASONS), ...line.why],
      })),
      ...nationalFor(library, own, near.length > 0).map((service): ServiceLine => ({
        id: service.id,
        type,
        name: service.name,
        what: service.what,
        ...pick('phone', service.phone),
        ...pick('text', service.text),
        url: service.url,
        ...pick('hours', service.hours),
        lastChecked: service.lastChecked,
        why,
      })),
    ]
  })
  const ids = Map.groupBy(lines, ({ type }) => type)
  return { services: once(lines), idsOf: (type) => ids.get(type)?.map(({ id }) => id) ?? [] }
}

/** So many things that the person said are enough to see why. */
const REASONS = 2

/** National services for a type; those named for when nothing else is known, where that is so. */
function nationalFor(library: Library, { type, phone: known, url }: ServiceLine, near: boolean): NationalService[] {
  const open = library.services.filter(({ checked, phone }) => isPublic(checked) && (!phone || phone !== known))
  const own = open.filter(({ types }) => types.includes(type)).slice(0, PER_TYPE)
  if (own.length > 0 || near || known !== undefined || url !== undefined) return own
  const { national = [] } = library.matching[type] ?? {}
  return national.flatMap((id) => open.find((service) => service.id === id) ?? []).slice(0, 1)
}

/** Where local services stand in the list too, what has one fixed number stands before all of them. */
function urgentFirst<One extends readonly [string, unknown]>(wanted: readonly One[], local: Local): readonly One[] {
  if (local.size === 0) return wanted
  return [...wanted.filter(([type]) => FIXED.has(type)), ...wanted.filter(([type]) => !FIXED.has(type))]
}

/** Each service once, where it comes first, with every reason why: one that helps with two needs is one call. */
function once(lines: readonly ServiceLine[]): ServiceLine[] {
  return [...Map.groupBy(lines, ({ id }) => id).values()].map((same) => ({
    ...same[0]!,
    why: [...new Set(same.flatMap(({ why }) => why))],
  }))
}

/** A number that nobody has checked is not shown to the public. */
export const isPublic = (checked: string): boolean => checked === 'verified' || checked === 'seen'

const pick = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, string>)
