import type { Library } from '../content/library.ts'
import type { Contact } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
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
/** More than this for one need is a list to wade through. */
const PER_TYPE = 2

/**
 * Who can help, for the signposting types that the advice names: the council where the way leads through it, then
 * national services that have been checked. `why` names the advice that sent the person there.
 */
export function servicesFor(
  library: Library,
  say: Say,
  wanted: ReadonlyMap<string, readonly string[]>,
  contact: Contact | undefined,
  doer: (type: string) => string | undefined = () => undefined,
): ServiceLine[] {
  const lines = [...wanted].flatMap(([type, why]) => {
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
    const national = library.services.filter(
      ({ types, checked, phone }) => types.includes(type) && isPublic(checked) && (!phone || phone !== own.phone),
    )
    return [
      own,
      ...national.slice(0, PER_TYPE).map((service): ServiceLine => ({
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
  return once(lines)
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
