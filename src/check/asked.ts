import { mentions } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'
import type { Plan } from '../flow/compose.ts'
import { allConditions } from './conditions.ts'
import { fault, type Fault } from './fault.ts'

/** What a condition looks at is asked by some flow, and every question that is written is asked. */
export function checkAsked(library: Library, plan: Plan): Fault[] {
  const asked = new Set(plan.nodes.map((node) => node.question))
  return [
    ...allConditions(library).flatMap(({ owner, condition }) =>
      [...mentions(condition, library.findings)]
        .filter((question) => !asked.has(question))
        .map((question) =>
          fault('unasked-condition', [owner, question], `${owner} hangs on "${question}", which no flow asks`),
        ),
    ),
    ...Object.keys(library.questions)
      .filter((question) => !asked.has(question))
      .map((question) =>
        fault('unreachable-question', [question], `no flow asks "${question}"; ask it or take it out`),
      ),
  ]
}
