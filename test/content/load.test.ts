import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { ContentError, load } from '../../src/content/load.ts'

let folder: string
let library: Library
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-content-'))
  library = await compile()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Load the real content with one text in one file put in the place of another. */
async function loadWith(file: string, change: (text: string) => string): Promise<Library> {
  await cp('content', folder, { recursive: true })
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(path, after)
  return load(folder, library.sections, library.flows)
}

describe('the content as it is', () => {
  test('loads, with all that the flows ask', () => {
    const asked = [...Object.values(library.sections), ...library.flows].flatMap((flow) => flow.steps.map((step) => step.ask))
    expect(library.topics.length).toBeGreaterThanOrEqual(8)
    expect(asked.filter((id) => !library.questions[id])).toEqual([])
    expect(library.packs).toHaveProperty('default')
  })

  test('is plain JSON, so that it can be bundled, stored and hashed', () => {
    expect(JSON.parse(JSON.stringify(library))).toEqual(library)
  })

  test('has the same version each time, and another when a word changes', async () => {
    expect((await compile()).version).toBe(library.version)
    const changed = await loadWith('en/questions/start.yaml', (text) => text.replace('Who are you answering for?', 'Who is this for?'))
    expect(changed.version).toMatch(/^[0-9a-f]{12}$/)
    expect(changed.version).not.toBe(library.version)
  })
})

describe('a mistake is named with its file and its item', () => {
  test.each<[string, string, (text: string) => string, RegExp]>([
    ['a misspelt key', 'en/questions/start.yaml', (text) => text.replace('about: who this is for', 'abuot: who this is for'), /start\.yaml, who: .*abuot/],
    ['a key left out', 'en/questions/start.yaml', (text) => text.replace('    about: who this is for\n', ''), /start\.yaml, who: about: /],
    ['yes without quotes', 'en/advice/bath.yaml', (text) => text.replace("{ bath-stuck: 'yes' }", '{ bath-stuck: true }'), /bath\.yaml, bath-stuck-plan: when: bath-stuck: give an option id/],
    ['an id with a capital', 'en/questions/start.yaml', (text) => text.replace('id: who', 'id: Who'), /start\.yaml, Who: id: use lower case words/],
    ['one option', 'en/questions/start.yaml', (text) => text.replace(/\n {6}- \{ id: child.*/, ''), /start\.yaml, carer-age: .*two or more options/],
    ['a date that is none', 'en/questions/start.yaml', (text) => text.replace('reviewed: 2026-11-21', 'reviewed: 2026-02-30'), /start\.yaml, who: reviewed: /],
    ['an id used twice', 'en/questions/start.yaml', (text) => text.replace('id: consent', 'id: age'), /the id "age" is used twice/],
    ['no list', 'en/findings/shared.yaml', () => 'items: none', /shared\.yaml: write a list of items/],
    ['no YAML', 'en/findings/shared.yaml', (text) => `${text}\n  - {`, /shared\.yaml: /],
    ['a colour that is none', 'local/default/pack.yaml', (text) => text.replace("'#0f5b66'", 'teal'), /pack\.yaml, default: colours\.brand: /],
  ])('%s', async (_, file, change, message) => {
    const fault = await loadWith(file, change).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(ContentError)
    expect((fault as Error).message).toMatch(message)
  })

  test.each([
    ['to itself', "{ id: round, when: { not: { finding: round } } }", /findings\/, round: it depends on itself \(round > round\)/],
    ['over another', '{ id: one, when: { any: [always, { finding: two }] } }\n  - { id: two, when: { finding: one } }', /one > two > one/],
    ['as a number', "{ id: more, number: { minus: [less, knee-height] } }\n  - { id: less, number: more }", /more > less > more/],
  ])('a finding that leads back %s', async (_, lines, message) => {
    await expect(loadWith('en/findings/shared.yaml', (text) => `${text}\n  - ${lines}\n`)).rejects.toThrow(message)
  })
})

describe('flows', () => {
  test.each([
    ['one of the four fixed sections is missing', { 'start.ts': "export default { id: 'start', steps: [] }" }, /flows\/safety\.ts is missing: every assessment passes it/],
    ['a file exports no flow', { 'bath.ts': 'export const bath = {}' }, /bath\.ts: export the flow as default/],
  ])('%s', async (_, files, message) => {
    const root = await mkdtemp(join(folder, 'flows-'))
    await mkdir(join(root, 'flows'))
    for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'flows', name), text)
    await expect(compile(root)).rejects.toThrow(message)
  })
})
