import { wordsIn } from '../../advice/hear.ts'
import { plainWordsOf } from '../../advice/speech.ts'
import type { Library } from '../../content/library.ts'
import type { Topic } from '../../content/schema.ts'
import { pieces } from './pieces.ts'
import { reader } from './reader.ts'
import { speller } from './spelling.ts'

/** A topic that words may mean, and how much speaks for it. */
export interface Ranked {
  readonly topic: Topic
  readonly score: number
}

/** Two words that stand side by side in a phrase say more together than apart. */
const TOGETHER = 1.3
/** A further phrase with the same word speaks for its topic as well, but each time by less. */
const AGAIN = 0.5
/** What a topic is called says more than what it is also known by. */
const TITLE = 2
/** How much pieces of words add, as a share of the best score that whole words reach. */
const PIECES = 0.3
/** How far a long lexicon is held back: it shares a word with whatever is said more easily than a short one. */
const LENGTH = 0.4

/**
 * The topics by how well they fit a person's own words. Every phrase of a lexicon stands for itself. A word that was
 * said speaks for a topic by how few topics share it, and by how much of its phrases was said; pieces of words add to
 * that. Where no whole word is known, nothing is found.
 */
export function ranking(library: Library): (text: string) => Ranked[] {
  const read = reader(library.synonyms)
  const phrases = library.topics.flatMap((topic) =>
    textsFor(topic).map((text, at) => phraseOf(topic, read(text), at === 0)),
  )
  const holding = holdingIn(phrases)
  const rarity = new Map(
    [...holding].map(([word, those]) => [word, Math.log(1 + library.topics.length / spread(those))]),
  )
  const weight = (words: readonly string[]): number => sum(words.map((word) => rarity.get(word)!))
  const weights = new Map(phrases.map((phrase) => [phrase, weight(phrase.words)]))
  const readSaid = reader(library.synonyms, spellerFor(library))
  const near = pieces(
    library.topics.map((topic) => ({ id: topic.id, texts: textsFor(topic).map((text) => read(text)) })),
  )

  return function rank(text) {
    const said = [...new Set(readSaid(text))].filter((word) => rarity.has(word))
    const pairs = pairsOf(said)
    const found = new Map<Topic, Map<string, number[]>>()
    for (const phrase of new Set(said.flatMap((word) => holding.get(word)!))) {
      const shared = phrase.words.filter((word) => said.includes(word))
      const share = weight(shared) / weights.get(phrase)!
      const together = phrase.pairs.filter((pair) => pairs.includes(pair)).flatMap((pair) => pair.split('|'))
      const scores = found.get(phrase.topic) ?? new Map<string, number[]>()
      found.set(phrase.topic, scores)
      for (const word of shared) {
        const score = rarity.get(word)! * share * (together.includes(word) ? TOGETHER : 1) * (phrase.title ? TITLE : 1)
        scores.set(word, [...(scores.get(word) ?? []), score])
      }
    }
    const whole = [...found].map(([topic, scores]) => ({
      topic,
      score: sum([...scores.values()].map(fading)) / topic.lexicon.length ** LENGTH,
    }))
    const best = Math.max(0, ...whole.map(({ score }) => score))
    // As it was written: a slip leaves most pieces whole.
    const parts = near(read(text))
    return whole
      .map(({ topic, score }) => ({ topic, score: score + PIECES * best * (parts.get(topic.id) ?? 0) }))
      .toSorted((a, b) => b.score - a.score)
  }
}

/** Scores of one word, the best in full and each further one by less. */
const fading = (scores: readonly number[]): number =>
  sum(scores.toSorted((a, b) => b - a).map((score, at) => score * AGAIN ** at))

interface Phrase {
  readonly topic: Topic
  readonly words: readonly string[]
  readonly pairs: readonly string[]
  readonly title: boolean
}

const phraseOf = (topic: Topic, words: readonly string[], title: boolean): Phrase => ({
  topic,
  words: [...new Set(words)],
  pairs: pairsOf(words),
  title,
})

/** All that says what a topic is about. */
const textsFor = ({ title, hint, lexicon }: Topic): string[] => [title.self, ...hint.self.split(/[,:.]/), ...lexicon]

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, at) => `${words[at]}|${word}`)

/** The phrases that hold a word. */
function holdingIn(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const holding = new Map<string, Phrase[]>()
  for (const phrase of phrases)
    for (const word of phrase.words) {
      const those = holding.get(word)
      if (those) those.push(phrase)
      else holding.set(word, [phrase])
    }
  return holding
}

/** Over how many topics phrases are spread. */
const spread = (phrases: readonly Phrase[]): number => new Set(phrases.map(({ topic }) => topic)).size

/** Only a word that the search knows can be meant. */
function spellerFor(library: Library): (word: string) => string {
  const meant = new Map<string, number>()
  const texts = [...library.topics.flatMap(textsFor), ...library.synonyms.flatMap(({ words }) => words)]
  for (const word of texts.flatMap(plainWordsOf)) meant.set(word, (meant.get(word) ?? 0) + 1)
  return speller({ meant, spelt: () => wordsIn(library) })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
