import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Flow } from '../flow/define.ts'
import type { Library } from './library.ts'
import { load } from './load.ts'

const SECTIONS = ['start', 'safety', 'carer', 'close'] as const

/**
 * Flows and content of a project folder as one library. A new topic is found by its file: nothing has to be listed.
 * For the build, the command line and the tests; the server and the Worker run on what the build made.
 */
export async function compile(root: string = process.cwd()): Promise<Library> {
  const folder = join(root, 'flows')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
  const flows = await Promise.all(names.map((name) => flowIn(join(folder, name))))
  const section = (id: string): Flow => {
    const found = flows.find((flow) => flow.id === id)
    if (!found) throw new Error(`flows/${id}.ts is missing: every assessment passes it`)
    return found
  }
  const sections = Object.fromEntries(SECTIONS.map((id) => [id, section(id)])) as Library['sections']
  return load(join(root, 'content'), sections, flows.filter((flow) => !(SECTIONS as readonly string[]).includes(flow.id)))
}

async function flowIn(path: string): Promise<Flow> {
  const module = (await import(pathToFileURL(path).href)) as { default?: Flow }
  if (!module.default) throw new Error(`${path}: export the flow as default`)
  return module.default
}
