import { asks, begin, client, viewIn, type Reply } from '../api/client.ts'
import { advice } from '../api/advice-shape.ts'
import * as shapes from '../api/shapes.ts'
import { SECOND } from '../fixture/time.ts'
import { seenIn } from './by-service.ts'
import { told, type Driver, type Scenario, type Seen } from './scenario.ts'

/** A program that talks JSON. Everything it receives is held against the strict shapes. */
export const byApi: Driver = {
  name: 'api',
  lacks: {},
  open({ app, clock }): Scenario {
    const api = client(app)
    let path = ''
    let code = ''
    let view: shapes.View

    function moved(reply: Reply): Seen {
      if (reply.status === 404) return { kind: 'gone' }
      view = viewIn(reply)
      return reply.status === 200
        ? seenIn(view)
        : { ...seenIn(view), refused: shapes.refusal.parse(reply.body).error.message }
    }

    async function give(question: string, answer: unknown): Promise<Seen> {
      clock.pass(5 * SECOND)
      return moved(await api.post(`${path}/answers`, { seq: view.seq, question, answer }))
    }

    return {
      async begin(pack) {
        const begun = await begin(api, pack)
        path = begun.path
        code = begun.resumeCode
        return seenIn((view = begun.view))
      },
      see: async () => moved(await api.get(path)),
      answer: (answer) => give(asks(view), answer),
      change: give,
      finish: async () => moved(await api.post(`${path}/finish`, { seq: view.seq })),
      carryOn: async () => moved(await api.post(`${path}/continue`, { seq: view.seq })),
      async advice() {
        const { urgent, items, notSuitable } = advice.parse((await api.get(`${path}/advice`)).body)
        return told({
          urgent: urgent.map((line) => line.title),
          items: items.map((item) => item.title),
          notSuitable: notSuitable.map((one) => one.title),
        })
      },
      code: () => Promise.resolve(code),
      async resume(typed) {
        const reply = await api.post('/assessments/resume', { code: typed })
        if (reply.status !== 200) return { kind: 'gone' }
        const resumed = shapes.resumed.parse(reply.body)
        path = `/assessments/${resumed.id}`
        return seenIn((view = resumed.view))
      },
      erase: async () => void (await api.delete(path)),
      close: () => Promise.resolve(),
    }
  },
}
