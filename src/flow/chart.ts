import { assign, initialTransition, setup, transition, type ActorLogic } from 'xstate'
import { holds, type Answer, type Condition, type Facts } from '../advice/condition.ts'
import type { Question } from '../content/schema.ts'
import type { Library } from '../content/library.ts'
import { compose, END, type Node, type Plan } from './compose.ts'
import { LIMITS } from './limits.ts'

/** Where an assessment stands: at a node or at the {@link END}, with the answers that led there. */
export interface Standing {
  readonly at: string
  readonly facts: Facts
}

/** The statechart of an assessment, ready to run. Composed once per content version, never per request. */
export interface Chart {
  readonly plan: Plan
  readonly node: (id: string) => Node | undefined
  readonly question: (id: string) => Question | undefined
  /** Sections in which a question has its places, in their order. */
  readonly sectionsOf: (question: string) => readonly string[]
  /** Councils that a place may name. */
  readonly areas: ReadonlySet<string>
  readonly begin: () => Standing
  /** Answer the question at a standing. */
  readonly answer: (from: Standing, answer: Answer) => Standing
  /** The XState configuration, for drawing and export. */
  readonly machine: ReturnType<typeof statechart>
}

type AnswerEvent = { readonly type: 'ANSWER'; readonly facts: Facts }

/**
 * XState stays behind this file. What was learnt about version 5 on a server:
 * - a guard sees the context from before the event's own actions, so the event brings the facts with the new answer in;
 * - an event that no guard lets through is dropped in silence, so every node's last edge has no guard;
 * - a snapshot restored from storage must go through `resolveState`, which throws where it can be caught;
 * - `maxIterations` is unlimited unless set.
 */
function statechart(plan: Plan) {
  const { createMachine } = setup({
    types: { context: {} as { facts: Facts }, events: {} as AnswerEvent },
    guards: {
      meets: ({ event }, { condition }: { condition: Condition }) => holds(condition, event.facts, plan.findings),
    },
    actions: { record: assign({ facts: ({ event }) => event.facts }) },
  })
  const sections = Map.groupBy(plan.nodes, (node) => node.section)
  const states = [...sections].map(([section, nodes]) => [
    section,
    { initial: key(nodes[0]!.id), states: Object.fromEntries(nodes.map((node) => [key(node.id), state(node)])) },
  ])
  return createMachine({
    id: 'assessment',
    context: { facts: {} },
    initial: plan.nodes[0]!.section,
    states: { ...Object.fromEntries(states), [END]: { id: END, type: 'final' } },
    options: { maxIterations: LIMITS.steps },
  })
}

const state = (node: Node) => ({
  id: node.id,
  meta: { question: node.question },
  on: {
    ANSWER: node.edges.map((edge) => ({
      target: `#${edge.to}`,
      actions: 'record' as const,
      ...(edge.when ? { guard: { type: 'meets' as const, params: { condition: edge.when } } } : {}),
    })),
  },
})

const key = (id: string): string => id.slice(id.indexOf('/') + 1)

/** The value of a state as XState writes it: `{ bath: 'bath-hard' }` for the node `bath/bath-hard`. */
const stateValue = (at: string) => (at === END ? END : { [at.slice(0, at.indexOf('/'))]: key(at) })

const nodeId = (value: unknown): string =>
  typeof value === 'string' ? value : Object.entries(value as Record<string, string>)[0]!.join('/')

/**
 * The machine as `transition` needs it. That makes an actor at every call, and an actor of the machine itself would walk
 * into the first state each time, for nothing: this one finds it ready, which halves the cost of a step.
 */
function stepperOf(machine: ReturnType<typeof statechart>) {
  const [initial] = initialTransition(machine)
  const stepper: ActorLogic<typeof initial, Parameters<typeof machine.transition>[1]> = {
    transition: (snapshot, event, scope) => machine.transition(snapshot, event, scope),
    getInitialSnapshot: () => initial,
    getPersistedSnapshot: (snapshot) => machine.getPersistedSnapshot(snapshot),
  }
  return stepper
}

export function chart(library: Library): Chart {
  const plan = compose(library)
  const machine = statechart(plan)
  const stepper = stepperOf(machine)
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]))
  const sections = new Map(
    [...Map.groupBy(plan.nodes, (node) => node.question)].map(([id, places]) => [
      id,
      places.map(({ section }) => section),
    ]),
  )
  return {
    plan,
    machine,
    node: (id) => nodes.get(id),
    question: (id) => library.questions[id],
    sectionsOf: (question) => sections.get(question) ?? [],
    areas: new Set(library.councils.map((council) => council.id)),
    begin: () => ({ at: nodeId(initialTransition(machine)[0].value), facts: {} }),
    answer(from, answer) {
      const question = nodes.get(from.at)?.question
      if (question === undefined) throw new Error(`no question is asked at "${from.at}"`)
      const facts = { ...from.facts, [question]: answer }
      const snapshot = machine.resolveState({ value: stateValue(from.at), context: { facts: from.facts } })
      const [next] = transition(stepper, snapshot, { type: 'ANSWER', facts })
      return { at: nodeId(next.value), facts: next.context.facts }
    },
  }
}
