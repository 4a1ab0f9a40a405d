import { isRecord } from './fields.ts'

type Raw = Readonly<Record<string, unknown>>

/** What version 1 calls by another name than version 3. */
const RENAMED: Readonly<Record<string, string>> = {
  eligibilitys: 'eligibility',
  fundings: 'funding',
  regular_schedules: 'schedules',
}
const LOCATION: Readonly<Record<string, string>> = {
  physical_addresses: 'addresses',
  accessibility_for_disabilities: 'accessibility',
}

/**
 * A service of Open Referral UK 1.0 in the names of 3.0; one of 3.0 stays as it is. Values are not looked at here:
 * mending comes after, and is the same for both.
 */
export function fromFirstVersion(raw: Raw): Raw {
  const made: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(raw)) {
    const name = RENAMED[field] ?? field
    if (made[name] === undefined) made[name] = value
  }
  if (Array.isArray(raw['service_taxonomys'])) made['attributes'] = [...list(made['attributes']), ...terms(raw)]
  made['service_at_locations'] = Array.isArray(made['service_at_locations'])
    ? (made['service_at_locations'] as unknown[]).map(atLocation)
    : made['service_at_locations']
  return made
}

function atLocation(raw: unknown): unknown {
  if (!isRecord(raw)) return raw
  const at = isRecord(raw['location']) ? renamed(raw['location'], LOCATION) : raw['location']
  return { ...raw, location: at, schedules: raw['schedules'] ?? raw['regular_schedule'] ?? raw['regular_schedules'] }
}

/** `service_taxonomys: [{ id, taxonomy: { id, name, vocabulary } }]` are the attributes of version 3. */
const terms = (raw: Raw): unknown[] =>
  list(raw['service_taxonomys']).map((one) => {
    if (!isRecord(one)) return one
    const { taxonomy, ...rest } = one
    return { ...rest, taxonomy_term: taxonomy }
  })

const renamed = (raw: Raw, names: Readonly<Record<string, string>>): Raw =>
  Object.fromEntries(Object.entries(raw).map(([field, value]) => [names[field] ?? field, value]))

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
