import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import telegram, { openTry } from '../../src/cli/telegram.ts'
import { all, first, parseHtml, textOf, type Element } from '../scenario/html.ts'

let tried: Awaited<ReturnType<typeof openTry>>
beforeAll(async () => void (tried = await openTry()))
afterAll(() => tried.stop())

/** Somebody at a browser without a script, on the page of `handrail telegram --try`. */
function visitor() {
  let cookie = ''
  let page: Element = parseHtml('')
  async function visit(path: string, body?: URLSearchParams, origin = tried.url): Promise<number> {
    const response = await fetch(`${tried.url}${path}`, {
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: origin },
      ...(body ? { method: 'POST', body } : {}),
    })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    const to = response.headers.get('Location')
    if (to) return visit(to.split('#')[0]!)
    page = parseHtml(await response.text())
    return response.status
  }
  return {
    visit,
    say: (text: string) => visit('/say', new URLSearchParams({ text })),
    async press(label: string) {
      const form = all(page, 'form').findLast((one) => all(one, 'button').some((button) => textOf(button) === label))
      if (!form) throw new Error(`there is no button "${label}"`)
      const fields = all(form, 'input').map(({ attributes: { name, value } }) => [name!, value ?? ''])
      await visit('/press', new URLSearchParams(fields))
    },
    last: () => textOf(all(page, 'li').at(-1)!),
    page: () => page,
  }
}

test('anyone can talk to the bot: write, press, and be somebody else', async () => {
  const me = visitor()
  await me.visit('/')
  expect(textOf(first(me.page(), 'h1')!)).toBe('Try the Telegram bot')
  await me.say('/start')
  expect(me.last()).toContain('This is not an emergency service')
  await me.press('Start')
  expect(me.last()).toContain('Who is this for?')
  await me.press('Myself')
  expect(me.last()).toContain('You said: Myself')
  const other = visitor()
  await other.visit('/')
  expect(all(other.page(), 'li')).toEqual([])
})

test('a link to the browser leads to the pages on this machine', async () => {
  const me = visitor()
  await me.visit('/')
  await me.say('/start')
  await me.press('Start')
  await me.say('/web')
  const link = all(me.page(), 'a').at(-1)!.attributes.href!
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/go\/[\w-]+$/)
  const response = await fetch(link)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Open your answers here')
})

test('a form of another page is turned away', async () => {
  const me = visitor()
  expect(await me.visit('/say', new URLSearchParams({ text: 'hello' }), 'https://elsewhere.test')).toBe(403)
})

test('without --try it says how it is used', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    for (const args of [[], ['--try', '--port', 'x'], ['--port', '80']]) expect(await telegram(args)).toBe(2)
    expect(told.mock.calls.join()).toContain('handrail telegram --try')
  } finally {
    told.mockRestore()
  }
})
