import type { Service } from '../oruk/types.ts'
import { wordsOf } from './match.ts'

/** So many characters of a word decide whether two are the same one: "rails" and "railing" begin alike. */
const ALIKE = 5

/** The alternative of the words that the text of a service has, as it was asked for; for the reason that is shown. */
export function sharedWords(words: string, service: Service): string | undefined {
  const text = [
    service.name,
    service.alternate_name,
    service.description,
    service.organization?.name,
    service.eligibility_description,
    ...(service.attributes ?? []).map(({ taxonomy_term }) => taxonomy_term.name),
  ]
  return alternativeIn(words, text.join(' '))
}

/** Whether a name has all words of an alternative. */
export const namesOne = (words: string, name: string): boolean => alternativeIn(words, name) !== undefined

function alternativeIn(words: string, text: string): string | undefined {
  const there = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .map((word) => word.slice(0, ALIKE)),
  )
  return words
    .split('|')
    .map((alternative) => alternative.trim())
    .find((alternative) => {
      const all = wordsOf(alternative)
      return all.length > 0 && all.every((word) => there.has(word.slice(0, ALIKE)))
    })
}
