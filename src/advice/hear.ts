import type { Library } from '../content/library.ts'
import type { SafetyRule } from '../content/schema.ts'
import { textsOf } from '../content/texts.ts'

/** The safety rules whose trigger words stand in a free text, one after another, misspelt or not. */
export function hear(rules: readonly SafetyRule[], text: string): SafetyRule[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const { byFirst, reads } = earFor(rules)
  const found = new Set<SafetyRule>()
  for (const [at, word] of words.entries())
    for (const first of reads(word))
      for (const trigger of byFirst.get(first) ?? [])
        if (trigger.words.every((one, index) => index === 0 || reads(words[at + index] ?? '').includes(one)))
          found.add(trigger.rule)
  return rules.filter((rule) => found.has(rule))
}

interface Trigger {
  readonly words: readonly string[]
  readonly rule: SafetyRule
}

interface Ear {
  readonly byFirst: ReadonlyMap<string, readonly Trigger[]>
  /** The words of triggers that a written word can stand for: itself, and what it may be a misspelling of. */
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
    rule.triggers.map((trigger) => ({ words: wordsOf(trigger), rule })).filter(({ words }) => words.length > 0),
  )
  const vocabulary = new Set(triggers.flatMap(({ words }) => words))
  const long = Map.groupBy([...vocabulary].filter(isLong), (word) => word[0]!)
  // Where the words of the library are not known, nothing can be told to be misspelt.
  const library = libraries.get(rules)
  let spelt: ReadonlySet<string> | undefined
  const reads = (word: string): readonly string[] => {
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
  const made = vocabularies.get(library) ?? new Set(wordsOf(allOf(library)))
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

/** The words of a text, in small letters and without apostrophes. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
