import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { MINUTE } from '../fixture/time.ts'
import { byService } from './by-service.ts'
import { drivers } from './drivers.ts'
import { journeys, type Journey } from './journeys.ts'
import { returning } from './returning.ts'
import type { Driver } from './scenario.ts'
import { wayOf } from './way.ts'

let service: TestApp
beforeAll(async () => void (service = await makeApp()))
afterAll(() => service.close())

/** Live a journey in one channel. Gives what was met on the way. */
async function live(driver: Driver, journey: Journey): Promise<readonly string[]> {
  service.clock.pass(2 * MINUTE)
  const scenario = driver.open(service)
  try {
    const way = wayOf(scenario, service.library)
    await journey.travel(way)
    return way.met
  } finally {
    await scenario.close()
  }
}

const lived = new Map<Journey, Promise<readonly string[]>>()

/** What is met without a channel: every channel must show the same, in the same order. */
function reference(journey: Journey): Promise<readonly string[]> {
  const met = lived.get(journey) ?? live(byService, journey)
  lived.set(journey, met)
  return met
}

describe.each(drivers.map((driver) => ({ name: driver.name, driver })))('through the $name', ({ driver }) => {
  test.for([...journeys, ...returning])('$name', async (journey, { skip }) => {
    const lacking = (journey.needs ?? []).flatMap((ability) => driver.lacks[ability] ?? [])
    skip(lacking.length > 0, lacking[0])
    expect(await live(driver, journey)).toEqual(await reference(journey))
  })
})
