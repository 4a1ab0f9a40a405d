import type { Facts } from '../../src/advice/condition.ts'
import { passing } from '../../src/check/walks.ts'
import type { Library } from '../../src/content/library.ts'
import type { Clock } from '../fixture/time.ts'
import { SECOND } from '../fixture/time.ts'
import { asks, begin, viewIn, type Client, type Reply } from './client.ts'
import type { View } from './shapes.ts'

/** One assessment as a program drives it, with its newest view. */
export interface Walker {
  readonly path: string
  readonly id: string
  readonly resumeCode: string
  view(): View
  answer(answer: unknown, question?: string): Promise<Reply>
  /** Answer with what is given, else with what says nothing, until the question named, "urgent" or "advice". */
  until(place: string, answers?: Facts): Promise<View>
}

interface Walking {
  readonly library: Library
  readonly clock: Pick<Clock, 'pass'>
}

export async function walker(api: Client, { library, clock }: Walking, pack?: string): Promise<Walker> {
  const { path, id, resumeCode, view: first } = await begin(api, pack)
  let view = first

  async function answer(value: unknown, question = asks(view)): Promise<Reply> {
    clock.pass(5 * SECOND)
    const reply = await api.post(`${path}/answers`, { seq: view.seq, question, answer: value })
    if (reply.status === 200) view = viewIn(reply)
    return reply
  }

  return {
    path,
    id,
    resumeCode,
    view: () => view,
    answer,
    async until(place, answers = {}) {
      while (asks(view) !== place && view.kind === 'question') {
        const { id: question } = view.question
        const reply = await answer(answers[question] ?? passing(library.questions[question]!))
        if (reply.status !== 200) throw new Error(`${question}: ${JSON.stringify(reply.body)}`)
      }
      if (asks(view) !== place) throw new Error(`came to "${asks(view)}" and not to "${place}"`)
      return view
    },
  }
}

/** Somebody with plain answers about the bath. */
export const bath: Facts = {
  who: 'me',
  age: '65-79',
  change: 'months',
  topics: ['bath'],
  lives: 'alone',
  helpers: 'nobody',
  matters: 'A bath in peace',
  'bath-hard': ['over', 'up'],
  sitbal: 'yes',
  'bath-legs': 'both',
  'bath-shape': 'steel',
  'bath-rims': 'yes',
  memory: 'yes',
  blackouts: 'no',
  'hip-rules': 'no',
  weight: 'under-100',
  place: { area: 'E10000017' },
}
