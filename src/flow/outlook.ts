import {
  evaluate,
  type Answer,
  type Condition,
  type Facts,
  type Findings,
  type NumberTerm,
  type Truth,
} from '../advice/condition.ts'
import { mentions } from '../advice/reason.ts'

/** How a condition may come out once a place is reached. Neither bit of a pair is set where it is not known and stays so. */
const MAY = 1
const WILL = 2
const MAY_NOT = 4
const WILL_NOT = 8
const HOLDS = MAY | WILL
const FAILS = MAY_NOT | WILL_NOT
/** Not worked out since something that it rests on was met. */
const STALE = 255

/**
 * What the conditions of one plan may come to on the way. Equal conditions have one number and are worked out once; what
 * a question decides is worked out anew only when that question is met. One walk at a time: {@link begin}, then ask and
 * meet in turn, then {@link end}.
 */
export class Outlook {
  readonly #findings: Findings
  readonly #parts: Part[] = []
  readonly #numbers = new Map<string, number>()
  readonly #seen = new Map<Condition, number>()
  /** By question, the conditions that rest on it. */
  readonly #resting = new Map<string, number[]>()
  /** What each condition comes to where nothing is known and nothing will be met. */
  #bare = new Uint8Array()
  #now = new Uint8Array()
  /** Answers given, and answers waiting for questions that every way to the place comes by. */
  #sure: Record<string, Answer> = {}
  /** Questions that may be met before the place, with the answer that waits for them. One in neither is not met before it. */
  #open = new Map<string, Answer | undefined>()

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** The number of a condition. All are numbered before the first walk begins. */
  number(condition: Condition): number {
    let number = this.#seen.get(condition)
    if (number === undefined) this.#seen.set(condition, (number = this.#take(condition)))
    return number
  }

  begin(facts: Facts): void {
    if (this.#bare.length < this.#parts.length) {
      this.#now = new Uint8Array(this.#parts.length).fill(STALE)
      this.#bare = Uint8Array.from(this.#parts.keys(), (number) => this.#look(number))
    }
    this.#now.set(this.#bare)
    this.#sure = { ...facts }
    for (const question in facts) this.#touch(question)
  }

  /** Nobody's answers are kept. */
  end(): void {
    this.#sure = {}
    this.#open.clear()
  }

  /** Could the condition hold once the place is reached? "Yes" may be too much, since each part is taken by itself; "no" never is. */
  mayHold = (number: number): boolean => (this.#look(number) & MAY) !== 0

  /** Will it hold whatever is answered on the way? "No" may be too little; "yes" never is. */
  willHold = (number: number): boolean => (this.#look(number) & WILL) !== 0

  /** The question has its answer, whichever way is taken. */
  know(question: string, answer: Answer): void {
    this.#sure[question] = answer
    this.#touch(question)
  }

  /** The question may be met on the way, and is answered then, or has this answer waiting. */
  meet(question: string, waiting: Answer | undefined): void {
    this.#open.set(question, waiting)
    this.#touch(question)
  }

  #touch(question: string): void {
    const resting = this.#resting.get(question)
    if (resting) for (const number of resting) this.#now[number] = STALE
  }

  #look(number: number): number {
    const known = this.#now[number]!
    return known === STALE ? (this.#now[number] = this.#workOut(this.#parts[number]!)) : known
  }

  #workOut(part: Part): number {
    switch (part.op) {
      case 'truth':
        return part.comes
      case 'leaf':
        return this.#leaf(part.condition)
      case 'figure':
        return this.#figure(part.condition)
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

  #leaf(condition: Leaf): number {
    const { question } = condition
    if (this.#sure[question] !== undefined) return comes(evaluate(condition, this.#sure, this.#findings))
    const unmet = comes(evaluate(condition, NOTHING, this.#findings))
    if (!this.#open.has(question)) return unmet
    const waiting = this.#open.get(question)
    if (waiting === undefined) return MAY | MAY_NOT
    const met = comes(evaluate(condition, { [question]: waiting }, this.#findings))
    return ((unmet | met) & (MAY | MAY_NOT)) | (unmet & met)
  }

  #figure(condition: Figure): number {
    const known = this.#measured(condition.term)
    if (known === 'open') return MAY | MAY_NOT
    return known === 'sure' ? comes(evaluate(condition, this.#sure, this.#findings)) : 0
  }

  /** Whether the measurements behind a number are known, may be met, or one of them will not be. */
  #measured(term: NumberTerm): 'sure' | 'open' | 'unmet' {
    if (typeof term !== 'string') {
      const first = this.#measured(term.minus[0])
      if (first === 'unmet') return first
      const second = this.#measured(term.minus[1])
      return first === 'open' && second === 'sure' ? first : second
    }
    const finding = this.#findings[term]
    if (finding) return 'number' in finding ? this.#measured(finding.number) : 'unmet'
    return this.#sure[term] !== undefined ? 'sure' : this.#open.has(term) ? 'open' : 'unmet'
  }

  #take(condition: Condition): number {
    if (condition.op === 'finding') {
      const finding = this.#findings[condition.id]
      return finding && 'when' in finding ? this.number(finding.when) : this.#add(condition, UNKNOWABLE)
    }
    return this.#add(condition, this.#part(condition))
  }

  #part(condition: Exclude<Condition, { op: 'finding' }>): Part {
    switch (condition.op) {
      case 'always':
        return { op: 'truth', comes: HOLDS }
      case 'is':
      case 'unknown':
        return { op: 'leaf', condition }
      case 'number':
        return { op: 'figure', condition }
      case 'not':
      case 'possible':
        return { op: condition.op, of: this.number(condition.of) }
      case 'all':
      case 'any':
      case 'atLeast': {
        const of = condition.of.map((one) => this.number(one))
        return {
          op: 'several',
          of,
          need: condition.op === 'all' ? of.length : condition.op === 'any' ? 1 : condition.n,
        }
      }
    }
  }

  #add(condition: Condition, part: Part): number {
    const key = JSON.stringify(part)
    const before = this.#numbers.get(key)
    if (before !== undefined) return before
    const number = this.#parts.push(part) - 1
    this.#numbers.set(key, number)
    for (const question of mentions(condition, this.#findings)) {
      const resting = this.#resting.get(question)
      if (resting) resting.push(number)
      else this.#resting.set(question, [number])
    }
    return number
  }
}

type Leaf = Extract<Condition, { op: 'is' | 'unknown' }>
type Figure = Extract<Condition, { op: 'number' }>

/** A condition with the numbers of its parts. */
type Part =
  | { readonly op: 'truth'; readonly comes: number }
  | { readonly op: 'leaf'; readonly condition: Leaf }
  | { readonly op: 'figure'; readonly condition: Figure }
  | { readonly op: 'not' | 'possible'; readonly of: number }
  | { readonly op: 'several'; readonly of: readonly number[]; readonly need: number }

const UNKNOWABLE: Part = { op: 'truth', comes: 0 }
const NOTHING: Facts = {}

const comes = (truth: Truth): number => (truth === true ? HOLDS : truth === false ? FAILS : 0)
