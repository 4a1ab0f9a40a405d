import type { Bundle } from '../../src/app.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import type { Database } from '../../src/store/database.ts'
import { count } from '../../src/usage/count.ts'
import { abreast } from './abreast.ts'
import { figure, type Aim, type Figure } from './figure.ts'
import { openFolder, openStore } from './folder.ts'
import { beginMany } from './people.ts'
import type { Step } from './walk.ts'

const RUNS = 5
const BATCHES = 1500
const ALONE = 30
const CONCURRENT = 16

/** What the store takes, and what whole answers take in one process: an SQLite file with `synchronous=FULL`. */
export async function* store(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  yield await measure('store: batches, 1 at a time', bundle, (db) => batches(db, 1))
  yield await measure(`store: batches, ${CONCURRENT} at a time`, bundle, (db) => batches(db, CONCURRENT))
  const aim = { atLeast: 2000 }
  yield await measure('in process: answers, 1 at a time', bundle, (db) => answers(db, bundle, walk, ALONE, 1), aim)
  const many = (db: Database) => answers(db, bundle, walk, 5 * CONCURRENT, CONCURRENT)
  yield await measure(`in process: answers, ${CONCURRENT} at a time`, bundle, many, aim)
}

/** Runs of the same work on one store, after one that warms up. */
async function measure(
  name: string,
  bundle: Bundle,
  work: (db: Database) => Promise<number>,
  aim?: Aim,
): Promise<Figure> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  await work(store.db)
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await work(store.db))
  return figure(name, '/s', runs, aim)
}

/** Three small writes, as an answer has, with nothing to compute. Batches a second. */
async function batches(db: Database, width: number): Promise<number> {
  const from = performance.now()
  await abreast(width, Array(BATCHES).keys(), async (n) => {
    const bucket = `${from}-${n}`
    await db.batch([
      db.prepare('INSERT INTO attempt (bucket, n, ends_at) VALUES (?, 1, 0)').bind(bucket),
      db.prepare('UPDATE attempt SET n = ? WHERE bucket = ?').bind(n, bucket),
      count(db, { day: '2026-11-21', pack: 'bench', channel: 'api', event: 'answered' }),
    ])
  })
  return (BATCHES / (performance.now() - from)) * 1000
}

/** Whole assessments through the one way in: read, compute, write. Answers a second. */
async function answers(
  db: Database,
  { library }: Bundle,
  walk: readonly Step[],
  people: number,
  width: number,
): Promise<number> {
  const assessments = createAssessments({ db, library })
  const ids = await beginMany(assessments, people)
  const from = performance.now()
  await abreast(width, ids, async (id) => {
    for (const [seq, { question, answer }] of walk.entries()) {
      const stepped = await assessments.answer(id, { seq, question, answer, by: { source: 'api' } })
      if (stepped.kind !== 'ok') throw new Error(`answer ${seq} was ${stepped.kind}`)
    }
  })
  return ((people * walk.length) / (performance.now() - from)) * 1000
}
