import { evaluate, holds, type Answer, type Condition, type Facts } from '../advice/condition.ts'
import type { Advice } from '../advice/document.ts'
import { consider } from '../advice/consider.ts'
import { advise } from '../advice/advise.ts'
import { raised } from '../advice/urgent.ts'
import { packOf, rulesOf, type Content } from '../assessment/content.ts'
import { viewOf } from '../assessment/look.ts'
import { BUYING, type Equipment } from '../content/schema.ts'
import { stops } from '../advice/urgent.ts'
import { conjuncts } from '../flow/compose.ts'
import { classesOf, combinations } from './classes.ts'
import { fault, type Fault } from './fault.ts'
import { plainly } from './pessimist.ts'
import { walkTo, walkWith } from './walks.ts'

/** Faults, and how many cases were looked at to find none. */
export interface Proof {
  readonly faults: Fault[]
  readonly cases: number
}

/** Random mixtures of all the answers that matter to a type, beside the exhausted parts. Seeded: the same every time. */
const MIXTURES = 2_000

/**
 * No answers open a gate that is unknown or false, or pass an exclusion that holds.
 *
 * A gate is a conjunction, so it is proved part by part: from answers that open the type, every combination of the
 * answers that matter to one part is tried, and whenever that part is not plainly true the type must stay shut.
 * Two shut parts cannot open what each of them shuts; the mixtures look for a counter-example all the same.
 */
export function proveGates(content: Content, opened: ReadonlyMap<string, Facts>): Proof {
  const { library, findings } = content
  const faults: Fault[] = []
  let cases = 0
  for (const type of library.equipment) {
    const suspect = (facts: Facts): boolean => {
      cases++
      return consider(type, facts, findings).verdict === 'suggest' && !plainlyOpen(type, facts)
    }
    const found = find(cornerCases(type, opened.get(type.id) ?? {}), suspect) ?? find(mixtures(type), suspect)
    if (!found) continue
    const path = Object.entries(found).map(([id, answer]) => `${id}=${JSON.stringify(answer)}`)
    faults.push(fault('shut-gate-opened', path, `${type.name} (${type.id}) is suggested although its gate is not known to be open`))
  }
  return { faults, cases }

  function plainlyOpen(type: Equipment, facts: Facts): boolean {
    if (type.weight && facts.weight === undefined) return false
    return plainly(type.gate, facts, findings) && !type.exclude.some((one) => plainly(one, facts, findings))
  }

  function* cornerCases(type: Equipment, base: Facts): Generator<Facts> {
    for (const part of [...conjuncts(type.gate), ...type.exclude, weighed(library)])
      yield* combinations(classesOf([part], library.questions, findings), base)
  }

  function* mixtures(type: Equipment): Generator<Facts> {
    const classes = [...classesOf([type.wanted, type.gate, ...type.exclude, weighed(library)], library.questions, findings)]
    const random = seeded(type.id)
    for (let n = 0; n < MIXTURES; n++) {
      const picked = classes.map(([id, answers]) => [id, answers[Math.floor(random() * answers.length)]] as const)
      yield Object.fromEntries(picked.filter((pair): pair is [string, Answer] => pair[1] !== undefined))
    }
  }
}

const find = (all: Iterable<Facts>, suspect: (facts: Facts) => boolean): Facts | null => {
  for (const facts of all) if (suspect(facts)) return facts
  return null
}

const weighed = (library: Content['library']): Condition => ({
  op: 'is',
  question: 'weight',
  of: library.questions.weight?.options.map((option) => option.id) ?? [],
})

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

/** Whatever raises a safety rule shows its action: first, with a way to act, and in the advice. */
export function proveUrgent(content: Content): Proof {
  const { library, findings } = content
  const faults: Fault[] = []
  let cases = 0
  for (const rule of library.safety) {
    for (const facts of combinations(classesOf([rule.when], library.questions, findings))) {
      cases++
      if (!plainly(rule.when, facts, findings)) continue
      if (raised(library.safety, facts, findings).includes(rule)) continue
      faults.push(fault('urgent-without-action', [rule.id, JSON.stringify(facts)], `${rule.id} is not raised although its condition holds`))
      break
    }
    const walk = walkTo(content, rule.when, (facts) => holds(rule.when, facts, findings))
    if (!walk) {
      faults.push(fault('rule-never-fires', [rule.id], `no walk makes ${rule.id} fire; ask what its condition needs`))
      continue
    }
    cases++
    const unseen = { ...walk.position, acknowledged: [] }
    const view = viewOf(content, 'default', unseen, 0)
    const shown = view.urgent && (view.urgent.rule === rule.id || view.urgent.also.some((one) => one.title === rule.title.self || one.title === rule.title.other))
    if (stops(rule) && !shown) faults.push(fault('urgent-without-action', walk.path, `${rule.id} does not stop the questions`))
    const advice = adviceOf(content, unseen)
    const line = advice.urgent.find((one) => one.rule === rule.id)
    if (!line || line.action.trim() === '') faults.push(fault('urgent-without-action', walk.path, `${rule.id} is not in the advice`))
  }
  return { faults: [...faults, ...unheeded(content)], cases }
}

/** Every option of the safety screen that is not "none" raises a rule or leads to a question that asks more. */
function unheeded({ library, findings, chart }: Content): Fault[] {
  const heeded = [
    ...library.safety.map((rule) => rule.when),
    ...chart.plan.nodes.flatMap((node) => node.edges.flatMap((edge) => (edge.when ? [edge.when] : []))),
  ]
  return Object.values(library.questions)
    .filter((question) => question.urgentScreen)
    .flatMap((question) =>
      question.options
        .filter((option) => !option.alone && option.id !== 'no')
        .filter((option) => !heeded.some((when) => evaluate(when, { [question.id]: question.kind === 'multi' ? [option.id] : option.id }, findings) === true || names(when, question.id, option.id)))
        .map((option) => fault('urgent-without-action', [`${question.id}=${option.id}`], `choosing "${option.label.self}" leads to nothing`)),
    )

  function names(condition: Condition, question: string, option: string): boolean {
    return JSON.stringify(condition).includes(`"question":"${question}"`) && JSON.stringify(condition).includes(`"${option}"`)
  }
}

/** Assessed-only types never carry a way to buy, in the content and in what is shown. */
export function proveTiers(content: Content): Proof {
  const assessed = content.library.equipment.filter((type) => type.tier === 'assessed-only')
  const faults = assessed.flatMap((type): Fault[] => {
    const sold = type.routes.filter((route) => BUYING.includes(route))
    return sold.length > 0 ? [fault('assessed-only-sold', [type.id, ...sold], `${type.name} may only be assessed for; take out the routes ${sold.join(', ')}`)] : []
  })
  return { faults, cases: assessed.length }
}

/**
 * Every type of equipment is suggested on some walk: one that never can be is dead weight or has a wrong gate.
 * `opened` has the answers of that walk, for the proof of the gates to start from.
 */
export function proveSuggested(content: Content): Proof & { readonly opened: ReadonlyMap<string, Facts> } {
  const { library, findings } = content
  const opened = new Map<string, Facts>()
  const faults = library.equipment.flatMap((type): Fault[] => {
    const walk = walkTo(content, suggesting(type), (facts) => consider(type, facts, findings).verdict === 'suggest')
    if (walk) opened.set(type.id, walk.position.facts)
    return walk ? [] : [fault('equipment-never-suggested', [type.id], `no walk leads to ${type.name}; its gate or the questions it needs cannot all come true`)]
  })
  return { faults, cases: library.equipment.length, opened }
}

/** What has to come true for a type to be suggested, as one condition. */
const suggesting = (type: Equipment): Condition => ({
  op: 'all',
  of: [
    type.wanted,
    type.gate,
    ...(type.weight ? [{ op: 'is' as const, question: 'weight', of: ['under-100', 'rather_not_say'] }] : []),
    ...type.exclude.map((one): Condition => ({ op: 'possible', of: { op: 'not', of: one } })),
    ...(type.size?.from ?? []).map((question): Condition => ({ op: 'number', term: question, test: 'atLeast', than: 0 })),
  ],
})

/** Something is said about a topic within its first three answers. */
export function proveEarly(content: Content): Proof {
  const faults: Fault[] = []
  let cases = 0
  for (const topic of content.library.topics) {
    const { position } = walkWith(content, { topics: [topic.id], who: 'me', age: '65-79' })
    const answered = Object.entries(position.facts)
    const from = answered.findIndex(([id]) => id === 'topics') + 1
    for (const upTo of [1, 2, 3]) {
      cases++
      const facts = Object.fromEntries(answered.slice(0, from + upTo))
      const { items } = adviceOf(content, { ...position, facts })
      if (upTo === 3 && !items.some((item) => item.topic === topic.id))
        faults.push(fault('no-early-advice', Object.keys(facts), `nothing is advised after three answers about "${topic.id}"`))
    }
  }
  return { faults, cases }
}

/** A pack adds rules; it cannot take the place of one. */
export function proveUnsoftened({ library }: Content): Proof {
  const core = new Set(library.safety.map((rule) => rule.id))
  const faults = Object.values(library.packs).flatMap((pack) =>
    pack.safety.filter((rule) => core.has(rule.id)).map((rule) => fault('safety-softened', [pack.id, rule.id], `${pack.id} names its own rule ${rule.id}; a pack may add rules but not replace one`)),
  )
  return { faults, cases: Object.keys(library.packs).length }
}

/** What would be said at a position, with every urgent action seen. */
export const adviceOf = (content: Content, { facts }: { facts: Facts }, pack = 'default'): Advice =>
  advise({
    assessment: 'check',
    library: content.library,
    findings: content.findings,
    say: content.say,
    pack: packOf(content.library, pack),
    facts,
    acknowledged: rulesOf(content, pack).map((rule) => rule.id),
    contact: undefined,
    council: undefined,
    now: '2026-11-21T09:00:00.000Z',
  })
