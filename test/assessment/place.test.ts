import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { advice } from '../api/advice-shape.ts'
import { client, viewIn, type Client } from '../api/client.ts'
import { bath, walker } from '../api/walker.ts'
import { takeTownIn } from '../directory/taken-in.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp({ pack: 'lancashire' })
  api = client(service.app)
  await takeTownIn(service.db, service.library)
})
afterAll(() => service.close())

const refusal = z.object({
  error: z.object({ message: z.string(), councils: z.array(z.object({ name: z.string() })).optional() }),
})

async function atPlace() {
  const one = await walker(api, service, 'lancashire')
  await one.until('place', bath)
  return one
}
async function kept(id: string): Promise<unknown> {
  const sql = "SELECT value FROM answer WHERE assessment_id = ? AND question = 'place' ORDER BY seq DESC"
  const row = await service.db.prepare(sql).bind(id).first<{ value: string }>()
  return row && JSON.parse(row.value)
}

describe('where somebody lives', () => {
  test.each([
    ['a whole postcode: its ward is kept', 'pr7 1ab', { area: 'E10000017', district: 'E07000118', ward: 'E05013070' }],
    ['under one council: its ward', 'BB1 1AB', { area: 'E06000008', ward: 'E05011508' }],
    ['a slip of the finger', 'PR7 IAB', { area: 'E10000017', district: 'E07000118', ward: 'E05013070' }],
    ['the first half, in two districts', 'PR7', { area: 'E10000017', outward: 'PR7' }],
    ['newer than the directory', 'PR7 8ZZ', { area: 'E10000017', outward: 'PR7' }],
    ['a first half that only the pack knows', 'FY1', { area: 'E06000009', outward: 'FY1' }],
    ['in a county that ended', 'CA1 1AA', { area: 'E06000063', ward: 'E05003135' }],
  ])('%s', async (_, postcode, place) => {
    const one = await atPlace()
    expect((await one.answer({ postcode })).status).toBe(200)
    expect(await kept(one.id)).toEqual(place)
  })

  test.each([
    [
      'shared by councils',
      'BB1',
      /More than one council covers BB1: .*Blackburn.* and .*Lancashire.*whole postcode.*list/,
      2,
    ],
    ['shared, and the second half unknown', 'BB1 9ZZ', /More than one council/, 2],
    ['on a border', 'CH4', /Part of CH4 is in Wales.*whole postcode.*choose your council/, 1],
    ['in Wales by its second half', 'CH4 0AA', /England only. In Wales.*Rather not say/, 0],
    ['in Scotland', 'EH1 1AA', /In Scotland/, 0],
    ['in Scotland, and not in the directory', 'G1 1AA', /In Scotland/, 0],
    ['in Northern Ireland', 'BT1 1AA', /In Northern Ireland/, 0],
    ['in Jersey', 'JE2 3AB', /In the Channel Islands/, 0],
    ['on the Isle of Man', 'IM1 1AA', /In the Isle of Man/, 0],
    ['unknown', 'ZZ99 9ZZ', /cannot find that postcode.*choose your council/, 0],
    ['no postcode at all', 'Chorley', /does not look like a postcode.*PR7 1AB.*choose your council/, 0],
  ])('%s: what to do next is said', async (_, postcode, message, councils) => {
    const one = await atPlace()
    const reply = await one.answer({ postcode })
    expect(reply.status).toBe(422)
    const { error } = refusal.parse(reply.body)
    expect(error.message).toMatch(message)
    expect(error.councils ?? []).toHaveLength(councils)
    // And there is always another way on.
    expect((await one.answer('rather_not_say')).status).toBe(200)
  })

  test('a council chosen with a postcode that is not clear is taken; with a clear one the postcode tells more', async () => {
    const shared = await atPlace()
    await shared.answer({ postcode: 'BB1', area: 'E10000017' })
    expect(await kept(shared.id)).toEqual({ area: 'E10000017' })
    const clear = await atPlace()
    await clear.answer({ postcode: 'PR7 1AB', area: 'E06000008' })
    expect(await kept(clear.id)).toMatchObject({ area: 'E10000017', ward: 'E05013070' })
  })

  test('a council that was split cannot be chosen, and what came after it is named', async () => {
    const one = await atPlace()
    const { error } = refusal.parse((await one.answer({ area: 'E10000006' })).body)
    expect(error.message).toMatch(/now more than one: Cumberland Council and Westmorland and Furness Council/)
    await one.answer({ area: 'E10000027' })
    expect(await kept(one.id), 'Somerset has one').toEqual({ area: 'E06000066' })
  })

  test('a client cannot slip in a ward of its own', async () => {
    const one = await atPlace()
    await one.answer({ area: 'E10000017', ward: 'E05999999', outward: 'ZZ1' } as never)
    expect(await kept(one.id)).toEqual({ area: 'E10000017' })
  })
})

describe('the advice', () => {
  const GRANT = { ...bath, topics: ['adaptations'] }
  async function told(place: unknown) {
    const one = await walker(api, service)
    await one.until('place', GRANT)
    await one.answer(place as never)
    while (one.view().kind === 'question') await one.until('advice', GRANT)
    return advice.parse((await api.get(`${one.path}/advice`)).body)
  }

  test('names the district council for a grant and the county for care', async () => {
    const said = await told({ postcode: 'PR7 1AB' })
    expect(said.place).toMatchObject({
      area: 'E10000017',
      district: 'E07000118',
      ward: 'E05013070',
      council: 'Lancashire County Council',
    })
    expect(said.services.find(({ type }) => type === 'dfg')?.council).toBe('Where you live, ask Chorley Council')
    const care = said.services.find(({ id }) => id === 'asc-front-door')
    expect(care?.council).toBe('Where you live, ask Lancashire County Council')
  })

  test('says that it is one of the districts where only the county is known', async () => {
    const said = await told({ area: 'E10000017' })
    expect(said.services.find(({ id }) => id === 'dfg')?.council).toMatch(/one of the district councils/)
  })

  test('says nothing of two councils where there is one', async () => {
    const said = await told({ postcode: 'BB1 1AB' })
    expect(said.services.filter(({ council }) => council !== undefined)).toEqual([])
  })

  test('the list of answers shows the district, so that a wrong postcode is noticed', async () => {
    const one = await atPlace()
    await one.answer({ postcode: 'PR7 1AB' })
    const { answers } = z
      .object({ answers: z.array(z.object({ question: z.string(), answerText: z.string() })) })
      .parse((await api.get(one.path)).body)
    expect(answers.find(({ question }) => question === 'place')?.answerText).toBe(
      'Lancashire County Council, Chorley Council',
    )
  })

  test('the same council sent again does not take the ward away', async () => {
    const one = await atPlace()
    await one.answer({ postcode: 'PR7 1AB' })
    const { seq } = viewIn(await api.get(one.path))
    await api.post(`${one.path}/answers`, { seq, question: 'place', answer: { area: 'E10000017' } })
    expect(await kept(one.id)).toMatchObject({ ward: 'E05013070' })
  })
})

test('a whole postcode is in no table, no log line, no address and no error; coordinates are not either', async () => {
  const CANARIES = ['PR7 1AB', 'PR71AB', 'pr7 1ab', '1AB', '53.65', 'PR7 8QX', '8QX']
  const from = service.lines.length
  for (const postcode of ['pr7 1ab', 'PR7 8QX']) {
    const one = await atPlace()
    await one.answer({ postcode })
    await api.get(`${one.path}/advice`)
    expect(JSON.stringify((await api.get(one.path)).body)).not.toMatch(/1AB|8QX|53\.6/i)
    await api.get(`/places?postcode=${encodeURIComponent(postcode)}`)
    await api.get(`/places/${postcode.replace(' ', '')}`)
  }
  const tables = await service.db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'place_%' AND name NOT LIKE 'sqlite_%'",
    )
    .all<{ name: string }>()
  for (const { name } of tables.results.filter(({ name }) => name !== 'library')) {
    const rows = JSON.stringify((await service.db.prepare(`SELECT * FROM ${name}`).all()).results)
    for (const canary of CANARIES) expect(rows, name).not.toContain(canary)
  }
  expect(service.reported).toEqual([])
  const lines = JSON.stringify(service.lines.slice(from))
  for (const canary of CANARIES) expect(lines.toUpperCase()).not.toContain(canary.toUpperCase())
})

describe('GET /places', () => {
  const whole = z.object({
    postcode: z.string(),
    ward: z.object({ id: z.string(), name: z.string() }),
    district: z.object({ id: z.string(), name: z.string() }),
    council: z.object({ id: z.string(), name: z.string() }),
    icb: z.object({ id: z.string(), name: z.string() }),
    lsoa: z.string(),
    lat: z.number(),
    lon: z.number(),
    responsible: z.record(z.string(), z.unknown()),
    edition: z.string(),
  })

  test('gives the chain with names, and no assessment begins', async () => {
    const before = await service.db.prepare('SELECT count(*) AS n FROM assessment').first()
    const reply = await api.get('/places?postcode=pr71ab')
    expect(reply.status).toBe(200)
    expect(reply.headers.get('Cache-Control')).toBe('no-store')
    expect(whole.parse(reply.body)).toMatchObject({
      postcode: 'PR7 1AB',
      ward: { name: 'Chorley South East & Heath Charnock' },
      district: { name: 'Chorley Council' },
      council: { name: 'Lancashire County Council' },
      icb: { name: 'NHS Lancashire and South Cumbria Integrated Care Board' },
      responsible: {
        'housing-grants': { name: 'Chorley Council' },
        'blue-badge': { name: 'Lancashire County Council' },
      },
      edition: 'TOWN_NOV_2026',
    })
    expect(await service.db.prepare('SELECT count(*) AS n FROM assessment').first()).toEqual(before)
  })

  test('of a first half gives the council, the middle, and the districts of which one is meant', async () => {
    const { body } = await api.get('/places?postcode=PR7')
    expect(body).toMatchObject({ postcode: 'PR7', council: { id: 'E10000017' } })
    expect(body).toMatchObject({
      responsible: { 'housing-grants': { oneOf: [{ name: 'Chorley Council' }, { name: 'South Ribble Council' }] } },
    })
  })

  test.each([
    ['', 400, /Give a postcode/],
    ['?postcode=', 400, /Give a postcode/],
    ['?postcode=Chorley', 400, /does not look like/],
    [`?postcode=${'9'.repeat(5000)}`, 400, /does not look like/],
    ['?postcode=BB1', 422, /More than one council/],
    ['?postcode=EH1+1AA', 404, /Scotland/],
    ['?postcode=ZZ99', 404, /cannot find/],
  ])('%s is %i', async (query, status, message) => {
    const reply = await api.get(`/places${query}`)
    expect(reply.status).toBe(status)
    expect(refusal.parse(reply.body).error.message).toMatch(message)
  })
})
