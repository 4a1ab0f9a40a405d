import { EXITS, type Answer } from '../advice/condition.ts'
import { findPlace } from '../directory/places.ts'
import { LIMITS } from '../flow/limits.ts'
import { asked } from '../flow/walk.ts'
import { validate } from '../flow/validate.ts'
import type { AnswerInput, Begin } from './assessments.ts'
import { packOf, questionOf, type Content } from './content.ts'
import type { Entry, Position } from './position.ts'

/** Why an answer makes no entry: what to say, in plain words. */
export interface Unfit {
  readonly unfit: string
}

type Answered = Extract<Entry, { question: string }>

/** The entry that an answer makes: to the question asked, or a change of one on the path. */
export function entryOf(
  content: Content,
  pack: string,
  position: Position,
  { question: named, answer }: Pick<AnswerInput, 'question' | 'answer'>,
): Answered | Unfit {
  const { library, chart, say } = content
  const now = asked(chart, position)
  const question = named ?? now ?? ''
  const definition = questionOf(library, question)
  const current = now === question
  if (!definition || !(current || Object.hasOwn(position.facts, question))) return { unfit: say('misfit-not-on-path') }
  const place =
    definition.kind === 'place' && !isExitWord(answer) ? findPlace(answer, library, packOf(library, pack)) : null
  if (place && 'unclear' in place) return { unfit: say(`misfit-${place.unclear}`, { ...place }) }
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

/** Own words that came outside a question, put before what was said to matter; cut to what an answer may hold. */
export function toldEntry({ library, chart }: Content, { facts, aside }: Position, words: string): Answered | null {
  const definition = questionOf(library, TOLD)
  const before = facts[TOLD] ?? aside[TOLD]
  const said = typeof before === 'string' && !isExitWord(before) ? `${words}. ${before}` : words
  const checked = definition && validate(definition, said.slice(0, LIMITS.text), chart.areas)
  return checked && 'answer' in checked ? { kind: 'change', question: TOLD, value: checked.answer } : null
}

/** The one question that takes own words. */
const TOLD = 'matters'

/** Is this very answer in already? Then a second sending of it is no news. */
export const isIn = ({ facts }: Position, question: string, value: Answer): boolean =>
  JSON.stringify(facts[question]) === JSON.stringify(value)

const isExitWord = (answer: unknown): boolean =>
  typeof answer === 'string' && (EXITS as readonly string[]).includes(answer)
