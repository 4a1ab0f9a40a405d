import type { Library } from '../../content/library.ts'
import { mintId } from '../mint.ts'
import { WEEKDAYS } from '../opening.ts'
import { mendEmail, mendPhone, mendUrl } from '../oruk/mend/contact.ts'
import { plainText } from '../plain-text.ts'
import type { Schedule, Service } from '../oruk/types.ts'
import type { Point } from '../grid.ts'
import { readPostcode } from '../postcode.ts'

/** The plain fields of the editors' form, each with the most characters that it takes. */
export const FIELDS = {
  name: 120,
  organization: 120,
  description: 1000,
  phone: 40,
  email: 120,
  url: 300,
  address: 160,
  town: 80,
  postcode: 12,
  area: 12,
  minimum_age: 3,
  maximum_age: 3,
  eligibility: 300,
  cost: 200,
} as const
export type Field = keyof typeof FIELDS

/** A form as it was filled in. `hours` has opening and closing time of each day, Monday first. */
export interface OwnForm {
  readonly fields: Readonly<Record<Field, string>>
  readonly types: readonly string[]
  readonly hours: ReadonlyArray<readonly [opens: string, closes: string]>
  /** "I have checked all of this with the service today." */
  readonly checked: boolean
}

/** What is wrong, by field: the id of a message, to be said in plain words. */
export type Faults = Readonly<Partial<Record<Field | 'types' | 'hours' | 'contact', { why: string; most?: number }>>>

export const ENGLAND = 'E92000001'
const TAXONOMY = 'Handrail kinds of help'
const GEOGRAPHY = 'http://statistics.data.gov.uk/id/statistical-geography/'

interface Reading {
  readonly library: Library
  readonly id: string
  readonly today: string
  /** When the entry was last checked, before this. */
  readonly assured?: string | undefined
  readonly pointOf: (postcode: string) => Promise<Point | undefined>
}

/** The record that a form makes, or what has to be put right first. */
export async function readOwn(form: OwnForm, reading: Reading): Promise<{ service: Service } | { faults: Faults }> {
  const faults = faultsIn(form, reading.library)
  return Object.keys(faults).length > 0 ? { faults } : { service: await serviceFrom(form, reading) }
}

function faultsIn({ fields, types, hours }: OwnForm, library: Library): Faults {
  const faults: { -readonly [K in keyof Faults]: Faults[K] } = {}
  for (const [field, most] of Object.entries(FIELDS) as Array<[Field, number]>)
    if (fields[field].length > most) faults[field] = { why: 'too-long', most }
  for (const field of ['name', 'organization', 'description'] as const)
    if (!/\p{L}/u.test(plainText(fields[field]))) faults[field] ??= { why: `${field}-missing` }
  const { phone, email, url, postcode, area } = fields
  if ([phone, email, url].every((one) => one.trim() === '')) faults.contact = { why: 'contact-missing' }
  if (phone.trim() !== '' && !mendPhone(phone)) faults.phone ??= { why: 'phone-wrong' }
  if (email.trim() !== '' && !mendEmail(email)) faults.email ??= { why: 'email-wrong' }
  if (url.trim() !== '' && !mendUrl(url)) faults.url ??= { why: 'url-wrong' }
  if (postcode.trim() !== '' && readPostcode(postcode)?.inward === undefined)
    faults.postcode ??= { why: 'postcode-wrong' }
  if (!areaName(library, area)) faults.area ??= { why: 'area-missing' }
  for (const field of ['minimum_age', 'maximum_age'] as const)
    if (!/^\d{0,3}$/.test(fields[field].trim()) || Number(fields[field]) > 120) faults[field] ??= { why: 'age-wrong' }
  if (!faults.maximum_age && fields.maximum_age && Number(fields.minimum_age) > Number(fields.maximum_age))
    faults.maximum_age = { why: 'ages-crossed' }
  if (types.length === 0 || types.some((type) => !library.matching[type]?.local))
    faults.types = { why: 'types-missing' }
  if (hours.some(([opens, closes]) => !isOpening(opens, closes))) faults.hours = { why: 'hours-wrong' }
  return faults
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const isOpening = (opens: string, closes: string): boolean =>
  (opens === '' && closes === '') || (TIME.test(opens) && TIME.test(closes) && opens !== closes)

async function serviceFrom({ fields, types, hours, checked }: OwnForm, reading: Reading): Promise<Service> {
  const { library, id, today, assured, pointOf } = reading
  const text = (field: Field): string => plainText(fields[field])
  const given = <K extends keyof Service>(key: K, value: Service[K] | '' | undefined): Partial<Service> =>
    value === '' || value === undefined ? {} : { [key]: value }
  const age = (field: Field): number | undefined => (text(field) === '' ? undefined : Number(text(field)))
  const phone = mendPhone(fields.phone)?.value
  return {
    id,
    name: text('name'),
    description: text('description'),
    status: 'active',
    ...given('url', mendUrl(fields.url)?.value),
    ...given('email', mendEmail(fields.email)?.value),
    ...given('eligibility_description', text('eligibility')),
    ...given('fees_description', text('cost')),
    ...given('minimum_age', age('minimum_age')),
    ...given('maximum_age', age('maximum_age')),
    ...given('assured_date', checked ? today : assured),
    last_modified: `${today}T00:00:00Z`,
    organization: { id: mintId('own-organization', text('organization')), name: text('organization') },
    ...(phone ? { phones: [{ id: mintId('own-phone', id), number: phone }] } : {}),
    schedules: hours.flatMap(([opens_at, closes_at], day): Schedule[] =>
      opens_at === ''
        ? []
        : [{ id: mintId('own-hours', id, String(day)), freq: 'WEEKLY', byday: WEEKDAYS[day]!, opens_at, closes_at }],
    ),
    service_areas: [
      { id: mintId('own-area', id), name: areaName(library, fields.area)!, uri: `${GEOGRAPHY}${fields.area}` },
    ],
    ...(await placeFrom(fields, id, pointOf)),
    attributes: types.map((type) => ({
      id: mintId('own-type', id, type),
      link_type: 'service',
      taxonomy_term: {
        id: mintId('own-term', type),
        name: library.signposts[type]!.name,
        code: type,
        taxonomy: TAXONOMY,
      },
    })),
  }
}

async function placeFrom(
  fields: OwnForm['fields'],
  id: string,
  pointOf: Reading['pointOf'],
): Promise<Pick<Service, 'service_at_locations'>> {
  const read = readPostcode(fields.postcode)
  const postal_code = read?.inward === undefined ? undefined : `${read.outward} ${read.inward}`
  const address_1 = plainText(fields.address)
  const city = plainText(fields.town)
  if (!postal_code && address_1 === '' && city === '') return {}
  const point = postal_code ? await pointOf(postal_code) : undefined
  const address = {
    id: mintId('own-address', id),
    ...(address_1 ? { address_1 } : {}),
    ...(city ? { city } : {}),
    ...(postal_code ? { postal_code } : {}),
    country: 'GB',
    address_type: 'physical' as const,
  }
  const location = {
    id: mintId('own-location', id),
    location_type: 'physical' as const,
    ...(point ? { latitude: point.lat, longitude: point.lon } : {}),
    addresses: [address],
  }
  return { service_at_locations: [{ id: mintId('own-at', id), location }] }
}

/** The areas that an entry may be for: England, the councils and the districts. */
export const areasOf = ({ councils, geography }: Library): ReadonlyArray<{ id: string; name: string }> => [
  { id: ENGLAND, name: 'England' },
  ...[...councils, ...geography.districts]
    .filter(({ to }) => to === undefined)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name)),
]

const areaName = (library: Library, code: string): string | undefined =>
  areasOf(library).find(({ id }) => id === code)?.name

/** The form as a record would fill it in. */
export function formOf(service?: Service): OwnForm {
  const address = service?.service_at_locations?.[0]?.location.addresses?.[0]
  const hours = new Map(service?.schedules?.map((one) => [one.byday, one]))
  return {
    fields: {
      name: service?.name ?? '',
      organization: service?.organization?.name ?? '',
      description: service?.description ?? '',
      phone: service?.phones?.[0]?.number ?? '',
      email: service?.email ?? '',
      url: service?.url ?? '',
      address: address?.address_1 ?? '',
      town: address?.city ?? '',
      postcode: address?.postal_code ?? '',
      area: service?.service_areas?.[0]?.uri?.slice(GEOGRAPHY.length) ?? '',
      minimum_age: service?.minimum_age === undefined ? '' : String(service.minimum_age),
      maximum_age: service?.maximum_age === undefined ? '' : String(service.maximum_age),
      eligibility: service?.eligibility_description ?? '',
      cost: service?.fees_description ?? '',
    },
    types: service?.attributes?.flatMap(({ taxonomy_term: { code } }) => code ?? []) ?? [],
    hours: WEEKDAYS.map((day) => [hours.get(day)?.opens_at ?? '', hours.get(day)?.closes_at ?? ''] as const),
    checked: false,
  }
}
