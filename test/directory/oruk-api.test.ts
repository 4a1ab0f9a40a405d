import { existsSync, readFileSync } from 'node:fs'
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { manyServices } from '../fixture/oruk/many.ts'
import { importFile, importText } from './directory.ts'

const SCHEMAS = '../shared/data/oruk/schemas-v3'
const MARSH = '6a1f0c3e-0b1d-4a57-9c53-1d0a7f0e0001'
const NOBODY = '00000000-0000-4000-8000-00000000ffff'

let service: TestApp
beforeAll(async () => {
  service = await makeApp()
  await importFile(service.db)
  await importText(service.db, JSON.stringify([...manyServices(60)]), 'many')
})
afterAll(() => service.close())

const get = async (path: string, init?: RequestInit) => {
  const response = await service.app.request(`/oruk/v3${path}`, init)
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body:
      /json/.test(response.headers.get('Content-Type') ?? '') && !path.includes('ndjson')
        ? (JSON.parse(text) as Body)
        : undefined,
    text,
  }
}
interface Body extends Record<string, unknown> {
  readonly contents: ReadonlyArray<Record<string, unknown>>
}
const names = async (path: string): Promise<unknown[]> => (await get(path)).body!.contents.map(({ name }) => name)

/** The least that the standard asks of each record, typed here so that it is always checked. */
const uuid = { type: 'string', format: 'uuid' }
const term = {
  type: 'object',
  required: ['id', 'name', 'description'],
  properties: { id: uuid, parent_id: uuid, taxonomy_id: uuid },
}
const organization = {
  type: 'object',
  required: ['id', 'name', 'description'],
  properties: { id: uuid, website: { type: 'string', format: 'uri' } },
}
const listed = {
  type: 'object',
  required: ['id', 'name', 'status'],
  properties: {
    id: uuid,
    organization_id: uuid,
    organization,
    url: { type: 'string', format: 'uri' },
    email: { type: 'string', format: 'email' },
    status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
    last_modified: { type: 'string', format: 'date-time' },
  },
}
const page = (items: object) => ({
  type: 'object',
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
  properties: { total_items: { type: 'integer' }, contents: { type: 'array', items } },
})
const OWN: Record<string, AnySchema> = {
  service: {
    ...listed,
    properties: {
      ...listed.properties,
      attributes: { type: 'array', items: { required: ['id'], properties: { id: uuid, taxonomy_term: term } } },
    },
  },
  service_list: page(listed),
  organization,
  organization_list: page(organization),
  taxonomy: {
    type: 'object',
    required: ['id', 'name', 'description'],
    properties: { id: uuid, taxonomy_terms: { type: 'array', items: term } },
  },
  taxonomy_list: page({ type: 'object', required: ['id', 'name', 'description'] }),
  taxonomy_term: term,
  taxonomy_term_list: page(term),
  service_at_location: {
    type: 'object',
    required: ['id'],
    properties: { id: uuid, service_id: uuid, location_id: uuid },
  },
  service_at_location_list: page({ type: 'object', required: ['id', 'location'], properties: { id: uuid } }),
  api_details: {
    type: 'object',
    required: ['version', 'profile', 'openapi_url'],
    properties: { openapi_url: { type: 'string', format: 'uri' } },
  },
}

const there = existsSync(SCHEMAS)
const ajv = () => {
  // The published schemas carry words of their own (datapackage_metadata …), which are no rules.
  const made = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(made)
  return made
}

describe.each([
  ['the least that the standard asks', (name: string) => OWN[name]!],
  [
    `the published schemas${there ? '' : ` (skipped: no ${SCHEMAS})`}`,
    (name: string) => JSON.parse(readFileSync(`${SCHEMAS}/${name}.json`, 'utf8')) as AnySchema,
  ],
])('every answer fits %s', (title, schema) => {
  const own = title.startsWith('the least')
  const ids = async (list: string) => (await get(`/${list}?per_page=500`)).body!.contents.map(({ id }) => String(id))
  test.skipIf(!own && !there).for([
    ['service', 'services', 'service_list'],
    ['service_at_location', 'service_at_locations', 'service_at_location_list'],
    ['organization', 'organizations', 'organization_list'],
    ['taxonomy', 'taxonomies', 'taxonomy_list'],
    ['taxonomy_term', 'taxonomy_terms', 'taxonomy_term_list'],
  ] as const)('%s', async ([name, list, listName]) => {
    const one = ajv().compile(schema(name))
    const many = ajv().compile(schema(listName))
    // The published list schemas for organizations, terms and the like describe one entry; pages hold them as contents.
    const check =
      own || 'contents' in ((schema(listName) as { properties?: object }).properties ?? {})
        ? (body: Body) => [body]
        : (body: Body) => body.contents
    for (const query of ['', '?full=true', '?page=2&per_page=3', '?search=handyperson', '?search=nothinglikeit']) {
      const { body, status } = await get(`/${list}${query}`)
      expect(status).toBe(200)
      for (const part of check(body!)) expect(many(part) || many.errors, `${list}${query}`).toBe(true)
    }
    const all = await ids(list)
    expect(all.length).toBeGreaterThan(0)
    for (const id of all.slice(0, 80)) {
      const { body } = await get(`/${list}/${id}`)
      expect(one(body) || one.errors, `${list}/${id}`).toBe(true)
    }
  })

  test.skipIf(!own && !there)('api details', async () => {
    const validate = ajv().compile(schema('api_details'))
    const { body } = await get('/')
    expect(validate(body) || validate.errors).toBe(true)
    expect(body).toMatchObject({ version: 'HSDS-UK-3.0' })
    expect((await get('')).body).toEqual(body)
    expect((await get('/services/?page=2')).headers.get('Location')).toBe('/oruk/v3/services?page=2')
  })
})

describe('filters', () => {
  test('paging: counts, first and last page, and past the end', async () => {
    const { body } = await get('/services?per_page=20')
    expect(body).toMatchObject({
      total_items: 71,
      total_pages: 4,
      page_number: 1,
      size: 20,
      first_page: true,
      last_page: false,
      empty: false,
    })
    expect((await get('/services?per_page=20&page=4')).body).toMatchObject({ size: 11, last_page: true })
    expect((await get('/services?per_page=20&page=9')).body).toMatchObject({ size: 0, empty: true, contents: [] })
    const seen = new Set<unknown>()
    for (const number of [1, 2, 3, 4])
      for (const { id } of (await get(`/services?per_page=20&page=${number}`)).body!.contents) seen.add(id)
    expect(seen.size).toBe(71)
  })

  test('search, term, list, organization, change, age, day and time', async () => {
    expect(await names('/services?search=grab%20rails%20key%20safes%20alarms')).toEqual(['Marsh Lane handyperson'])
    const terms = (await get('/taxonomy_terms?search=handyperson%20schemes')).body!.contents
    expect(terms).toMatchObject([{ name: 'Handyperson schemes', code: 'esdServiceTypes:1234' }])
    expect(await names(`/services?taxonomy_term_id=${String(terms[0]!['id'])}`)).toHaveLength(4)
    const list = (await get('/taxonomies?search=audience')).body!.contents[0]!
    expect(await names(`/services?taxonomy_id=${String(list['id'])}`)).toEqual(["Mill Street carers' group"])
    expect((await get(`/taxonomies/${String(list['id'])}`)).body).toMatchObject({
      name: 'audience',
      taxonomy_terms: [{ name: 'Carers' }],
    })
    expect(await names('/services?organization_id=6a1f0c3e-0b1d-4a57-9c53-1d0a7f0f0001')).toEqual([
      'Marsh Lane handyperson',
    ])
    expect(await names('/services?modified_after=2026-06-01T08:30:00Z')).toEqual([
      'Marsh Lane handyperson',
      "Mill Street carers' group",
    ])
    expect(await names('/services?minimum_age=60')).toEqual(['Marsh Lane handyperson'])
    expect(await names('/services?day=SU')).toEqual(['Night sitters'])
    expect(await names('/services?day=Tuesday&start_time=16:00&end_time=16:30')).toEqual(['Marsh Lane handyperson'])
    expect((await get('/services?minimal=true')).body!.contents[0]).toEqual({
      id: MARSH,
      last_modified: '2026-06-01T08:30:00.000Z',
      modified_date: '2026-06-01T08:30:00.000Z',
    })
  })

  test('near a postcode: by the services around it, where no list of postcodes is loaded', async () => {
    const { body } = await get('/service_at_locations?postcode=PR7%209ZZ&proximity=5000')
    const marsh = body!.contents.find((one) => (one['service'] as { name: string }).name === 'Marsh Lane handyperson')
    expect(marsh).toMatchObject({ location: { latitude: 53.653 }, service: { id: MARSH } })
    expect((await get('/service_at_locations?postcode=CB4&proximity=1000')).body).toMatchObject({ total_items: 1 })
    expect(await names('/services?postcode=cb41xy&proximity=1000')).toEqual(['Fen Road handyperson'])
  })

  test('every record of a list, one a line', async () => {
    const { text, headers } = await get('/services?format=ndjson&full=true')
    expect(headers.get('Content-Type')).toMatch('ndjson')
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(71)
    expect(JSON.parse(lines[0]!)).toMatchObject({ id: MARSH, phones: [{ number: '01632 960101' }] })
  })

  test('an organization with its services', async () => {
    const { body } = await get('/organizations/6a1f0c3e-0b1d-4a57-9c53-1d0a7f0f0001?full_service=true')
    expect(body).toMatchObject({
      name: 'Marsh Lane Trust',
      services: [{ id: MARSH, schedules: [{ byday: 'MO,TU,WE' }] }],
    })
  })
})

describe('whatever a client sends', () => {
  test('any web page may read it, and nobody may write', async () => {
    const { headers } = await get('/services')
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(headers.get('Cache-Control')).toBe('public, max-age=300')
    expect((await get('/services', { method: 'OPTIONS', headers: { Origin: 'https://a.example' } })).status).toBe(204)
    expect((await get('/services', { method: 'POST', body: '{}' })).status).toBe(405)
    expect((await get('/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
  })

  test.for([
    ['/services/1', 404],
    [`/services/${NOBODY}`, 404],
    ['/services/%00', 404],
    ["/services/'--", 404],
    [`/taxonomies/${NOBODY}`, 404],
    ['/taxonomy_terms/x', 404],
    ['/service_at_locations/x', 404],
    ['/organizations/x', 404],
    ['/nothing', 404],
    ['/services?page=0', 400],
    ['/services?page=-1', 400],
    ['/services?page=one', 400],
    ['/services?page=99999999999999999999', 400],
    ['/services?per_page=0', 400],
    ['/services?per_page=1e9', 400],
    ['/services?minimum_age=old', 400],
    ['/services?day=someday', 400],
    ['/services?start_time=9', 400],
    ['/services?modified_after=yesterday', 400],
    ['/services?postcode=ZZ99%209ZZ', 400],
    ['/services?proximity=100', 400],
    ['/services?postcode=PR7&proximity=-5', 400],
  ] as const)('%s answers %s in plain words', async ([path, status]) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({
      error: { code: expect.any(String) as string, message: expect.stringMatching(/\.$/) as string },
    })
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  test.for([
    '/services?search=%22',
    '/services?search=%28',
    '/services?search=',
    '/services?search=a%20NEAR%20b',
    '/services?search=%00',
    '/services?search=%F0%9F%92%A7',
    `/services?search=${'x'.repeat(3000)}`,
    '/services?per_page=100000',
    '/services?taxonomy_term_id=%27',
    '/services?full=maybe',
    '/services?page=100000',
    '/taxonomy_terms?search=%25_%5C',
    '/services?modified_after=2026-03-01T09:00:00%2B01:00',
    '/services?modified_after=2026-03-01T09:00:00+01:00',
  ])('%s is answered', async (path) => {
    expect((await get(path)).status).toBe(200)
    expect(service.reported).toEqual([])
  })
})
