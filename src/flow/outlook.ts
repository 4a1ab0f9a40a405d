import { evaluate, type Answer, type Condition, type Facts, type Findings, type Truth } from '../advice/condition.ts'
import { questionsOf } from '../advice/reason.ts'

/** What a condition may turn out to be once the questions ahead have been met: a set of the three values. */
export type Outcomes = number
export const TRUE = 1
const FALSE = 2
const UNKNOWN = 4
const ANY = TRUE | FALSE | UNKNOWN

/** What is known on the way to a place. A question that is in neither has not been met before it. */
export interface Known {
  /** Answers given, and answers waiting for a question that is met whatever else happens. */
  readonly sure: Readonly<Record<string, Answer>>
  /** Questions that may be met on the way, with the answer that waits for them if there is one. */
  readonly open: ReadonlyMap<string, Answer | undefined>
}

/** Every value that a condition could have at a place. It may name too many, never too few. */
export function outlook(condition: Condition, known: Known, findings: Findings): Outcomes {
  switch (condition.op) {
    case 'always':
      return TRUE
    case 'is':
    case 'unknown':
      return leaf(condition, condition.question, known, findings)
    case 'number': {
      const open = questionsOf(condition.term, findings).filter((question) => !(question in known.sure))
      if (open.length === 0) return outcome(evaluate(condition, known.sure, findings))
      return open.every((question) => known.open.has(question)) ? ANY : UNKNOWN
    }
    case 'finding': {
      const finding = findings[condition.id]
      return finding && 'when' in finding ? outlook(finding.when, known, findings) : UNKNOWN
    }
    case 'possible': {
      const of = outlook(condition.of, known, findings)
      return (of & (TRUE | UNKNOWN) ? TRUE : 0) | (of & FALSE)
    }
    case 'not': {
      const of = outlook(condition.of, known, findings)
      return (of & TRUE ? FALSE : 0) | (of & FALSE ? TRUE : 0) | (of & UNKNOWN)
    }
    case 'all':
      return tally(condition.of, condition.of.length, known, findings)
    case 'any':
      return tally(condition.of, 1, known, findings)
    case 'atLeast':
      return tally(condition.of, condition.n, known, findings)
  }
}

const outcome = (value: Truth): Outcomes => (value === null ? UNKNOWN : value ? TRUE : FALSE)

function leaf(condition: Condition, question: string, { sure, open }: Known, findings: Findings): Outcomes {
  if (question in sure) return outcome(evaluate(condition, sure, findings))
  const unmet = outcome(evaluate(condition, NOTHING, findings))
  if (!open.has(question)) return unmet
  const waiting = open.get(question)
  if (waiting !== undefined) return unmet | outcome(evaluate(condition, { [question]: waiting }, findings))
  return condition.op === 'unknown' ? TRUE | FALSE : ANY
}

const NOTHING: Facts = {}

/** Values of "at least `need` of these", each part taken by itself. */
function tally(of: readonly Condition[], need: number, known: Known, findings: Findings): Outcomes {
  let surelyTrue = 0
  let surelyFalse = 0
  let maybeTrue = 0
  let maybeFalse = 0
  let notFalse = 0
  let unknown = false
  for (const one of of) {
    const value = outlook(one, known, findings)
    if (value === TRUE) surelyTrue++
    if (value === FALSE) surelyFalse++
    if (surelyTrue >= need) return TRUE
    if (surelyFalse > of.length - need) return FALSE
    if (value & TRUE) maybeTrue++
    if (value & FALSE) maybeFalse++
    if (value & (TRUE | UNKNOWN)) notFalse++
    if (value & UNKNOWN) unknown = true
  }
  if (surelyTrue >= need) return TRUE
  return (
    (maybeTrue >= need ? TRUE : 0) |
    (maybeFalse > of.length - need ? FALSE : 0) |
    (unknown && notFalse >= need ? UNKNOWN : 0)
  )
}
