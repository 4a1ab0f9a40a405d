import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Answer, Facts } from '../advice/condition.ts'
import { raised } from '../advice/urgent.ts'
import { rulesOf, type Content } from '../assessment/content.ts'
import { fault, type Fault } from './fault.ts'
import { adviceOf } from './advice.ts'
import { walkWith } from './walks.ts'

const answer = z.union([z.string(), z.array(z.string()), z.number(), z.object({ area: z.string() })])

/** A person, what they answer, and what must and must not be said to them. */
export const goldenCase = z.strictObject({
  name: z.string(),
  /** Rules of the fact base that it exercises. */
  rules: z.array(z.string()).min(1),
  channel: z.enum(['web', 'api', 'telegram', 'console']).default('web'),
  pack: z.string().default('default'),
  answers: z.record(z.string(), answer),
  must: z.array(z.string()).default([]),
  mustNot: z.array(z.string()).default([]),
  notSuitable: z.array(z.string()).default([]),
  /** Exactly these safety rules, where given. */
  urgent: z.array(z.string()).optional(),
  signpost: z.array(z.string()).default([]),
})
export type GoldenCase = z.output<typeof goldenCase> & { readonly file: string }

/** All cases of a folder of YAML files. Throws with the file and the case that is malformed. */
export async function readGolden(folder: string): Promise<GoldenCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted()
  const files = await Promise.all(
    names.map(async (file) => {
      const parsed = z.array(goldenCase).safeParse(parse(await readFile(join(folder, file), 'utf8')))
      if (parsed.success) return parsed.data.map((one) => ({ ...one, file }))
      const issue = parsed.error.issues[0]!
      throw new Error(`${join(folder, file)}: case ${issue.path.join('.')}: ${issue.message}`)
    }),
  )
  return files.flat()
}

/** What came of a case: which rules were raised, and what is wrong with it. */
export interface Judged {
  readonly raised: readonly string[]
  readonly suggested: readonly string[]
  readonly unsafe: readonly string[]
  readonly faults: readonly Fault[]
}

/** Walk a case through the real flow and hold the advice against what it asks for. */
export function judge(content: Content, golden: GoldenCase): Judged {
  const wrong = (message: string, path: readonly string[] = []): Fault =>
    fault('golden-case', [golden.file, golden.name, ...path], message)
  const unknown = unknownNames(content, golden)
  if (unknown.length > 0) return { raised: [], suggested: [], unsafe: [], faults: unknown.map((what) => wrong(what)) }
  const { position, path } = walkWith(content, golden.answers as Facts)
  const rules = raised(rulesOf(content, golden.pack), position.facts, content.findings).map((rule) => rule.id)
  const advice = adviceOf(content, position, golden.pack)
  const said = new Set(advice.items.map((item) => item.id))
  const unsafe = new Set(advice.notSuitable.map((one) => one.equipment))
  const types = new Set(advice.services.map((service) => service.type))
  const notMet = Object.keys(golden.answers).filter((id) => !(id in position.facts))
  const faults = [
    ...notMet.map((id) => wrong(`the flow never asks "${id}" here; take the answer out or mend the flow`, path)),
    ...golden.must.filter((id) => !said.has(id)).map((id) => wrong(`"${id}" must be said and is not`, path)),
    ...golden.mustNot.filter((id) => said.has(id)).map((id) => wrong(`"${id}" must not be said and is`, path)),
    ...golden.notSuitable
      .filter((id) => !unsafe.has(id))
      .map((id) => wrong(`"${id}" must be named as not safe and is not`, path)),
    ...golden.signpost
      .filter((type) => !types.has(type))
      .map((type) => wrong(`must point to "${type}" and does not`, path)),
  ]
  const expected = golden.urgent?.toSorted().join(' ')
  const actual = rules.toSorted().join(' ')
  if (expected !== undefined && expected !== actual)
    faults.push(wrong(`must raise [${expected}] and raises [${actual}]`, path))
  return { raised: rules, suggested: [...said], unsafe: [...unsafe], faults }
}

function unknownNames({ library }: Content, golden: GoldenCase): string[] {
  const items = new Set(
    [...library.advice, ...library.equipment, ...Object.values(library.packs).flatMap((pack) => pack.advice)].map(
      (item) => item.id,
    ),
  )
  const rules = new Set(
    [...library.safety, ...Object.values(library.packs).flatMap((pack) => pack.safety)].map((rule) => rule.id),
  )
  return [
    ...Object.entries(golden.answers).flatMap(([id, value]) => badAnswer(library.questions[id], id, value)),
    ...[...golden.must, ...golden.mustNot, ...golden.notSuitable]
      .filter((id) => !items.has(id))
      .map((id) => `there is no advice or equipment "${id}"`),
    ...(golden.urgent ?? []).filter((id) => !rules.has(id)).map((id) => `there is no safety rule "${id}"`),
    ...golden.signpost.filter((id) => !library.signposts[id]).map((id) => `there is no signpost "${id}"`),
  ]
}

function badAnswer(question: Content['library']['questions'][string] | undefined, id: string, value: Answer): string[] {
  if (!question) return [`there is no question "${id}"`]
  if (typeof value === 'number' || question.kind === 'text' || question.kind === 'place') return []
  const options = new Set<string>([...question.options.map((option) => option.id), ...question.allow])
  const given = Array.isArray(value) ? value : [value as string]
  return given.filter((one) => !options.has(one)).map((one) => `"${id}" has no option "${one}"`)
}
