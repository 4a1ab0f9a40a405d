import { plainWordsOf } from '../../advice/speech.ts'
import type { Synonyms } from '../../content/schema.ts'
import { stem } from './stem.ts'

/**
 * Reads a text as the search sees it: words that mean the same folded into one, those that say nothing left out, each
 * cut to its stem. "Cannae get off the bog" is "cannot toilet".
 */
export function reader(synonyms: readonly Synonyms[], spell: (word: string) => string = (word) => word) {
  const meanings = new Map<string, string>()
  /** The most words that a synonym which begins with this one may hold. */
  const longest = new Map<string, number>()
  for (const { means, words } of synonyms)
    for (const run of [...words, means].map(plainWordsOf).filter(({ length }) => length > 0)) {
      const meaning = plainWordsOf(means).map(stem).join(' ')
      meanings.set(run.join(' '), meaning)
      longest.set(run[0]!, Math.max(run.length, longest.get(run[0]!) ?? 1))
      // What says nothing is left out to the letter: "go" says nothing, "goer" might.
      const bare = stem(run[0]!)
      if (meaning !== '' && run.length === 1 && !meanings.has(bare)) meanings.set(bare, meaning)
    }

  return function read(text: string): string[] {
    const words = plainWordsOf(text).flatMap((word) => spell(word).split(' '))
    const found: string[] = []
    for (let at = 0; at < words.length;) {
      const [length, meaning] = next(words, at)
      if (meaning !== '') found.push(meaning)
      at += length
    }
    return found
  }

  /** The longest run of words from here that has a meaning of its own, else the word that stands here. */
  function next(words: readonly string[], at: number): [length: number, meaning: string] {
    for (let length = longest.get(words[at]!) ?? 0; length > 0; length--) {
      const meaning = meanings.get(words.slice(at, at + length).join(' '))
      if (meaning !== undefined) return [length, meaning]
    }
    const bare = stem(words[at]!)
    return [1, meanings.get(bare) || bare]
  }
}
