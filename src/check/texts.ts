import type { Library } from '../content/library.ts'
import { readability } from '../content/readability.ts'
import type { Words } from '../content/schema.ts'
import { fault, type Fault, type FaultRule } from './fault.ts'

/** One public text, with where it stands. */
export interface Text {
  readonly item: string
  readonly field: string
  readonly text: string
  readonly kind: 'question' | 'spoken' | 'safety' | 'label' | 'body'
}

const QUESTION_WORDS = 20
const SPOKEN_WORDS = 12
const SENTENCE_WORDS = 25
/** A single short text swings; the mean over all is held to 9. */
const OLDEST = 13
const SHORT = 12
const MEAN = 9

/** Every text that the public reads. */
export function textsOf(library: Library): Text[] {
  const texts: Text[] = []
  const add = (item: string, field: string, kind: Text['kind'], words: Words | string | undefined): void => {
    if (words === undefined) return
    const both = typeof words === 'string' ? [words] : [words.self, words.other]
    for (const text of both) if (text) texts.push({ item, field, text, kind })
  }
  for (const question of Object.values(library.questions)) {
    add(question.id, 'ask', 'question', question.ask)
    add(question.id, 'spoken', 'spoken', question.spoken)
    add(question.id, 'why', 'body', question.why)
    add(question.id, 'hint', 'body', question.hint)
    for (const option of question.options) add(`${question.id}=${option.id}`, 'label', 'label', option.label)
  }
  const packs = Object.values(library.packs)
  for (const item of [...library.advice, ...packs.flatMap((pack) => pack.advice)]) {
    add(item.id, 'title', 'label', item.title)
    add(item.id, 'text', 'body', item.text)
  }
  for (const type of library.equipment)
    for (const field of ['what', 'suits', 'notFor', 'measure', 'stopIf', 'instead'] as const)
      add(type.id, field, 'body', type[field])
  for (const rule of [...library.safety, ...packs.flatMap((pack) => pack.safety)]) {
    add(rule.id, 'title', 'label', rule.title)
    add(rule.id, 'action', 'safety', rule.action)
    add(rule.id, 'why', 'body', rule.why)
    for (const line of rule.meanwhile) add(rule.id, 'meanwhile', 'body', line)
  }
  for (const signpost of Object.values(library.signposts)) {
    add(signpost.id, 'what', 'body', signpost.what)
    add(signpost.id, 'how', 'body', signpost.how)
  }
  return texts
}

/** As the public reads it: the figures put in. */
const spelt = ({ figures }: Library, text: string): string =>
  text.replaceAll(/\{([a-z0-9-]+)\}/g, (_, id: string) => figures[id]?.value ?? id)

/** Mean and worst reading ages, over texts long enough to measure. */
export function readingAge(library: Library): {
  mean: number
  worst: Array<{ item: string; field: string; age: number }>
} {
  const measured = textsOf(library)
    .map((text) => ({ ...text, ...readability(spelt(library, text.text)) }))
    .filter((text) => text.words >= SHORT)
  const words = measured.reduce((sum, text) => sum + text.words, 0)
  const mean = measured.reduce((sum, text) => sum + text.age * text.words, 0) / Math.max(1, words)
  const worst = measured.toSorted((a, b) => b.age - a.age).slice(0, 10)
  return { mean: Math.round(mean * 10) / 10, worst: worst.map(({ item, field, age }) => ({ item, field, age })) }
}

/** Texts that are too long or too hard for a worried person on a phone. */
export function checkTexts(library: Library): Fault[] {
  const faults = textsOf(library).flatMap(({ item, field, text, kind }): Fault[] => {
    const { age, longestSentence, words } = readability(spelt(library, text))
    const most = kind === 'question' ? QUESTION_WORDS : kind === 'spoken' ? SPOKEN_WORDS : undefined
    const wrong = (rule: FaultRule, what: string): Fault[] => [
      fault(rule, [`${item}.${field}`], `${item}.${field}: ${what}: “${text}”`),
    ]
    if (most !== undefined && words > most) return wrong('question-length', `${words} words; use at most ${most}`)
    if (kind === 'safety' && words > SENTENCE_WORDS)
      return wrong('sentence-length', `${words} words in a safety action; use at most ${SENTENCE_WORDS}`)
    if (longestSentence > SENTENCE_WORDS)
      return wrong('sentence-length', `a sentence of ${longestSentence} words; use at most ${SENTENCE_WORDS}`)
    return words >= SHORT && age > OLDEST ? wrong('reading-age', `reading age ${age}; use shorter words`) : []
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
