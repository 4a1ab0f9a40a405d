interface Vocabulary {
  /** The words that can be meant, each with how often it stands there. */
  readonly meant: ReadonlyMap<string, number>
  /** Other words that are well spelt. Asked for only where a word is not among those that can be meant. */
  readonly spelt: () => ReadonlySet<string>
}

/**
 * What a misspelt word was meant to be. A well-spelt word is let be: "coat" is not "cost". So is a short one, where a
 * slip makes another word. The first letter is hardly ever wrong. Two words written as one come apart.
 */
export function speller({ meant, spelt }: Vocabulary): (word: string) => string {
  const byStart = Map.groupBy(meant.keys(), startOf)
  return function spell(word) {
    const slips = slipsIn(word)
    if (slips === 0 || meant.has(word) || /\d/.test(word) || spelt().has(word)) return word
    const apart = split(word)
    if (apart) return apart
    let best = word
    let least = slips + 1
    for (let length = word.length - slips; length <= word.length + slips; length++)
      for (const one of byStart.get(word[0]! + length) ?? []) {
        // Of two words as near, the commoner is meant.
        const far = distance(word, one, slips) - Math.min(meant.get(one)!, 40) / 100
        if (far <= slips && far < least) [best, least] = [one, far]
      }
    return best
  }

  /** Two words that were written as one: "powerchair", "bathlift". */
  function split(word: string): string | undefined {
    for (let at = PART; at <= word.length - PART; at++) {
      const [first, second] = [word.slice(0, at), word.slice(at)]
      if (meant.has(first) && meant.has(second)) return `${first} ${second}`
    }
    return undefined
  }
}

/** Fewest letters of each of two words written as one. */
const PART = 4

const startOf = (word: string): string => word[0]! + word.length

/** How many slips a word may hold and still be known again. */
const slipsIn = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2)

/** Letters too many, too few, wrong or changed about (Damerau and Levenshtein); over `most`, how many does not matter. */
export function distance(written: string, meant: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: meant.length + 1 }, (_, at) => at)
  for (let i = 1; i <= written.length; i++) {
    const next = [i]
    for (let j = 1; j <= meant.length; j++) {
      const wrong = written[i - 1] === meant[j - 1] ? 0 : 1
      next[j] = Math.min(row[j - 1]! + wrong, row[j]! + 1, next[j - 1]! + 1)
      const turned = i > 1 && j > 1 && written[i - 1] === meant[j - 2] && written[i - 2] === meant[j - 1]
      if (turned) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[meant.length]!
}
