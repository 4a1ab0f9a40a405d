import type { Answer } from '../../src/advice/condition.ts'
import type { Assessments } from '../../src/assessment/assessments.ts'
import { PACK, type Step } from './walk.ts'

/** Somebody at a browser: the cookie they have, and the forms they will send one after the other. */
export interface Person {
  readonly cookie: string
  readonly posts: IterableIterator<Post>
}

export interface Post {
  readonly path: string
  readonly body: string
}

/** Begin assessments past the limit of starts from one address. */
export const beginMany = (assessments: Assessments, many: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: many }, async () => {
      const begun = await assessments.begin({ channel: 'web', pack: PACK })
      if (begun.kind !== 'ok') throw new Error(begun.message)
      return begun.id
    }),
  )

/** The web forms of a walk. */
export const formsOf = (walk: readonly Step[]): Post[] =>
  walk.map(({ question, answer }, seq) => ({
    path: '/answer',
    body: new URLSearchParams([['seq', String(seq)], ['question', question], ...fields(answer)]).toString(),
  }))

const fields = (answer: Answer): string[][] => {
  if (typeof answer === 'object' && 'area' in answer)
    return [
      ['postcode', ''],
      ['area', answer.area],
    ]
  return [answer].flat().map((one) => ['answer', String(one)])
}
