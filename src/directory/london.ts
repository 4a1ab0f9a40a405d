/** A moment on the wall clock of London. `weekday` is 0 for Monday; `minute` counts from midnight. */
export interface Wall {
  readonly date: string
  readonly weekday: number
  readonly minute: number
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const DAY = 86_400_000

/** What the clocks in London show at a moment (ms since 1970), summer time and all. */
export function londonWall(at: number): Wall {
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  const date = `${part['year']}-${part['month']}-${part['day']}`
  return { date, weekday: weekdayOf(date), minute: Number(part['hour']) * 60 + Number(part['minute']) }
}

/**
 * The moment at which London's clocks show a time, given as if it were UTC. In the hour that clocks skip it is counted
 * as summer time already; in the hour that comes twice it is the first one.
 */
export function fromLondon(asUtc: number): number {
  const offset = (at: number): number => {
    const { date, minute } = londonWall(at)
    return Date.parse(`${date}T00:00:00Z`) + minute * 60_000 - Math.floor(at / 60_000) * 60_000
  }
  return asUtc - Math.max(offset(asUtc - 3_600_000), offset(asUtc))
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/** A date so many days later. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)
