import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDirectory } from '../../src/directory/directory.ts'
import { importDemos, importHomes } from '../fixture/demo.ts'
import { DAY, frozenClock } from '../fixture/time.ts'
import { openStage, type Stage } from './stage.ts'

const KEY = 'a long editor key'
const LIST = '/editors/services'
const ID = '5f0f7a63-3d2b-4c8e-9a51-6b7c8d9e0f10'
const clock = frozenClock()
let stage: Stage
let cookie: string
beforeAll(async () => {
  stage = await openStage({ config: { EDITOR_KEY: KEY, PACK: 'lancashire' }, clock })
  await importHomes(stage.db, stage.bundle.library, clock())
  const opened = await send(LIST, { key: KEY }, '')
  cookie = opened.headers.get('Set-Cookie')!.split(';')[0]!
})
afterAll(() => stage.close())

type Fields = Record<string, string | readonly string[]>
function send(path: string, fields: Fields, as = cookie): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost', Cookie: as }
  return Promise.resolve(stage.app.request(path, { method: 'POST', headers, body: body.toString() }))
}
const see = async (path: string) => (await stage.app.request(path, { headers: { Cookie: cookie } })).text()

const KNITTING: Fields = {
  id: ID,
  seen: '0',
  name: 'Knit and natter',
  organization: 'St Mary’s church',
  description: 'Knitting, tea and a chat.',
  phone: '01632 960500',
  address: 'Church Hall',
  town: 'Chorley',
  postcode: 'pr71ab',
  area: 'E07000118',
  minimum_age: '50',
  types: ['vcfse-befriending', 'social-prescriber'],
  'opens-2': '10:00',
  'closes-2': '12:00',
  checked: 'yes',
}

const found = async () =>
  (
    await createDirectory({ db: stage.db }).search({
      terms: ['vcfse-befriending'],
      near: { lat: 53.654, lon: -2.629 },
      areas: ['E07000118', 'E10000017'],
      today: '2026-11-21',
    })
  ).filter(({ feed }) => feed.id === 'handrail')

describe('without the key', () => {
  test.each([LIST, `${LIST}/new`, `${LIST}/${ID}`, `${LIST}/${ID}/delete`])('%s asks for it', async (path) => {
    expect(await (await stage.app.request(path)).text()).toContain('Editor key')
  })

  test.each(['save', 'confirm', 'delete', 'hide', 'show', 'settle'])('nobody can %s', async (what) => {
    const sent = await send(`${LIST}/${what}`, KNITTING, '')
    expect(sent.status).toBe(403)
    expect(await stage.db.prepare('SELECT COUNT(*) AS n FROM own_service').first()).toEqual({ n: 0 })
  })

  test('what was typed goes on with the key, and is saved with it', async () => {
    const page = await (await send(`${LIST}/save`, KNITTING, '')).text()
    expect(page).toContain('What you typed is kept')
    expect(page).toContain('value="Knit and natter"')
    expect((await send(`${LIST}/save`, { ...KNITTING, key: 'not the key' }, '')).status).toBe(422)
    expect(await found()).toEqual([])
  })

  test('none of it exists where no key is configured', async () => {
    const shut = await openStage()
    expect((await shut.app.request(LIST)).status).toBe(404)
    await shut.close()
  })
})

describe('a service of an organisation without a feed', () => {
  test('is found and published like every other, as soon as it is saved', async () => {
    const saved = await send(`${LIST}/save`, KNITTING)
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, LIST])
    expect(await found()).toMatchObject([
      {
        id: ID,
        name: 'Knit and natter',
        address: 'Church Hall, Chorley, PR7 1AB',
        distanceKm: 0.1,
        assured: '2026-11-21',
        stale: false,
        minimumAge: 50,
        hours: [{ days: [2], opens: '10:00', closes: '12:00' }],
      },
    ])
    const published = await stage.app.request(`/oruk/v3/services/${ID}`)
    expect(await published.json()).toMatchObject({ id: ID, name: 'Knit and natter', assured_date: '2026-11-21' })
    expect(await see(LIST)).toContain('Checked on 21 November 2026')
  })

  test('the form shows what is there, and a correction takes its place', async () => {
    const form = await see(`${LIST}/${ID}`)
    for (const value of ['Knit and natter', '01632 960500', 'PR7 1AB', '10:00'])
      expect(form).toContain(`value="${value}"`)
    expect(form).toMatch(/id="type-vcfse-befriending"[^>]*checked/)
    const { checked: _, ...rest } = KNITTING
    expect((await send(`${LIST}/save`, { ...rest, seen: '1', name: 'Knit, natter and tea' })).status).toBe(303)
    expect((await found()).map(({ name, assured }) => [name, assured])).toEqual([
      ['Knit, natter and tea', '2026-11-21'],
    ])
  })

  test('of two editors who save at once the second is told, and loses nothing', async () => {
    const late = await send(`${LIST}/save`, { ...KNITTING, seen: '1', name: 'Written late' })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('Somebody else changed this service')
    expect(page).toContain('value="Written late"')
    expect((await found())[0]?.name).toBe('Knit, natter and tea')
  })

  test('confirming sets the day of the last check', async () => {
    clock.pass(10 * DAY)
    expect((await send(`${LIST}/confirm`, { id: ID })).status).toBe(303)
    expect((await found())[0]?.assured).toBe('2026-12-01')
  })

  test('it is deleted only after one has been asked once more', async () => {
    expect(await see(`${LIST}/${ID}/delete`)).toContain('Delete this service?')
    expect(await found()).toHaveLength(1)
    expect((await send(`${LIST}/delete`, { id: ID })).status).toBe(303)
    expect(await found()).toEqual([])
    expect((await stage.app.request(`/oruk/v3/services/${ID}`)).status).toBe(404)
  })
})

describe('what is wrong in the form is said in plain words, and nothing typed is lost', () => {
  test.each<[string, Fields, string]>([
    ['no name', { name: ' ' }, 'Give the name of the service'],
    ['no way to reach it', { phone: '' }, 'Give a phone number, an email address or a website'],
    ['a number that is none', { phone: 'ask Mary' }, 'That is no phone number'],
    ['an address that is none', { email: 'mary at church' }, 'That is no email address'],
    ['a link that is none', { url: 'javascript:alert(1)' }, 'That is no web address'],
    ['half a postcode', { postcode: 'PR7' }, 'Give the whole postcode'],
    ['no area', { area: 'E99999999' }, 'Choose the area that it serves'],
    ['ages the wrong way round', { minimum_age: '60', maximum_age: '50' }, 'The oldest age is below the youngest'],
    ['no kind of help', { types: [] }, 'Tick at least one kind of help'],
    ['a kind with a fixed number', { types: ['safeguarding'] }, 'Tick at least one kind of help'],
    ['one time of two', { 'closes-2': '' }, 'Give both times of a day'],
    ['too long', { description: 'x'.repeat(1001) }, 'Write less: at most 1,000 characters'],
  ])('%s', async (_, change, message) => {
    const sent = await send(`${LIST}/save`, { ...KNITTING, ...change })
    const page = await sent.text()
    expect(sent.status).toBe(422)
    expect(page).toContain(message)
    expect(page).toContain('Church Hall')
    expect(page).toContain('value="10:00"')
  })

  test('whatever is sent, it never breaks', async () => {
    for (const fields of [{}, { id: ID }, { id: 'x', name: 'y' }, { ...KNITTING, seen: 'NaN', name: '\u0000<script>' }])
      expect((await send(`${LIST}/save`, fields as Fields)).status).toBeLessThan(500)
    for (const what of ['confirm', 'delete', 'hide', 'show', 'settle'])
      expect((await send(`${LIST}/${what}`, { id: "'--" })).status).toBe(303)
  })
})

describe('an entry of a feed that is wrong', () => {
  const named = async (words: string) =>
    (await createDirectory({ db: stage.db }).search({ words, today: '2026-11-21' })).map(({ name }) => name)

  test('is hidden, stays hidden when the feed is read again, and is shown again when an editor says so', async () => {
    const { library } = stage.bundle
    await importDemos(stage.db, library, clock)
    const page = await see(`${LIST}?find=foot+care`)
    const [, id] = /name="id" value="([\w-]{36})"/.exec(page)!
    expect(await named('foot care')).toContain('Chorley Foot Care Clinic (demonstration)')
    await send(`${LIST}/hide`, { id: id! })
    expect(await named('foot care')).not.toContain('Chorley Foot Care Clinic (demonstration)')
    expect((await stage.app.request(`/oruk/v3/services/${id}`)).status).toBe(404)

    await stage.db.prepare('UPDATE feed SET content_hash = NULL').run()
    const reports = await importDemos(stage.db, library, clock)
    expect(reports.map(({ outcome }) => outcome)).toEqual(['imported', 'imported'])
    expect(await named('foot care')).not.toContain('Chorley Foot Care Clinic (demonstration)')
    expect(await see(LIST)).toContain('Chorley Foot Care Clinic (demonstration)')

    await send(`${LIST}/show`, { id: id! })
    expect(await named('foot care')).toContain('Chorley Foot Care Clinic (demonstration)')
  })
})
