import { EXITS, type Answer, type Place } from '../advice/condition.ts'
import { asked } from '../flow/walk.ts'
import { validate } from '../flow/validate.ts'
import type { AnswerInput, Begin } from './assessments.ts'
import { packOf, questionOf, type Content } from './content.ts'
import type { Entry, Position } from './position.ts'
import type { Named, Unclear } from './where.ts'

/** Why an answer makes no entry: what to say, in plain words. */
export interface Unfit {
  readonly unfit: string
  /** Councils among which the person may choose, where it is about a place. */
  readonly councils?: readonly Named[]
}

type Answered = Extract<Entry, { question: string }>

/** Is this an answer to a question about a place, which has to be looked up first? */
export const asksForPlace = (
  { library }: Content,
  { question, answer }: Pick<AnswerInput, 'question' | 'answer'>,
): boolean => questionOf(library, question)?.kind === 'place' && !isExitWord(answer)

/**
 * The entry that an answer makes: to the question asked, or a change of one on the path.
 * @param place what an answer about a place was found to be, or why it is not clear
 */
export function entryOf(
  content: Content,
  position: Position,
  { question, answer }: Pick<AnswerInput, 'question' | 'answer'>,
  place: { readonly place: Place } | Unclear | null,
): Answered | Unfit {
  const { library, chart, say } = content
  const definition = questionOf(library, question)
  const current = asked(chart, position) === question
  if (!definition || !(current || Object.hasOwn(position.facts, question))) return { unfit: say('misfit-not-on-path') }
  if (place && 'message' in place) return { unfit: place.message, councils: place.councils }
  const checked = validate(definition, place ? place.place : answer, chart.areas)
  if ('misfit' in checked) return { unfit: say(`misfit-${checked.misfit}`, { ...checked.args }) }
  return { kind: current ? 'answer' : 'change', question, value: checked.answer }
}

/** Answers given on the first page, such as topics. Those that do not fit are left to be asked. */
export function startingEntries({ library, chart }: Content, pack: string, ahead: Begin['ahead'] = []): Answered[] {
  const off: readonly unknown[] = packOf(library, pack).topicsOff
  return ahead.flatMap(({ question, answer }): Answered[] => {
    const definition = questionOf(library, question)
    if (!definition) return []
    const topics = Array.isArray(answer) && definition.optionsFrom === 'topics'
    const checked = validate(definition, topics ? answer.filter((one) => !off.includes(one)) : answer, chart.areas)
    return 'answer' in checked ? [{ kind: 'answer', question, value: checked.answer }] : []
  })
}

/** Is this very answer in already? Then a second sending of it is no news. */
export const isIn = ({ facts }: Position, question: string, value: Answer): boolean =>
  JSON.stringify(facts[question]) === JSON.stringify(value)

const isExitWord = (answer: unknown): boolean =>
  typeof answer === 'string' && (EXITS as readonly string[]).includes(answer)
