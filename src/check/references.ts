import { EXITS, type Condition, type Findings } from '../advice/condition.ts'
import { mentions } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'
import { allConditions } from './conditions.ts'
import { fault, type Fault } from './fault.ts'

/** Everything that is named must exist: questions, options, findings, signposts, sources, topics. */
export function checkReferences(library: Library): Fault[] {
  return [
    ...allConditions(library).flatMap(({ owner, condition }) => checkCondition(library, owner, condition)),
    ...checkSteps(library),
    ...checkNames(library),
  ]
}

function checkSteps(library: Library): Fault[] {
  const flows = [...Object.values(library.sections), ...library.flows]
  return flows.flatMap((flow) =>
    flow.steps
      .filter((step) => !library.questions[step.ask])
      .map((step) => fault('missing-question', [`flows/${flow.id}`, step.ask], `no question "${step.ask}"; write it or mend the id`)),
  )
}

function checkCondition(library: Library, owner: string, condition: Condition): Fault[] {
  const missing = (what: string): Fault => fault('missing-reference', [owner], what)
  const visit = (part: Condition): Fault[] => {
    switch (part.op) {
      case 'is':
        return optionFaults(library, owner, part.question, part.of)
      case 'unknown':
        return library.questions[part.question] ? [] : [missing(`no question "${part.question}"`)]
      case 'finding':
        return library.findings[part.id] || part.id.startsWith('fit-') ? [] : [missing(`no finding "${part.id}"`)]
      case 'number':
        return [...numberQuestions(part, library.findings)].flatMap((id) => {
          const question = library.questions[id]
          return question?.kind === 'number' ? [] : [missing(`"${id}" is not a number question`)]
        })
      case 'not':
      case 'possible':
        return visit(part.of)
      case 'all':
      case 'any':
      case 'atLeast':
        return part.of.flatMap(visit)
      case 'always':
        return []
    }
  }
  return visit(condition)
}

const numberQuestions = (part: Condition, findings: Findings): Set<string> => mentions(part, findings)

function optionFaults(library: Library, owner: string, id: string, of: readonly string[]): Fault[] {
  const question = library.questions[id]
  if (!question) return [fault('missing-reference', [owner], `no question "${id}"`)]
  const known = new Set<string>([...question.options.map((option) => option.id), ...EXITS])
  return of
    .filter((option) => !known.has(option))
    .map((option) => fault('missing-reference', [owner, id], `"${id}" has no option "${option}"`))
}

function checkNames(library: Library): Fault[] {
  const faults: Fault[] = []
  const topics = new Set([...library.topics.map((topic) => topic.id), 'start'])
  const need = (ok: boolean, owner: string, what: string): void => {
    if (!ok) faults.push(fault('missing-reference', [owner], what))
  }
  for (const item of [...library.advice, ...library.equipment]) {
    need(topics.has(item.topic), item.id, `no topic "${item.topic}"`)
    for (const type of item.signpost) need(type in library.signposts, item.id, `no signpost "${type}"`)
  }
  for (const type of library.equipment)
    for (const from of type.size?.from ?? [])
      need(library.questions[from]?.kind === 'number', type.id, `size needs a number question "${from}"`)
  for (const rule of library.safety)
    for (const type of rule.signpost) need(type in library.signposts, rule.id, `no signpost "${type}"`)
  for (const service of library.services)
    for (const type of service.types) need(type in library.signposts, service.id, `no signpost "${type}"`)
  for (const topic of library.topics) need(library.flows.some((flow) => flow.id === topic.id), topic.id, `no flows/${topic.id}.ts`)
  for (const id of duplicates([...library.advice, ...library.equipment].map((item) => item.id)))
    faults.push(fault('missing-reference', [id], `the id "${id}" is used twice`))
  return faults
}

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)
