import {
  evaluate,
  type Answer,
  type Condition,
  type Facts,
  type Findings,
  type NumberTerm,
} from '../advice/condition.ts'

/** What is known on the way to a place, and what may be met before it. A question in neither is not met before it. */
export interface Ahead {
  readonly findings: Findings
  /** Answers given, and answers waiting for questions that every way to the place comes by. */
  readonly sure: Readonly<Record<string, Answer>>
  /** Questions that may be met on the way, with the answer that waits for them where there is one. */
  readonly open: ReadonlyMap<string, Answer | undefined>
}

/** Could the condition hold once the place is reached? "Yes" may be too much, since each part is taken by itself; "no" never is. */
export const mayHold = (condition: Condition, ahead: Ahead): boolean => comesOut(condition, true, 'perhaps', ahead)

/** Will it hold whatever is answered on the way? "No" may be too little; "yes" never is. */
export const willHold = (condition: Condition, ahead: Ahead): boolean => comesOut(condition, true, 'surely', ahead)

type Strength = 'perhaps' | 'surely'
const OTHER: Readonly<Record<Strength, Strength>> = { perhaps: 'surely', surely: 'perhaps' }

function comesOut(condition: Condition, wish: boolean, strength: Strength, ahead: Ahead): boolean {
  switch (condition.op) {
    case 'always':
      return wish
    case 'is':
    case 'unknown':
      return leaf(condition, wish, strength, ahead)
    case 'number':
      return figure(condition, wish, strength, ahead)
    case 'finding': {
      const finding = ahead.findings[condition.id]
      return finding !== undefined && 'when' in finding && comesOut(finding.when, wish, strength, ahead)
    }
    case 'not':
      return comesOut(condition.of, !wish, strength, ahead)
    case 'possible':
      // Possible is whatever is not false: perhaps possible is what is not surely false.
      return wish
        ? !comesOut(condition.of, false, OTHER[strength], ahead)
        : comesOut(condition.of, false, strength, ahead)
    case 'all':
      return several(condition.of, wish ? condition.of.length : 1, wish, strength, ahead)
    case 'any':
      return several(condition.of, wish ? 1 : condition.of.length, wish, strength, ahead)
    case 'atLeast':
      return several(condition.of, wish ? condition.n : condition.of.length - condition.n + 1, wish, strength, ahead)
  }
}

/** Do at least `need` of these come out as wished? */
function several(of: readonly Condition[], need: number, wish: boolean, strength: Strength, ahead: Ahead): boolean {
  let so = 0
  for (let left = of.length; so < need; left--) {
    if (so + left < need) return false
    if (comesOut(of[of.length - left]!, wish, strength, ahead)) so++
  }
  return true
}

type Leaf = Extract<Condition, { op: 'is' | 'unknown' }>

function leaf(condition: Leaf, wish: boolean, strength: Strength, { sure, open, findings }: Ahead): boolean {
  const { question } = condition
  if (sure[question] !== undefined) return evaluate(condition, sure, findings) === wish
  const unmet = evaluate(condition, NOTHING, findings) === wish
  if (!open.has(question)) return unmet
  const waiting = open.get(question)
  if (waiting === undefined) return strength === 'perhaps'
  const met = evaluate(condition, { [question]: waiting }, findings) === wish
  return strength === 'perhaps' ? unmet || met : unmet && met
}

const NOTHING: Facts = {}

function figure(
  condition: Extract<Condition, { op: 'number' }>,
  wish: boolean,
  strength: Strength,
  ahead: Ahead,
): boolean {
  const known = measured(condition.term, ahead)
  if (known === 'open') return strength === 'perhaps'
  return known === 'sure' && evaluate(condition, ahead.sure, ahead.findings) === wish
}

/** Whether the measurements behind a number are known, may be met, or one of them will not be. */
function measured(term: NumberTerm, ahead: Ahead): 'sure' | 'open' | 'unmet' {
  if (typeof term !== 'string') {
    const first = measured(term.minus[0], ahead)
    if (first === 'unmet') return first
    const second = measured(term.minus[1], ahead)
    return first === 'open' && second === 'sure' ? first : second
  }
  const finding = ahead.findings[term]
  if (finding) return 'number' in finding ? measured(finding.number, ahead) : 'unmet'
  return ahead.sure[term] !== undefined ? 'sure' : ahead.open.has(term) ? 'open' : 'unmet'
}
