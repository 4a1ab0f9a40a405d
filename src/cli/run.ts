import { createInterface } from 'node:readline/promises'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assessments } from '../assessment/assessments.ts'
import { createAssessments } from '../assessment/service.ts'
import type { View } from '../assessment/view.ts'
import { readConfig } from '../config.ts'
import type { Library } from '../content/library.ts'
import type { Council } from '../content/schema.ts'
import { speaker, type Say } from '../content/words.ts'
import { createDirectory } from '../directory/directory.ts'
import { createPlaces } from '../directory/places.ts'
import { readBundle } from '../node.ts'
import type { Migration } from '../store/migrate.ts'
import { openSqlite } from '../store/sqlite.ts'
import { misuse } from './misuse.ts'
import { printAdvice, printQuestion, printUrgent, readTyped } from './terminal.ts'

const WHO: Readonly<Record<string, string>> = { me: 'me', self: 'me', carer: 'carer', staff: 'staff' }

/**
 * `handrail run [topic] [--as carer]`: the assessment in the terminal, in the words of the chat. Type the number of an
 * answer, several with commas, a measurement, or "not sure". `back` changes the last answer, `advice` shows the advice so far.
 */
export default async function run(args: readonly string[]): Promise<number> {
  const { library, migrations } = await readBundle()
  const as = args.includes('--as') ? args[args.indexOf('--as') + 1] : undefined
  const topic = args.find((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--as')
  if (as !== undefined && !WHO[as]) return misuse('--as takes me, carer or staff.')
  if (topic !== undefined && !library.topics.some((one) => one.id === topic))
    return misuse(`There is no topic "${topic}"; there are ${library.topics.map((one) => one.id).join(', ')}.`)
  const folder = await mkdtemp(join(tmpdir(), 'handrail-'))
  const db = await openSqlite(join(folder, 'run.sqlite'), { migrations })
  const after: Array<() => Promise<void>> = []
  const terminal = createInterface({ input: process.stdin, terminal: false })
  try {
    const directory = await directoryOf(library, migrations)
    if (directory) after.push(directory.close)
    const assessments = createAssessments({
      db,
      library,
      ...(directory ? { places: directory.places, directory: directory.services } : {}),
    })
    const ahead = [
      ...(as ? [{ question: 'who', answer: WHO[as] }] : []),
      ...(topic ? [{ question: 'topics', answer: [topic] }] : []),
    ]
    await converse(
      assessments,
      { say: speaker(library.locale, library.messages), councils: library.councils },
      ahead,
      terminal[Symbol.asyncIterator](),
    )
    return 0
  } finally {
    terminal.close()
    await db.close()
    for (const close of after) await close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The postcodes and services of the service on this machine, where there is one. The answers themselves are not kept. */
async function directoryOf(library: Library, migrations: readonly Migration[]) {
  const { DATABASE_FILE } = readConfig({ DATABASE_FILE: process.env.DATABASE_FILE })
  if (!existsSync(DATABASE_FILE)) return undefined
  const db = await openSqlite(DATABASE_FILE, { migrations })
  return {
    places: createPlaces(db, library, () => new Date().toISOString().slice(0, 10)),
    services: createDirectory({ db }),
    close: () => db.close(),
  }
}

type Lines = AsyncIterator<string>

interface Words {
  readonly say: Say
  readonly councils: readonly Council[]
}

async function converse(
  assessments: Assessments,
  { say, councils }: Words,
  ahead: Array<{ question: string; answer: unknown }>,
  lines: Lines,
): Promise<void> {
  const begun = await assessments.begin({ channel: 'terminal', ahead })
  if (begun.kind !== 'ok') return console.log(begun.message)
  const { id } = begun
  const by = { source: 'terminal' } as const
  let { view } = begun
  for (;;) {
    if (view.kind === 'advice') {
      const made = await assessments.advice(id)
      if (made.kind === 'advice') printAdvice(made.advice)
      if (view.progress.leastLeft === 0) return
    }
    const question = view.question
    if (question) printQuestion(question, view, say)
    if (view.urgent) printUrgent(view)
    const { value, done } = await lines.next()
    if (done) return
    const typed = value.trim()
    if (!question) {
      const gone = await assessments.carryOn(id, view.seq, by)
      if ('view' in gone) view = gone.view
      continue
    }
    if (typed === 'advice') {
      const finished = await assessments.finish(id, view.seq, by)
      if ('view' in finished) view = finished.view
      continue
    }
    if (typed === 'back') {
      view = await back(assessments, id, view)
      continue
    }
    const stepped = await assessments.answer(id, {
      seq: view.seq,
      question: question.id,
      answer: readTyped(question, typed, councils),
      by,
    })
    if (stepped.kind === 'gone') return
    if ('message' in stepped) console.log(`  ${stepped.message}`)
    if ('view' in stepped)
      view = stepped.kind === 'misfit' ? { ...stepped.view, kind: 'question', question } : stepped.view
  }
}

async function back(assessments: Assessments, id: string, view: View): Promise<View> {
  const looked = await assessments.look(id)
  if (looked.kind !== 'ok') return view
  const asked = looked.answers.map((line) => line.question)
  const here = view.question ? asked.indexOf(view.question.id) : -1
  const last = here === -1 ? asked.at(-1) : asked[here - 1]
  if (last === undefined) return view
  const before = await assessments.revisit(id, last)
  return before.kind === 'ok' ? before.view : view
}
