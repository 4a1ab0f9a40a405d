import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { advice } from './advice-shape.ts'
import { client, type Client } from './client.ts'
import * as shapes from './shapes.ts'
import { bath, walker, type Walker } from './walker.ts'

let service: TestApp
let api: Client
beforeAll(async () => {
  service = await makeApp()
  api = client(service.app)
})
afterAll(() => service.close())

const someone = (): Promise<Walker> => walker(api, service)

describe('GET /assessments/{id}/advice', () => {
  test('409 while nothing can be said', async () => {
    const one = await someone()
    const reply = await api.get(`${one.path}/advice`)
    expect(reply.status).toBe(409)
    expect(shapes.failure.parse(reply.body).error.code).toBe('too-early')
  })

  test('the whole document, and everything it names is in it', async () => {
    const one = await someone()
    await one.until('advice', bath)
    const reply = await api.get(`${one.path}/advice`)
    expect(reply.status).toBe(200)
    const told = advice.parse(reply.body)
    expect(told).toMatchObject({
      assessment: one.id,
      version: service.library.version,
      matters: 'A bath in peace',
    })
    expect(told.madeAt).toBe(new Date(service.clock()).toISOString())
    const ids = told.items.map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...told.first]))
    expect(told.first.length).toBeGreaterThan(0)
    const services = told.services.map((one) => one.id)
    for (const item of told.items) expect(services).toEqual(expect.arrayContaining(item.services ?? []))
    expect(told.services.map((one) => one.type)).toContain('asc-front-door')
    expect(told.place).toMatchObject({
      area: 'E10000017',
      council: expect.stringContaining('Lancashire'),
      phone: '0300 123 6720',
    })
  })

  test('what may only be used after an assessment has no shop, no hire and no price', async () => {
    const one = await someone()
    const climbing = {
      ...bath,
      topics: ['stairs'],
      'stairs-how': 'bottom',
      'stairs-hard': ['up', 'down'],
      'stairs-why': ['weak'],
      'stairs-rails': 'both',
      'stairs-ride': 'yes',
      'stairs-course': 'steady',
      walk: 'frame',
      stand: 'arms',
    }
    await one.until('advice', climbing)
    const { items } = advice.parse((await api.get(`${one.path}/advice`)).body)
    const assessed = items.filter((item) => item.equipment?.tier === 'assessed-only')
    expect(assessed.map((item) => item.id)).toContain('stairlift')
    for (const { equipment } of assessed) {
      expect(equipment!.routes.map((route) => route.id)).not.toEqual(expect.arrayContaining(['shop']))
      expect(equipment!.routes.map((route) => route.id)).not.toEqual(expect.arrayContaining(['hire']))
      expect(equipment!.price).not.toMatch(/£/)
    }
  })
})
