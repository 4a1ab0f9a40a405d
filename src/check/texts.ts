import type { Library } from '../content/library.ts'
import { MEASURED, readingAge, readTexts } from '../content/texts.ts'
import { fault, type Fault, type FaultRule } from './fault.ts'

const QUESTION_WORDS = 20
const SPOKEN_WORDS = 12
const SENTENCE_WORDS = 25
/** A single short text swings; the mean over all is held to 9. */
const OLDEST = 13
const MEAN = 9

/** Texts that are too long or too hard for a worried person on a phone. */
export function checkTexts(library: Library): Fault[] {
  const faults = readTexts(library).flatMap(({ item, field, text, kind, age, longestSentence, words }): Fault[] => {
    const most = kind === 'question' ? QUESTION_WORDS : kind === 'spoken' ? SPOKEN_WORDS : undefined
    const wrong = (rule: FaultRule, what: string): Fault[] => [
      fault(rule, [`${item}.${field}`], `${item}.${field}: ${what}: “${text}”`),
    ]
    if (most !== undefined && words > most) return wrong('question-length', `${words} words; use at most ${most}`)
    if (kind === 'safety' && words > SENTENCE_WORDS)
      return wrong('sentence-length', `${words} words in a safety action; use at most ${SENTENCE_WORDS}`)
    if (longestSentence > SENTENCE_WORDS)
      return wrong('sentence-length', `a sentence of ${longestSentence} words; use at most ${SENTENCE_WORDS}`)
    return words >= MEASURED && age > OLDEST ? wrong('reading-age', `reading age ${age}; use shorter words`) : []
  })
  const { mean, worst } = readingAge(library)
  if (mean > MEAN)
    faults.push(
      fault(
        'reading-age',
        worst.map((one) => `${one.item}.${one.field} ${one.age}`),
        `mean reading age ${mean}; aim at ${MEAN}`,
      ),
    )
  return faults
}
