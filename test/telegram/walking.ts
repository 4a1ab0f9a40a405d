import type { Facts } from '../../src/advice/condition.ts'
import { passing } from '../../src/check/walks.ts'
import { SECOND } from '../fixture/time.ts'
import type { Stage } from './desk.ts'
import type { Person } from './person.ts'

/** What somebody presses and writes to answer each question from a list, and otherwise as if it did not apply. */
export async function answerUntil(
  stage: Stage,
  me: Person,
  answers: Facts & { readonly place?: unknown },
  stop: (question: string) => boolean = () => false,
): Promise<'urgent' | 'advice' | 'there'> {
  for (let asked = 0; asked < 200; asked++) {
    stage.clock.pass(5 * SECOND)
    const open = await stage.chats.find(me.chat)
    const looked = open && (await stage.assessments.look(open.assessment))
    if (!open || looked?.kind !== 'ok') throw new Error('nothing is open')
    if (looked.view.kind !== 'question') return looked.view.kind
    const question = looked.view.question!
    if (stop(question.id)) return 'there'
    const answer = answers[question.id] ?? passing(stage.library.questions[question.id]!)
    const start = `${open.handle}:${looked.view.seq}`
    if (Array.isArray(answer)) {
      for (const id of answer as readonly string[]) await me.pressData(`${start}:${id}+`)
      await me.pressData(`${start}:!done`)
    } else if (typeof answer === 'number') await me.write(String(answer))
    else if (typeof answer === 'object') await me.pressData(`${start}:@${(answer as { area: string }).area}`)
    else if (question.kind === 'text' && answer !== 'skip') await me.write(String(answer))
    else await me.pressData(`${start}:${String(answer)}`)
  }
  throw new Error('no end')
}

/** The question in front of a person, by its id. */
export async function askedOf(stage: Stage, me: Person): Promise<string | undefined> {
  const open = await stage.chats.find(me.chat)
  const looked = open && (await stage.assessments.look(open.assessment))
  return looked?.kind === 'ok' ? (looked.view.question?.id ?? looked.view.kind) : undefined
}

/** Rows of a table, counted. */
export async function rows(stage: Stage, table: string): Promise<number> {
  const row = await stage.db.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<{ n: number }>()
  return row!.n
}
