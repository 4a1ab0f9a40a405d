import { evaluate, type Answer, type Facts, type Truth } from '../advice/condition.ts'
import type { Conditions, Figure, Leaf } from './conditions.ts'

/** How a condition may come out once a place is reached. Neither bit of a pair is set where it is not known and stays so. */
const MAY = 1
const WILL = 2
const MAY_NOT = 4
const WILL_NOT = 8
const HOLDS = MAY | WILL
const FAILS = MAY_NOT | WILL_NOT
/** Not worked out since something that it rests on was met. */
const STALE = 255

/** What is known of a question at a place. One that is `UNMET` is not met before it. */
export const UNMET = 0
/** It may be met on the way, and be answered then. */
export const OPEN = 1
/** It may be met on the way, and has an answer waiting. */
export const WAITING = 2
/** It has its answer, whichever way is taken. */
export const SURE = 3

/**
 * What the conditions of one plan may come to, from here on. What a question decides is worked out anew only when that
 * question is met. One walk at a time: {@link begin}, then look and {@link meet} in turn, then {@link end}.
 */
export class Outlook {
  readonly #conditions: Conditions
  /** By question. */
  readonly #known: Uint8Array
  readonly #answers: Array<Answer | undefined>
  /** By condition: what it comes to now, and where nothing is known and nothing will be met. */
  readonly #now: Uint8Array
  readonly #bare: Uint8Array = new Uint8Array()

  /** @param conditions all of them: none is added afterwards */
  constructor(conditions: Conditions) {
    this.#conditions = conditions
    this.#known = new Uint8Array(conditions.questions.size)
    this.#answers = Array.from({ length: conditions.questions.size })
    this.#now = new Uint8Array(conditions.parts.length).fill(STALE)
    this.#bare = Uint8Array.from(conditions.parts.keys(), (number) => this.#look(number))
  }

  begin(facts: Facts): void {
    const { questions } = this.#conditions
    this.#now.set(this.#bare)
    for (const id in facts) {
      const question = questions.get(id)
      if (question !== undefined) this.meet(question, SURE, facts[id])
    }
  }

  /** Nobody's answers are kept. */
  end(): void {
    this.#known.fill(UNMET)
    this.#answers.fill(undefined)
  }

  known(question: number): number {
    return this.#known[question]!
  }

  /** The question is met, or may be. */
  meet(question: number, known: number, answer?: Answer): void {
    this.#known[question] = known
    this.#answers[question] = answer
    for (const number of this.#conditions.resting[question]!) this.#now[number] = STALE
  }

  /** Could the condition hold once the place is reached? "Yes" may be too much, since each part is taken by itself; "no" never is. */
  mayHold(number: number): boolean {
    return (this.#look(number) & MAY) !== 0
  }

  /** Will it hold whatever is answered on the way? "No" may be too little; "yes" never is. */
  willHold(number: number): boolean {
    return (this.#look(number) & WILL) !== 0
  }

  #look(number: number): number {
    const known = this.#now[number]!
    return known === STALE ? (this.#now[number] = this.#workOut(number)) : known
  }

  #workOut(number: number): number {
    const part = this.#conditions.parts[number]!
    switch (part.op) {
      case 'always':
        return HOLDS
      case 'unknowable':
        return 0
      case 'leaf':
        return this.#leaf(part, this.#bare[number]!)
      case 'figure':
        return this.#figure(part)
      case 'not': {
        const of = this.#look(part.of)
        return ((of & HOLDS) << 2) | (of >> 2)
      }
      case 'possible': {
        // Possible is whatever is not false: perhaps possible is what is not surely false.
        const fails = this.#look(part.of) & FAILS
        return fails | (fails & WILL_NOT ? 0 : MAY) | (fails & MAY_NOT ? 0 : WILL)
      }
      case 'several':
        return this.#several(part.of, part.need)
    }
  }

  /** Do at least `need` of these hold; and do so many fail that it cannot be? */
  #several(of: readonly number[], need: number): number {
    const spare = of.length - need
    let may = 0
    let will = 0
    let mayNot = 0
    let willNot = 0
    for (const number of of) {
      const one = this.#look(number)
      may += one & MAY
      will += (one & WILL) >> 1
      mayNot += (one & MAY_NOT) >> 2
      willNot += one >> 3
    }
    return (
      (may >= need ? MAY : 0) |
      (will >= need ? WILL : 0) |
      (mayNot > spare ? MAY_NOT : 0) |
      (willNot > spare ? WILL_NOT : 0)
    )
  }

  #leaf({ condition, question }: Leaf, unmet: number | undefined): number {
    const known = this.#known[question]!
    if (known === OPEN) return MAY | MAY_NOT
    const answer = this.#answers[question]
    const comes = outcome(evaluate(condition, answer === undefined ? NOTHING : { [condition.question]: answer }, NONE))
    if (known !== WAITING) return comes
    return ((unmet! | comes) & (MAY | MAY_NOT)) | (unmet! & comes)
  }

  #figure({ condition, measures, findings }: Figure): number {
    let open = false
    const facts: Record<string, Answer> = {}
    for (const { id, question } of measures) {
      const known = this.#known[question]!
      if (known === UNMET) return 0
      if (known === SURE) facts[id] = this.#answers[question]!
      else open = true
    }
    return open ? MAY | MAY_NOT : outcome(evaluate(condition, facts, findings))
  }
}

const NOTHING: Facts = {}
/** A leaf looks at none. */
const NONE = {}

const outcome = (truth: Truth): number => (truth === true ? HOLDS : truth === false ? FAILS : 0)
