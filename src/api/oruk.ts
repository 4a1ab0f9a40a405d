import { Hono, type Context } from 'hono'
import type { Directory } from '../directory/directory.ts'
import * as publish from '../directory/services/publish.ts'
import type { Page } from '../directory/services/published.ts'
import { Unavailable } from '../store/database.ts'
import { failure } from './errors.ts'
import { orukDocument } from './oruk-document.ts'
import { isUuid, readFilter, readPage, Unfit } from './oruk-query.ts'

export interface OrukDeps {
  readonly directory: Directory
  /** The public address of the service, where it is known. */
  readonly baseUrl?: string | undefined
  readonly report?: (error: unknown) => void
}

/** The profile that this API follows. */
const PROFILE = 'https://docs.openreferraluk.org/en/latest/'
/** Open data may be kept for so long, seconds. */
const FRESH = 300

/** The directory as an API of Open Referral UK 3.0, for anyone: open data, without a key, from any web page. */
export function createOruk({ directory, baseUrl, report }: OrukDeps): Hono {
  const oruk = new Hono()
  oruk.use(async (c, next) => {
    if (c.req.method === 'OPTIONS') return preflight(c)
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      return cors(failure(c, 405, 'bad-request', 'This API is for reading only. Use GET.'))
    await next()
    cors(c.res)
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', `public, max-age=${FRESH}`)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  })

  const origin = (c: Context): string => `${(baseUrl ?? new URL(c.req.url).origin).replace(/\/$/, '')}/oruk/v3`
  const about = (c: Context): Response =>
    c.json({ version: 'HSDS-UK-3.0', profile: PROFILE, openapi_url: `${origin(c)}/openapi.json` })
  oruk.get('/', about)
  oruk.get('/openapi.json', (c) => c.json(orukDocument(origin(c))))

  oruk.get('/services', async (c) => {
    const query = c.req.query()
    const minimal = query['minimal'] === 'true'
    const full = query['full'] === 'true'
    const { page, number } = readPage(query, minimal ? 5000 : full ? 100 : 500)
    const shape = full
      ? publish.fullService
      : (one: Parameters<typeof publish.listedService>[0]) => publish.listedService(one, { minimal })
    const filter = await readFilter(query, directory)
    return listed(c, page, number, (at) => directory.services(filter, at), shape)
  })
  oruk.get('/services/:id', (c) => one(c, directory.service, publish.fullService))

  oruk.get('/service_at_locations', async (c) => {
    const query = c.req.query()
    const full = query['full'] === 'true'
    const { page, number } = readPage(query, full ? 100 : 500)
    const filter = await readFilter(query, directory)
    return listed(
      c,
      page,
      number,
      (at) => directory.places(filter, at),
      ({ place, service }) =>
        full ? publish.fullPlaceWithService(place, service) : publish.listedPlace(place, service),
    )
  })
  oruk.get('/service_at_locations/:id', (c) =>
    one(c, directory.place, ({ place, service }) => publish.fullPlaceWithService(place, service)),
  )

  oruk.get('/organizations', async (c) => {
    const { page, number } = readPage(c.req.query(), 500)
    const words = c.req.query('search')?.slice(0, 200)
    const shape = c.req.query('full') === 'true' ? publish.fullOrganization : publish.listedOrganization
    return listed(c, page, number, (at) => directory.organizations(words, at), shape)
  })
  oruk.get('/organizations/:id', async (c) => {
    const full = c.req.query('full_service') === 'true'
    const id = c.req.param('id')
    const services = isUuid(id)
      ? await directory.services({ organization_id: id.toLowerCase() }, { offset: 0, size: 100 })
      : undefined
    return one(c, directory.organization, (found) => ({
      ...publish.fullOrganization(found),
      services: services?.found.map((service) => {
        const shown = full ? publish.fullService(service) : publish.listedService(service)
        const { organization: _, ...rest } = shown
        return rest
      }),
    }))
  })

  oruk.get('/taxonomies', async (c) => {
    const { page, number } = readPage(c.req.query(), 500)
    return listed(
      c,
      page,
      number,
      (at) => directory.taxonomies(c.req.query('search')?.slice(0, 200), at),
      (found) => publish.publishedTaxonomy(found),
    )
  })
  oruk.get('/taxonomies/:id', async (c) => {
    const id = c.req.param('id')
    const terms = isUuid(id)
      ? await directory.terms({ taxonomy_id: id.toLowerCase() }, { offset: 0, size: 5000 })
      : undefined
    return one(c, directory.taxonomy, (found) => publish.publishedTaxonomy(found, terms?.found))
  })

  oruk.get('/taxonomy_terms', async (c) => {
    const query = c.req.query()
    const { page, number } = readPage(query, 500)
    const filter = {
      ...(query['search'] ? { search: query['search'].slice(0, 200) } : {}),
      ...(query['taxonomy_id'] ? { taxonomy_id: query['taxonomy_id'].toLowerCase() } : {}),
      ...(query['parent_id'] ? { parent_id: query['parent_id'].toLowerCase() } : {}),
      top_only: query['top_only'] === 'true',
    }
    return listed(c, page, number, (at) => directory.terms(filter, at), publish.publishedTerm)
  })
  oruk.get('/taxonomy_terms/:id', (c) => one(c, directory.term, publish.publishedTerm))

  oruk.all('*', (c) => {
    // Clients write the address of an API with a slash at its end, and join paths to it with another one.
    const url = new URL(c.req.url)
    if (/\/oruk\/v3\/+$/.test(url.pathname)) return about(c)
    const tidy = url.pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')
    if (tidy !== url.pathname) return c.redirect(tidy + url.search, 308)
    return failure(c, 404, 'not-found', 'There is nothing at this address. See /oruk/v3/openapi.json.')
  })
  oruk.onError((error, c) => {
    if (error instanceof Unfit) return cors(failure(c, 400, 'bad-request', error.message, { field: error.field }))
    report?.(error)
    if (error instanceof Unavailable)
      return cors(
        failure(
          c,
          503,
          'unavailable',
          'The directory cannot be read at the moment. Please try again in a few minutes.',
        ),
      )
    return cors(failure(c, 500, 'internal', 'Something is wrong on our side.'))
  })
  return oruk
}

interface Source<One> {
  (page: Page): Promise<{ readonly total: number; readonly found: readonly One[] }>
}

/** A page with the standard's counts, or with `format=ndjson` every record of the list, one a line. */
async function listed<One>(
  c: Context,
  page: Page,
  number: number,
  source: Source<One>,
  shape: (one: One) => Record<string, unknown>,
): Promise<Response> {
  if (c.req.query('format') === 'ndjson')
    return c.body(lines(source, shape), 200, { 'Content-Type': 'application/x-ndjson' })
  const { total, found } = await source(page)
  const pages = Math.ceil(total / page.size)
  return c.json({
    total_items: total,
    total_pages: pages,
    page_number: number,
    size: found.length,
    first_page: number === 1,
    last_page: number >= pages,
    empty: found.length === 0,
    contents: found.map(shape),
  })
}

/** One page in memory at a time, and none before it is asked for. */
function lines<One>(source: Source<One>, shape: (one: One) => Record<string, unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let offset = 0
  return new ReadableStream({
    async pull(controller) {
      const { found } = await source({ offset, size: 200 })
      offset += found.length
      if (found.length > 0)
        controller.enqueue(encoder.encode(found.map((one) => `${JSON.stringify(shape(one))}\n`).join('')))
      if (found.length < 200) controller.close()
    },
  })
}

async function one<One>(
  c: Context,
  find: (id: string) => Promise<One | undefined>,
  shape: (one: One) => Record<string, unknown>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  // An id that is no UUID is nobody's: the same answer as for one that nobody has.
  const found = isUuid(id) ? await find(id.toLowerCase()) : undefined
  return found ? c.json(shape(found)) : failure(c, 404, 'not-found', 'There is no record with this id.')
}

function cors(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*')
  response.headers.set('Access-Control-Expose-Headers', 'ETag')
  response.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  return response
}

const preflight = (c: Context): Response =>
  cors(
    c.body(null, 204, {
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    }),
  )
