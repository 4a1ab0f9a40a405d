import type { Answer } from '../../src/advice/condition.ts'
import { packOf, stopping, type Content } from '../../src/assessment/content.ts'
import { begin, follow, type Position } from '../../src/assessment/position.ts'
import type { Question } from '../../src/content/schema.ts'
import { asked } from '../../src/flow/walk.ts'

/** One answered question, and where the assessment stood before it. */
export interface Step {
  readonly question: string
  readonly answer: Answer
  readonly before: Position
}

export const PACK = 'lancashire'
const TOPICS = 3
/** An adult, for themselves: a child soon leaves the questions. */
const GIVEN: Readonly<Record<string, Answer>> = { who: 'me', age: '65-79' }

/**
 * A plain assessment over the first topics of the real content, from the first question to the advice: at each question
 * the first answer that raises nothing urgent, which would be another page.
 */
export function walkThrough(content: Content): Step[] {
  const steps: Step[] = []
  let position = begin(content)
  for (let question = asked(content.chart, position); question; question = asked(content.chart, position)) {
    const before = position
    const next = answersTo(content, content.library.questions[question]!)
      .map((answer) => ({
        answer,
        after: follow(content, PACK, before, { kind: 'answer', question: question!, value: answer }),
      }))
      .find(({ after }) => stopping(content, PACK, after.facts).length === 0)
    if (!next) throw new Error(`every answer to "${question}" is urgent`)
    steps.push({ question, answer: next.answer, before })
    position = next.after
  }
  return steps
}

function answersTo({ library }: Content, { kind, id, options, min, optionsFrom, urgentScreen }: Question): Answer[] {
  const given = GIVEN[id]
  if (given) return [given]
  const off = packOf(library, PACK).topicsOff
  if (optionsFrom === 'topics')
    return [
      library.topics
        .map((topic) => topic.id)
        .filter((topic) => !off.includes(topic))
        .slice(0, TOPICS),
    ]
  switch (kind) {
    case 'single':
      return options.map((option) => option.id)
    case 'multi':
      // "None of these" stands last.
      return (urgentScreen ? options.toReversed() : options).map((option) => [option.id])
    case 'number':
      return [min ?? 1]
    case 'text':
      return ['To have a bath in peace']
    case 'place':
      return [{ area: library.councils[0]!.id }]
  }
}
