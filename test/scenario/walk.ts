import type { Answer, Facts } from '../../src/advice/condition.ts'
import { passing } from '../../src/check/walks.ts'
import type { Library } from '../../src/content/library.ts'
import type { Scenario, Seen } from './scenario.ts'

/** No assessment asks more: one that does goes in circles. */
const MOST_QUESTIONS = 150

/**
 * Answer what is asked, from a list of answers and otherwise as somebody would for whom the question does not apply,
 * until something else is in front of the person, or the question named. Every question met is told to `met`.
 */
export async function answerUntil(
  scenario: Scenario,
  library: Library,
  answers: Facts,
  stop: (seen: Seen) => boolean,
  met: (seen: Seen) => void = () => {},
): Promise<Seen> {
  let seen = await scenario.see()
  for (let asked = 0; asked <= MOST_QUESTIONS; asked++) {
    if (seen.kind !== 'question' || stop(seen)) return seen
    met(seen)
    seen = await scenario.answer(answerTo(library, answers, seen.question))
    if (seen.refused !== undefined) throw new Error(`an answer was refused: ${seen.refused}`)
  }
  throw new Error(`more than ${MOST_QUESTIONS} questions, and no end`)
}

/** Answer to the end, passing every urgent action on the way, as a person may. */
export async function answerAll(scenario: Scenario, library: Library, answers: Facts): Promise<void> {
  let seen = await scenario.see()
  while (seen.kind !== 'advice') {
    if (seen.kind === 'gone') throw new Error('the assessment has gone')
    seen =
      seen.kind === 'urgent' ? await scenario.carryOn() : await answerUntil(scenario, library, answers, () => false)
  }
}

function answerTo(library: Library, answers: Facts, question: string): Answer {
  const definition = library.questions[question]
  if (!definition) throw new Error(`there is no question "${question}"`)
  return answers[question] ?? passing(definition)
}
