import type { Library } from './library.ts'
import { figuresIn } from './figures.ts'
import { readability, type Readability } from './readability.ts'
import type { Words } from './schema.ts'

/** One public text, with where it stands. */
export interface Text {
  readonly item: string
  readonly field: string
  readonly text: string
  readonly kind: 'question' | 'spoken' | 'safety' | 'label' | 'body'
}

/** A single short text swings: it is not measured. */
export const MEASURED = 12

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

/** Each text with how hard it is to read: as the public reads it, the figures put in. */
export const readTexts = (library: Library): Array<Text & Readability> =>
  textsOf(library).map((text) => ({ ...text, ...readability(spelt(library, text.text)) }))

const spelt = ({ figures }: Library, text: string): string =>
  figuresIn(text).reduce((told, id) => told.replaceAll(`{${id}}`, figures[id]?.value ?? id), text)

/** The mean reading age of texts, each counted by its words, to one decimal; `undefined` where none is long enough. */
export function meanAge(texts: ReadonlyArray<Text & Readability>): number | undefined {
  const long = texts.filter((text) => text.words >= MEASURED)
  const words = long.reduce((sum, text) => sum + text.words, 0)
  if (words === 0) return undefined
  return Math.round((long.reduce((sum, text) => sum + text.age * text.words, 0) / words) * 10) / 10
}

/** Mean reading age, and the texts that are hardest. */
export function readingAge(library: Library): {
  mean: number
  worst: Array<{ item: string; field: string; age: number }>
} {
  const texts = readTexts(library)
  const worst = texts
    .filter((text) => text.words >= MEASURED)
    .toSorted((a, b) => b.age - a.age)
    .slice(0, 10)
  return { mean: meanAge(texts) ?? 0, worst: worst.map(({ item, field, age }) => ({ item, field, age })) }
}
