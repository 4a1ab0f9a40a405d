import type { Stepped } from '../../src/assessment/assessments.ts'
import type { View } from '../../src/assessment/view.ts'
import { SECOND } from '../fixture/time.ts'
import { told, type Driver, type Scenario, type Seen } from './scenario.ts'

/** The assessment itself, with no channel around it. */
export const byService: Driver = {
  name: 'service',
  lacks: {},
  open({ assessments, clock }): Scenario {
    let id = ''
    let view: View
    const by = { source: 'console' } as const

    function moved(stepped: Stepped): Seen {
      if (stepped.kind === 'gone') return { kind: 'gone' }
      if (stepped.kind === 'too-many') throw new Error(stepped.message)
      view = stepped.view
      return stepped.kind === 'ok' ? seenIn(view) : { ...seenIn(view), refused: stepped.message }
    }

    async function give(question: string, answer: unknown): Promise<Seen> {
      clock.pass(5 * SECOND)
      return moved(await assessments.answer(id, { seq: view.seq, question, answer, by }))
    }

    return {
      async begin(pack) {
        const begun = await assessments.begin({ channel: 'console', pack })
        if (begun.kind !== 'ok') throw new Error(begun.message)
        id = begun.id
        view = begun.view
        return seenIn(view)
      },
      async see() {
        const looked = await assessments.look(id)
        return looked.kind === 'ok' ? seenIn((view = looked.view)) : { kind: 'gone' }
      },
      answer: (answer) => give(view.question?.id ?? 'none', answer),
      change: give,
      finish: async () => moved(await assessments.finish(id, view.seq, by)),
      carryOn: async () => moved(await assessments.carryOn(id, view.seq, by)),
      async advice() {
        const made = await assessments.advice(id)
        if (made.kind !== 'advice') throw new Error(`no advice: ${made.kind}`)
        return told({
          urgent: made.advice.urgent.map((line) => line.title),
          items: made.advice.items.map((item) => item.title),
          notSuitable: made.advice.notSuitable.map((one) => one.title),
        })
      },
      async code() {
        const looked = await assessments.look(id)
        if (looked.kind !== 'ok') throw new Error('nothing to come back to')
        return looked.resumeCode
      },
      async resume(code) {
        const resumed = await assessments.resume(code, 'another device')
        if (resumed.kind !== 'ok') return { kind: 'gone' }
        id = resumed.id
        return seenIn((view = resumed.view))
      },
      erase: async () => void (await assessments.erase(id)),
      close: () => Promise.resolve(),
    }
  },
}

/** What a view puts before a person. */
export function seenIn({ kind, question, urgent }: Pick<View, 'kind' | 'question' | 'urgent'>): Seen {
  if (kind === 'advice') return { kind }
  if (kind === 'urgent') return { kind, title: urgent!.title, action: urgent!.action }
  const { id, options = [], allow } = question!
  return { kind, question: id, choices: [...options.map((option) => option.id), ...allow] }
}
