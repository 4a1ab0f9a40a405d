import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Advice, ServiceLine } from '../../src/advice/document.ts'
import { isThroughCouncil, FIXED } from '../../src/advice/services.ts'
import type { Answer } from '../../src/advice/condition.ts'
import type { AskedQuestion } from '../../src/assessment/view.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { bundle } from '../fixture/bundle.ts'
import { importDemos, importHomes } from '../fixture/demo.ts'

/** The same needs in two places. Whatever else is asked is passed, or answered with its first option. */
const NEEDS: Readonly<Record<string, Answer>> = {
  who: 'me',
  age: '65-79',
  topics: ['feet', 'lonely', 'fall'],
  'red-now': ['none'],
}

let folder: string
let file: string
let db: SqliteDatabase
let stage: TestApp
const advice = new Map<string, { id: string; advice: Advice }>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handrail-nearby-'))
  file = join(folder, 'nearby.sqlite')
  const { migrations } = await bundle()
  db = await openSqlite(file, { migrations })
  stage = await makeApp({ db })
  await importHomes(db, stage.library, stage.clock())
  await importDemos(db, stage.library, stage.clock)
  for (const postcode of ['PR7 1AB', 'CB4 1AB']) advice.set(postcode, await adviceFor(postcode))
})
afterAll(async () => {
  await stage.close()
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

async function adviceFor(postcode: string): Promise<{ id: string; advice: Advice }> {
  const { assessments, clock } = stage
  const begun = await assessments.begin({ channel: 'api' })
  if (begun.kind !== 'ok') throw new Error(begun.message)
  let { view } = begun
  for (let n = 0; view.kind !== 'advice' && n < 200; n++) {
    clock.pass(1000)
    const { question } = view
    const stepped = question
      ? await assessments.answer(begun.id, {
          seq: view.seq,
          question: question.id,
          answer: question.id === 'place' ? { postcode } : (NEEDS[question.id] ?? first(question)),
          by: { source: 'api' },
        })
      : await assessments.carryOn(begun.id, view.seq)
    if (!('view' in stepped) || 'message' in stepped) throw new Error(`${question?.id}: ${JSON.stringify(stepped)}`)
    view = stepped.view
  }
  const made = await assessments.advice(begun.id)
  if (made.kind !== 'advice') throw new Error(made.kind)
  return { id: begun.id, advice: made.advice }
}

/** "None of these", or the first option; a question that is neither is passed. */
function first({ options = [], allow, kind }: Pick<AskedQuestion, 'options' | 'allow' | 'kind'>): unknown {
  const option = options.find(({ id }) => id === 'none') ?? options[0]
  if (kind === 'multi') return [option!.id]
  return option?.id ?? allow[0] ?? 'skip'
}

const near = (postcode: string): readonly ServiceLine[] =>
  advice.get(postcode)!.advice.services.filter(({ entry }) => entry)

test('the same needs in Chorley and in Cambridge lead to different, fitting services', () => {
  const [chorley, cambridge] = ['PR7 1AB', 'CB4 1AB'].map((postcode) => near(postcode))
  const offer = (lines: readonly ServiceLine[] = []) => lines.map(({ type, name }) => `${type}: ${name}`)
  expect(offer(chorley)).toEqual(
    expect.arrayContaining([
      'podiatry: Chorley Foot Care Clinic (demonstration)',
      'vcfse-befriending: Tea and Company Chorley (demonstration)',
    ]),
  )
  expect(offer(cambridge)).toEqual(
    expect.arrayContaining([
      'podiatry: Cam Toe Nail Service (demonstration)',
      'vcfse-befriending: Good Neighbours of Arbury (demonstration)',
    ]),
  )
  const ids = new Set(chorley!.map(({ id }) => id))
  expect(cambridge!.filter(({ id }) => ids.has(id))).toEqual([])
})

test('each says why it is shown: what the person said, what it is listed under, how far or for whom it is', () => {
  for (const line of [...near('PR7 1AB'), ...near('CB4 1AB')]) {
    expect(line.why[0]).toMatch(/^About .+, you said “.+”\.$/)
    expect(line.why.join('\n')).toMatch(/It is listed under “|has the words “/)
    expect(line.why.join('\n')).toMatch(/About [\d.]+ km .* from (Chorley South East|West Chesterton)|in your area/)
  }
})

test('what a person needs before they go is there: open or not, hours, address, price, who it is for', () => {
  const clinic = near('PR7 1AB').find(({ type }) => type === 'podiatry')
  expect(clinic).toMatchObject({
    phone: '01632 960101',
    address: 'Health Rooms, 12 Example Road, Chorley, PR7 1AE',
    hours: 'Monday, Wednesday, Friday: 9.30am to 4pm',
    open: 'Closed now. Opens on Monday at 9.30am',
    cost: 'A visit: £18',
    lastChecked: '2026-09-14',
  })
  expect(clinic?.caution).toBeUndefined()
})

test('at most three for one need, after the way there and before the national ones', () => {
  const { services } = advice.get('CB4 1AB')!.advice
  const kinds = services.map(({ id, type, entry }) => (id === type ? 'way' : entry ? 'near' : 'national'))
  for (const type of new Set(services.map((line) => line.type))) {
    const own = kinds.filter((_, index) => services[index]!.type === type).join(' ')
    expect(own).toMatch(/^(way)?( ?near){0,3}( ?national)*$/)
  }
  expect(kinds).toContain('near')
})

test('the whole postcode is in none of it', () => {
  const { services, ...rest } = advice.get('PR7 1AB')!.advice
  expect(JSON.stringify(rest)).not.toMatch(/PR7 ?1AB/)
  expect(JSON.stringify(services.map(({ why }) => why))).not.toMatch(/PR7 ?1AB/)
})

describe('every channel shows the same', () => {
  test('the API', async () => {
    const { id, advice: made } = advice.get('PR7 1AB')!
    const answer = await stage.app.request(`/api/v1/assessments/${id}/advice`)
    expect(((await answer.json()) as Advice).services).toEqual(made.services)
  })

  test('the API without an assessment', async () => {
    const ask = (query: string) => stage.app.request(`/api/v1/services?${query}`)
    const found = (await (await ask('need=foot+care&postcode=PR7+1AB&age=70')).json()) as Advice
    expect(found).toMatchObject({ types: ['podiatry'], council: { id: 'E10000017' } })
    expect(found.services.map(({ name }) => name)).toContain('Chorley Foot Care Clinic (demonstration)')
    const refused = await Promise.all(
      ['', 'need=feet', 'need=feet&postcode=x', 'need=feet&postcode=ZZ9+9ZZ', 'need=feet&postcode=PR7&age=old'].map(
        ask,
      ),
    )
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 404, 400])
  })

  test('the page, with a way to say that an entry is wrong', async () => {
    const page = await pageOf('/advice')
    for (const line of near('PR7 1AB')) {
      expect(page).toContain(line.name)
      expect(page).toContain(`href="/wrong/${line.entry!.id}"`)
      for (const why of line.why) expect(page).toContain(why.replaceAll('&', '&amp;'))
    }
    expect(page).not.toContain('Cam Toe Nail Service')
  })

  test('the text', async () => {
    const text = await pageOf('/advice/text')
    for (const line of near('PR7 1AB')) for (const why of line.why) expect(text).toContain(`- ${why}`)
  })

  test.each([
    ['PR7 1AB', 'Chorley Foot Care Clinic', 'Cam Toe Nail'],
    ['CB4 1AB', 'Cam Toe Nail Service', 'Chorley'],
  ])('the command line, for %s', async (postcode, there, not) => {
    const args = ['src/cli/main.ts', 'services', 'foot care', '--postcode', ...postcode.split(' ')]
    const { stdout } = await promisify(execFile)('tsx', args, {
      env: { PATH: process.env.PATH, DATABASE_FILE: file },
    })
    expect(stdout).toContain(there)
    expect(stdout).toContain('You asked for: foot care')
    expect(stdout).not.toContain(not)
  })
})

async function pageOf(path: string): Promise<string> {
  const { id } = advice.get('PR7 1AB')!
  return (await stage.app.request(path, { headers: { Cookie: `__Host-handrail=${id}; handrail=${id}` } })).text()
}

describe('what no local list stands in front of', () => {
  test.each([...FIXED])(
    '%s has its fixed numbers and nothing else, even where a list files something under it',
    async (type) => {
      const found = await stage.assessments.services({ need: type, postcode: 'PR7 1AB' })
      expect(found.kind).toBe('ok')
      if (found.kind !== 'ok') return
      expect(found.services.some(({ entry }) => entry)).toBe(false)
      expect(found.services.some(({ phone }) => phone)).toBe(true)
    },
  )

  test('the council is the first to try where the way leads through it', async () => {
    const found = await stage.assessments.services({ need: 'telecare', postcode: 'PR7 1AB' })
    if (found.kind !== 'ok') throw new Error(found.kind)
    expect(isThroughCouncil('telecare')).toBe(true)
    expect(found.services.map(({ name }) => name).slice(0, 2)).toEqual([
      'Alarm at home (telecare)',
      'Lancashire Safe at Home Alarms (demonstration)',
    ])
    expect(found.services[0]!.phone).toBe('0300 123 6720')
  })
})

test('with an empty directory everything is as it was: no local line, the national ones there', async () => {
  const bare = await makeApp({ pack: 'lancashire' })
  const found = await bare.assessments.services({ need: 'podiatry', postcode: 'PR7' })
  if (found.kind !== 'ok') throw new Error(JSON.stringify(found))
  expect(found.services.map(({ id }) => id)).toEqual(['podiatry', 'nhs-111'])
  await bare.close()
})

test('an old entry says so', async () => {
  const found = await stage.assessments.services({ need: 'dementia-charity', postcode: 'PR7 1AB' })
  if (found.kind !== 'ok') throw new Error(found.kind)
  expect(found.services.find(({ name }) => name.startsWith('Forget-Me-Not'))).toMatchObject({
    caution: 'Last checked in May 2021: ring first',
    lastChecked: '2021-05-10',
  })
})

test('the published directory finds what is near a postcode of the imported list, though no service has its first half', async () => {
  const near = async (postcode: string): Promise<string[]> => {
    const reply = await stage.app.request(`/oruk/v3/services?postcode=${encodeURIComponent(postcode)}&proximity=5000`)
    expect(reply.status).toBe(200)
    const { contents } = (await reply.json()) as { contents: ReadonlyArray<{ name: string }> }
    return contents.map(({ name }) => name)
  }
  const [chorley, cambridge] = [await near('PR26 7AA'), await near('CB4 1AB')]
  expect(chorley.length).toBeGreaterThan(0)
  expect(cambridge.length).toBeGreaterThan(0)
  expect(chorley.filter((name) => cambridge.includes(name))).toEqual([])
})
