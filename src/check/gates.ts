import type { Answer, Condition, Facts, Findings } from '../advice/condition.ts'
import { consider } from '../advice/consider.ts'
import type { Content } from '../assessment/content.ts'
import type { Equipment } from '../content/schema.ts'
import { conjuncts } from '../flow/compose.ts'
import { alternatives } from './conditions.ts'
import { classesOf, combinations, mixtures, type Classes } from './classes.ts'
import { fault, type Fault, type Proof } from './fault.ts'
import { plainly } from './pessimist.ts'

/**
 * No answers open a gate that is unknown or false, or pass an exclusion that holds.
 *
 * First, no gate is written so that a missing answer opens it. Then the engine is put to it:
 * a gate is a conjunction, so it is proved part by part: from answers that open the type, every combination of the
 * answers that matter to one part is tried, and whenever that part is not plainly true the type must stay shut.
 * Two shut parts cannot open what each of them shuts; the mixtures look for a counter-example all the same.
 */
export function proveGates(content: Content, opened: ReadonlyMap<string, Facts>): Proof {
  const { library, findings } = content
  const around = corners(content)
  const faults: Fault[] = []
  let cases = 0
  for (const type of library.equipment) {
    const gap = opensUnknown(type.gate, findings)
    if (gap)
      faults.push(
        fault(
          'shut-gate-opened',
          [type.id, JSON.stringify(gap)],
          `the gate of ${type.name} (${type.id}) opens on what is not known; say what must be known and true`,
        ),
      )
    const suspect = (facts: Facts): boolean => {
      cases++
      return consider(type, facts, findings).verdict === 'suggest' && !around.plainlyOpen(type, facts)
    }
    const found = find(around.cases(type, opened.get(type.id) ?? {}), suspect) ?? find(around.mixed(type), suspect)
    if (!found) continue
    const path = Object.entries(found).map(([id, answer]) => `${id}=${JSON.stringify(answer)}`)
    faults.push(
      fault(
        'shut-gate-opened',
        path,
        `${type.name} (${type.id}) is suggested although its gate is not known to be open`,
      ),
    )
  }
  return { faults, cases }
}

/** Answers round the gate of a type at which something could go wrong, and what can plainly be said at them. */
export function corners({ library, findings }: Content) {
  const weight = weighed(library)
  const mattering = (type: Equipment): Classes =>
    classesOf([type.wanted, type.gate, ...type.exclude, weight], library.questions, findings)

  return {
    /** From answers that open the type: every combination of the answers that matter to one part of its gate. */
    *cases(type: Equipment, base: Facts): Generator<Facts> {
      // Each alternative of an exclusion shuts the type by itself.
      const shut = type.exclude.flatMap((one) => alternatives(one, findings))
      for (const part of [...conjuncts(type.gate), ...shut, weight])
        yield* combinations(classesOf([part], library.questions, findings), base)
    },

    mixed: (type: Equipment): Generator<Facts> => mixtures(mattering(type), type.id),

    /** The gate is open whatever is not known, and nothing speaks against it. */
    plainlyOpen(type: Equipment, facts: Facts): boolean {
      if (type.weight && !plainlyLight(facts.weight, type.weight.limit)) return false
      return plainly(type.gate, facts, findings) && !type.exclude.some((one) => plainly(one, facts, findings))
    },
  }
}

/** The part of a gate that is true because an answer is missing. "Unknown" and "possible" are, and have no place in one. */
function opensUnknown(gate: Condition, findings: Findings): Condition | undefined {
  switch (gate.op) {
    case 'unknown':
    case 'possible':
      return gate
    case 'finding': {
      const finding = findings[gate.id]
      return finding && 'when' in finding ? opensUnknown(finding.when, findings) : undefined
    }
    case 'not':
      return opensUnknown(gate.of, findings)
    case 'all':
    case 'any':
    case 'atLeast':
      return gate.of.map((part) => opensUnknown(part, findings)).find((part) => part !== undefined)
    default:
      return undefined
  }
}

/** The first of these that is suspect. */
export const find = (all: Iterable<Facts>, suspect: (facts: Facts) => boolean): Facts | null => {
  for (const facts of all) if (suspect(facts)) return facts
  return null
}

/** Read from the words of the band itself ("126-158", "under-100", "over-190"), not from the engine's table. */
export function plainlyLight(weight: Answer | undefined, limit: number): boolean {
  if (typeof weight !== 'string') return false
  const [, over, under, top] = /^(over-)?(under-)?(?:\d+-)?(\d+)$/.exec(weight) ?? []
  if (top === undefined) return weight === 'not_sure' || weight === 'rather_not_say'
  return !over && (under ? Number(top) <= limit : Number(top) < limit)
}

const weighed = (library: Content['library']): Condition => ({
  op: 'is',
  question: 'weight',
  of: library.questions.weight?.options.map((option) => option.id) ?? [],
})
