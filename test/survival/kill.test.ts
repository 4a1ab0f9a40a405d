import { join } from 'node:path'
import { expect, test } from 'vitest'
import { passing } from '../../src/check/walks.ts'
import type { Library } from '../../src/content/library.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { begin, client, viewIn, type Client } from '../api/client.ts'
import * as shapes from '../api/shapes.ts'
import { bath } from '../api/walker.ts'
import { bundle } from '../fixture/bundle.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { startServer, type Server } from './server.ts'

const ROUNDS = 5
const PEOPLE = 6

/** An answer that the service said it had taken. */
interface Acknowledged {
  readonly id: string
  readonly seq: number
  readonly question: string
  readonly value: string
}

/** Answer one assessment after another until the service does not answer any more. */
async function answerOn(api: Client, library: Library, acknowledged: Acknowledged[]): Promise<void> {
  for (;;) {
    let { id, path, view } = await begin(api)
    while (view.kind === 'question') {
      const { id: question } = view.question
      const answer = bath[question] ?? passing(library.questions[question]!)
      const reply = await api.post(`${path}/answers`, { seq: view.seq, question, answer })
      expect(reply.status, JSON.stringify(reply.body)).toBe(200)
      view = viewIn(reply)
      acknowledged.push({ id, seq: view.seq, question, value: JSON.stringify(answer) })
    }
  }
}

/** Kill the service while people are answering. What was under way then may or may not be in: nobody was told. */
async function killWhileAnswering(
  server: Server,
  library: Library,
  after: number,
  acknowledged: Acknowledged[],
): Promise<void> {
  const people = Array.from({ length: PEOPLE }, () => answerOn(client(server), library, acknowledged))
  const cutOff = Promise.allSettled(people)
  const from = acknowledged.length
  while (acknowledged.length < from + after)
    await Promise.race([new Promise((resolve) => setTimeout(resolve, 2)), cutOff])
  expect(await server.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' })
  for (const person of await cutOff) {
    if (person.status !== 'rejected') expect.unreachable('nobody stops answering by themselves')
    // "fetch failed": the connection is gone. Anything else is a fault of the service or of this test.
    else expect(person.reason).toMatchObject({ name: 'TypeError' })
  }
}

test(
  `killed ${ROUNDS} times while ${PEOPLE} people answer over HTTP: every acknowledged answer is there afterwards`,
  { timeout: 120_000 },
  async () => {
    const file = join(await temporaryFolder(), 'killed.sqlite')
    const { library } = await bundle()
    const acknowledged: Acknowledged[] = []
    const reopened: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await killWhileAnswering(await startServer(file), library, 20 + round * 17, acknowledged)
      const since = performance.now()
      const db = await openSqlite(file, { migrations: [] })
      const { results } = await db
        .prepare('SELECT assessment_id AS id, seq, question, value FROM answer')
        .all<Acknowledged>()
      reopened.push(performance.now() - since)
      const kept = new Map(results.map((row) => [`${row.id} ${row.seq}`, row]))
      expect(
        acknowledged.filter(({ id, seq, question, value }) => {
          const row = kept.get(`${id} ${seq}`)
          return row?.question !== question || JSON.stringify(tidied(row.value)) !== JSON.stringify(tidied(value))
        }),
      ).toEqual([])
      // Answer and position were written together or not at all, and no seq is missing.
      const torn = `SELECT p.assessment_id FROM position p LEFT JOIN answer a ON a.assessment_id = p.assessment_id
      GROUP BY p.assessment_id HAVING COUNT(a.seq) <> p.seq OR coalesce(MAX(a.seq), 0) <> p.seq`
      expect((await db.prepare(torn).all()).results).toEqual([])
      await db.close()
    }
    const server = await startServer(file)
    const last = acknowledged.at(-1)!
    const { view } = shapes.looked.parse((await client(server).get(`/assessments/${last.id}`)).body)
    expect(view.seq).toBeGreaterThanOrEqual(last.seq)
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    console.log(
      `kill -9 over HTTP: ${ROUNDS} rounds, ${acknowledged.length} acknowledged answers, none lost; reopened in at most ${Math.max(...reopened).toFixed(0)} ms`,
    )
  },
)

/** "none" for a list is kept as a list of one. */
const tidied = (value: string): unknown[] => [JSON.parse(value)].flat()
