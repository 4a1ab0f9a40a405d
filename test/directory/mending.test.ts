import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mendEmail, mendPhone, mendUrl } from '../../src/directory/oruk/mend/contact.ts'
import { plainText } from '../../src/directory/oruk/mend/text.ts'
import { mendDate, mendDays, mendInstant, mendTime } from '../../src/directory/oruk/mend/when.ts'
import { createDirectory } from '../../src/directory/directory.ts'
import { temporaryStore } from '../store/temporary.ts'
import { counts, importFile } from './directory.ts'

const BRISTOL = '../shared/data/oruk/bristol-services-v3list.json'

describe('one value', () => {
  test.for([
    ['www.example.org.uk', 'http://www.example.org.uk/'],
    ['http:www.example.org', 'http://www.example.org/'],
    ['https:/example.org/a?b=c', 'https://example.org/a?b=c'],
    ['https://example.org/a', 'https://example.org/a'],
    ['Warmley Community Centre', undefined],
    ['javascript:alert(1)', undefined],
    ['mailto:a@example.org', undefined],
    ['http://user:word@example.org', undefined],
    ['http://10.0.0.1/', undefined],
    ['http://localhost/', undefined],
  ] as const)('web address %s', ([raw, mended]) => expect(mendUrl(raw)?.value).toBe(mended))

  test.for([
    ['\u00a0me@example.org ', 'me@example.org'],
    ['mailto:me@example.org', 'me@example.org'],
    ['me@example', undefined],
    ['me at example.org', undefined],
  ] as const)('e-mail %s', ([raw, mended]) => expect(mendEmail(raw)?.value).toBe(mended))

  test.for([
    ['0117 123 4567', '0117 123 4567'],
    ['Tel: 01632 960101 (mornings)', '01632 960101'],
    ['+44 (0)1632 960101', '+44 (0)1632 960101'],
    ['999', '999'],
    ['ask at the desk', undefined],
    ['0123456789012345678', undefined],
  ] as const)('phone %s', ([raw, mended]) => expect(mendPhone(raw)?.value).toBe(mended))

  test.for([
    ['2026-03-15', '2026-03-15'],
    ['15/03/2026', '2026-03-15'],
    ['2026-03-15T10:00:00', '2026-03-15'],
    ['2026-02-30', undefined],
    ['soon', undefined],
  ] as const)('date %s', ([raw, mended]) => expect(mendDate(raw)?.value).toBe(mended))

  test.for([
    ['2026-06-01T09:30:00', '2026-06-01T08:30:00.000Z'],
    ['2026-01-01T09:30:00', '2026-01-01T09:30:00.000Z'],
    ['2026-06-01T09:30:00Z', '2026-06-01T09:30:00.000Z'],
    ['2026-06-01T09:30:00+01:00', '2026-06-01T08:30:00.000Z'],
  ] as const)('a time without a zone is London time: %s', ([raw, mended]) =>
    expect(mendInstant(raw)?.value).toBe(mended),
  )

  test.for([
    ['09:00', '09:00'],
    ['9:00:00', '09:00'],
    ['9.30pm', '21:30'],
    ['12am', '00:00'],
    ['24:00', '00:00'],
    ['1970-01-01T17:15:00Z', '17:15'],
    ['25:00', undefined],
    ['noonish', undefined],
  ] as const)('time of day %s', ([raw, mended]) => expect(mendTime(raw)?.value).toBe(mended))

  test.for([
    ['MO,TU', 'MO,TU'],
    ['Monday, Tue, wednesdays', 'MO,TU,WE'],
    ['weekdays', 'MO,TU,WE,TH,FR'],
    ['2TU', '2TU'],
    ['whenever', undefined],
  ] as const)('days %s', ([raw, mended]) => expect(mendDays(raw)?.value).toBe(mended))

  test('markup becomes text that can be read, and nothing of a script is left', () => {
    expect(plainText('<p>One &amp; two</p><ul><li>a</li><li>b</li></ul><script>alert(1)</script>')).toBe(
      'One & two\n\n- a\n\n- b',
    )
    expect(plainText('at <5 pounds & fun')).toBe('at <5 pounds & fun')
    expect(plainText('<img src=x onerror=alert(1)>Hello')).toBe('Hello')
    expect(plainText('a\u0000b\u202ec\ud800')).toBe('abc')
  })
})

test('the fixture feed: what is taken in, refused, dropped and mended', async () => {
  const db = await temporaryStore()
  const report = await importFile(db)
  expect(report).toMatchObject({ outcome: 'imported', read: 14, services: 11, refused: 3 })
  expect(counts(report)).toEqual({
    'not-a-record': 1,
    'no-name': 1,
    'id-twice': 1,
    'url-dropped': 2,
    'email-dropped': 1,
    'phone-dropped': 1,
    'date-dropped': 1,
    'time-dropped': 1,
    'age-dropped': 1,
    'ages-crossed': 1,
    'point-dropped': 1,
    'rule-dropped': 1,
    html: 1,
    'url-mended': 2,
    'email-mended': 2,
    'phone-mended': 1,
    'time-without-zone': 1,
    'date-mended': 2,
    'time-mended': 1,
    'rule-mended': 2,
    'number-mended': 3,
    'points-swapped': 1,
    'status-mended': 2,
    'id-mended': 8,
    'term-made': 1,
  })
  expect(report.rules.find(({ rule }) => rule === 'url-dropped')).toMatchObject({
    effect: 'dropped',
    examples: [{ name: "Mill Street carers' group", field: 'url', was: 'Mill Street Hall' }, {}],
  })
})

test('a mended service reads as it should', async () => {
  const db = await temporaryStore()
  await importFile(db)
  const service = await createDirectory({ db }).service('6a1f0c3e-0b1d-4a57-9c53-1d0a7f0e0001')
  expect(service).toMatchObject({
    name: 'Marsh Lane handyperson',
    description: 'We fit grab rails, key safes & stair rails.\n\n- Small repairs\n\n- Smoke alarms',
    url: 'http://www.marshlane.example.org/',
    email: 'hello@marshlane.example.org',
    minimum_age: 60,
    last_modified: '2026-06-01T08:30:00.000Z',
    phones: [{ number: '01632 960101' }],
    schedules: [{ freq: 'WEEKLY', byday: 'MO,TU,WE', opens_at: '09:00', closes_at: '17:00' }],
    cost_options: [{ option: 'A visit', amount: 15.5 }],
    organization: { name: 'Marsh Lane Trust', website: 'http://marshlane.example.org/' },
    service_at_locations: [{ location: { latitude: 53.653, addresses: [{ postal_code: 'PR7 1AB' }] } }],
  })
  expect(service).not.toHaveProperty('maximum_age')
  expect(service).not.toHaveProperty('favourite_colour')
})

test('version 1 comes in under the names of version 3', async () => {
  const db = await temporaryStore()
  const report = await importFile(db, new URL('../fixture/oruk/first-version.json', import.meta.url).pathname)
  expect(report).toMatchObject({ outcome: 'imported', services: 1 })
  const service = await createDirectory({ db }).service('7b1f0c3e-0b1d-4a57-9c53-1d0a7f0e0001')
  expect(service).toMatchObject({
    minimum_age: 50,
    organization: { website: 'https://lifts.example.org/' },
    contacts: [{ phones: [{ number: '01632 960201' }] }],
    schedules: [{ byday: 'MO', opens_at: '09:00', closes_at: '12:00' }],
    service_areas: [{ name: 'Lancashire County Council' }],
    service_at_locations: [
      { location: { addresses: [{ city: 'Preston' }], accessibility: [{ description: 'Step-free.' }] } },
    ],
    attributes: [
      { taxonomy_term: { name: 'Community transport', taxonomy: 'esdServiceTypes', code: 'esdServiceTypes:77' } },
    ],
  })
})

const real = existsSync(BRISTOL)
test.skipIf(!real)(
  `818 real services: 817 in, each mend counted${real ? '' : ` (skipped: no ${BRISTOL})`}`,
  async () => {
    const db = await temporaryStore()
    const report = await importFile(db, BRISTOL, { feed: 'bristol', areas: ['E06000023'] })
    expect(report).toMatchObject({ outcome: 'imported', read: 818, services: 817, refused: 1 })
    expect(counts(report)).toEqual({
      'id-twice': 1,
      'url-dropped': 3,
      html: 768,
      'url-mended': 85,
      'email-mended': 5,
      'id-mended': 721,
      'term-made': 721,
    })
    const found = await createDirectory({ db }).search({
      terms: ['Carers'],
      areas: ['E06000023'],
      today: '2026-11-21',
      limit: 5,
    })
    expect(found).toHaveLength(5)
    expect(found.every(({ why }) => why.some(({ because }) => because === 'term'))).toBe(true)
  },
)
