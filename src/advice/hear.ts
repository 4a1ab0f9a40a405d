import type { Library } from '../content/library.ts'
import type { SafetyRule } from '../content/schema.ts'
import { textsOf } from '../content/texts.ts'
import { bare, isFiller, KIN, plainWordsOf, saysNothing, wordsOf } from './speech.ts'

/**
 * The safety rules whose trigger words stand in a free text, in their order: misspelt or not, with small words between
 * them or not, and of whomever they are said.
 */
export function hear(rules: readonly SafetyRule[], text: string): SafetyRule[] {
  const { byFirst, reads } = earFor(rules)
  const heard = wordsOf(text).map((word) => ({ word, meanings: reads(word) }))
  const found = new Set<SafetyRule>()
  for (const [at, { meanings }] of heard.entries())
    for (const first of meanings)
      for (const trigger of byFirst.get(first) ?? [])
        if (!found.has(trigger.rule) && stands(trigger, heard, at)) found.add(trigger.rule)
  return rules.filter((rule) => found.has(rule))
}

/** A written word, and the words of triggers that it can stand for: itself, and what it may be a misspelling of. */
interface Heard {
  readonly word: string
  readonly meanings: readonly string[]
}

interface Trigger {
  readonly words: readonly string[]
  /** It counts only where nothing else is said: "choking", but not "I worry about choking". */
  readonly alone: boolean
  /** Words that make it harmless where they follow: "scared of mum", but not "scared of mum falling" (-ing). */
  readonly unless: readonly string[]
  readonly rule: SafetyRule
}

/** As it is written in the content: "choking.", "scared of mum -ing". */
function triggerOf(written: string, rule: SafetyRule): Trigger {
  const parts = written.split(' ')
  const said = parts.filter((part) => !part.startsWith('-')).join(' ')
  const unless = parts.filter((part) => part.startsWith('-')).flatMap(wordsOf)
  return { words: bare(wordsOf(said)), alone: said.endsWith('.'), unless, rule }
}

/** More small words than this between two words of a trigger, and they are no longer said together. */
const GAP = 3

function stands({ words, alone, unless }: Trigger, heard: readonly Heard[], from: number): boolean {
  let at = from
  for (const one of words.slice(1)) {
    const start = at + 1
    for (at = start; !heard[at]?.meanings.includes(one); at++)
      if (heard[at] === undefined || at - start === GAP || !isFiller(heard[at]!.word)) return false
  }
  if (unless.length > 0) {
    const next = heard.slice(at + 1).find(({ word }) => unless.includes(word) || !isFiller(word))?.word
    if (next && unless.some((one) => next === one || (one === 'ing' && next.endsWith(one)))) return false
  }
  return !alone || [...heard.slice(0, from), ...heard.slice(at + 1)].every(({ word }) => saysNothing(word))
}

interface Ear {
  readonly byFirst: ReadonlyMap<string, readonly Trigger[]>
  readonly reads: (word: string) => readonly string[]
}

const ears = new WeakMap<readonly SafetyRule[], Ear>()

/** Made once for a list of rules: there are hundreds of triggers, and every step of an assessment listens. */
function earFor(rules: readonly SafetyRule[]): Ear {
  const made = ears.get(rules) ?? makeEar(rules)
  ears.set(rules, made)
  return made
}

function makeEar(rules: readonly SafetyRule[]): Ear {
  const triggers = rules.flatMap((rule) =>
    rule.triggers.map((trigger) => triggerOf(trigger, rule)).filter(({ words }) => words.length > 0),
  )
  const vocabulary = new Set(triggers.flatMap(({ words }) => words))
  const long = Map.groupBy([...vocabulary].filter(isLong), (word) => word[0]!)
  // Where the words of the library are not known, nothing can be told to be misspelt.
  const library = libraries.get(rules)
  let spelt: ReadonlySet<string> | undefined
  const reads = (word: string): readonly string[] => {
    if (word === KIN) return [KIN, 'he', 'her']
    if (vocabulary.has(word)) return [word]
    if (!library || word.length < LONG - 1) return []
    spelt ??= wordsIn(library)
    return spelt.has(word) ? [] : (long.get(word[0]!) ?? []).filter((one) => isOneSlip(word, one))
  }
  return { byFirst: Map.groupBy(triggers, ({ words }) => words[0]!), reads }
}

const libraries = new WeakMap<readonly SafetyRule[], Library>()

/**
 * Tell a list of rules which words are well spelt: those of the library. "Cooking" stands in it, and so is never read
 * as "choking"; "chokking" does not, and is.
 */
export const learnWords = (rules: readonly SafetyRule[], library: Library): void => void libraries.set(rules, library)

/** Every word that the library uses, the lay words for its topics included. */
export function wordsIn(library: Library): ReadonlySet<string> {
  const made = vocabularies.get(library) ?? new Set([...plainWordsOf(allOf(library)), ...wordsOf(allOf(library))])
  vocabularies.set(library, made)
  return made
}

const vocabularies = new WeakMap<Library, ReadonlySet<string>>()

const allOf = (library: Library): string =>
  [...textsOf(library).map(({ text }) => text), ...library.topics.flatMap(({ lexicon }) => lexicon)].join(' ')

/** In a short word one slip makes another word: only longer ones are read with a slip. */
const LONG = 6
const isLong = (word: string): boolean => word.length >= LONG

/** One letter too many, too few, another, or two changed about (a Damerau-Levenshtein distance of one). */
function isOneSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false
  let from = 0
  while (from < written.length && written[from] === meant[from]) from++
  const rest = (of: string, skip: number): string => of.slice(from + skip)
  return (
    rest(written, 1) === rest(meant, 1) ||
    rest(written, 1) === rest(meant, 0) ||
    rest(written, 0) === rest(meant, 1) ||
    (written[from] === meant[from + 1] && written[from + 1] === meant[from] && rest(written, 2) === rest(meant, 2))
  )
}
