import type { LocalLine } from '../advice/services.ts'
import type { Say } from '../content/words.ts'
import { londonWall } from '../directory/london.ts'
import type { Hours } from '../directory/opening.ts'
import { sayCost, sayHours, sayOpening, sayWhy } from '../directory/say.ts'
import type { Found } from '../directory/services/found.ts'

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
    cost: shorten(sayCost(say, found.cost).join('. ')) || undefined,
    lastChecked: found.assured ?? found.feed.read,
    caution: cautionOf(found, say),
    entry: { id: found.id, list: found.feed.name },
    why: whyOf(found, words),
  })
}

function whyOf({ why, minimumAge, maximumAge }: Found, { say, where }: LineWords): string[] {
  const told = why.flatMap((one) => {
    if (one.because !== 'near') return one.because === 'age' ? [] : [sayWhy(say, one)]
    if (where === undefined) return []
    return [say('service-why-near', { km: one.km, miles: Math.round(one.km * MILES * 10) / 10, where })]
  })
  return [...told, ...agesOf(minimumAge, maximumAge, say)]
}

/** "18 and over" is every adult, and says nothing about this person. */
function agesOf(least: number | undefined, most: number | undefined, say: Say): string[] {
  const from = least !== undefined && least > 18 ? { least } : {}
  const to = most !== undefined && most < 100 ? { most } : {}
  return 'least' in from || 'most' in to ? [sayWhy(say, { because: 'age', ...from, ...to })] : []
}

function openOf({ opening, hours }: Found, { say, now }: LineWords): string | undefined {
  if (hours.some((one) => one.days.length === 7 && isAllDay(one))) return say('service-open-always')
  return sayOpening(say, opening, londonWall(now).date)
}

/** The hours of the week where they can be computed with; else what the list says in its own words. */
function hoursOf({ hours, hoursText }: Found, say: Say): string | undefined {
  if (hours.length === 0) return hoursText && shorten(hoursText)
  return hours.some((one) => one.days.length === 7 && isAllDay(one))
    ? say('service-open-always')
    : hours.map((one) => sayHours(say, one)).join('. ')
}

const isAllDay = ({ opens, closes }: Hours): boolean => opens === '00:00' && closes === '00:00'

/** An entry that nobody has checked for long sinks; where it is shown all the same, it says so. */
function cautionOf({ stale, assured, phone }: Found, say: Say): string | undefined {
  if (!stale) return undefined
  const how = phone ? 'ring' : 'write'
  return assured ? say(`service-old-${how}`, { month: monthOf(assured) }) : say(`service-unchecked-${how}`)
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthOf = (date: string): string => MONTH.format(Date.parse(date))

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
