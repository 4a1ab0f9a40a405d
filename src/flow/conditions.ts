import { type Condition, type Findings, type NumberTerm } from '../advice/condition.ts'

/** A condition with numbers for its parts and its question. */
export type Part =
  | { readonly op: 'always' }
  | { readonly op: 'unknowable' }
  | Leaf
  | Figure
  | { readonly op: 'not' | 'possible'; readonly of: number }
  /** At least `need` of these. */
  | { readonly op: 'several'; readonly of: readonly number[]; readonly need: number }

export interface Leaf {
  readonly op: 'leaf'
  readonly condition: Extract<Condition, { op: 'is' | 'unknown' }>
  readonly question: number
}
export interface Figure {
  readonly op: 'figure'
  readonly condition: Extract<Condition, { op: 'number' }>
  /** The measurements that have to be known for it. */
  readonly measures: ReadonlyArray<{ readonly id: string; readonly question: number }>
  readonly findings: Findings
}

/**
 * The conditions of a plan, numbered: equal ones have one number, and so have their parts, so that each is worked out
 * once however often it is written.
 */
export class Conditions {
  readonly #findings: Findings
  /** By number; a part stands before what it is a part of. */
  readonly parts: Part[] = []
  /** Every question that is asked or looked at, by id. */
  readonly questions = new Map<string, number>()
  /** By question, the conditions that rest on it. */
  readonly resting: number[][] = []
  /** By condition, the questions that it rests on. */
  readonly #rests: Array<ReadonlySet<number>> = []
  readonly #numbers = new Map<string, number>()
  readonly #seen = new Map<Condition, number>()

  constructor(findings: Findings) {
    this.#findings = findings
  }

  question(id: string): number {
    const before = this.questions.get(id)
    if (before !== undefined) return before
    this.questions.set(id, this.resting.length)
    return this.resting.push([]) - 1
  }

  number(condition: Condition): number {
    let number = this.#seen.get(condition)
    if (number === undefined) this.#seen.set(condition, (number = this.#take(condition)))
    return number
  }

  #take(condition: Condition): number {
    switch (condition.op) {
      case 'always':
        return this.#add('', { op: 'always' }, [])
      case 'is':
      case 'unknown': {
        const question = this.question(condition.question)
        return this.#add(JSON.stringify(condition), { op: 'leaf', condition, question }, [question])
      }
      case 'number': {
        const ids = this.#measures(condition.term)
        if (!ids) return this.#add(...UNKNOWABLE)
        const measures = ids.map((id) => ({ id, question: this.question(id) }))
        const part: Part = { op: 'figure', condition, measures, findings: this.#findings }
        return this.#add(
          JSON.stringify(condition),
          part,
          measures.map(({ question }) => question),
        )
      }
      case 'finding': {
        const finding = this.#findings[condition.id]
        return finding && 'when' in finding ? this.number(finding.when) : this.#add(...UNKNOWABLE)
      }
      case 'not':
      case 'possible': {
        const of = this.number(condition.of)
        return this.#add(`${condition.op} ${of}`, { op: condition.op, of }, this.#rests[of]!)
      }
      case 'all':
      case 'any':
      case 'atLeast': {
        const of = condition.of.map((one) => this.number(one))
        const need = condition.op === 'all' ? of.length : condition.op === 'any' ? 1 : condition.n
        const rests = new Set(of.flatMap((one) => [...this.#rests[one]!]))
        return this.#add(`${need} of ${of.join(' ')}`, { op: 'several', of, need }, rests)
      }
    }
  }

  /** The questions behind a number; `undefined` where it can never be known. */
  #measures(term: NumberTerm): readonly string[] | undefined {
    if (typeof term !== 'string') {
      const [first, second] = term.minus.map((one) => this.#measures(one))
      return first && second && [...first, ...second]
    }
    const finding = this.#findings[term]
    if (!finding) return [term]
    return 'number' in finding ? this.#measures(finding.number) : undefined
  }

  #add(key: string, part: Part, rests: Iterable<number>): number {
    const before = this.#numbers.get(key)
    if (before !== undefined) return before
    const number = this.parts.push(part) - 1
    this.#numbers.set(key, number)
    this.#rests.push(new Set(rests))
    for (const question of this.#rests[number]!) this.resting[question]!.push(number)
    return number
  }
}

const UNKNOWABLE = ['unknowable', { op: 'unknowable' }, []] as const
