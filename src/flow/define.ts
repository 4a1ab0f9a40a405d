import { condition, type ConditionNotation } from '../advice/notation.ts'
import type { Condition } from '../advice/condition.ts'

/** One question of a flow, with the condition under which it is asked. Ids only: the words live in `content/`. */
export interface Step {
  readonly ask: string
  readonly when?: Condition
}

/** One topic's questions in order. `compose.ts` turns flows into the one statechart of an assessment. */
export interface Flow {
  readonly id: string
  readonly steps: readonly Step[]
}

/** Ask a question; with a condition, only when it surely holds ("not sure" does not). */
export const ask = (question: string, when?: ConditionNotation): Step[] => [
  when === undefined ? { ask: question } : { ask: question, when: condition(when) },
]

/** Several questions that share a condition. */
export const when = (notation: ConditionNotation, ...steps: readonly Step[][]): Step[] => {
  const outer = condition(notation)
  return steps.flat().map((step) => ({
    ask: step.ask,
    when: step.when ? { op: 'all', of: [outer, step.when] } : outer,
  }))
}

/**
 * A topic's flow: what is asked, in what order, under which named conditions.
 *
 *   export default flow('bath', ask('bath-wish'), when({ 'bath-hard': 'over' }, ask('sitbal'), ask('bath-legs')))
 *
 * A question that another topic has asked already is passed with the same answer, so ask whatever you need.
 */
export const flow = (id: string, ...steps: readonly Step[][]): Flow => ({ id, steps: steps.flat() })
