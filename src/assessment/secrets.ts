/** Fill an array with random bytes. Tests pass a seeded one. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => void

/** Without I, L, O and U: nothing that is misread or misheard, and no words. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 10

/** 128 random bits: who knows the id may read and change the assessment, so it never stands in a URL or a log. */
export function newId(random: Random): string {
  const bytes = new Uint8Array(16)
  random(bytes)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Ten letters and digits, 50 bits, in two groups to read out: "7K3QM-X9D2B". */
export function newCode(random: Random): string {
  const bytes = new Uint8Array(CODE_LENGTH)
  random(bytes)
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const showCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** A code as somebody typed it, or `null` if it cannot be one. O is taken for 0, I and L for 1. */
export function readCode(input: string): string | null {
  const code = input.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return code.length === CODE_LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}

/** A hash of 128 bits as hex digits: what is kept of something that must not be read from the store. */
export async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
