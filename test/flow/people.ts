import fc from 'fast-check'
import type { Answer, Facts } from '../../src/advice/condition.ts'
import type { Library } from '../../src/content/library.ts'
import type { Question } from '../../src/content/schema.ts'

/** Any answer that a question accepts. */
export function answerTo(question: Question, areas: readonly string[]): fc.Arbitrary<Answer> {
  const exits = question.allow.map((exit) => fc.constant<Answer>(exit))
  return fc.oneof({ weight: 6, arbitrary: own(question, areas) }, ...exits)
}

function own(question: Question, areas: readonly string[]): fc.Arbitrary<Answer> {
  const ids = question.options.map((option) => option.id)
  const together = question.options.filter((option) => !option.alone).map((option) => option.id)
  const { min = 0, max = 200 } = question
  switch (question.kind) {
    case 'single':
      return fc.constantFrom(...ids)
    case 'multi':
      return fc.oneof(
        fc.subarray(together, { minLength: 1 }),
        fc.constantFrom(...ids).map((id) => [id]),
      )
    case 'number':
      return fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10)
    case 'text':
      return fc.constantFrom('a bath in peace', 'chest pain', 'to see my sister')
    case 'place':
      return fc.constantFrom(...areas.map((area) => ({ area })))
  }
}

/** More than most people choose at once. */
const MOST_TOPICS = 6

/** Somebody who would answer every question of a library, if asked. */
export function people({ questions, councils }: Library): fc.Arbitrary<Facts> {
  const areas = councils.map((council) => council.id)
  const topics = questions.topics!.options.map(({ id }) => id)
  return fc.record({
    ...Object.fromEntries(Object.values(questions).map((question) => [question.id, answerTo(question, areas)])),
    topics: fc.subarray(topics, { minLength: 1, maxLength: Math.min(MOST_TOPICS, topics.length) }),
  })
}
