/** Lengths in cm and weights in kg inside; people may type and read either system. 1 in = 2.54 cm, 1 lb = 0.45359237 kg. */
export type Unit = 'cm' | 'kg'

const CM: Record<string, number> = { cm: 1, mm: 0.1, m: 100, in: 2.54, ft: 30.48 }
const KG: Record<string, number> = { kg: 1, g: 0.001, st: 6.35029318, lb: 0.45359237 }

const NAMES: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(cm|cms|centimet(re|er)s?)$/, 'cm'],
  [/^(mm|millimet(re|er)s?)$/, 'mm'],
  [/^(m|met(re|er)s?)$/, 'm'],
  [/^(in|ins|inch|inches|")$/, 'in'],
  [/^(ft|feet|foot|')$/, 'ft'],
  [/^(kg|kgs|kilos?|kilograms?)$/, 'kg'],
  [/^(st|stones?)$/, 'st'],
  [/^(lb|lbs|pounds?)$/, 'lb'],
]

/**
 * Read "43", "43cm", "17 in", "5 ft 3", `5'3"`, "12 stone 4" as a number in `unit`, to one decimal place.
 * A bare number is in `unit` itself; a bare number after feet is inches, after stones pounds.
 * @returns the number, or `null` where it cannot be read or mixes length with weight.
 */
export function readMeasure(input: string, unit: Unit): number | null {
  const text = input.trim().toLowerCase().replaceAll(',', '.').replaceAll(/[′’‘]/g, "'").replaceAll(/[″“”]/g, '"')
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+|'|")?/g)]
  if (parts.length === 0 || parts.length > 2) return null
  if (text.replaceAll(/(\d+(?:\.\d+)?)\s*([a-z]+|'|")?/g, '').trim() !== '') return null
  const table = unit === 'cm' ? CM : KG
  let total = 0
  let last: string | undefined
  for (const [, digits, word] of parts) {
    const name: string | undefined = word
      ? named(word)
      : last === 'ft'
        ? 'in'
        : last === 'st'
          ? 'lb'
          : last
            ? undefined
            : unit
    if (!name || !(name in table) || (last && !follows(last, name))) return null
    total += Number(digits) * table[name]!
    last = name
  }
  return Math.round(total * 10) / 10
}

const named = (word: string): string | undefined => NAMES.find(([pattern]) => pattern.test(word))?.[1]
const follows = (a: string, b: string): boolean => (a === 'ft' && b === 'in') || (a === 'st' && b === 'lb')

/** Both systems for the reader: "43 cm (17 in)", "82 kg (12 st 13 lb)". */
export function showMeasure(value: number, unit: Unit): string {
  if (unit === 'cm') return `${plain(value)} cm (${inches(value)})`
  const pounds = Math.round(value / KG.lb!)
  const rest = pounds % 14
  return `${plain(value)} kg (${Math.floor(pounds / 14)} st${rest ? ` ${rest} lb` : ''})`
}

function inches(cm: number): string {
  const whole = Math.round(cm / 2.54)
  if (cm <= 120) return `${cm < 10 ? plain(Math.round((cm / 2.54) * 2) / 2) : whole} in`
  return `${Math.floor(whole / 12)} ft ${whole % 12} in`
}

const plain = (value: number): string => String(Math.round(value * 10) / 10)
