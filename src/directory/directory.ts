import type { Database } from '../store/database.ts'
import type { Point } from './grid.ts'
import type { ServiceAtLocation, Service, Taxonomy, TaxonomyTerm, Organization } from './oruk/types.ts'
import { feedsOf, type FeedRow } from './services/feeds.ts'
import type { Found, SearchQuery } from './services/found.ts'
import { searchNeeds, type NeedsQuery } from './services/needs.ts'
import * as published from './services/published.ts'
import type { Listed, Page, ServiceFilter } from './services/published.ts'
import { outward } from './services/rows.ts'
import { search } from './services/search.ts'

/** The one way to the directory of services, for the assessment and for the channels. Nothing here writes. */
export interface Directory {
  /** Services that fit a need near a place, the best first, each with why it is shown. */
  search(query: SearchQuery): Promise<Found[]>
  /** The same for several needs at once, such as all that an advice names. */
  needs<Key extends string>(query: NeedsQuery<Key>): Promise<ReadonlyMap<Key, readonly Found[]>>
  /** Nothing has been imported or written yet. */
  isEmpty(): Promise<boolean>
  /** Lists and records as Open Referral UK publishes them. */
  services(filter: ServiceFilter, page: Page): Promise<Listed<Service>>
  service(id: string): Promise<Service | undefined>
  places(filter: ServiceFilter, page: Page): Promise<Listed<{ place: ServiceAtLocation; service: Service }>>
  place(id: string): Promise<{ place: ServiceAtLocation; service: Service } | undefined>
  organizations(search: string | undefined, page: Page): Promise<Listed<Organization>>
  organization(id: string): Promise<Organization | undefined>
  taxonomies(search: string | undefined, page: Page): Promise<Listed<Taxonomy>>
  taxonomy(id: string): Promise<Taxonomy | undefined>
  terms(filter: Parameters<typeof published.listTerms>[1], page: Page): Promise<Listed<TaxonomyTerm>>
  term(id: string): Promise<TaxonomyTerm | undefined>
  /** Where a postcode is: from the list of postcodes where one was imported, else from the services near it. */
  locate(postcode: string): Promise<Point | undefined>
  /** What was imported, when, and what was wrong. */
  feeds(): Promise<FeedRow[]>
}

export interface DirectoryDeps {
  readonly db: Database
  /** A list of postcodes, where one was imported. */
  readonly locate?: (postcode: string) => Promise<Point | undefined>
}

export function createDirectory({ db, locate }: DirectoryDeps): Directory {
  return {
    search: (query) => search(db, query),
    needs: (query) => searchNeeds(db, query),
    async isEmpty() {
      return (
        (await db.prepare('SELECT id FROM feed WHERE edition IS NOT NULL AND services > 0 LIMIT 1').first()) === null
      )
    },
    services: (filter, page) => published.listServices(db, filter, page),
    service: (id) => published.findService(db, id),
    places: (filter, page) => published.listPlaces(db, filter, page),
    place: (id) => published.findPlace(db, id),
    organizations: (words, page) => published.listOrganizations(db, words, page),
    organization: (id) => published.findOrganization(db, id),
    taxonomies: (words, page) => published.listTaxonomies(db, words, page),
    taxonomy: (id) => published.findTaxonomy(db, id),
    terms: (filter, page) => published.listTerms(db, filter, page),
    term: (id) => published.findTerm(db, id),
    async locate(postcode) {
      const exact = await locate?.(postcode)
      if (exact) return exact
      const first = outward(spaced(postcode)) ?? postcode.trim().toUpperCase()
      return /^[A-Z]{1,2}\d[A-Z\d]?$/.test(first) ? published.middleOf(db, first) : undefined
    },
    feeds: () => feedsOf(db),
  }
}

const spaced = (postcode: string): string =>
  postcode
    .toUpperCase()
    .replaceAll(/[^A-Z\d]/g, '')
    .replace(/(\d[A-Z]{2})$/, ' $1')
