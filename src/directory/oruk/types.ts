/**
 * The records of Open Referral UK 3.0, by the standard's own names (openreferraluk.org, HSDS 3.0 with the UK profile).
 * What a feed leaves out is absent, never null or empty; text is plain text; times carry their zone. Fields that only
 * the international HSDS has (phones, eligibility_description, alternate_name …) are kept, for real feeds send them.
 */
export interface Service {
  readonly id: string
  readonly name: string
  readonly alternate_name?: string
  readonly description?: string
  readonly url?: string
  readonly email?: string
  readonly status: Status
  readonly fees?: string
  readonly fees_description?: string
  readonly application_process?: string
  readonly eligibility_description?: string
  readonly interpretation_services?: string
  readonly accreditations?: string
  readonly minimum_age?: number
  readonly maximum_age?: number
  /** YYYY-MM-DD: when someone last checked that this is right. */
  readonly assured_date?: string
  readonly alert?: string
  /** With its zone, in UTC. */
  readonly last_modified?: string
  readonly organization?: Organization
  readonly phones?: readonly Phone[]
  readonly schedules?: readonly Schedule[]
  readonly service_areas?: readonly ServiceArea[]
  readonly service_at_locations?: readonly ServiceAtLocation[]
  readonly languages?: readonly Language[]
  readonly funding?: readonly Funding[]
  readonly cost_options?: readonly CostOption[]
  readonly contacts?: readonly Contact[]
  readonly eligibility?: readonly Eligibility[]
  readonly attributes?: readonly Attribute[]
}

export const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const
export type Status = (typeof STATUSES)[number]

export interface Organization {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly email?: string
  readonly website?: string
  readonly logo?: string
  readonly uri?: string
  readonly parent_organization_id?: string
  readonly organization_identifiers?: readonly OrganizationIdentifier[]
  readonly phones?: readonly Phone[]
}

export interface OrganizationIdentifier {
  readonly id: string
  readonly identifier_scheme?: string
  readonly identifier_type: string
  readonly identifier: string
}

export interface ServiceAtLocation {
  readonly id: string
  readonly description?: string
  readonly location: Location
  readonly phones?: readonly Phone[]
  readonly schedules?: readonly Schedule[]
}

export const LOCATION_TYPES = ['physical', 'postal', 'virtual'] as const
export type LocationType = (typeof LOCATION_TYPES)[number]

export interface Location {
  readonly id: string
  readonly location_type: LocationType
  readonly name?: string
  readonly description?: string
  /** WGS 84, degrees. */
  readonly latitude?: number
  readonly longitude?: number
  readonly external_identifier?: string
  readonly external_identifier_type?: string
  readonly addresses?: readonly Address[]
  readonly accessibility?: readonly Accessibility[]
  readonly phones?: readonly Phone[]
}

export interface Address {
  readonly id: string
  readonly attention?: string
  readonly address_1?: string
  readonly address_2?: string
  readonly city?: string
  readonly region?: string
  readonly state_province?: string
  readonly postal_code?: string
  readonly country?: string
  readonly address_type: LocationType
}

export interface Accessibility {
  readonly id: string
  readonly description?: string
  readonly details?: string
  readonly url?: string
}

export interface Phone {
  readonly id: string
  readonly number: string
  readonly extension?: string
  readonly type?: string
  readonly description?: string
}

export interface Contact {
  readonly id: string
  readonly name?: string
  readonly title?: string
  readonly department?: string
  readonly email?: string
  readonly phones?: readonly Phone[]
}

/** When a service is open: one rule of RFC 5545 with opening and closing times on the wall clock of London. */
export interface Schedule {
  readonly id: string
  readonly valid_from?: string
  readonly valid_to?: string
  readonly dtstart?: string
  readonly freq?: 'WEEKLY' | 'MONTHLY'
  readonly interval?: number
  /** MO,TU … ; within MONTHLY also 1MO or -1FR. */
  readonly byday?: string
  readonly bymonthday?: string
  readonly description?: string
  /** HH:MM. */
  readonly opens_at?: string
  readonly closes_at?: string
  readonly schedule_link?: string
  readonly attending_type?: string
  readonly notes?: string
}

export interface ServiceArea {
  readonly id: string
  readonly name?: string
  readonly extent?: string
  readonly extent_type?: string
  readonly uri?: string
}

/** Of version 1, where one service may have several; in version 3 the ages stand in the service itself. */
export interface Eligibility {
  readonly id: string
  readonly eligibility?: string
  readonly minimum_age?: number
  readonly maximum_age?: number
}

export interface CostOption {
  readonly id: string
  readonly valid_from?: string
  readonly valid_to?: string
  readonly option?: string
  readonly amount?: number
  readonly amount_description?: string
  readonly currency?: string
}

export interface Language {
  readonly id: string
  readonly name?: string
  readonly code?: string
}

export interface Funding {
  readonly id: string
  readonly source?: string
}

export interface Attribute {
  readonly id: string
  readonly link_type?: string
  readonly taxonomy_term: TaxonomyTerm
}

export interface TaxonomyTerm {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly parent_id?: string
  /** The name of the list that it comes from. */
  readonly taxonomy?: string
  readonly taxonomy_id?: string
  readonly term_uri?: string
  readonly code?: string
}

export interface Taxonomy {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly uri?: string
  readonly version?: string
}
