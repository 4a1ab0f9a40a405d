import * as z from 'zod'
import { DUTIES } from '../directory/duties.ts'
import { ERROR_CODES } from './errors.ts'
import { answerBody, beginBody, productsQuery, resumeBody, stepBody } from './schemas.ts'

const BASE = '/api/v1'

const text = { type: 'string' } as const
const whole = { type: 'integer', minimum: 0 } as const

const SCHEMAS = {
  Error: object(
    {
      error: object(
        { code: { enum: ERROR_CODES }, message: text, field: text, councils: list({ id: text, name: text }) },
        ['code', 'message'],
      ),
      view: ref('View'),
    },
    ['error'],
  ),
  View: object(
    {
      seq: whole,
      kind: { enum: ['question', 'urgent', 'advice'] },
      question: ref('Question'),
      progress: object({ answered: whole, leastLeft: whole, mostLeft: whole }),
      urgent: object({
        rule: text,
        code: text,
        title: text,
        action: text,
        phone: text,
        why: text,
        canContinue: { type: 'boolean' },
      }),
      adviceReady: { type: 'boolean' },
      locale: text,
      version: text,
    },
    ['seq', 'kind', 'progress', 'adviceReady', 'locale', 'version'],
  ),
  Whereabouts: object(
    {
      postcode: text,
      lsoa: text,
      ward: named(),
      district: named(),
      council: named(),
      icb: named(),
      lat: { type: 'number' },
      lon: { type: 'number' },
      responsible: {
        type: 'object',
        propertyNames: { enum: Object.keys(DUTIES) },
        additionalProperties: {
          anyOf: [named(), object({ oneOf: list({ id: text, name: text }) })],
        },
      },
      edition: text,
    },
    ['postcode', 'council', 'responsible'],
  ),
  Question: object(
    {
      id: text,
      topic: text,
      text,
      why: text,
      hint: text,
      say: text,
      short: text,
      kind: { enum: ['single', 'multi', 'number', 'place', 'text'] },
      options: { type: 'array', items: object({ id: text, label: text, hint: text, group: text }, ['id', 'label']) },
      unit: { enum: ['cm', 'kg'] },
      min: { type: 'number' },
      max: { type: 'number' },
      allow: { type: 'array', items: { enum: ['not_sure', 'rather_not_say', 'skip'] } },
      answer: {},
    },
    ['id', 'topic', 'text', 'kind'],
  ),
  /** `entry` only where it comes from a local directory; `distanceKm` from the middle of the ward. */
  Service: object(
    {
      id: text,
      type: text,
      name: text,
      what: text,
      how: text,
      council: text,
      phone: text,
      text,
      url: text,
      email: text,
      address: text,
      distanceKm: { type: 'number' },
      hours: text,
      open: text,
      eligibility: text,
      cost: text,
      lastChecked: { type: 'string', format: 'date' },
      caution: text,
      entry: object({ id: text, list: text }),
      why: { type: 'array', items: text },
    },
    ['id', 'type', 'name', 'what', 'lastChecked', 'why'],
  ),
  Advice: object(
    {
      assessment: text,
      version: text,
      madeAt: { type: 'string', format: 'date-time' },
      locale: text,
      notAnAssessment: text,
      urgent: list({ code: text, title: text, action: text, phone: text, because: { type: 'array', items: text } }),
      first: { type: 'array', items: text, maxItems: 3 },
      items: list({ id: text, topic: text, kind: text, when: { enum: ['now', 'soon', 'later'] }, title: text, text }),
      notSuitable: list({ equipment: text, title: text, because: { type: 'array', items: text }, instead: text }),
      services: { type: 'array', items: ref('Service') },
      place: object({ area: text, district: text, ward: text, council: text, phone: text }, ['area', 'council']),
    },
    [
      'assessment',
      'version',
      'madeAt',
      'locale',
      'notAnAssessment',
      'urgent',
      'first',
      'items',
      'notSuitable',
      'services',
    ],
  ),
  Listing: object(
    {
      type: text,
      name: text,
      what: text,
      tier: { enum: ['self-choose', 'get-advice', 'assessed-only'] },
      show: { enum: ['products', 'ask', 'nothing'] },
      why: text,
      because: { type: 'array', items: text },
      instead: text,
      checked: { type: 'array', items: text },
      order: text,
      demonstration: text,
      vat: text,
      bearsWeight: { type: 'boolean' },
      products: {
        type: 'array',
        items: object(
          {
            id: text,
            name: text,
            supplier: object({ id: text, name: text }),
            price: { ...whole, description: 'Pence, with VAT' },
            vatReliefPrice: { ...whole, description: 'Pence, without VAT' },
            stock: { enum: ['in', 'order', 'unknown', 'out'] },
            weightLimit: { type: 'number', description: 'kg' },
            size: object({ from: { type: 'number' }, to: { type: 'number' } }),
            length: { type: 'number', description: 'cm' },
            width: { type: 'number', description: 'cm' },
            height: { type: 'number', description: 'cm' },
            picture: { type: 'string', format: 'uri' },
            demonstration: { type: 'boolean', description: 'Invented: there is nothing to buy' },
            asOf: { type: 'string', format: 'date' },
            out: { ...text, description: 'A path of this site that leads to the supplier and counts the click' },
          },
          ['id', 'name', 'supplier', 'price', 'stock', 'demonstration', 'asOf', 'out'],
        ),
      },
      total: whole,
      leftOut: whole,
      page: whole,
      pages: whole,
      routes: { type: 'array', items: text },
      services: list({ id: text, type: text, name: text, phone: text, url: text, lastChecked: text }),
    },
    [
      'type',
      'name',
      'tier',
      'show',
      'because',
      'checked',
      'bearsWeight',
      'products',
      'total',
      'leftOut',
      'page',
      'pages',
      'routes',
      'services',
    ],
  ),
}

/** The API described as OpenAPI 3.1. Request bodies come from the very schemas that check them. */
export function openapi(version: string) {
  const stepResponses = {
    200: ok('The next view', object({ view: ref('View') })),
    404: error('Unknown id'),
    409: error('Something else was answered meanwhile; the current view comes with it'),
    429: error('Too fast'),
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Handrail',
      version,
      description:
        'A guided self-assessment for adult social care in England. Ids are secrets: who knows one may read and change that assessment.',
    },
    servers: [{ url: BASE }],
    paths: {
      '/topics': {
        get: op(
          'Topics, best match first',
          { 200: ok('Topics', list({ id: text, group: text, title: text, hint: text, sure: { type: 'boolean' } })) },
          undefined,
          [{ name: 'q', in: 'query', schema: text, description: 'A person’s own words' }],
        ),
      },
      '/places': {
        get: op(
          'Where a postcode lies, and which council does what there. It belongs to no assessment, and nothing is kept',
          {
            200: ok('Found', ref('Whereabouts')),
            404: error('Not a postcode of England that is known here'),
            422: error('Several councils share it; they come with it'),
          },
          undefined,
          [
            {
              name: 'postcode',
              in: 'query',
              required: true,
              schema: text,
              description: 'A postcode, or its first half',
            },
          ],
        ),
      },
      '/services': {
        get: op(
          'Who can help with one need in one place, and why each is shown. It belongs to no assessment, and nothing is kept',
          {
            200: ok(
              'Found',
              object({
                types: { type: 'array', items: text },
                council: named(),
                services: { type: 'array', items: ref('Service') },
              }),
            ),
            404: error('Not a postcode of England that is known here'),
            422: error('Several councils share it; they come with it'),
          },
          undefined,
          [
            { name: 'need', in: 'query', required: true, schema: text, description: 'A kind of help, or own words' },
            {
              name: 'postcode',
              in: 'query',
              required: true,
              schema: text,
              description: 'A postcode, or its first half',
            },
            { name: 'age', in: 'query', schema: whole, description: 'Years' },
          ],
        ),
      },
      '/assessments': {
        post: op(
          'Begin',
          {
            201: ok('Begun', object({ id: text, resumeCode: text, view: ref('View') })),
            429: error('Too many were begun from here'),
          },
          beginBody,
        ),
      },
      '/assessments/resume': {
        post: op(
          'Open again by code',
          {
            200: ok('Opened', object({ id: text, view: ref('View') })),
            404: error('No such code'),
            429: error('Too many tries'),
          },
          resumeBody,
        ),
      },
      '/assessments/{id}': {
        parameters: [idParameter],
        get: op('View and answers on the path', {
          200: ok(
            'The assessment',
            object({
              id: text,
              view: ref('View'),
              answers: list({ question: text, topic: text, text, answer: {}, answerText: text }),
            }),
          ),
          404: error('Unknown id'),
        }),
        delete: op('Delete the answers now', { 204: { description: 'Deleted' }, 404: error('Unknown id') }),
      },
      '/assessments/{id}/answers': {
        parameters: [idParameter],
        post: op(
          'Answer, or change an earlier answer',
          { ...stepResponses, 422: error('The answer does not fit') },
          answerBody,
        ),
      },
      '/assessments/{id}/finish': {
        parameters: [idParameter],
        post: op('Stop here: the advice so far', stepResponses, stepBody),
      },
      '/assessments/{id}/continue': {
        parameters: [idParameter],
        post: op('Go on after an urgent action or the advice so far', stepResponses, stepBody),
      },
      '/assessments/{id}/advice': {
        parameters: [idParameter],
        get: op('The advice', {
          200: ok('Advice', ref('Advice')),
          404: error('Unknown id'),
          409: error('Nothing can be said yet'),
        }),
      },
      '/assessments/{id}/products': {
        parameters: [idParameter],
        get: op(
          'What may be shown under a type of equipment: products that fit, or whom to ask, or nothing',
          {
            200: ok('The listing', ref('Listing')),
            404: error('Unknown id, or no such type of equipment'),
            409: error('Nothing can be said yet'),
          },
          undefined,
          queryParameters(productsQuery),
        ),
      },
    },
    components: { schemas: SCHEMAS },
  }
}

const idParameter = { name: 'id', in: 'path', required: true, schema: text }

/** The query of a call, from the very schema that checks it. */
function queryParameters(schema: z.ZodType): unknown[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' }) as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(description ? { description } : {}),
  }))
}

function object(properties: Record<string, unknown>, required: string[] = Object.keys(properties)) {
  return { type: 'object', properties, required }
}
function list(properties: Record<string, unknown>) {
  return { type: 'array', items: object(properties, Object.keys(properties).slice(0, 1)) }
}
function named() {
  return object({ id: text, name: text })
}
function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` }
}
const json = (schema: unknown) => ({ 'application/json': { schema } })
const ok = (description: string, schema: unknown) => ({ description, content: json(schema) })
const error = (description: string) => ok(description, ref('Error'))

function op(summary: string, responses: Record<number, unknown>, body?: z.ZodType, parameters: unknown[] = []) {
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(z.toJSONSchema(body)) } } : {}),
    responses: {
      ...responses,
      400: error('The body is not as expected'),
      413: error('Too large'),
      503: error('Answers cannot be saved now'),
    },
  }
}
