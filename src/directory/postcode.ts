/** A postcode as it is written: "PR7" and, where the whole of it was given, "1AB". */
export interface Postcode {
  readonly outward: string
  readonly inward?: string
}

/** The letters that the second half of a postcode uses. C, I, K, M, O and V are too easily mistaken for others. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
/** How many postcodes a sector ("PR7 1") can have: one for each pair of letters. */
export const SECTOR_SIZE = LETTERS.length ** 2

/**
 * The shapes of a first half, with the letters that may stand at its end (Royal Mail, PAF Programmers' Guide). A zero
 * is never followed by another digit.
 */
const OUTWARD_SHAPES = ['LN', 'LLN', 'LNN', 'LNA', 'LLNN', 'LLNB'] as const
const AT_THIRD = 'ABCDEFGHJKPSTUW'
const AT_FOURTH = 'ABEHMNPRVWXY'
const INWARD_SHAPE = 'NPP'

/** More slips than one in a half are no slips: "Chorley" is not CH0R 1EY. */
const MOST_MENDED = 1
const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5' }
const AS_LETTER: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B' }

/**
 * A whole postcode or its first half from what somebody typed: any case, spaces and stops anywhere, and the letter O for
 * a zero (I or L for a one, S for a five) where only a digit can stand, and the other way round. `null` where it is none.
 */
export function readPostcode(typed: string): Postcode | null {
  const upper = typed.normalize('NFKC').toUpperCase()
  // A word, such as the name of a town, is none, however its letters are turned.
  if (!/\d/.test(upper)) return null
  // "PR7 1" and "PR7 1A" are the first half and a beginning of the second. Without the space they would be PR71.
  const begun = /^\s*([A-Z\d]{2,4})\s+\d[A-Z]?\s*$/.exec(upper)
  const text = begun ? begun[1]! : upper.replaceAll(/[^A-Z\d]/g, '')
  if (text.length < 5) {
    const outward = readOutward(text)
    return outward ? { outward } : null
  }
  const outward = readOutward(text.slice(0, -3))
  const inward = shaped(text.slice(-3), INWARD_SHAPE)
  return outward && inward ? { outward, inward: inward.text } : null
}

function readOutward(text: string): string | null {
  const [best] = OUTWARD_SHAPES.flatMap((shape) => shaped(text, shape) ?? []).toSorted((a, b) => a.mended - b.mended)
  return best?.text ?? null
}

/** The text in a shape, and how many characters had to be mended for it. */
function shaped(text: string, shape: string): { text: string; mended: number } | null {
  if (text.length !== shape.length) return null
  let mended = 0
  let made = ''
  for (const [i, kind] of [...shape].entries()) {
    const found = text[i]!
    const fitting = fits(found, kind) ? found : (kind === 'N' ? AS_DIGIT : AS_LETTER)[found]
    if (fitting === undefined || !fits(fitting, kind)) return null
    if (fitting !== found) mended++
    made += fitting
  }
  if (mended > MOST_MENDED || (/0\d$/.test(made) && shape.endsWith('NN'))) return null
  return { text: made, mended }
}

function fits(character: string, kind: string): boolean {
  switch (kind) {
    case 'N':
      return /\d/.test(character)
    case 'A':
      return AT_THIRD.includes(character)
    case 'B':
      return AT_FOURTH.includes(character)
    case 'P':
      return LETTERS.includes(character)
    default:
      return /[A-Z]/.test(character)
  }
}

/** "PR7 1", the sector that a whole postcode lies in. */
export const sectorOf = (outward: string, inward: string): string => `${outward} ${inward[0]!}`

/** The number of a postcode within its sector, 0 to 399, from its second half ("1AB"); -1 where no postcode ends so. */
export function numberOf(inward: string): number {
  const [first, second] = [LETTERS.indexOf(inward[1]!), LETTERS.indexOf(inward[2]!)]
  return first === -1 || second === -1 ? -1 : first * LETTERS.length + second
}

/** Postcode areas that lie wholly outside England. CH, HR, LD, SY, NP, TD and DG straddle a border. */
const ELSEWHERE: ReadonlyArray<readonly [Nation, RegExp]> = [
  ['S', /^(AB|DD|EH|FK|G|HS|IV|KA|KW|KY|ML|PA|PH|ZE)\d/],
  ['N', /^BT\d/],
  ['W', /^(CF|LL|SA)\d/],
  ['M', /^IM\d/],
  ['L', /^(GY|JE)\d/],
]

/** The first letter of an ONS code: England, Scotland, Wales, Northern Ireland, Channel Islands, Isle of Man. */
export type Nation = 'E' | 'S' | 'W' | 'N' | 'L' | 'M'

/** Another nation that the first half of a postcode surely lies in, by its letters alone. */
export const nationOf = (outward: string): Nation | undefined =>
  ELSEWHERE.find(([, pattern]) => pattern.test(outward))?.[0]
