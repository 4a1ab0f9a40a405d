const STRING = { type: 'string' }
const WHOLE = { type: 'integer' }
const FLAG = { type: 'boolean' }

const PAGING = { page: WHOLE, per_page: WHOLE, format: { type: 'string', enum: ['json', 'ndjson'] } }
const SERVICES = {
  search: STRING,
  taxonomy_term_id: STRING,
  taxonomy_id: STRING,
  organization_id: STRING,
  modified_after: { type: 'string', format: 'date-time' },
  minimum_age: WHOLE,
  maximum_age: WHOLE,
  day: STRING,
  start_time: STRING,
  end_time: STRING,
  postcode: STRING,
  proximity: {
    type: 'integer',
    description: 'Metres from the postcode, at most 50,000; 10,000 where it is not given.',
  },
  full: FLAG,
}

/** The lists that can be asked for, with what narrows them. */
const LISTS: Readonly<Record<string, readonly [string, Readonly<Record<string, object>>]>> = {
  services: ['Services', { ...SERVICES, minimal: FLAG }],
  service_at_locations: ['Services at locations', SERVICES],
  organizations: ['Organizations', { search: STRING, full: FLAG }],
  taxonomies: ['Taxonomies', { search: STRING }],
  taxonomy_terms: ['Taxonomy terms', { search: STRING, taxonomy_id: STRING, parent_id: STRING, top_only: FLAG }],
}

/** What the API offers, for machines: OpenAPI 3.1. The records are those of the standard. */
export function orukDocument(base: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Handrail directory, Open Referral UK 3.0',
      version: '3.0',
      description:
        'Records follow https://docs.openreferraluk.org/en/latest/. Reading only, no key, from any web page.',
    },
    servers: [{ url: base }],
    paths: Object.fromEntries([
      ['/', { get: answer('About this API', []) }],
      ...Object.entries(LISTS).flatMap(([name, [title, filters]]) => [
        [`/${name}`, { get: answer(`${title}, a page at a time`, parameters({ ...filters, ...PAGING }, 'query')) }],
        [`/${name}/{id}`, { get: answer(`One of: ${title.toLowerCase()}`, parameters({ id: STRING }, 'path'), true) }],
      ]),
    ]),
  }
}

const parameters = (fields: Readonly<Record<string, object>>, place: 'query' | 'path'): object[] =>
  Object.entries(fields).map(([name, schema]) => ({ name, in: place, required: place === 'path', schema }))

const answer = (summary: string, given: object[], byId = false): object => ({
  summary,
  parameters: given,
  responses: {
    200: { description: 'As the standard has it', content: { 'application/json': { schema: { type: 'object' } } } },
    ...(byId
      ? { 404: { description: 'No record with this id' } }
      : { 400: { description: 'A parameter that cannot be read' } }),
  },
})
