import { mintId } from '../mint.ts'
import type { Location, Organization, Service, ServiceAtLocation, Taxonomy, TaxonomyTerm } from '../oruk/types.ts'

type Record_ = Record<string, unknown>

/** Fields of a list entry: only those that a record has once. */
const ONCE = [
  'id',
  'name',
  'alternate_name',
  'description',
  'url',
  'email',
  'status',
  'fees',
  'fees_description',
  'application_process',
  'eligibility_description',
  'interpretation_services',
  'accreditations',
  'minimum_age',
  'maximum_age',
  'assured_date',
  'alert',
  'last_modified',
] as const

/** A service as a list has it. `minimal` is its id and when it last changed. */
export function listedService(service: Service, { minimal = false } = {}): Record_ {
  if (minimal)
    return only({ id: service.id, last_modified: service.last_modified, modified_date: service.last_modified })
  return only({
    ...Object.fromEntries(ONCE.map((field) => [field, service[field]])),
    organization_id: service.organization?.id,
    organization: service.organization && listedOrganization(service.organization),
  })
}

/** A service with all that belongs to it, each part with the fields that the standard requires. */
export function fullService(service: Service): Record_ {
  const { organization, service_at_locations: places, eligibility: _, ...own } = service
  return only({
    ...own,
    organization_id: organization?.id,
    organization: organization && fullOrganization(organization),
    service_at_locations: places?.map((place) => fullPlace(place, service.id)),
    attributes: own.attributes?.map((attribute) => ({
      ...attribute,
      taxonomy_term: publishedTerm(attribute.taxonomy_term),
    })),
  })
}

export const listedOrganization = (organization: Organization): Record_ => {
  const { organization_identifiers: _identifiers, phones: _phones, ...own } = organization
  return { ...own, description: own.description ?? own.name }
}

export const fullOrganization = (organization: Organization): Record_ => ({
  ...organization,
  description: organization.description ?? organization.name,
})

/** A service at a location, as a list has it or whole with its service. */
export function listedPlace({ id, description, location }: ServiceAtLocation, service: Service): Record_ {
  return only({
    id,
    description,
    service_id: service.id,
    location_id: location.id,
    location: publishedLocation(location),
    service: listedService(service),
  })
}

export const fullPlaceWithService = (place: ServiceAtLocation, service: Service): Record_ => ({
  ...fullPlace(place, service.id),
  service: fullService({ ...service, service_at_locations: [] }),
})

const fullPlace = (place: ServiceAtLocation, service: string): Record_ =>
  only({ ...place, service_id: service, location_id: place.location.id, location: publishedLocation(place.location) })

const publishedLocation = (location: Location): Record_ =>
  only({
    ...location,
    addresses: location.addresses?.map((address) => ({
      address_1: '',
      city: '',
      state_province: address.region ?? '',
      postal_code: '',
      country: 'GB',
      ...address,
    })),
    accessibility: location.accessibility?.map((one) => only({ ...one, accessibility: one.description })),
  })

export const publishedTerm = (term: TaxonomyTerm): Record_ =>
  only({
    ...term,
    description: term.description ?? term.name,
    taxonomy_id: term.taxonomy_id ?? mintId('taxonomy', term.taxonomy ?? 'Terms'),
    term: term.name,
  })

export const publishedTaxonomy = (taxonomy: Taxonomy, terms?: readonly TaxonomyTerm[]): Record_ =>
  only({
    ...taxonomy,
    description: taxonomy.description ?? taxonomy.name,
    taxonomy_terms: terms?.map(publishedTerm),
  })

/** What is empty stays out: the standard asks for absent, not for null. */
const only = (record: Record_): Record_ =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== null))
