import type { LocalLine } from '../advice/services.ts'
import type { Say } from '../content/words.ts'
import { addDays, londonWall, weekdayOf } from '../directory/london.ts'
import type { Hours } from '../directory/opening.ts'
import type { Found, Why } from '../directory/services/found.ts'
import type { CostOption } from '../directory/oruk/types.ts'
import { showMoney } from './money.ts'

export interface LineWords {
  readonly say: Say
  /** ms since 1970. */
  readonly now: number
  /** From where the way is measured: a ward's name, or the first half of a postcode. */
  readonly where: string | undefined
}

/** So much of a description is read on a phone. */
const SHORT = 280
const MILES = 0.621371

/** A service of the directory in words: what it is, when it is open, how sure that is, and why it is shown. */
export function lineOf(found: Found, words: LineWords): LocalLine {
  const { say } = words
  return present({
    id: found.id,
    name: found.name,
    what: shorten(found.description ?? found.organization ?? found.name),
    phone: found.phone,
    url: found.url,
    email: found.email,
    address: found.address,
    distanceKm: found.distanceKm,
    hours: hoursOf(found, say),
    open: openOf(found, words),
    eligibility: found.eligibility && shorten(found.eligibility),
    cost: costOf(found, say),
    lastChecked: found.assured ?? found.feed.read,
    caution: cautionOf(found, say),
    entry: { id: found.id, list: found.feed.name },
    why: whyOf(found, words),
  })
}

function whyOf({ why, minimumAge, maximumAge }: Found, { say, where }: LineWords): string[] {
  const told = why.flatMap((one) => reason(one, say, where))
  return [...told, ...agesOf(minimumAge, maximumAge, say)]
}

function reason(one: Why, say: Say, where: string | undefined): string[] {
  switch (one.because) {
    case 'near':
      if (where === undefined) return []
      return [say('service-why-near', { km: one.km, miles: Math.round(one.km * MILES * 10) / 10, where })]
    case 'term':
      return [say('service-why-term', { term: one.term })]
    case 'words':
      return [say('service-why-words', { words: one.words })]
    case 'listed':
      return [say('service-why-listed', { list: one.feed })]
    case 'area':
    case 'national':
      return [say(`service-why-${one.because}`)]
    case 'age':
      return []
  }
}

function agesOf(least: number | undefined, most: number | undefined, say: Say): string[] {
  // "18 and over" is every adult: nothing to say about this person.
  const from = least !== undefined && least > 18
  const to = most !== undefined && most < 100
  if (from && to) return [say('service-why-age-between', { least, most })]
  if (from) return [say('service-why-age-from', { least })]
  return to ? [say('service-why-age-to', { most })] : []
}

function openOf({ opening, hours }: Found, { say, now }: LineWords): string | undefined {
  if (hours.some((one) => one.days.length === 7 && isAllDay(one))) return say('service-open-always')
  if (opening.state === 'open') return say('service-open-until', { until: clock(opening.until) })
  if (opening.state === 'unknown' || !opening.opens) return undefined
  const { date, at } = opening.opens
  const today = londonWall(now).date
  if (date === today) return say('service-opens-today', { at: clock(at) })
  if (date === addDays(today, 1)) return say('service-opens-tomorrow', { at: clock(at) })
  return say('service-opens-on', { day: say(`service-day-${weekdayOf(date)}`), at: clock(at) })
}

/** The hours of the week where they can be computed with; else what the list says in its own words. */
function hoursOf({ hours, hoursText }: Found, say: Say): string | undefined {
  if (hours.length === 0) return hoursText && shorten(hoursText)
  return hours
    .map((one) => {
      const days = daysOf(one, say)
      if (isAllDay(one)) return say('service-all-day', { days })
      return say('service-hours-line', { days, opens: clock(one.opens), closes: clock(one.closes) })
    })
    .join('. ')
}

const isAllDay = ({ opens, closes }: Hours): boolean => opens === '00:00' && closes === '00:00'

function daysOf({ days }: Hours, say: Say): string {
  const name = (day: number): string => say(`service-day-${day}`)
  if (days.length === 7) return say('service-every-day')
  const inARow = days.every((day, index) => index === 0 || day === days[index - 1]! + 1)
  if (inARow && days.length > 2) return say('service-days-range', { first: name(days[0]!), last: name(days.at(-1)!) })
  return days.map(name).join(', ')
}

function costOf({ cost }: Found, say: Say): string | undefined {
  if (!cost) return undefined
  const options = cost.options.flatMap((option) => optionOf(option, say))
  return shorten([...(cost.text ? [cost.text] : []), ...options].join('. ')) || undefined
}

function optionOf({ amount, amount_description, option, currency }: CostOption, say: Say): string[] {
  const what = option ?? amount_description
  if (amount === undefined) return what ? [what] : []
  const sum = amount === 0 ? say('service-free') : showMoney(amount, currency)
  return [what ? say('service-cost', { amount: sum, what }) : sum]
}

/** An entry that nobody has checked for long sinks; where it is shown all the same, it says so. */
function cautionOf({ stale, assured, phone }: Found, say: Say): string | undefined {
  if (!stale) return undefined
  const how = phone ? 'ring' : 'write'
  return assured ? say(`service-old-${how}`, { month: monthOf(assured) }) : say(`service-unchecked-${how}`)
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthOf = (date: string): string => MONTH.format(Date.parse(date))

/** "9am", "5.30pm", "noon" as people write it. */
export function clock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  if (minute === 0 && hour % 24 === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'noon'
  const past = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${hour % 12 === 0 ? 12 : hour % 12}${past}${hour % 24 < 12 ? 'am' : 'pm'}`
}

/** The first sentences that fit, else the first words; never in the middle of a word. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= SHORT) return line
  const cut = line.slice(0, SHORT)
  const sentence = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  if (sentence > SHORT / 3) return cut.slice(0, sentence + 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT - 40)).trimEnd()}…`
}

const present = <T extends object>(all: T): T & { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T & {
    [K in keyof T]: Exclude<T[K], undefined>
  }
