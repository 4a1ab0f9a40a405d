import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/flow/limits.ts'
import { importDemos } from '../fixture/demo.ts'
import { frozenClock } from '../fixture/time.ts'
import { openStage, type Stage } from './stage.ts'

const KEY = 'a long editor key'
const clock = frozenClock()
let stage: Stage
let entry: { id: string; name: string }
beforeAll(async () => {
  stage = await openStage({ config: { EDITOR_KEY: KEY }, clock })
  await importDemos(stage.db, stage.bundle.library, clock)
  entry = (await stage.db
    .prepare("SELECT id, name FROM service WHERE name LIKE 'Chorley Foot%'")
    .first<{ id: string; name: string }>())!
})
afterAll(() => stage.close())

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  stage.app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin', ...headers },
    body: new URLSearchParams(fields).toString(),
  })

async function notes(): Promise<string[]> {
  const { results } = await stage.db.prepare('SELECT note FROM service_note ORDER BY id').all<{ note: string }>()
  return results.map(({ note }) => note)
}

describe('is this wrong?', () => {
  test('the form names the entry and asks for nothing about the person', async () => {
    const page = await (await stage.app.request(`/wrong/${entry.id}`)).text()
    expect(page).toContain(entry.name)
    expect(page).toContain('Do not write anything about yourself')
    expect(page).toContain(`maxlength="${LIMITS.text}"`)
    expect(page).not.toMatch(/type="email"|name="name"/)
  })

  test('a note reaches the editors with the entry that it is about, and nothing of who sent it', async () => {
    const sent = await send(`/wrong/${entry.id}`, { note: '  The phone number has changed. <b>01632 960999</b>\n' })
    expect(sent.status).toBe(200)
    expect(await sent.text()).toContain('Thank you')
    expect(await notes()).toEqual(['The phone number has changed. <b>01632 960999</b>'])
    const page = await editors('/editors/services')
    expect(page).toContain(entry.name)
    expect(page).toContain('&lt;b&gt;01632 960999&lt;/b&gt;')
    const row = await stage.db.prepare('SELECT * FROM service_note').first<Record<string, unknown>>()
    expect(Object.keys(row!).toSorted()).toEqual(['at', 'id', 'note', 'service_id', 'service_name'])
  })

  test.each([
    ['nothing', '   ', 'Write what is wrong'],
    ['too much', 'x'.repeat(LIMITS.text + 1), `at most ${LIMITS.text} characters`],
  ])('%s: it says so, and what was typed is still there', async (_, note, message) => {
    const before = await notes()
    const sent = await send(`/wrong/${entry.id}`, { note })
    const page = await sent.text()
    expect(sent.status).toBe(422)
    expect(page).toContain(message)
    if (note.trim()) expect(page).toContain(note)
    expect(await notes()).toEqual(before)
  })

  test.each(['nothing-like-it', '00000000-0000-0000-0000-000000000000', "'; DROP TABLE service; --"])(
    'an entry that is not there: %s',
    async (id) => {
      const path = `/wrong/${encodeURIComponent(id)}`
      expect((await stage.app.request(path)).status).toBe(404)
      expect((await send(path, { note: 'wrong' })).status).toBe(404)
    },
  )

  test('a form of another site is refused', async () => {
    const sent = await send(`/wrong/${entry.id}`, { note: 'spam' }, { 'Sec-Fetch-Site': 'cross-site' })
    expect(sent.status).toBe(403)
    expect(await notes()).not.toContain('spam')
  })

  test('after too many notes in an hour the sender has to wait', async () => {
    const statuses: number[] = []
    for (let n = 0; n <= LIMITS.notesPerHour; n++)
      statuses.push((await send(`/wrong/${entry.id}`, { note: `note ${n}` })).status)
    expect(statuses.at(-1)).toBe(429)
    clock.pass(3_600_000)
    expect((await send(`/wrong/${entry.id}`, { note: 'an hour later' })).status).toBe(200)
  })
})

async function editors(path: string): Promise<string> {
  const opened = await send('/editors', { key: KEY })
  const cookie = opened.headers.get('Set-Cookie')!.split(';')[0]!
  return (await stage.app.request(path, { headers: { Cookie: cookie } })).text()
}
