import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prepare, type Content } from '../../src/assessment/content.ts'
import { judge, readGolden, type GoldenCase } from '../../src/check/golden.ts'
import { adviceOf } from '../../src/check/advice.ts'
import { walkWith } from '../../src/check/walks.ts'
import type { Facts } from '../../src/advice/condition.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { MINUTE } from '../fixture/time.ts'
import { byApi } from './by-api.ts'
import { byTelegram } from './by-telegram.ts'
import { byWeb } from './by-web.ts'
import { told, type Driver, type Told } from './scenario.ts'
import { answerAll } from './walk.ts'

const cases = await readGolden('test/golden')

let service: TestApp
let content: Content
beforeAll(async () => {
  service = await makeApp()
  content = prepare(service.library)
})
afterAll(() => service.close())

/** What the pure engine says, without a channel, a store or a clock. */
function expected(golden: GoldenCase): Told {
  expect(judge(content, golden).faults).toEqual([])
  const advice = adviceOf(content, walkWith(content, golden.answers as Facts).position, golden.pack)
  return told({
    urgent: advice.urgent.map((line) => line.title),
    items: advice.items.map((item) => item.title),
    notSuitable: advice.notSuitable.map((one) => one.title),
  })
}

async function lived(driver: Driver, golden: GoldenCase): Promise<Told> {
  service.clock.pass(MINUTE)
  const scenario = driver.open(service)
  try {
    await scenario.begin(golden.pack)
    await answerAll(scenario, service.library, golden.answers as Facts)
    return await scenario.advice()
  } finally {
    await scenario.close()
  }
}

/** A page takes longer to make and to read than JSON, and `handrail check` judges every case: one in three, then. */
const PLAYED = [
  { name: 'api', driver: byApi, list: cases.filter((one) => one.channel === 'api') },
  {
    name: 'web',
    driver: byWeb,
    list: cases.filter((one) => one.channel === 'web').filter((_, index) => index % 3 === 0),
  },
  { name: 'telegram', driver: byTelegram, list: cases.filter((_, index) => index % 25 === 7) },
]

describe.each(PLAYED)('golden cases through the $name', ({ driver, list }) => {
  test('there are enough to mean something', () => expect(list.length).toBeGreaterThanOrEqual(40))

  test.each(list.map((golden) => ({ name: golden.name, golden })))('$name', async ({ golden }) => {
    expect(await lived(driver, golden)).toEqual(expected(golden))
  })
})
