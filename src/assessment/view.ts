import type { Answer, Exit } from '../advice/condition.ts'
import type { Code } from '../content/schema.ts'

/** What every channel renders after every input: one question, an urgent action, or the advice. */
export interface View {
  /** The number of the newest entry in the log. An answer names it, so that a stale one is noticed. */
  readonly seq: number
  readonly kind: 'question' | 'urgent' | 'advice'
  readonly question?: AskedQuestion
  readonly progress: Progress
  readonly urgent?: UrgentAction
  /** There is something to say already. */
  readonly adviceReady: boolean
  readonly locale: string
  readonly version: string
}

/** Questions answered on the path, and the shortest and longest walk that may remain. */
export interface Progress {
  readonly answered: number
  readonly leastLeft: number
  readonly mostLeft: number
}

export interface AskedQuestion {
  readonly id: string
  readonly topic: string
  readonly text: string
  readonly why?: string
  readonly hint?: string
  /** For staff to say aloud. */
  readonly say: string
  /** For small screens and Telegram. */
  readonly short: string
  readonly kind: 'single' | 'multi' | 'number' | 'place' | 'text'
  readonly options?: ReadonlyArray<{
    id: string
    label: string
    hint?: string
    short?: string
    alone?: boolean
    /** Where the choices are topics: which of the three groups it belongs to. */
    group?: 'health' | 'home' | 'daily'
  }>
  readonly unit?: 'cm' | 'kg'
  readonly min?: number
  readonly max?: number
  readonly allow: readonly Exit[]
  /** The newest answer given to it, when it is asked again. */
  readonly answer?: Answer
}

export interface UrgentAction {
  readonly rule: string
  readonly code: Code
  readonly title: string
  readonly action: string
  readonly phone?: string
  readonly why: string
  readonly meanwhile: readonly string[]
  /** Others raised at the same time, less urgent, still to be seen. */
  readonly also: ReadonlyArray<{ code: Code; title: string; action: string; phone?: string }>
  readonly canContinue: boolean
  readonly sensitive: boolean
}

/** One line of the list of answers: what was asked and what was said. */
export interface AnswerLine {
  readonly question: string
  readonly topic: string
  readonly text: string
  readonly answer: Answer
  readonly answerText: string
}
