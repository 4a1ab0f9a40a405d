import type { Answer, Facts, Place } from '../advice/condition.ts'
import { isExit } from '../advice/condition.ts'
import type { Reason } from '../advice/reason.ts'
import { showMeasure } from '../flow/units.ts'
import type { Library } from './library.ts'
import type { Question, Words } from './schema.ts'
import type { Say } from './words.ts'

/** Who is being spoken to: the person themselves, or someone asking about another person. */
export type Voice = 'self' | 'other'

export const voiceOf = (facts: Facts): Voice => (facts.who === 'carer' || facts.who === 'staff' ? 'other' : 'self')

/** A text in the right voice; where both need the same words there is only one. */
export const inVoice = (words: Words, voice: Voice): string => (voice === 'other' ? (words.other ?? words.self) : words.self)

/** An answer in the words of its options, both systems of units, and the council's name. */
export function showAnswer(library: Library, say: Say, question: Question, answer: Answer, voice: Voice): string {
  if (typeof answer === 'number') return showMeasure(answer, question.unit ?? 'cm')
  if (typeof answer === 'string') {
    if (isExit(answer)) return say(`exit-${answer}`)
    return question.kind === 'text' ? answer : label(question, answer, voice)
  }
  if (Array.isArray(answer)) return joined(say, answer.map((id: string) => label(question, id, voice)))
  return showPlace(library, say, answer as Place)
}

/** The council's name, and with it the district's where there are two. */
function showPlace({ councils, geography }: Library, say: Say, { area, district }: Place): string {
  const council = councils.find(({ id }) => id === area)?.name ?? area
  const second = geography.districts.find(({ id }) => id === district)?.name
  return second === undefined ? council : say('place-with-district', { council, district: second })
}

/** "About sitting without support, you said “Yes, for several minutes”." Drawn from the evaluator's reasons. */
export function because(library: Library, say: Say, reasons: readonly Reason[], facts: Facts): string[] {
  const voice = voiceOf(facts)
  const telling = reasons.filter((reason) => !GIVEN.has(reason.question) && !reason.anyAnswer)
  return (telling.length > 0 ? telling : reasons).flatMap((reason) => {
    const question = library.questions[reason.question]
    const answer = reason.options ?? facts[reason.question]
    if (!question || answer === undefined) return []
    return [say('because', { about: question.about, answer: showAnswer(library, say, question, answer, voice) })]
  })
}

/** Reasons that go without saying where there is another: which topic it is, and who is asking. */
const GIVEN: ReadonlySet<string> = new Set(['topics', 'who'])

const label = (question: Question, id: string, voice: Voice): string => {
  const option = question.options.find((one) => one.id === id)
  return option ? inVoice(option.label, voice) : id
}

/** "One, two and three." */
export function joined(say: Say, parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? ''
  return say('list-and', { first: parts.slice(0, -1).join(', '), last: parts.at(-1)! })
}
