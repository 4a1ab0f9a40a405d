import type { Schedule } from '../types.ts'
import { present, type Fields } from './fields.ts'
import { mendDays } from './when.ts'

/** A schedule whose days and times can be computed with, or at least read. */
export function schedule(fields: Fields, otherwise: string): Schedule | undefined {
  const opens = fields.time('opens_at')
  const closes = fields.time('closes_at')
  const { freq, days } = frequency(fields)
  const made = present({
    id: fields.id('schedule', otherwise),
    valid_from: fields.date('valid_from'),
    valid_to: fields.date('valid_to'),
    dtstart: fields.date('dtstart'),
    freq: freq ?? (days ? ('WEEKLY' as const) : undefined),
    interval: whole(fields.number('interval')),
    byday: days,
    bymonthday: freq === 'MONTHLY' ? monthDays(fields) : undefined,
    description: fields.prose('description'),
    opens_at: opens,
    closes_at: closes,
    schedule_link: fields.url('schedule_link'),
    attending_type: fields.line('attending_type'),
    notes: fields.prose('notes'),
  })
  // An id alone tells nobody anything.
  return Object.keys(made).length > 1 ? made : undefined
}

function frequency(fields: Fields): { freq?: 'WEEKLY' | 'MONTHLY'; days?: string } {
  const raw = fields.line('freq')?.toUpperCase()
  const written = fields.line('byday')
  const found = written === undefined ? undefined : mendDays(written)
  if (written !== undefined && !found) fields.note('rule-dropped', 'byday', written)
  else if (found?.mended) fields.note('rule-mended', 'byday', written)
  const days = found ? { days: found.value } : {}
  if (raw === 'WEEKLY' || raw === 'MONTHLY') return { freq: raw, ...days }
  if (raw === 'DAILY') {
    fields.note('rule-mended', 'freq', raw)
    return { freq: 'WEEKLY', days: found?.value ?? 'MO,TU,WE,TH,FR,SA,SU' }
  }
  if (raw !== undefined) fields.note('rule-dropped', 'freq', raw)
  return days
}

function monthDays(fields: Fields): string | undefined {
  const written = fields.line('bymonthday')?.replaceAll(' ', '')
  if (written === undefined) return undefined
  if (/^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01]))*$/.test(written)) return written
  fields.note('rule-dropped', 'bymonthday', written)
  return undefined
}

const whole = (n: number | undefined): number | undefined =>
  n !== undefined && Number.isInteger(n) && n >= 1 && n <= 366 ? n : undefined
