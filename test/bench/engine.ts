import { prepare, type Content } from '../../src/assessment/content.ts'
import { follow, replay, type Entry, type Position } from '../../src/assessment/position.ts'
import { adviceOf } from '../../src/check/advice.ts'
import type { Library } from '../../src/content/library.ts'
import { remaining } from '../../src/flow/progress.ts'
import { validate } from '../../src/flow/validate.ts'
import { figure, percentile, type Figure } from './figure.ts'
import { PACK, walkThrough, type Step } from './walk.ts'

const RUNS = 7
const PASSES = 25
const REPLAYED = 40

/** What one answer costs the processor, without store and network, on the real composed statechart. */
export function* engine(library: Library): Generator<Figure> {
  yield figure(
    'compose the statechart',
    'ms',
    repeat(RUNS, () => timed(() => prepare(library)) / 1000),
  )
  const content = prepare(library)
  const walk = walkThrough(content)
  const states = walk.map(({ before }) => JSON.stringify(before))
  const each = (work: (step: Step, index: number) => void) =>
    runs(() => walk.map((step, index) => timed(() => work(step, index))))

  yield figure(
    'one answered question',
    'µs',
    each((step, index) => answerOnce(content, step, states[index]!)),
    { atMost: 100 },
  )
  const log = walk
    .slice(0, REPLAYED)
    .map(({ question, answer }): Entry => ({ kind: 'answer', question, value: answer }))
  yield figure(
    `replay of ${log.length} answers`,
    'µs',
    runs(() => [timed(() => replay(content, PACK, log))]),
  )
  const { plan } = content.chart
  yield figure(
    'progress of a view',
    'µs',
    each(({ before }) => remaining(plan, before, before.aside)),
  )
  const [first] = walk
  yield figure(
    'progress at the first question',
    'µs',
    runs(() => [timed(() => remaining(plan, first!.before, {}))]),
  )
  const last = walk.at(-1)!.before
  yield figure(
    'advice at the end',
    'µs',
    runs(() => [timed(() => adviceOf(content, last, PACK))]),
  )
}

/** From the stored position to the one to be stored, the look at the safety rules included. */
function answerOnce(content: Content, { question, answer }: Step, state: string): string {
  const position = JSON.parse(state) as Position
  const checked = validate(content.library.questions[question]!, answer, content.chart.areas)
  if (!('answer' in checked)) throw new Error(`"${question}" does not take its answer`)
  return JSON.stringify(follow(content, PACK, position, { kind: 'answer', question, value: checked.answer }))
}

/** Medians of several runs, after one that warms up. */
function runs(pass: () => number[]): number[] {
  const run = (): number => percentile(repeat(PASSES, pass).flat(), 50)
  run()
  return repeat(RUNS, run)
}

const repeat = <T>(times: number, work: () => T): T[] => Array.from({ length: times }, work)

/** Microseconds. */
function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return (performance.now() - from) * 1000
}
