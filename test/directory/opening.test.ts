import { describe, expect, test } from 'vitest'
import { fromLondon, londonWall } from '../../src/directory/london.ts'
import { occursOn, openingAt, weeklyHours } from '../../src/directory/opening.ts'
import type { Schedule } from '../../src/directory/oruk/types.ts'

const rule = (fields: Omit<Schedule, 'id'>): Schedule => ({
  id: 'x',
  freq: 'WEEKLY',
  opens_at: '09:00',
  closes_at: '17:00',
  ...fields,
})
const at = (utc: string): number => Date.parse(utc)

describe('open now', () => {
  const week = [rule({ byday: 'MO,TU,WE,TH,FR' })]

  test.for([
    ['2026-11-23T08:59:00Z', { state: 'closed', opens: { date: '2026-11-23', at: '09:00' } }],
    ['2026-11-23T09:00:00Z', { state: 'open', until: '17:00' }],
    ['2026-11-23T16:59:00Z', { state: 'open', until: '17:00' }],
    ['2026-11-23T17:00:00Z', { state: 'closed', opens: { date: '2026-11-24', at: '09:00' } }],
    ['2026-11-27T18:00:00Z', { state: 'closed', opens: { date: '2026-11-30', at: '09:00' } }],
    // Summer time: nine in London is eight in UTC.
    ['2026-07-06T08:00:00Z', { state: 'open', until: '17:00' }],
    ['2026-07-06T16:30:00Z', { state: 'closed', opens: { date: '2026-07-07', at: '09:00' } }],
    // The Fridays before and the Mondays after the clocks change, 29 March and 25 October 2026.
    ['2026-03-27T09:00:00Z', { state: 'open', until: '17:00' }],
    ['2026-03-30T08:00:00Z', { state: 'open', until: '17:00' }],
    ['2026-10-23T08:00:00Z', { state: 'open', until: '17:00' }],
    ['2026-10-26T08:30:00Z', { state: 'closed', opens: { date: '2026-10-26', at: '09:00' } }],
  ] as const)('weekdays nine to five, at %s', ([moment, opening]) =>
    expect(openingAt(week, at(moment))).toEqual(opening),
  )

  test('over midnight, on the nights when the clocks change too', () => {
    const night = [rule({ byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '22:00', closes_at: '06:00' })]
    expect(openingAt(night, at('2026-11-23T23:00:00Z'))).toEqual({ state: 'open', until: '06:00' })
    expect(openingAt(night, at('2026-11-23T05:59:00Z'))).toEqual({ state: 'open', until: '06:00' })
    expect(openingAt(night, at('2026-11-23T06:00:00Z'))).toEqual({
      state: 'closed',
      opens: { date: '2026-11-23', at: '22:00' },
    })
    // 05:30 on the clock: after the hour was skipped, and after it came twice.
    expect(openingAt(night, at('2026-03-29T04:30:00Z')).state).toBe('open')
    expect(openingAt(night, at('2026-10-25T05:30:00Z')).state).toBe('open')
    expect(openingAt(night, at('2026-03-29T05:00:00Z')).state).toBe('closed')
  })

  test('only from Monday night, not from Tuesday', () => {
    const monday = [rule({ byday: 'MO', opens_at: '20:00', closes_at: '02:00' })]
    expect(openingAt(monday, at('2026-11-24T01:00:00Z')).state).toBe('open')
    expect(openingAt(monday, at('2026-11-23T01:00:00Z')).state).toBe('closed')
  })

  test('nothing is claimed where the feed gives no hours', () => {
    expect(openingAt([], 0)).toEqual({ state: 'unknown' })
    expect(openingAt([{ id: 'x', description: 'Ring us' }], 0)).toEqual({ state: 'unknown' })
    expect(openingAt([rule({ byday: 'MO', valid_to: '2020-01-01' })], at('2026-11-23T10:00:00Z'))).toEqual({
      state: 'closed',
    })
  })
})

describe('the rule falls on', () => {
  test.for([
    ['the second Tuesday', { freq: 'MONTHLY', byday: '2TU' }, ['2026-11-10'], ['2026-11-03', '2026-11-17']],
    ['the last Friday', { freq: 'MONTHLY', byday: '-1FR' }, ['2026-11-27', '2026-10-30'], ['2026-11-20']],
    ['the 1st and the 15th', { freq: 'MONTHLY', bymonthday: '1,15' }, ['2026-11-01', '2026-11-15'], ['2026-11-02']],
    ['the last day of the month', { freq: 'MONTHLY', bymonthday: '-1' }, ['2026-02-28', '2028-02-29'], ['2028-02-28']],
    [
      'every second Monday',
      { byday: 'MO', interval: 2, dtstart: '2026-11-02' },
      ['2026-11-02', '2026-11-16'],
      ['2026-11-09'],
    ],
    ['every second week without a first week: never', { byday: 'MO', interval: 2 }, [], ['2026-11-02', '2026-11-09']],
    ['the day it began on', { dtstart: '2026-11-04' }, ['2026-11-11'], ['2026-11-12', '2026-10-28']],
    [
      'Mondays of a season',
      { byday: 'MO', valid_from: '2026-11-09', valid_to: '2026-11-16' },
      ['2026-11-09', '2026-11-16'],
      ['2026-11-02', '2026-11-23'],
    ],
    ['no day at all', {}, [], ['2026-11-02', '2026-11-08']],
  ] as const)('%s', ([, fields, on, off]) => {
    const one = rule(fields)
    expect(on.filter((date) => !occursOn(one, date))).toEqual([])
    expect(off.filter((date) => occursOn(one, date))).toEqual([])
  })
})

test('the hours of a week: days that share their times are together', () => {
  const hours = weeklyHours(
    [
      rule({ byday: 'TU' }),
      rule({ byday: 'MO' }),
      rule({ byday: 'SA', opens_at: '10:00', closes_at: '12:00' }),
      rule({ freq: 'MONTHLY', byday: '1SU' }),
      rule({ byday: 'SU', valid_to: '2020-01-01' }),
    ],
    '2026-11-21',
  )
  expect(hours).toEqual([
    { days: [0, 1], opens: '09:00', closes: '17:00' },
    { days: [5], opens: '10:00', closes: '12:00' },
  ])
})

test('London to UTC and back, around the changes of the clock', () => {
  for (const local of [
    '2026-01-05T09:00',
    '2026-07-05T09:00',
    '2026-03-29T00:30',
    '2026-03-29T02:30',
    '2026-10-25T00:30',
    '2026-10-25T02:30',
  ]) {
    const moment = fromLondon(Date.parse(`${local}:00Z`))
    const { date, minute } = londonWall(moment)
    expect(`${date} ${minute}`, local).toBe(
      `${local.slice(0, 10)} ${Number(local.slice(11, 13)) * 60 + Number(local.slice(14))}`,
    )
  }
})
