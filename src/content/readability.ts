/** How hard a text is to read. */
export interface Readability {
  /** Flesch-Kincaid grade plus five: about the age at which it reads easily. */
  readonly age: number
  readonly longestSentence: number
  readonly words: number
}

/** Words that every reader of these pages knows, though they are long: they would hide the texts that are hard. */
const KNOWN = new Map(Object.entries({ equipment: 2, occupational: 3, therapist: 2, assessment: 2, council: 2 }))

/**
 * Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word − 15.59. Counted over one text; short texts swing,
 * so single ones are judged leniently and the mean strictly.
 */
export function readability(text: string): Readability {
  const sentences = text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((sentence) => wordsOf(sentence))
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return { age: 5, longestSentence: 0, words: 0 }
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (words.reduce((sum, word) => sum + syllables(word), 0) / words.length) - 15.59
  return {
    age: Math.max(5, Math.round((grade + 5) * 10) / 10),
    longestSentence: Math.max(...sentences.map((sentence) => sentence.length)),
    words: words.length,
  }
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?|\d[\d.,]*/g) ?? []

function syllables(word: string): number {
  const known = KNOWN.get(word)
  if (known) return known
  if (/^\d/.test(word)) return 1
  const groups = word
    .replace(/['’]s?$/, '')
    .replace(/(?:[^laeiouy]es|[^td]ed|[^l]e)$/, (end) => end[0]!)
    .match(/[aeiouy]+/g)
  return Math.max(1, groups?.length ?? 1)
}
