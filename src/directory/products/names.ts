import type { Equipment } from '../../content/schema.ts'

/** Lower-case words of a text; of several only the one: "sticks" is "stick". */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))

/** Phrases come from the content, a few hundred of them, and are held against every product of a feed. */
const known = new Map<string, readonly string[]>()

/** Whether every word of a phrase stands in a name. */
export const says = (name: ReadonlySet<string>, phrase: string): boolean => {
  let wanted = known.get(phrase)
  if (!wanted) known.set(phrase, (wanted = wordsIn(phrase)))
  return wanted.length > 0 && wanted.every((word) => name.has(word))
}

/** Words of a type's own that stand for it in a product's name: its id ("sock-aid") and its name without the brackets. */
const ownPhrases = ({ id, name }: Equipment): readonly string[] => [
  id.replaceAll('-', ' '),
  name.replaceAll(/\s*\([^)]*\)/g, ''),
  ...[...name.matchAll(/\(([^)]*)\)/g)].map(([, inside]) => inside!),
]

/** Finds, of some types, those that a product's name speaks of by their own words. */
export function speaking(types: readonly Equipment[]): (name: string) => Equipment[] {
  const own = types.map((type) => [type, ownPhrases(type)] as const)
  return (name) => {
    const words = new Set(wordsIn(name))
    return own.flatMap(([type, phrases]) => (phrases.some((phrase) => says(words, phrase)) ? [type] : []))
  }
}
