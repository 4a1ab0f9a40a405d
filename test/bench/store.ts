import { join } from 'node:path'
import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import type { Database } from '../../src/store/database.ts'
import { count } from '../../src/usage/count.ts'
import { figure, type Aim, type Figure } from './figure.ts'
import { abreast, inFolder, withStore } from './folder.ts'
import { beginMany } from './people.ts'
import type { Step } from './walk.ts'

const RUNS = 5
const BATCHES = 1500
const CONCURRENT = 16

/** What the store takes, and what a whole answer takes in one process: an SQLite file with `synchronous=FULL`. */
export async function* store(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  for (const width of [1, CONCURRENT])
    yield await measure(`store: batches, ${width} at a time`, width, bundle, batches)
  for (const [width, people] of [[1, 30], [CONCURRENT, 5 * CONCURRENT]] as const)
    yield await measure(`in process: answers, ${width} at a time`, width, bundle, (db, at) => answers(bundle, db, walk, people, at), {
      atLeast: 2000,
    })
}

type Work = (db: Database, width: number) => Promise<{ readonly n: number; readonly ms: number }>

const measure = (name: string, width: number, bundle: Bundle, work: Work, aim?: Aim): Promise<Figure> =>
  inFolder((folder) =>
    withStore(join(folder, 'bench.sqlite'), bundle, async (db) => {
      await work(db, width)
      const runs: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const { n, ms } = await work(db, width)
        runs.push((n / ms) * 1000)
      }
      return figure(name, '/s', runs, aim)
    }),
  )

/** The three writes of an answer, with nothing to compute. */
const batches: Work = async (db, width) => {
  const prefix = performance.now()
  const numbers = Array.from({ length: BATCHES }, (_, n) => n)
  const from = performance.now()
  await abreast(width, numbers, async (n) => {
    const bucket = `${prefix}-${n}`
    await db.batch([
      db.prepare('INSERT INTO attempt (bucket, n, ends_at) VALUES (?, 1, 0)').bind(bucket),
      db.prepare('UPDATE attempt SET n = ? WHERE bucket = ?').bind(n, bucket),
      count(db, { day: '2026-11-21', pack: 'bench', channel: 'api', event: 'answered' }),
    ])
  })
  return { n: BATCHES, ms: performance.now() - from }
}

/** Whole assessments through the one way in: read, compute, write. */
async function answers({ library }: Bundle, db: Database, walk: readonly Step[], people: number, width: number) {
  const assessments = createAssessments({ db, library })
  const ids = await beginMany(assessments, people)
  const from = performance.now()
  await abreast(width, ids, async (id) => {
    for (const [seq, { question, answer }] of walk.entries()) {
      const stepped = await assessments.answer(id, { seq, question, answer, by: { source: 'api' } })
      if (stepped.kind !== 'ok') throw new Error(`answer ${seq} was ${stepped.kind}`)
    }
  })
  return { n: people * walk.length, ms: performance.now() - from }
}
