const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

/** "21 November 2026" from an ISO date or time; what is not a date is shown as it is. */
export function longDate(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : LONG.format(time)
}
