import { afterAll, beforeAll, expect, test } from 'vitest'
import { chart } from '../../src/flow/chart.ts'
import { drawings } from '../../src/web/flows/draw.ts'
import { bundle, openStage, type Stage } from './stage.ts'

const KEY = 'a long editor key'
let stage: Stage
beforeAll(async () => void (stage = await openStage({ config: { EDITOR_KEY: KEY } })))
afterAll(() => stage.close())

const open = (key: string) =>
  stage.app.request('http://localhost/flows', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://localhost' },
    body: new URLSearchParams({ key }).toString(),
  })

test('without a key in the configuration the page does not exist', async () => {
  const shut = await openStage()
  expect((await shut.app.request('/flows')).status).toBe(404)
  await shut.close()
})

test('the key opens it; another does not, nor does a made-up cookie', async () => {
  expect(await (await stage.app.request('/flows')).text()).toContain('Editor key')
  expect((await open('wrong')).status).toBe(422)
  expect((await open('')).status).toBe(422)
  const forged = await stage.app.request('/flows', { headers: { Cookie: '__Host-handrail-editor=1' } })
  expect(await forged.text()).not.toContain('<svg')
  const opened = await open(KEY)
  expect(opened.status).toBe(303)
  const cookie = opened.headers.get('Set-Cookie')!
  expect(cookie).toMatch(/HttpOnly; Secure; SameSite=Strict/)
  expect(cookie).not.toContain('editor key')
  const page = await (await stage.app.request('/flows', { headers: { Cookie: cookie.split(';')[0]! } })).text()
  const { plan } = chart(stage.bundle.library)
  expect(plan.nodes.filter((node) => !page.includes(`<code>${node.id}</code>`))).toEqual([])
  expect(page).not.toMatch(/ style="/)
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
