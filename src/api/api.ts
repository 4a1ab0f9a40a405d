import { Hono, type Context } from 'hono'
import { bodyLimit } from '../body-limit.ts'
import type * as z from 'zod'
import type { Assessments, Channel, Stepped } from '../assessment/assessments.ts'
import type { Unclear } from '../assessment/where.ts'
import { LIMITS } from '../flow/limits.ts'
import { Unavailable } from '../store/database.ts'
import { failure, gone, tooMany } from './errors.ts'
import { openapi } from './openapi.ts'
import { answerBody, beginBody, productsQuery, resumeBody, stepBody } from './schemas.ts'

export interface ApiDeps {
  readonly assessments: Assessments
  /** The sender's address, for rate limits. */
  readonly address: (c: Context) => string
  readonly version: string
  /** Told of what went wrong inside; never of what a client sent. */
  readonly report?: (error: unknown) => void
}

/** The JSON API of `/api/v1`. It knows no cookie and no session: the id is the key. */
export function createApi({ assessments, address, version, report }: ApiDeps): Hono {
  const api = new Hono()
  api.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
    c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  })
  api.use(
    bodyLimit({
      maxSize: LIMITS.body,
      onError: (c) => failure(c, 413, 'too-large', `That is too much at once. Send at most ${LIMITS.body} bytes.`),
    }),
  )

  api.get('/openapi.json', (c) => c.json(openapi(version)))

  api.get('/topics', (c) => c.json(assessments.topics(c.req.query('q')?.slice(0, 300), c.req.query('pack'))))

  const unclear = (c: Context, { why, message, councils }: Unclear): Response => {
    if (why === 'place-needed' || why === 'postcode-unreadable')
      return failure(c, 400, 'bad-request', message, { field: 'postcode' })
    if (councils.length > 0) return failure(c, 422, 'misfit', message, { field: 'postcode', councils })
    return failure(c, 404, 'not-found', message, { field: 'postcode' })
  }

  api.get('/places', async (c) => {
    const found = await assessments.where(c.req.query('postcode')?.slice(0, LIMITS.postcode) ?? '', c.req.query('pack'))
    return 'message' in found ? unclear(c, found) : c.json(found)
  })

  api.get('/services', async (c) => {
    const { need = '', postcode = '', age, pack } = c.req.query()
    const years = age === undefined ? {} : { age: Number(age) }
    if (age !== undefined && !/^\d{1,3}$/.test(age))
      return failure(c, 400, 'bad-request', 'Give the age in whole years, such as 70.', { field: 'age' })
    const found = await assessments.services({
      need,
      postcode: postcode.slice(0, LIMITS.postcode),
      ...years,
      ...(pack ? { pack } : {}),
    })
    if (found.kind === 'unclear') return unclear(c, found.unclear)
    if (found.kind === 'no-need') return failure(c, 400, 'bad-request', found.message, { field: 'need' })
    const { types, council, services } = found
    return c.json({ types, council, services })
  })

  api.post('/assessments', async (c) => {
    const body = await read(c, beginBody, true)
    if (body instanceof Response) return body
    const { channel = 'api', ...options } = body
    const begun = await assessments.begin({ ...given(options), channel: channel as Channel, from: address(c) })
    if (begun.kind !== 'ok') return tooMany(c, begun.message)
    const { id, resumeCode, view } = begun
    return c.json({ id, resumeCode, view }, 201)
  })

  api.post('/assessments/resume', async (c) => {
    const body = await read(c, resumeBody)
    if (body instanceof Response) return body
    const resumed = await assessments.resume(body.code, address(c))
    if (resumed.kind === 'too-many') return tooMany(c, resumed.message)
    if (resumed.kind === 'gone')
      return failure(c, 404, 'not-found', 'No assessment has that code. Check it and try again.')
    return c.json({ id: resumed.id, view: resumed.view })
  })

  api.get('/assessments/:id', async (c) => {
    const id = c.req.param('id')
    const looked = await assessments.look(id)
    return looked.kind === 'ok' ? c.json({ id, view: looked.view, answers: looked.answers }) : gone(c)
  })

  api.post('/assessments/:id/answers', async (c) => {
    const body = await read(c, answerBody)
    if (body instanceof Response) return body
    return stepped(c, await assessments.answer(c.req.param('id'), { ...body, by: { source: 'api' } }))
  })

  for (const [path, step] of [
    ['finish', assessments.finish],
    ['continue', assessments.carryOn],
  ] as const)
    api.post(`/assessments/:id/${path}`, async (c) => {
      const body = await read(c, stepBody)
      if (body instanceof Response) return body
      return stepped(c, await step(c.req.param('id'), body.seq, { source: 'api' }))
    })

  api.get('/assessments/:id/advice', async (c) => {
    const made = await assessments.advice(c.req.param('id'))
    if (made.kind === 'gone') return gone(c)
    if (made.kind === 'too-early')
      return failure(c, 409, 'too-early', 'There is nothing to advise yet. Answer a few more questions first.')
    return c.json(made.advice)
  })

  api.get('/assessments/:id/products', async (c) => {
    const query = productsQuery.safeParse(c.req.query())
    if (!query.success)
      return failure(
        c,
        400,
        'bad-request',
        'Name a type of equipment, such as ?type=walking-stick; page counts from 1.',
        {
          field: query.error.issues[0]?.path.join('.') || 'type',
        },
      )
    const found = await assessments.products(c.req.param('id'), query.data.type, query.data.page)
    if (found.kind === 'gone') return gone(c)
    if (found.kind === 'no-type')
      return failure(c, 404, 'not-found', 'There is no such type of equipment.', { field: 'type' })
    if (found.kind === 'too-early')
      return failure(c, 409, 'too-early', 'There is nothing to advise yet. Answer a few more questions first.')
    return c.json(found.listing)
  })

  api.delete('/assessments/:id', async (c) => {
    const erased = await assessments.erase(c.req.param('id'))
    return erased.kind === 'ok' ? c.body(null, 204) : gone(c)
  })

  // A mounted app's `notFound` is not asked, so the last route stands for it.
  api.all('*', (c) => failure(c, 404, 'not-found', 'There is nothing at this address. See /api/v1/openapi.json.'))
  api.onError((error, c) => {
    report?.(error)
    if (error instanceof Unavailable)
      return failure(c, 503, 'unavailable', 'We cannot save answers at the moment. Please try again in a few minutes.')
    return failure(c, 500, 'internal', 'Something is wrong on our side. Your earlier answers are kept.')
  })
  return api
}

function stepped(c: Context, result: Stepped): Response {
  switch (result.kind) {
    case 'ok':
      return c.json({ view: result.view })
    case 'stale':
      return failure(c, 409, 'stale', result.message, { view: result.view })
    case 'misfit':
      return failure(c, 422, 'misfit', result.message, {
        field: 'answer',
        view: result.view,
        councils: result.councils,
      })
    case 'too-many':
      return tooMany(c, result.message)
    case 'gone':
      return gone(c)
  }
}

/** The body as its schema wants it, or the response that says what is wrong with it. */
async function read<S extends z.ZodType>(c: Context, schema: S, mayBeEmpty = false): Promise<z.output<S> | Response> {
  const text = await c.req.text()
  let raw: unknown
  try {
    raw = text.trim() === '' && mayBeEmpty ? {} : JSON.parse(text)
  } catch {
    return failure(c, 400, 'bad-json', 'The body is not JSON. Send an object such as { "seq": 0 }.')
  }
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') || undefined
  return failure(
    c,
    400,
    'bad-request',
    `${field ?? 'The body'}: ${issue?.message ?? 'not as expected'}.`,
    field ? { field } : {},
  )
}

/** Only the keys that have a value. */
const given = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>
  }
