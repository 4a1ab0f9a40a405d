/** Multipliers of the four lanes: large odd numbers, each mixing on its own. */
const LANES = [
  [0x9e3779b1, 0x85ebca6b],
  [0xc2b2ae35, 0x27d4eb2f],
  [0x165667b1, 0x9e3779b9],
  [0xd6e8feb9, 0xcaaf3a45],
] as const

/**
 * 128 bits of a text, as 32 hex digits. Not against a forger: it names things the same way on every import, and tells
 * a changed text from the same one. (crypto.subtle would make every caller wait, and Node's hash is not on Workers.)
 */
export function hash(text: string): string {
  return LANES.map(([multiplier, finish], lane) => {
    let h = 0x811c9dc5 ^ Math.imul(lane + 1, finish)
    for (let i = 0; i < text.length; i++) {
      h = Math.imul(h ^ text.charCodeAt(i), multiplier)
      h = (h << 13) | (h >>> 19)
    }
    h = Math.imul(h ^ (h >>> 16), finish)
    h = Math.imul(h ^ (h >>> 13), multiplier)
    return ((h ^ (h >>> 16)) >>> 0).toString(16).padStart(8, '0')
  }).join('')
}

/** A UUID (version 8, RFC 9562) that is always the same for the same parts. */
export function mintId(...parts: readonly string[]): string {
  const hex = hash(parts.join('\u001f'))
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const isUuid = (text: string): boolean => UUID.test(text)
