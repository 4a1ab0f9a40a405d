import { evaluate, holds, type Condition } from '../advice/condition.ts'
import { raised, stops } from '../advice/urgent.ts'
import type { Content } from '../assessment/content.ts'
import { viewOf } from '../assessment/look.ts'
import { adviceOf } from './advice.ts'
import { classesOf, combinations } from './classes.ts'
import { fault, type Fault, type Proof } from './fault.ts'
import { plainly } from './pessimist.ts'
import { walkTo } from './walks.ts'

/** Whatever raises a safety rule shows its action: first, with a way to act, and in the advice. */
export function proveAlarms(content: Content): Proof {
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
        .map((option) => fault('urgent-without-action', [`${question.id}=${option.id}`], `${question.id}: choosing "${option.label.self}" leads to nothing`)),
    )

  function names(condition: Condition, question: string, option: string): boolean {
    return JSON.stringify(condition).includes(`"question":"${question}"`) && JSON.stringify(condition).includes(`"${option}"`)
  }
}
