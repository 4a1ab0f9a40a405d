import { holds, type Condition, type Facts, type Findings } from '../advice/condition.ts'
import { raised, stops } from '../advice/urgent.ts'
import { rulesOf, type Content } from '../assessment/content.ts'
import { viewOf } from '../assessment/look.ts'
import type { Question, SafetyRule } from '../content/schema.ts'
import { adviceOf } from './advice.ts'
import { alternatives } from './conditions.ts'
import { classesOf, combinations, mixtures } from './classes.ts'
import { fault, type Fault, type Proof } from './fault.ts'
import { plainly } from './pessimist.ts'
import { passing, walkTo } from './walks.ts'

/** Whatever raises a safety rule, of the content or of a pack, shows its action: first, with a way to act, and in the advice. */
export function proveAlarms(content: Content): Proof {
  const { library } = content
  const faults: Fault[] = []
  let cases = 0
  for (const rule of library.safety) cases += proveAlarm(content, 'default', rule, faults)
  for (const pack of Object.values(library.packs))
    for (const rule of pack.safety) cases += proveAlarm(content, pack.id, rule, faults)
  return { faults: [...faults, ...unheeded(content)], cases }
}

function proveAlarm(content: Content, pack: string, rule: SafetyRule, faults: Fault[]): number {
  const { findings } = content
  const missed = (path: readonly string[], what: string): void =>
    void faults.push(fault('urgent-without-action', path, `${rule.id} ${what}`))
  const rules = rulesOf(content, pack)
  let cases = 0
  for (const facts of telling(content, rule)) {
    cases++
    if (!plainly(rule.when, facts, findings) || raised(rules, facts, findings).includes(rule)) continue
    missed([rule.id, JSON.stringify(facts)], 'is not raised although its condition holds')
    break
  }
  const walk = walkTo(content, rule.when, (facts) => holds(rule.when, facts, findings))
  if (!walk) {
    faults.push(fault('rule-never-fires', [rule.id], `no walk makes ${rule.id} fire; ask what its condition needs`))
    return cases
  }
  const { urgent } = viewOf(content, pack, { ...walk.position, acknowledged: [] }, 0)
  const titles = [rule.title.self, rule.title.other]
  const shown = urgent && (urgent.rule === rule.id || urgent.also.some((one) => titles.includes(one.title)))
  if (stops(rule) && !shown) missed(walk.path, 'does not stop the questions')
  const line = adviceOf(content, walk.position, pack).urgent.find((one) => one.rule === rule.id)
  if (!line || line.action.trim() === '') missed(walk.path, 'is not in the advice')
  return cases + 1
}

/**
 * The answers that could tell a rule apart. It is raised by any of its alternatives, so each is exhausted by itself; no
 * answer to one can take back what another raises, and mixtures of them all look for a counter-example all the same.
 */
function* telling({ library, findings }: Content, { id, when }: SafetyRule): Generator<Facts> {
  for (const part of alternatives(when, findings)) yield* combinations(classesOf([part], library.questions, findings))
  yield* mixtures(classesOf([when], library.questions, findings), id)
}

/** Every option of the safety screen that is not "none" raises a rule or leads to a question that asks more. */
function unheeded({ library, findings, chart }: Content): Fault[] {
  const packs = Object.values(library.packs)
  const heeding = [
    ...[...library.safety, ...packs.flatMap((pack) => pack.safety)].map((rule) => rule.when),
    ...chart.plan.nodes.flatMap((node) => node.when ?? []),
  ]
  const screens = Object.values(library.questions).filter((question) => question.urgentScreen)
  return screens.flatMap((question) =>
    question.options
      .filter((option) => !option.alone && option.id !== 'no')
      .filter((option) => !heeding.some((when) => heeds(when, question, option.id, findings)))
      .map((option) =>
        fault(
          'urgent-without-action',
          [`${question.id}=${option.id}`],
          `${question.id}: choosing "${option.label.self}" leads to nothing`,
        ),
      ),
  )
}

/** The option is named, or it makes true what "none of these" does not. */
function heeds(when: Condition, question: Question, option: string, findings: Findings): boolean {
  const chosen = { [question.id]: question.kind === 'multi' ? [option] : option }
  const none = { [question.id]: passing(question) }
  return names(when, question.id, option, findings) || (holds(when, chosen, findings) && !holds(when, none, findings))
}

function names(condition: Condition, question: string, option: string, findings: Findings): boolean {
  switch (condition.op) {
    case 'is':
      return condition.question === question && condition.of.includes(option)
    case 'finding': {
      const finding = findings[condition.id]
      return finding !== undefined && 'when' in finding && names(finding.when, question, option, findings)
    }
    case 'not':
    case 'possible':
      return names(condition.of, question, option, findings)
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.some((part) => names(part, question, option, findings))
    default:
      return false
  }
}
