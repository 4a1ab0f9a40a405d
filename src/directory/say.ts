import type { Say } from '../content/words.ts'
import { weekdayOf } from './london.ts'
import type { Hours, Opening } from './opening.ts'
import type { Found, Why } from './services/found.ts'

const KM_A_MILE = 1.609344

/** Why a service is shown, one line. */
export function sayWhy(say: Say, why: Why): string {
  switch (why.because) {
    case 'near':
      return say('directory-why-near', { miles: Math.floor(why.km / KM_A_MILE + (why.km < KM_A_MILE ? 0 : 0.5)) })
    case 'age': {
      const { least, most } = why
      const which = least === undefined ? 'to' : most === undefined ? 'from' : 'between'
      return say(`directory-why-age-${which}`, { least: least ?? 0, most: most ?? 0 })
    }
    case 'term':
      return say('directory-why-term', { term: why.term })
    case 'words':
      return say('directory-why-words', { words: why.words })
    case 'listed':
      return say('directory-why-listed', { feed: why.feed })
    case 'area':
    case 'national':
      return say(`directory-why-${why.because}`)
  }
}

/** When the entry was last checked. `date` writes a date as the channel does. */
export function sayChecked(
  say: Say,
  { assured, stale }: Pick<Found, 'assured' | 'stale'>,
  date: (iso: string) => string,
): string {
  if (!assured) return say('directory-stale-unknown')
  return say(stale ? 'directory-stale' : 'directory-checked', { date: date(assured) })
}

/** Open now, and until or from when; nothing where the feed gives no hours. */
export function sayOpening(say: Say, opening: Opening, today: string): string | undefined {
  if (opening.state === 'unknown') return undefined
  if (opening.state === 'open') return say('directory-open', { until: clock(say, opening.until) })
  if (!opening.opens) return say('directory-closed')
  const at = clock(say, opening.opens.at)
  return opening.opens.date === today
    ? say('directory-closed-today', { at })
    : say('directory-closed-day', { day: say(`directory-day-${weekdayOf(opening.opens.date)}`), at })
}

/** The hours of a week: "Monday to Friday: 9am to 5pm". */
export function sayHours(say: Say, { days, opens, closes }: Hours): string {
  return say('directory-hours', { days: sayDays(say, days), opens: clock(say, opens), closes: clock(say, closes) })
}

function sayDays(say: Say, days: readonly number[]): string {
  const name = (day: number): string => say(`directory-day-${day}`)
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0]
  const unbroken = days.length > 2 && last - first === days.length - 1
  return unbroken ? say('directory-days-range', { first: name(first), last: name(last) }) : days.map(name).join(', ')
}

/** What it costs, in the feed's words and by its prices, a line each. */
export function sayCost(say: Say, cost: Found['cost']): string[] {
  const prices = (cost?.options ?? []).flatMap(({ option, amount, amount_description }) => {
    const what = [option, amount_description].filter(Boolean).join(', ')
    if (amount === undefined) return what === '' ? [] : [what]
    const price = amount % 1 === 0 ? String(amount) : amount.toFixed(2)
    if (amount === 0) return [what === '' ? say('directory-cost-bare-free') : say('directory-cost-free', { what })]
    return [
      what === '' ? say('directory-cost-bare', { amount: price }) : say('directory-cost', { what, amount: price }),
    ]
  })
  return [...(cost?.text ? [cost.text] : []), ...prices]
}

/** "09:00" as "9am", "17:30" as "5.30pm", as the style of public services has it. */
function clock(say: Say, time: string): string {
  const hour = Number(time.slice(0, 2)) % 24
  const minute = time.slice(3)
  if (minute === '00' && hour === 0) return say('directory-midnight')
  if (minute === '00' && hour === 12) return say('directory-midday')
  return `${hour % 12 || 12}${minute === '00' ? '' : `.${minute}`}${hour < 12 ? 'am' : 'pm'}`
}
