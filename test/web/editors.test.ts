import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../../src/content/ledger.ts'
import { chart } from '../../src/flow/chart.ts'
import { LIMITS } from '../../src/flow/limits.ts'
import { chosen, SHOWN } from '../../src/web/editors/choice.ts'
import { drawings } from '../../src/web/editors/draw.ts'
import { bundle, openStage, type Stage } from './stage.ts'

const KEY = 'a long editor key'
const TODAY = '2026-11-22'
const PAGES = ['/editors', '/flows']
let stage: Stage
beforeAll(async () => void (stage = await openStage({ config: { EDITOR_KEY: KEY }, clock: () => Date.parse(TODAY) })))
afterAll(() => stage.close())

const open = (path: string, key: string, at = stage) =>
  at.app.request(`http://localhost${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
    body: new URLSearchParams({ key }).toString(),
  })

/** A page as an editor sees it. */
async function see(path: string): Promise<string> {
  const opened = await open('/editors', KEY)
  const cookie = opened.headers.get('Set-Cookie')!.split(';')[0]!
  return (await stage.app.request(path, { headers: { Cookie: cookie } })).text()
}

describe.each(PAGES)('%s', (path) => {
  test('does not exist without a key in the configuration', async () => {
    const shut = await openStage()
    expect((await shut.app.request(path)).status).toBe(404)
    expect((await open(path, '', shut)).status).toBe(404)
    await shut.close()
  })

  test('opens with the key; not with another, nor with a made-up cookie', async () => {
    expect(await (await stage.app.request(path)).text()).toContain('Editor key')
    expect((await open(path, 'wrong')).status).toBe(422)
    expect((await open(path, '')).status).toBe(422)
    const forged = await stage.app.request(path, { headers: { Cookie: '__Host-handrail-editor=1' } })
    expect(await forged.text()).toContain('Editor key')
    const opened = await open(path, KEY)
    expect([opened.status, opened.headers.get('Location')]).toEqual([303, path])
    const cookie = opened.headers.get('Set-Cookie')!
    expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Strict/)
    expect(cookie).not.toContain('editor key')
    const page = await see(path)
    expect(page).not.toContain('Editor key')
    expect(page).not.toMatch(/ style="/)
  })
})

test('the key cannot be guessed at length: after too many tries in an hour even the right one has to wait', async () => {
  const other = await openStage({ config: { EDITOR_KEY: KEY } })
  const answers = []
  for (let n = 0; n <= LIMITS.keysPerHour; n++) answers.push((await open('/editors', 'wrong', other)).status)
  expect(answers.slice(0, -1).every((status) => status === 422)).toBe(true)
  expect(answers.at(-1)).toBe(429)
  expect((await open('/flows', KEY, other)).status).toBe(429)
  await other.close()
})

test('every place of the plan is drawn', async () => {
  const page = await see('/flows')
  const { plan } = chart(stage.bundle.library)
  expect(plan.nodes.filter((node) => !page.includes(`<code>${node.id}</code>`))).toEqual([])
})

test('every question is drawn once, with a line to what comes next', async () => {
  const { library } = await bundle()
  const { plan } = chart(library)
  for (const drawing of drawings(plan, library)) {
    const questions = drawing.boxes.filter((box) => !box.way)
    expect(questions.map((box) => box.id).toSorted()).toEqual(drawing.nodes.map((node) => node.id).toSorted())
    expect(drawing.lines.length).toBeGreaterThanOrEqual(questions.length)
    expect(drawing.lines.every((line) => /^M\d+ \d+(L\d+ \d+)+$/.test(line))).toBe(true)
  }
})

describe('how far the content is confirmed', () => {
  const rows = (page: string): string[] => [...page.matchAll(/<code>([^<]+)<\/code>/g)].map(([, id]) => id!)

  test('the overview says that all is a draft, and leads to each topic', async () => {
    const page = await see('/editors')
    expect(page).toMatch(/0 of [\d,]+ items are confirmed/)
    for (const { id } of stage.bundle.library.topics) expect(page).toContain(`/editors?topic=${id}&amp;show=all#items`)
  })

  test('what expires next comes first', async () => {
    const entries = ledger(stage.bundle.library, TODAY)
    const soonest = entries.map((entry) => entry.reviewBy).toSorted()[0]
    expect(await see('/editors')).toContain(`<td class="date">${soonest}</td>`)
  })

  test('a topic shows each of its items with status, source, dates and what is to be checked', async () => {
    const { library } = stage.bundle
    const page = await see('/editors?topic=bath&show=all')
    const board = library.equipment.find(({ id }) => id === 'bath-board')!
    expect(rows(page)).toEqual(expect.arrayContaining(['bath-board', 'bath-hard', 'bath-legs']))
    expect(rows(page)).not.toContain('chair-hard')
    expect(page).toContain('Draft, not yet confirmed by an occupational therapist')
    expect(page).toContain(library.sources[board.source]!.what)
    expect(page).toContain(board.reviewBy)
  })

  test.each(SHOWN)('the list "%s" shows just those', async (show) => {
    const expected = chosen(ledger(stage.bundle.library, TODAY), { topic: 'bath', show }, TODAY)
    const page = await see(`/editors?topic=bath&show=${show}`)
    expect(rows(page)).toEqual(expected.map(({ id }) => id))
  })

  test('what the address does not know shows the overview, and breaks nothing', async () => {
    const page = await see('/editors?topic=%3Cscript%3E&show=everything')
    expect(page).not.toContain('<script>')
    expect(page).toContain('Nothing here.')
  })
})
