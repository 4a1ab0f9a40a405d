import type { AskedQuestion } from '../assessment/view.ts'
import { isExit } from '../advice/condition.ts'
import type { Desk } from './desk.ts'

type Option = NonNullable<AskedQuestion['options']>[number]

/**
 * A question in few words. The short form does for the person themselves; whoever asks for somebody else reads the words
 * that say so, and a question of the safety screen is never shortened.
 */
export function ask({ library }: Desk, question: AskedQuestion): string {
  const definition = library.questions[question.id]
  const forOther = definition?.ask.other !== undefined && definition.ask.other === question.text
  return forOther || !definition || definition.urgentScreen ? question.text : question.short
}

/** An option in few words, in the voice in which it was asked. */
export function labelOf({ library }: Desk, question: AskedQuestion, option: Option): string {
  const definition = library.questions[question.id]?.options.find(({ id }) => id === option.id)
  const forOther = definition?.label.other !== undefined && definition.label.other === option.label
  return forOther ? option.label : (option.short ?? option.label)
}

/** An option or a way to pass the question, by its id. */
export function wordsOf(desk: Desk, question: AskedQuestion, id: string): string {
  if (isExit(id)) return id === 'skip' ? desk.say('web-skip') : desk.say(`exit-${id}`)
  const option = question.options?.find((one) => one.id === id)
  return option ? labelOf(desk, question, option) : id
}

/** An earlier question in few words, for the list of answers and the line above the next one. */
export const briefly = ({ library }: Desk, question: string, text: string): string =>
  library.questions[question]?.short ?? text
