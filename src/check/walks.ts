import type { Answer, Condition, Facts } from '../advice/condition.ts'
import type { Position } from '../assessment/position.ts'
import type { Content } from '../assessment/content.ts'
import type { Question } from '../content/schema.ts'
import { END } from '../flow/compose.ts'
import { walk } from '../flow/walk.ts'
import { solutions } from './satisfy.ts'

/** A walk through the real flow, with the answers as they were given. */
export interface Walk {
  readonly position: Position
  readonly path: readonly string[]
}

/** How many solutions are tried before a condition is called unreachable, and how many walks to choose the shortest from. */
const TRIES = 40
const CHOICE = 3

/**
 * Walk the flow in one go, answering from a list and otherwise as somebody would for whom a question does not apply.
 * Urgent actions are passed, as a person may.
 */
export function walkWith(content: Content, answers: Facts): Walk {
  const { at, facts } = walk(content.chart, { ...passingAnswers(content), ...answers })
  if (at !== END)
    throw new Error(`${at}: the answer ${show(answers[content.chart.node(at)!.question] ?? 'missing')} does not fit`)
  const path = Object.entries(facts).map(([question, answer]) => `${question}=${show(answer)}`)
  return { position: { at, facts, aside: {}, acknowledged: [], resting: false }, path }
}

const remembered = new WeakMap<Content, Facts>()

/** An answer to every question that says nothing. */
function passingAnswers(content: Content): Facts {
  const made =
    remembered.get(content) ??
    Object.fromEntries(Object.values(content.library.questions).map((question) => [question.id, passing(question)]))
  remembered.set(content, made)
  return made
}

/** "None of these", "no", "not sure": what says nothing. Where all say something, the first. */
export function passing(question: Question): Answer {
  const alone = question.options.find((option) => option.alone)
  if (alone) return question.kind === 'multi' ? [alone.id] : alone.id
  if (question.urgentScreen) {
    const no = question.options.find((option) => option.id === 'no')
    if (no) return no.id
  }
  const [exit] = question.allow
  if (exit) return exit
  if (question.kind === 'multi') return [question.options[0]!.id]
  return question.options[0]?.id ?? 'skip'
}

/**
 * A short walk on which a condition comes true, or `null`. Starts from what the condition needs and from what the flow
 * needs to ask it; the walk itself is the proof.
 */
export function walkTo(content: Content, goal: Condition, holdsAt: (facts: Facts) => boolean): Walk | null {
  let tries = 0
  const found: Walk[] = []
  for (const answers of solutions(content.library, content.chart.plan, goal)) {
    if (++tries > TRIES) break
    const tried = walkWith(content, answers)
    if (holdsAt(tried.position.facts)) found.push(tried)
    if (found.length >= CHOICE) break
  }
  return found.toSorted((a, b) => a.path.length - b.path.length)[0] ?? null
}

const show = (answer: Answer): string => (typeof answer === 'object' ? JSON.stringify(answer) : String(answer))
