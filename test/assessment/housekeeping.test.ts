import { afterEach, beforeEach, expect, test } from 'vitest'
import { expire } from '../../src/assessment/housekeeping.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { newer } from '../fixture/newer.ts'
import { DAY, HOUR } from '../fixture/time.ts'

let service: TestApp
beforeEach(async () => void (service = await makeApp()))
afterEach(() => service.close())

async function begin(from?: string): Promise<string> {
  const begun = await service.assessments.begin({ channel: 'web', ...(from ? { from } : {}) })
  return begun.kind === 'ok' ? begun.id : expect.unreachable(begun.message)
}

const tidy = (current = service.library.version): Promise<number> => expire(service.db, current, service.clock())

const sizes = async (...tables: string[]): Promise<number[]> =>
  Promise.all(
    tables.map(
      async (table) => (await service.db.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<{ n: number }>())!.n,
    ),
  )

test('erases what is past its time with all that hangs on it, and leaves the rest', async () => {
  const old = await begin()
  await service.assessments.answer(old, { seq: 0, question: 'who', answer: 'me', by: { source: 'web' } })
  service.clock.pass(10 * DAY)
  const young = await begin()
  service.clock.pass(20 * DAY)
  expect(await service.assessments.look(old)).toEqual({ kind: 'gone' })
  expect(await sizes('assessment', 'answer', 'position')).toEqual([2, 1, 2])
  expect(await tidy()).toBe(1)
  expect(await sizes('assessment', 'answer', 'position')).toEqual([1, 0, 1])
  expect((await service.assessments.look(young)).kind).toBe('ok')
  expect(await tidy()).toBe(0)
})

test('counts what it erased, by pack and channel', async () => {
  await begin()
  await begin()
  service.clock.pass(31 * DAY)
  await tidy()
  const { results } = await service.db.prepare("SELECT day, pack, channel, n FROM usage WHERE event = 'expired'").all()
  expect(results).toEqual([{ day: '2026-12-22', pack: 'default', channel: 'web', n: 2 }])
})

test('forgets spent rate limits, and the key by which an address could be known again', async () => {
  await begin('198.51.100.9')
  expect(await sizes('attempt', 'day_key')).toEqual([1, 1])
  service.clock.pass(HOUR)
  await tidy()
  expect(await sizes('attempt', 'day_key')).toEqual([0, 1])
  service.clock.pass(DAY)
  await tidy()
  expect(await sizes('attempt', 'day_key')).toEqual([0, 0])
})

test('keeps an older version for as long as an assessment is pinned to it', async () => {
  await begin()
  const later = newer(service.library, { messages: `${service.library.messages}\n` })
  expect(await tidy(later.version)).toBe(0)
  expect(await sizes('library')).toEqual([1])
  service.clock.pass(31 * DAY)
  expect(await tidy(later.version)).toBe(1)
  await tidy(later.version)
  expect(await sizes('library')).toEqual([0])
})
