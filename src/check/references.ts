import { isExit, type Condition, type Findings } from '../advice/condition.ts'
import { mentions } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'
import { allConditions } from './conditions.ts'
import { fault, type Fault } from './fault.ts'

/** Everything that is named must exist: questions, options, findings, signposts, sources, topics. */
export function checkReferences(library: Library): Fault[] {
  return [
    ...allConditions(library).flatMap(({ owner, condition }) => checkCondition(library, owner, condition)),
    ...checkSteps(library),
    ...checkOptions(library),
    ...checkNames(library),
  ]
}

function checkSteps(library: Library): Fault[] {
  const flows = [...Object.values(library.sections), ...library.flows]
  return flows.flatMap((flow) =>
    flow.steps
      .filter((step) => !library.questions[step.ask])
      .map((step) =>
        fault(
          'missing-question',
          [`flows/${flow.id}`, step.ask],
          `flows/${flow.id}.ts: no question "${step.ask}"; write it or mend the id`,
        ),
      ),
  )
}

/** Each option can be chosen, and leads one way: its id is its own, and no word for passing the question. */
function checkOptions(library: Library): Fault[] {
  return Object.values(library.questions).flatMap(({ id, options }) => {
    const ids = options.map((option) => option.id)
    return [
      ...duplicates(ids).map((option) =>
        fault('ambiguous-edge', [`${id}=${option}`], `${id} has two options "${option}"`),
      ),
      ...ids
        .filter((option) => isExit(option))
        .map((option) =>
          fault(
            'dead-option',
            [`${id}=${option}`],
            `${id}: "${option}" passes the question; give the option another id`,
          ),
        ),
    ]
  })
}

function checkCondition(library: Library, owner: string, condition: Condition): Fault[] {
  const missing = (what: string): Fault => fault('missing-reference', [owner], `${owner}: ${what}`)
  const visit = (part: Condition): Fault[] => {
    switch (part.op) {
      case 'is':
        return optionFaults(library, owner, part.question, part.of)
      case 'unknown':
        return library.questions[part.question] ? [] : [missing(`no question "${part.question}"`)]
      case 'finding':
        return library.findings[part.id] ? [] : [missing(`no finding "${part.id}"`)]
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
  if (!question) return [fault('missing-reference', [owner], `${owner}: no question "${id}"`)]
  const known = new Set<string>([...question.options.map((option) => option.id), ...question.allow])
  return of
    .filter((option) => !known.has(option))
    .map((option) => fault('missing-reference', [owner, id], `${owner}: "${id}" has no option "${option}"`))
}

function checkNames(library: Library): Fault[] {
  const faults: Fault[] = []
  const packs = Object.values(library.packs)
  const topics = new Set([...library.topics.map((topic) => topic.id), 'start'])
  const councils = new Set(library.councils.map((council) => council.id))
  const need = (ok: boolean, owner: string, what: string): void => {
    if (!ok) faults.push(fault('missing-reference', [owner], `${owner}: ${what}`))
  }
  const needSignposts = (owner: string, types: readonly string[]): void =>
    types.forEach((type) => need(type in library.signposts, owner, `no signpost "${type}"`))

  for (const item of [...library.advice, ...library.equipment, ...packs.flatMap((pack) => pack.advice)]) {
    need(topics.has(item.topic), item.id, `no topic "${item.topic}"`)
    needSignposts(item.id, item.signpost)
  }
  for (const type of library.equipment)
    for (const from of type.size?.from ?? [])
      need(library.questions[from]?.kind === 'number', type.id, `size needs a number question "${from}"`)
  for (const rule of [...library.safety, ...packs.flatMap((pack) => pack.safety)]) needSignposts(rule.id, rule.signpost)
  for (const service of library.services) needSignposts(service.id, service.types)
  for (const { type, national } of Object.values(library.matching)) {
    needSignposts(`directory/mapping.yaml, ${type}`, [type])
    for (const id of national)
      need(
        library.services.some((service) => service.id === id),
        `directory/mapping.yaml, ${type}`,
        `no national service "${id}"`,
      )
  }
  for (const topic of library.topics)
    need(
      library.flows.some((flow) => flow.id === topic.id),
      topic.id,
      `no flows/${topic.id}.ts`,
    )
  const { districts, icbs, former } = library.geography
  const bodies = [...library.councils, ...districts, ...icbs]
  for (const district of districts) need(councils.has(district.area), district.id, `no council "${district.area}"`)
  for (const { id, successors } of [...bodies, ...former])
    for (const heir of successors)
      need(
        bodies.some((body) => body.id === heir.id),
        id,
        `no council or care board "${heir.id}" to come after it`,
      )
  for (const id of duplicates([...bodies, ...former].map((body) => body.id)))
    faults.push(fault('missing-reference', [id], `the code "${id}" is used twice`))
  for (const pack of packs) {
    for (const topic of pack.topicsOff) need(topics.has(topic), pack.id, `no topic "${topic}" to switch off`)
    for (const area of [...pack.councils.map((contact) => contact.area), ...Object.values(pack.outwardCodes).flat()])
      need(councils.has(area), pack.id, `no council "${area}"`)
    for (const id of duplicates([...library.advice, ...library.equipment, ...pack.advice].map((item) => item.id)))
      faults.push(fault('missing-reference', [id], `the id "${id}" is used twice`))
  }
  return faults
}

const duplicates = (ids: readonly string[]): string[] => ids.filter((id, index) => ids.indexOf(id) !== index)
