import { evaluate, type Answer, type Condition, type Facts } from '../advice/condition.ts'
import { questionsOf } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'
import type { Question } from '../content/schema.ts'
import type { Plan } from '../flow/compose.ts'

const DEEPEST = 40
const MOST_STEPS = 3_000
/** How far a condition is from being true. */
const FAR: ReadonlyArray<boolean | null> = [true, null, false]

/**
 * Answers that make a condition true and that the flow can lead to: for every question that is used, the conditions
 * under which it is asked are made true as well. Backtracks; yields one solution after another, and gives up after
 * a fixed number of steps: a condition that needs more is one that no author could follow either.
 */
export function* solutions(library: Library, plan: Plan, goal: Condition): Generator<Facts> {
  const { findings } = plan
  let steps = 0
  const asking = askingConditions(plan)
  const seen = new Set<string>()
  for (const facts of satisfy(goal, {}, true)) {
    for (const whole of completed(facts, Object.keys(facts))) {
      const key = JSON.stringify(whole)
      if (seen.has(key)) continue
      seen.add(key)
      yield whole
    }
  }

  /** Make the questions that are used askable, one by one; what that uses in turn has to be askable too. */
  function* completed(facts: Facts, open: readonly string[], depth = 0): Generator<Facts> {
    const [question, ...rest] = open
    if (question === undefined) return yield facts
    if (depth > DEEPEST) return
    // Whether a question is asked is decided before it has its answer.
    const { [question]: answer, ...before } = facts
    for (const when of nearestFirst(asking.get(question) ?? [], before))
      for (const more of satisfy(when, before, true)) {
        if (question in more) continue
        const added = Object.keys(more).filter((id) => !(id in facts))
        yield* completed({ ...more, [question]: answer! }, [...rest, ...added], depth + 1)
      }
  }

  /** A place that is met anyway needs no search; one that is ruled out already is the last to try. */
  function nearestFirst(places: readonly Condition[], facts: Facts): readonly Condition[] {
    const far = new Map(places.map((when) => [when, FAR.indexOf(evaluate(when, facts, findings))]))
    return places.toSorted((a, b) => far.get(a)! - far.get(b)!)
  }

  function* satisfy(condition: Condition, facts: Facts, wish: boolean): Generator<Facts> {
    if (++steps > MOST_STEPS) return
    if (evaluate(condition, facts, findings) === wish) {
      yield facts
      return
    }
    switch (condition.op) {
      case 'always':
        return
      case 'not':
        return yield* satisfy(condition.of, facts, !wish)
      case 'possible':
        return yield* satisfy(condition.of, facts, wish)
      case 'unknown':
        return yield* choose(library.questions[condition.question], facts, (question) =>
          wish ? question.allow : question.kind === 'text' ? ['words'] : question.options.map(({ id }) => id),
        )
      case 'finding': {
        const finding = findings[condition.id]
        if (finding && 'when' in finding) yield* satisfy(finding.when, facts, wish)
        return
      }
      case 'is':
        return yield* choose(library.questions[condition.question], facts, (question) =>
          wish ? condition.of : question.options.map(({ id }) => id).filter((id) => !condition.of.includes(id)),
        )
      case 'number':
        return yield* measured(condition, facts, wish)
      case 'all':
        return yield* enough(condition.of, wish ? condition.of.length : 1, facts, wish)
      case 'any':
        return yield* enough(condition.of, wish ? 1 : condition.of.length, facts, wish)
      case 'atLeast':
        return yield* enough(condition.of, wish ? condition.n : condition.of.length - condition.n + 1, facts, wish)
    }
  }

  /** So many of these as wished: the first ones where that can be, else with one or more of them left out. */
  function* enough(of: readonly Condition[], need: number, facts: Facts, wish: boolean): Generator<Facts> {
    if (need <= 0) return yield facts
    if (of.length < need) return
    const [first, ...rest] = of
    for (const more of satisfy(first!, facts, wish)) yield* enough(rest, need - 1, more, wish)
    yield* enough(rest, need, facts, wish)
  }

  function* measured(condition: Extract<Condition, { op: 'number' }>, facts: Facts, wish: boolean): Generator<Facts> {
    const ids = questionsOf(condition.term, findings)
    const open = ids.filter((id) => facts[id] === undefined)
    for (const values of grid(
      open.map((id) => library.questions[id]!),
      condition.than,
    )) {
      const tried = { ...facts, ...Object.fromEntries(open.map((id, index) => [id, values[index]!])) }
      if (open.length > 0 && evaluate(condition, tried, findings) === wish) yield tried
    }
  }
}

function* choose(
  question: Question | undefined,
  facts: Facts,
  options: (question: Question) => readonly string[],
): Generator<Facts> {
  if (!question) return
  const before = facts[question.id]
  for (const id of options(question)) {
    const answer = extended(question, before, id)
    if (answer !== undefined) yield { ...facts, [question.id]: answer }
  }
}

/** A chosen option beside those chosen already, where that can be. */
function extended(question: Question, before: Answer | undefined, id: string): Answer | undefined {
  const isOption = question.options.some((option) => option.id === id)
  if (!isOption || question.kind !== 'multi')
    return before === undefined ? (isOption && question.kind === 'multi' ? [id] : id) : undefined
  if (before === undefined) return [id]
  if (!Array.isArray(before)) return undefined
  const chosen = [...before, id] as string[]
  const picked = question.options.filter((option) => chosen.includes(option.id))
  return picked.length > 1 && picked.some((option) => option.alone) ? undefined : picked.map((option) => option.id)
}

/** A few values for one or two numbers, both sides of a threshold. */
function grid(questions: readonly Question[], than: number): number[][] {
  const [first, second] = questions.map(({ min = 0, max = 200 }) => {
    const middle = Math.round((min + max) / 2)
    return [than, than + 0.5, than - 0.5, middle, middle + than, middle + than + 1, middle + than - 1, min, max].filter(
      (x) => x >= min && x <= max,
    )
  })
  if (!first) return []
  return second ? first.flatMap((a) => second.map((b) => [a, b])) : first.map((a) => [a])
}

/** For each question, the conditions under which each of its places is entered. */
function askingConditions(plan: Plan): Map<string, Condition[]> {
  const all = new Map<string, Condition[]>()
  for (const node of plan.nodes) {
    const when = node.when ?? { op: 'always' as const }
    all.set(node.question, [...(all.get(node.question) ?? []), when])
  }
  return all
}
