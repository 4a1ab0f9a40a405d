import { readMeasure } from '../../flow/units.ts'

const AMOUNT = /^(?:£|GBP)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*(?:GBP)?$/i

/** Pounds as pence: "£1,299.00", "12.5", "12.99 GBP". Nothing else: "12,99" and "15 EUR" are no amounts that we know. */
export function readPence(text: string): number | null {
  const [, pounds, pence = ''] = AMOUNT.exec(text.trim()) ?? []
  return pounds === undefined ? null : Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'))
}

/** A weight in kg: "130 kg", "20 stone", "20 st 6 lb (130 kg)", "286lbs"; a bare number is kg. */
export const readKilos = (text: string): number | null => readMeasure(beforeBracket(text), 'kg')

/** A length in cm: "45 cm", "450mm", "1.2 m", `18"`; a bare number is cm. */
export const readCentimetres = (text: string): number | null => readMeasure(beforeBracket(text), 'cm')

/** One size or a range of them in cm: "46", "46 to 58 cm", "46-58cm", `18" - 23"`. */
export function readRange(text: string): readonly [number, number] | null {
  const parts = beforeBracket(text).split(/\s*(?:-|–|\bto\b)\s*/)
  const last = parts.at(-1)!
  const unit = /[^\d.,\s]+\s*$/.exec(last)?.[0] ?? ''
  if (parts.length > 2) return null
  const [from, to] = [parts[0]!, last].map((part) => readCentimetres(/[^\d.,\s]/.test(part) ? part : part + unit))
  return from == null || to == null || from > to ? null : [from, to]
}

/** Most suppliers put the other unit in brackets or after a stroke: "130 kg (20 st 6 lb)", "130kg / 20st". */
const beforeBracket = (text: string): string => text.replace(/\s*[([/].*$/s, '').trim()
