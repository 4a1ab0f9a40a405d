import { fromLondon } from '../../london.ts'
import type { Mended } from './contact.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const BRITISH = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i

/** A calendar date as YYYY-MM-DD. "15/03/2023" and a date with a time are put right; 30 February is not a date. */
export function mendDate(raw: string): Mended<string> {
  const text = raw.trim()
  if (DATE.test(text)) return possible(text) ? { value: text, mended: false } : undefined
  const [, day, month, year] = BRITISH.exec(text) ?? []
  const date = year ? `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}` : text.slice(0, 10)
  if (!year && !INSTANT.test(text)) return undefined
  return possible(date) ? { value: date, mended: true } : undefined
}

/** A moment in UTC. Without a zone it is London's clock that is meant: `zoneless`. */
export function mendInstant(raw: string): (Mended<string> & { readonly zoneless?: boolean }) | undefined {
  const text = raw.trim()
  const [, date, time, seconds = ':00', fraction = '', zone] = INSTANT.exec(text) ?? []
  if (!date || !time) {
    const only = mendDate(text)
    return only && { value: `${only.value}T00:00:00Z`, mended: true, zoneless: true }
  }
  if (!possible(date)) return undefined
  const at = Date.parse(`${date}T${time}${seconds}${fraction.slice(0, 4)}${zone?.toUpperCase() ?? 'Z'}`)
  if (Number.isNaN(at)) return undefined
  if (zone) return { value: new Date(at).toISOString(), mended: false }
  return { value: new Date(fromLondon(at)).toISOString(), mended: true, zoneless: true }
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i
const SPOKEN = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/i

/** A time of day as HH:MM on the wall clock. A zone is left out: opening hours follow the clock on the wall. */
export function mendTime(raw: string): Mended<string> {
  const text = raw.trim().replace(/^\d{4}-\d{2}-\d{2}[T ]/, '')
  if (/^noon$|^midday$/i.test(text)) return { value: '12:00', mended: true }
  if (/^midnight$/i.test(text)) return { value: '00:00', mended: true }
  const [, hour, minute = '00', half] = CLOCK.exec(text) ?? SPOKEN.exec(text) ?? []
  if (!hour || +minute > 59) return undefined
  const h = half ? (+hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : +hour % 24
  if ((half && (+hour < 1 || +hour > 12)) || +hour > 24 || (+hour === 24 && minute !== '00')) return undefined
  const value = `${String(h).padStart(2, '0')}:${minute}`
  return { value, mended: !CLOCK.test(raw) || !raw.startsWith(value) }
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FULL = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
const RULED = /^[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)$/

/** Days as RFC 5545 writes them, MO,TU …: "Monday; Wed" is put right, and so is "weekdays". */
export function mendDays(raw: string): Mended<string> {
  const text = raw.trim().toUpperCase()
  const parts = text.split(/[\s,;/&]+|\bAND\b/).filter((part) => part !== '')
  const days = parts.flatMap((part) => {
    if (RULED.test(part)) return [part.replace('+', '')]
    if (/^(DAILY|EVERYDAY|ALL)$/.test(part)) return NAMES
    if (/^WEEKDAYS?$/.test(part)) return NAMES.slice(0, 5)
    if (/^WEEKENDS?$/.test(part)) return NAMES.slice(5)
    const at = part.length > 2 ? FULL.findIndex((name) => name.startsWith(part.replace(/S$/, '')) || name === part) : -1
    return [NAMES[at] ?? '?']
  })
  if (days.length === 0 || days.includes('?')) return undefined
  const value = [...new Set(days)].join(',')
  return { value, mended: value !== raw }
}

function possible(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) && date >= '1900' && date < '2200'
}
