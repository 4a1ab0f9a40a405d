import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Flow } from '../flow/define.ts'
import { circle } from './findings.ts'
import { FORMAT, type Library } from './library.ts'
import { mappingEntry, type Mapping } from './mapping.ts'
import { pack } from './pack.ts'
import type { Pictures } from './picture.ts'
import * as schema from './schema.ts'

/** Something wrong in a content file, said so that its author can mend it. */
export class ContentError extends Error {
  override name = 'ContentError'
}

/** The content files of a root folder (`content/`) and the flows, read, checked and joined into one {@link Library}. */
export async function load(root: string, sections: Library['sections'], flows: readonly Flow[]): Promise<Library> {
  const en = join(root, 'en')
  const topics = await folder(join(en, 'topics'), schema.topic)
  const questions = await folder(join(en, 'questions'), schema.question)
  const ordered = topics.toSorted((a, b) => a.order - b.order)
  const stray = flows.find((flow) => !topics.some((topic) => topic.id === flow.id))
  if (stray) throw new ContentError(`flows/${stray.id}.ts: there is no content/en/topics/${stray.id}.yaml`)
  const contents: Omit<Library, 'version'> = {
    format: FORMAT,
    locale: 'en',
    sections,
    flows: ordered.flatMap((topic) => flows.filter((flow) => flow.id === topic.id)),
    topics: ordered,
    synonyms: await items(join(en, 'synonyms.yaml'), schema.synonyms),
    questions: keyed(
      questions.map((question) =>
        question.optionsFrom ? { ...question, options: ordered.map(asOption) } : question,
      ),
    ),
    findings: straight(keyed(await folder(join(en, 'findings'), schema.finding))),
    advice: await folder(join(en, 'advice'), schema.adviceItem),
    equipment: await folder(join(en, 'equipment'), schema.equipment),
    safety: await folder(join(en, 'safety'), schema.safetyRule),
    signposts: keyed(await items(join(en, 'signposts.yaml'), schema.signpost)),
    services: await items(join(en, 'services.yaml'), schema.nationalService),
    matching: await matching(join(root, 'directory', 'mapping.yaml')),
    figures: keyed(await items(join(en, 'figures.yaml'), schema.figure)),
    councils: await items(join(root, 'councils.yaml'), schema.council),
    geography: {
      districts: await items(join(root, 'districts.yaml'), schema.district),
      icbs: await items(join(root, 'icbs.yaml'), schema.dated),
      former: await items(join(root, 'former-councils.yaml'), schema.dated),
    },
    sources: Object.fromEntries((await items(join(en, 'sources.yaml'), schema.source)).map((s) => [s.key, s])),
    packs: keyed(await packs(join(root, 'local'))),
    messages: await loadMessages(en),
  }
  return { version: fingerprint(contents), ...contents }
}

/** The drawings under a root folder. They are served as files of their own and are no part of the library. */
export async function loadPictures(root: string): Promise<Pictures> {
  const path = join(root, 'pictures')
  const names = (await readdir(path)).filter((name) => name.endsWith('.svg')).toSorted()
  const drawn = names.map(async (name) => [name.slice(0, -'.svg'.length), await readFile(join(path, name), 'utf8')])
  return Object.fromEntries(await Promise.all(drawn)) as Pictures
}

/** The ways from a shop's words to a type of equipment. Only imports look at them, so they are no part of the library. */
export const loadMapping = (root: string): Promise<Mapping> => items(join(root, 'products', 'mapping.yaml'), mappingEntry)

/** The interface strings of a locale's folder: one file a channel, joined. */
export async function loadMessages(path: string): Promise<string> {
  const names = (await readdir(join(path, 'interface'))).filter((name) => name.endsWith('.ftl')).toSorted()
  return (await Promise.all(names.map((name) => readFile(join(path, 'interface', name), 'utf8')))).join('\n')
}

const asOption = (topic: schema.Topic): schema.Option => ({
  id: topic.id,
  label: topic.title,
  hint: topic.hint,
  alone: false,
})

/** Twelve hex digits over everything that is asked or said. */
const fingerprint = (contents: object): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 12)

function keyed<T extends { id: string }>(list: readonly T[]): Record<string, T> {
  const all: Record<string, T> = {}
  for (const item of list) {
    if (all[item.id]) throw new ContentError(`the id "${item.id}" is used twice; ids must be unique`)
    all[item.id] = item
  }
  return all
}

/** By the type of service that is needed; one entry a type. */
async function matching(path: string): Promise<Library['matching']> {
  const all = (await items(path, schema.needMatch)).map((match) => ({ id: match.type, match }))
  return Object.fromEntries(Object.values(keyed(all)).map(({ id, match }) => [id, match]))
}

/** The evaluator counts on it that no finding leads back to itself. */
function straight<F extends Library['findings']>(findings: F): F {
  const found = circle(findings)
  if (found) throw new ContentError(`findings/, ${found[0]}: it depends on itself (${found.join(' > ')})`)
  return findings
}

async function folder<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.yaml')).toSorted()
  return (await Promise.all(names.map((name) => items(join(path, name), item)))).flat()
}

/** A file is a list of items, or `{ defaults, items }` where every item starts from the defaults. */
async function items<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
  const raw = await read(path)
  const { defaults = {}, items: list } = Array.isArray(raw) ? { items: raw } : (raw as Record<string, unknown>)
  if (!Array.isArray(list)) throw new ContentError(`${name(path)}: write a list of items`)
  return list.map((entry, index) => valid(item, { ...(defaults as object), ...entry }, path, entry?.id ?? entry?.type ?? entry?.means ?? index))
}

async function packs(path: string): Promise<z.output<typeof pack>[]> {
  const names = (await readdir(path)).toSorted()
  return Promise.all(
    names.map(async (folder) => {
      const file = join(path, folder, 'pack.yaml')
      return valid(pack, await read(file), file, folder)
    }),
  )
}

async function read(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new ContentError(`${name(path)}: ${(error as Error).message}`)
  }
}

function valid<S extends z.ZodType>(item: S, raw: unknown, path: string, label: string | number): z.output<S> {
  const result = item.safeParse(raw)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.') || 'item'}: ${issue.message}`)
  throw new ContentError(`${name(path)}, ${label}: ${faults.join('; ')}`)
}

const name = (path: string): string => relative(process.cwd(), path)
