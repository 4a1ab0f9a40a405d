/**
 * What a misspelt word was meant to be. A word that is known, to the search or to the rest of the library, is well
 * spelt and is let be: "coat" is not "cost". In a short word a slip makes another word, so those are let be too.
 */
export function speller(known: ReadonlySet<string>, meant: ReadonlyMap<string, number>): (word: string) => string {
  const byLength = Map.groupBy(meant.keys(), (word) => word.length)
  return function spell(word) {
    const slips = slipsIn(word)
    if (slips === 0 || known.has(word) || /\d/.test(word)) return word
    let best = word
    let least = Infinity
    for (let length = word.length - slips; length <= word.length + slips; length++)
      for (const one of byLength.get(length) ?? []) {
        const far = distance(word, one, slips) + (one[0] === word[0] ? 0 : 0.6)
        const cost = far - Math.min(meant.get(one)!, 9) / 100
        if (far <= slips && cost < least) [best, least] = [one, cost]
      }
    return best
  }
}

/** How many slips a word may hold and still be known again. */
const slipsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2)

/** Letters too many, too few, wrong or changed about (Damerau-Levenshtein), or anything over `most` when there are more. */
export function distance(written: string, meant: string, most: number): number {
  let [before, row] = [[] as number[], Array.from({ length: meant.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= written.length; i++) {
    const next = [i]
    for (let j = 1; j <= meant.length; j++) {
      const same = written[i - 1] === meant[j - 1]
      next[j] = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1)
      const swapped = i > 1 && j > 1 && written[i - 1] === meant[j - 2] && written[i - 2] === meant[j - 1]
      if (swapped) next[j] = Math.min(next[j]!, before[j - 2]! + 1)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, row] = [row, next]
  }
  return row[meant.length]!
}
