import { isExit, type Answer } from '../advice/condition.ts'
import type { Question } from '../content/schema.ts'
import { LIMITS } from './limits.ts'
import { readMeasure } from './units.ts'

/** Why an answer does not fit its question. */
export const MISFITS = [
  'choose-one',
  'choose-some',
  'unknown-option',
  'none-with-others',
  'not-a-number',
  'too-small',
  'too-large',
  'text-needed',
  'text-too-long',
  'place-needed',
  'place-unknown',
  'exit-not-offered',
] as const

/** A message id with its arguments; the channel finds the words. */
export interface Misfit {
  readonly misfit: (typeof MISFITS)[number]
  readonly args?: Readonly<Record<string, string | number>>
}

export type Validated = { readonly answer: Answer } | Misfit

/**
 * Check what a channel sent against its question and put it into the one shape that is stored: numbers in cm or kg,
 * options in the question's own order, text without control characters. Total; never throws.
 * @param areas ids of the councils that a place may name
 */
export function validate(question: Question, raw: unknown, areas: ReadonlySet<string>): Validated {
  if (typeof raw === 'string' && isExit(raw))
    return question.allow.includes(raw) ? { answer: raw } : { misfit: 'exit-not-offered' }
  switch (question.kind) {
    case 'single':
      return single(question, raw)
    case 'multi':
      return multi(question, raw)
    case 'number':
      return number(question, raw)
    case 'text':
      return text(raw)
    case 'place':
      return place(raw, areas)
  }
}

function single(question: Question, raw: unknown): Validated {
  const one = Array.isArray(raw) && raw.length === 1 ? raw[0] : raw
  if (typeof one !== 'string' || one === '') return { misfit: 'choose-one' }
  return question.options.some((option) => option.id === one) ? { answer: one } : { misfit: 'unknown-option' }
}

function multi(question: Question, raw: unknown): Validated {
  const chosen = typeof raw === 'string' ? [raw] : raw
  if (!Array.isArray(chosen) || chosen.length === 0 || chosen[0] === '') return { misfit: 'choose-some' }
  if (!chosen.every((id) => question.options.some((option) => option.id === id))) return { misfit: 'unknown-option' }
  const picked = question.options.filter((option) => chosen.includes(option.id))
  if (picked.length > 1 && picked.some((option) => option.alone)) return { misfit: 'none-with-others' }
  return { answer: picked.map((option) => option.id) }
}

function number(question: Question, raw: unknown): Validated {
  const unit = question.unit ?? 'cm'
  const value =
    typeof raw === 'number' ? Math.round(raw * 10) / 10 : typeof raw === 'string' ? readMeasure(raw, unit) : null
  if (value === null || !Number.isFinite(value)) return { misfit: 'not-a-number', args: { unit } }
  if (question.min !== undefined && value < question.min)
    return { misfit: 'too-small', args: { least: question.min, unit } }
  if (question.max !== undefined && value > question.max)
    return { misfit: 'too-large', args: { most: question.max, unit } }
  return { answer: value }
}

function text(raw: unknown): Validated {
  if (typeof raw !== 'string') return { misfit: 'text-needed' }
  const clean = tidy(raw)
  if (!SEEN.test(clean)) return { misfit: 'text-needed' }
  return clean.length > LIMITS.text ? { misfit: 'text-too-long', args: { most: LIMITS.text } } : { answer: clean }
}

/** Something that can be seen: not only spaces, joiners and marks of direction. */
const SEEN = /[^\s\p{Cf}]/u

/** Without control characters, invisible tag characters and direction overrides; runs of space made one. */
const tidy = (raw: string): string =>
  raw
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Co}\p{Cs}\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

function place(raw: unknown, areas: ReadonlySet<string>): Validated {
  const given = raw as Readonly<Record<string, unknown>> | null
  if (typeof given !== 'object' || given === null || typeof given.area !== 'string') return { misfit: 'place-needed' }
  if (!areas.has(given.area)) return { misfit: 'place-unknown' }
  const kept = Object.entries(KEPT).filter(([key, form]) => typeof given[key] === 'string' && form.test(given[key]))
  return { answer: { area: given.area, ...Object.fromEntries(kept.map(([key]) => [key, given[key]])) } }
}

/** What may be kept of a place beside the council, and in what form: no more of a postcode than its first half. */
const KEPT = { district: /^E0[6-9]\d{6}$/, ward: /^E05\d{6}$/, outward: /^[A-Z]{1,2}\d[A-Z\d]?$/ } as const
