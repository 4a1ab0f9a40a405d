/**
 * The stem of an English word, in the manner of Porter but smaller: "drop", "drops", "dropped" and "dropping" are one.
 * Only the search reads it, so it need not be a word: "shav" does for "shaving". Words that change within, such as
 * "fell", are left to the synonyms.
 */
export function stem(word: string): string {
  if (word.length < 4) return word
  const bare = ending(plural(word))
  return bare.length > 3 ? bare.replace(/e$/, '').replace(/y$/, 'i') : bare
}

/** One of them: "dishes", "worries", "loos". "Bus" and "this" are no plurals. */
function plural(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  return word.replace(/(?<=ss|sh|ch|x|zz)es$|s$/, '')
}

/** "-ing", "-ed" and the like go where a syllable is left before them: "sing", "bed" and "need" stay. */
function ending(word: string): string {
  const [, bare, end] = /^(.*[aeiouy].*?)(ing|ed|ly|iness|ness|ful)$/.exec(word) ?? []
  if (
    bare === undefined ||
    bare.length < 3 ||
    (end === 'ly' && bare.length < 5) ||
    (bare.endsWith('e') && end === 'ed')
  )
    return word
  if (end === 'iness') return `${bare}y`
  return end === 'ing' || end === 'ed' ? bare.replace(/([bdgmnprt])\1$/, '$1') : bare
}
