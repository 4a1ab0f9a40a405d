/** What a text gives away that Handrail does not want to know. */
export type Personal = 'nhs-number' | 'e-mail' | 'phone' | 'name' | 'birth-date' | 'address' | 'number'

/**
 * What a free text seems to say about who somebody is, or `undefined`. It may be wrong now and then, which costs the
 * person one more try in other words; what is missed would lie in a store, so it is on the wary side.
 */
export function personalIn(text: string): Personal | undefined {
  const plain = text.normalize('NFKC')
  if (/[\w.+-]+\s?@\s?[\w-]+\.\w/.test(plain)) return 'e-mail'
  const figures = longFigures(plain)
  if (figures.some(isNhsNumber)) return 'nhs-number'
  if (figures.some((digits) => /^(0\d{9,10}|44\d{9,10}|0044\d{9,10})$/.test(digits))) return 'phone'
  // Cards, accounts, and whatever else has nine digits or more; and National Insurance numbers.
  if (figures.some((digits) => digits.length >= 9) || NATIONAL_INSURANCE.test(plain)) return 'number'
  if (BIRTH.test(plain)) return 'birth-date'
  if (NAMED.test(plain) || TITLED.test(plain)) return 'name'
  return POSTCODE.test(plain) || STREET.test(plain) || LIVES_AT.test(plain) ? 'address' : undefined
}

/** Digits that stand together but for spaces, dots, dashes and brackets. */
const longFigures = (text: string): string[] =>
  (text.match(/\+?\d[\d\s().-]{7,}\d/g) ?? []).map((found) => found.replaceAll(/\D/g, ''))

/** Ten digits of which the last checks the others, modulo 11 (NHS Data Dictionary, "NHS NUMBER"). */
function isNhsNumber(digits: string): boolean {
  if (digits.length !== 10) return false
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

const NATIONAL_INSURANCE = /\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/i
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/i
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const BIRTH = new RegExp(
  [
    String.raw`\b(?:date of birth|d\.?o\.?b\.?)\b`,
    String.raw`\bborn (?:on|in) `,
    String.raw`\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? (?:19|20)\d\d\b`,
  ].join('|'),
  'i',
)
const NAMED =
  /\bnames? (?:is|are|was)\b|\bname's\b|\bname ?:|\b(?:i am|i'm|he is|she is|he's|she's|is) (?:called|named)\b/i
/** A title with a name behind it; not "MS", which is an illness, nor "the doctor". */
const TITLED = /\b(?:[Mm]rs?|MRS?|[Mm]s|Miss)\.? [A-Z][A-Za-z]+|\b(?:Dr|Doctor|Nurse) [A-Z][a-z]+/
const STREET =
  /\b\d+[a-z]?,? (?:[a-z']+ ){1,3}(?:street|road|rd|avenue|ave|lane|terrace|crescent|gardens|grove)\b|\b\d+[A-Za-z]?,? (?:[A-Z][a-z']+ ){1,3}(?:Close|Drive|Court|Way|Place|Square|Row|Walk|Rise|Hill)\b/
const LIVES_AT =
  /\b(?:live|lives|living) at (?:number |no\.? |flat )?\d|\bmy address is\b|\bflat \d+[a-z]?\b.*\b(?:house|court)\b/i
