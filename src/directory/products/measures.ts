/** What a supplier wrote, as a number; `null` where it says nothing that can be relied on. */
type Read = (text: string) => number | null

const AMOUNT = /^(?:£|GBP)?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?\s*(?:GBP)?$/i

/** Pounds as pence: "£1,299.00", "12.5", "12.99 GBP". Nothing else: "12,99" and "15 EUR" are no amounts that we know. */
export const readPence: Read = (text) => {
  const [, pounds, pence = ''] = AMOUNT.exec(text.trim()) ?? []
  return pounds === undefined ? null : Number(pounds.replaceAll(',', '')) * 100 + Number(pence.padEnd(2, '0'))
}

const KILOS = 1
const STONE = 6.35029318
const POUND = 0.45359237
const WEIGHTS: Readonly<Record<string, number>> = { kg: KILOS, st: STONE, lb: POUND, g: 0.001 }

/** Centimetres in each unit. */
const LENGTHS: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, m: 100, in: 2.54, ft: 30.48 }

const UNITS: Readonly<Record<string, string>> = {
  kgs: 'kg',
  kilo: 'kg',
  kilos: 'kg',
  kilogram: 'kg',
  kilograms: 'kg',
  stone: 'st',
  stones: 'st',
  lbs: 'lb',
  pound: 'lb',
  pounds: 'lb',
  gram: 'g',
  grams: 'g',
  '"': 'in',
  '”': 'in',
  inch: 'in',
  inches: 'in',
  "'": 'ft',
  foot: 'ft',
  feet: 'ft',
  metre: 'm',
  metres: 'm',
  millimetres: 'mm',
  centimetres: 'cm',
}

const PART = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+|["”'])?\.?\s*/i

/** A weight in kg, rounded down, for it is a limit: "130 kg", "20 stone", "20 st 6 lb", "286lbs"; a bare number is kg. */
export const readKilos: Read = (text) => {
  const kilos = sum(beforeBracket(text), WEIGHTS, 'kg')
  return kilos === null ? null : Math.floor(kilos * 10 + 1e-6) / 10
}

/** A length in cm: "45 cm", "450mm", "1.2 m", "18 in", "18\""; a bare number is cm. */
export const readCentimetres: Read = (text) => {
  const cm = sum(beforeBracket(text), LENGTHS, 'cm')
  return cm === null ? null : Math.round(cm * 10) / 10
}

/** One size or a range of them in cm: "46", "46 to 58 cm", "46-58cm", "18\" - 23\"". */
export function readRange(text: string): readonly [number, number] | null {
  const parts = beforeBracket(text).split(/\s*(?:-|–|\bto\b)\s*/)
  if (parts.length > 2) return null
  const last = parts.at(-1)!
  const unit = PART.exec(last)?.[2]
  const [from, to] = [parts[0]!, last].map((part) =>
    readCentimetres(unit && /^[\d. ]+$/.test(part) ? part + unit : part),
  )
  return from == null || to == null || from > to ? null : [from, to]
}

/** Most suppliers put the other unit in brackets after the first: "130 kg (20 st 6 lb)". */
const beforeBracket = (text: string): string => text.replace(/\s*[([/].*$/s, '').trim()

/** The sum of what is written: "20 st 6 lb" is two parts. Units may not be mixed with bare numbers. */
function sum(text: string, units: Readonly<Record<string, number>>, bare: string): number | null {
  let rest = text
  let total = 0
  for (let part = 0; rest !== ''; part++) {
    const [whole, number, written] = PART.exec(rest) ?? []
    if (whole === undefined || part > 1 || (part === 1 && written === undefined)) return null
    const named = written?.toLowerCase() ?? bare
    const unit = units[UNITS[named] ?? named]
    if (unit === undefined) return null
    total += Number(number) * unit
    rest = rest.slice(whole.length)
  }
  return text === '' ? null : total
}
