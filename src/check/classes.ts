import type { Answer, Condition, Facts, Findings } from '../advice/condition.ts'
import { questionsOf } from '../advice/reason.ts'
import type { Question } from '../content/schema.ts'

/** Answers of one question that a set of conditions could tell apart; `undefined` is "not asked". */
export type Classes = ReadonlyMap<string, ReadonlyArray<Answer | undefined>>

/** For each question that the conditions look at, one answer of every kind that could make a difference to them. */
export function classesOf(
  conditions: readonly Condition[],
  questions: Readonly<Record<string, Question>>,
  findings: Findings,
): Classes {
  const named = new Map<string, Set<string>>()
  const figures = new Map<string, Set<number>>()
  const visit = (part: Condition): void => {
    switch (part.op) {
      case 'is':
        return part.of.forEach((option) => add(named, part.question, option))
      case 'unknown':
        return void named.set(part.question, named.get(part.question) ?? new Set())
      case 'number':
        return questionsOf(part.term, findings).forEach((id) => add(figures, id, part.than))
      case 'finding': {
        const finding = findings[part.id]
        return finding && 'when' in finding ? visit(finding.when) : undefined
      }
      case 'not':
      case 'possible':
        return visit(part.of)
      case 'all':
      case 'any':
      case 'atLeast':
        return part.of.forEach(visit)
    }
  }
  conditions.forEach(visit)
  const classes = new Map<string, ReadonlyArray<Answer | undefined>>()
  for (const [id, options] of named) if (questions[id]) classes.set(id, choices(questions[id], options))
  for (const [id, thresholds] of figures) if (questions[id]) classes.set(id, numbers(questions[id], thresholds))
  return classes
}

function add<T>(all: Map<string, Set<T>>, key: string, value: T): void {
  all.set(key, (all.get(key) ?? new Set<T>()).add(value))
}

function choices(question: Question, named: ReadonlySet<string>): ReadonlyArray<Answer | undefined> {
  const mentioned = question.options.map((option) => option.id).filter((id) => named.has(id))
  const other = question.options.find((option) => !named.has(option.id))?.id
  const singles = [...mentioned, ...(other ? [other] : [])]
  if (question.kind !== 'multi') return [...singles, ...question.allow, undefined]
  const together = question.options
    .filter((option) => mentioned.includes(option.id) && !option.alone)
    .map((option) => option.id)
  const sets = [...singles.map((id) => [id]), ...(together.length > 1 ? [together] : [])]
  return [...sets, ...question.allow, undefined]
}

/** Both sides of each threshold, also when it is compared with a difference from another number in mid range. */
function numbers(question: Question, thresholds: ReadonlySet<number>): ReadonlyArray<Answer | undefined> {
  const { min = 0, max = 200 } = question
  const middle = Math.round((min + max) / 2)
  const near = [...thresholds].flatMap((t) => [t, middle + t].flatMap((x) => [x - 0.1, x, x + 0.1]))
  const values = [...new Set([min, middle, max, ...near].map((x) => Math.round(x * 10) / 10))].filter(
    (x) => x >= min && x <= max,
  )
  return [...values.toSorted((a, b) => a - b), ...question.allow, undefined]
}

/** Every combination of the classes on top of a base, one after another. */
export function* combinations(classes: Classes, base: Facts = {}): Generator<Facts> {
  const entries = [...classes]
  const chosen: Record<string, Answer> = { ...base }
  function* choose(index: number): Generator<Facts> {
    if (index === entries.length) return yield { ...chosen }
    const [id, answers] = entries[index]!
    for (const answer of answers) {
      if (answer === undefined) delete chosen[id]
      else chosen[id] = answer
      yield* choose(index + 1)
    }
    delete chosen[id]
  }
  yield* choose(0)
}

/** Random mixtures of the classes, beside what is exhausted. */
const MIXTURES = 2_000

/** Mixtures of all the classes, one answer of each; the same every time for the same word. */
export function* mixtures(classes: Classes, word: string): Generator<Facts> {
  const all = [...classes]
  const random = seeded(word)
  for (let n = 0; n < MIXTURES; n++) {
    const picked = all.map(([id, answers]) => [id, answers[Math.floor(random() * answers.length)]] as const)
    yield Object.fromEntries(picked.filter((pair): pair is [string, Answer] => pair[1] !== undefined))
  }
}

/** A small generator of numbers in [0, 1) that is the same for the same word (mulberry32). */
function seeded(word: string): () => number {
  let state = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
