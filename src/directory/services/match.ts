import type { Point } from '../grid.ts'
import { areaToken, nationalToken, nearTokens, termToken } from './tokens.ts'

/** Words that say nothing about a service. */
const EMPTY = new Set(
  'a an and are as at be by can for from get have help i in is it me my need of on or our service services support the their to want we with you your'.split(
    ' ',
  ),
)
/** So many alternatives, and words in one, are looked at. */
const MOST_ALTERNATIVES = 12
const MOST_WORDS = 8

/** Where to look, nearest first. `null` is everywhere: nobody said where they live. */
export function rings(near: Point | undefined, areas: readonly string[] | undefined): ReadonlyArray<string[] | null> {
  const served = areas && areas.length > 0 ? areas.slice(0, 40).map(areaToken) : []
  const found = [...(near ? nearTokens(near) : []), ...(served.length > 0 ? [served] : [])]
  return found.length > 0 ? [...found, [nationalToken]] : [null]
}

/** Any of the terms, within a ring; null where there are none. */
export function matchTerms(terms: readonly string[] | undefined, ring: readonly string[] | null): string | null {
  if (!terms || terms.length === 0) return null
  return placed(`terms : (${terms.slice(0, 100).map(termToken).join(' OR ')})`, ring)
}

/** The parts of a service's text: what it is called and filed under, and all of it. */
export type Text = '{name keywords}' | '{name description keywords}'

/** Any alternative of the words in the text, within a ring; null where no word says anything. */
export function matchWords(words: string | undefined, ring: readonly string[] | null, text: Text): string | null {
  const alternatives = (words ?? '')
    .split('|')
    .slice(0, MOST_ALTERNATIVES)
    .flatMap((alternative) => {
      const all = wordsOf(alternative)
      return all.length > 0 ? [`(${all.map((word) => `"${word}"`).join(' AND ')})`] : []
    })
  return alternatives.length === 0 ? null : placed(`${text} : (${[...new Set(alternatives)].join(' OR ')})`, ring)
}

/** Words of one alternative further apart than this in a text have nothing to do with each other. */
const APART = 2
/** Empty by themselves, but not beside one other word: a "wheelchair service" is more than a wheelchair. */
const KINDS = /^(services?|support)$/

/** The words of an alternative that have to be there, and whether in just this order: `"home care"` is no care home. */
function alternativesOf(words: string | undefined): ReadonlyArray<{ all: readonly string[]; exact: boolean }> {
  return (words ?? '')
    .split('|')
    .slice(0, MOST_ALTERNATIVES)
    .map((alternative) => {
      const raw = alternative
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '')
      const telling = wordsOf(alternative)
      const exact = alternative.trim().startsWith('"')
      const whole = exact || (telling.length === 1 && raw.length === 2 && raw.some((word) => KINDS.test(word)))
      return { all: whole ? raw.slice(0, MOST_WORDS) : telling, exact }
    })
    .filter(({ all }) => all.length > 0)
}

const quoted = (all: readonly string[]): string => all.map((word) => `"${word}"`).join(' ')
const sideBySide = ({ all, exact }: { all: readonly string[]; exact: boolean }): string =>
  exact ? `"${all.join(' ')}"` : `NEAR(${quoted(all)}, ${APART})`

/** Any alternative of the words side by side in the name; one word alone also in what it is filed under. */
export function matchNames(words: string | undefined, ring: readonly string[] | null): string | null {
  const found = alternativesOf(words).map((one) =>
    one.all.length === 1 ? `{name keywords} : ${quoted(one.all)}` : `name : ${sideBySide(one)}`,
  )
  return found.length === 0 ? null : placed([...new Set(found)].map((one) => `(${one})`).join(' OR '), ring)
}

/**
 * Any alternative of two or more words side by side in the rest of the text: "wheelchair hire", and not "hire our room,
 * with wheelchair access". One word alone says too little: many a description has "benefits" in it.
 */
export function matchNear(words: string | undefined, ring: readonly string[] | null): string | null {
  const found = alternativesOf(words)
    .filter(({ all }) => all.length > 1)
    .map(sideBySide)
  return found.length === 0 ? null : placed(`{description keywords} : (${[...new Set(found)].join(' OR ')})`, ring)
}

/** Anything at all within a ring: services near by, whatever they do. */
export const matchPlace = (ring: readonly string[] | null): string | null =>
  ring === null ? null : `place : (${ring.join(' OR ')})`

/** The words that count, without anything that FTS5 would take for its own language. */
export function wordsOf(text: string): string[] {
  const all = text
    .slice(0, 400)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = all.filter((word) => !EMPTY.has(word))
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS)
}

const placed = (need: string, ring: readonly string[] | null): string =>
  ring === null ? need : `(${need}) AND place : (${ring.join(' OR ')})`
