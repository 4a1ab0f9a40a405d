import type { Synonyms } from '../../content/schema.ts'
import { stem } from './stem.ts'

/** The longest run of words that a synonym may hold: "water closet", "on her feet". */
const LONGEST = 3

/**
 * Reads a text as the search sees it: plain words, those of one meaning folded into one, those that say nothing left
 * out, each cut to its stem.
 */
export function reader(synonyms: readonly Synonyms[], spell: (word: string) => string = (word) => word) {
  const meant = new Map<string, string>()
  for (const { means, words } of synonyms)
    for (const words_ of words) meant.set(plain(words_).map(stem).join(' '), plain(means).map(stem).join(' '))
  return function read(text: string): string[] {
    const stems = plain(text).map((word) => stem(spell(word)))
    const found: string[] = []
    for (let at = 0; at < stems.length; ) {
      const [length, word] = run(stems, at)
      if (word !== '') found.push(word)
      at += length
    }
    return found
  }

  /** The longest run from here that has another meaning, and that meaning. */
  function run(stems: readonly string[], at: number): [number, string] {
    for (let length = LONGEST; length > 0; length--) {
      const word = meant.get(stems.slice(at, at + length).join(' '))
      if (word !== undefined) return [length, word]
    }
    return [1, stems[at]!]
  }
}

/** The words of a text, in small letters and without apostrophes. */
export const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['’‘`´]|\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
