import { addDays, daysBetween, londonWall, weekdayOf } from './london.ts'
import type { Schedule } from './oruk/types.ts'

/** The days of the week as RFC 5545 writes them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Whether a service is open at a moment, and until or from when. Times are HH:MM on London's clocks. */
export type Opening =
  | { readonly state: 'open'; readonly until: string }
  | { readonly state: 'closed'; readonly opens?: { readonly date: string; readonly at: string } }
  /** The feed gives no hours that can be computed with. */
  | { readonly state: 'unknown' }

/** So far ahead is looked for the next opening, days. */
const AHEAD = 14

interface Timed extends Schedule {
  readonly opens_at: string
  readonly closes_at: string
}

/**
 * Open now? Each schedule is one rule of RFC 5545 (WEEKLY or MONTHLY with byday or bymonthday, interval, dtstart) whose
 * times are meant on the clock on the wall, so that nine in the morning is nine in summer and in winter. A closing time
 * at or before the opening time is on the next day.
 */
export function openingAt(schedules: readonly Schedule[], at: number): Opening {
  const timed = schedules.filter(isTimed)
  if (timed.length === 0) return { state: 'unknown' }
  const now = londonWall(at)
  const time = clock(now.minute)
  const yesterday = addDays(now.date, -1)
  const closing = timed.flatMap((one) => {
    const night = one.closes_at <= one.opens_at
    if (occursOn(one, now.date) && one.opens_at <= time && (night || time < one.closes_at)) return [one.closes_at]
    return night && occursOn(one, yesterday) && time < one.closes_at ? [one.closes_at] : []
  })
  if (closing.length > 0) return { state: 'open', until: closing.toSorted().at(-1)! }
  for (let day = 0; day <= AHEAD; day++) {
    const date = addDays(now.date, day)
    const next = timed
      .filter((one) => (day > 0 || one.opens_at > time) && occursOn(one, date))
      .map((one) => one.opens_at)
      .toSorted()[0]
    if (next) return { state: 'closed', opens: { date, at: next } }
  }
  return { state: 'closed' }
}

/** Whether a rule falls on a date. Without days to go by it falls on none: nobody is sent to a shut door. */
export function occursOn(schedule: Schedule, date: string): boolean {
  const { valid_from, valid_to, dtstart, interval = 1 } = schedule
  const start = dtstart ?? valid_from
  if ((valid_from && date < valid_from) || (valid_to && date > valid_to) || (dtstart && date < dtstart)) return false
  if (schedule.freq === 'MONTHLY')
    return onDayOfMonth(schedule, date) && (!start || monthsBetween(start, date) % interval === 0)
  const days = schedule.byday?.split(',') ?? (dtstart ? [WEEKDAYS[weekdayOf(dtstart)]!] : [])
  if (!days.some((day) => day.slice(-2) === WEEKDAYS[weekdayOf(date)])) return false
  // Every second week can only be told from a first week.
  return interval === 1 || (start !== undefined && weeksBetween(start, date) % interval === 0)
}

function onDayOfMonth({ byday, bymonthday, dtstart }: Schedule, date: string): boolean {
  const day = Number(date.slice(8))
  const length = daysInMonth(date)
  const dates = bymonthday?.split(',').map((n) => (Number(n) < 0 ? length + 1 + Number(n) : Number(n)))
  if (dates && !dates.includes(day)) return false
  if (!byday) return dates !== undefined || (dtstart !== undefined && Number(dtstart.slice(8)) === day)
  return byday.split(',').some((rule) => {
    if (rule.slice(-2) !== WEEKDAYS[weekdayOf(date)]) return false
    const nth = Number(rule.slice(0, -2) || 0)
    return nth === 0 || (nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((length - day + 1) / 7) === -nth)
  })
}

/** The hours of a week, for showing: days that share their times are together. Days are 0 for Monday. */
export interface Hours {
  readonly days: readonly number[]
  readonly opens: string
  readonly closes: string
}

/** The weekly hours that hold on a date, earliest day first. What does not repeat each week is left to the words. */
export function weeklyHours(schedules: readonly Schedule[], today: string): Hours[] {
  const byTime = new Map<string, Set<number>>()
  for (const one of schedules.filter(isTimed)) {
    if (one.freq === 'MONTHLY' || (one.interval ?? 1) > 1) continue
    if ((one.valid_from && one.valid_from > today) || (one.valid_to && one.valid_to < today)) continue
    const days = one.byday?.split(',').map((day) => WEEKDAYS.indexOf(day.slice(-2))) ?? []
    const key = `${one.opens_at} ${one.closes_at}`
    byTime.set(key, new Set([...(byTime.get(key) ?? []), ...days]))
  }
  return [...byTime]
    .filter(([, days]) => days.size > 0)
    .map(([key, days]) => ({ days: [...days].toSorted((a, b) => a - b), opens: key.slice(0, 5), closes: key.slice(6) }))
    .toSorted((a, b) => a.days[0]! - b.days[0]! || a.opens.localeCompare(b.opens))
}

const isTimed = (one: Schedule): one is Timed => one.opens_at !== undefined && one.closes_at !== undefined

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const daysInMonth = (date: string): number =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

/** Weeks begin on Monday, as RFC 5545 has it. */
const weeksBetween = (from: string, to: string): number =>
  daysBetween(addDays(from, -weekdayOf(from)), addDays(to, -weekdayOf(to))) / 7
