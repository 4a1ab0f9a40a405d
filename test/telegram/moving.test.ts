import { afterAll, beforeAll, expect, test } from 'vitest'
import { createService } from '../../src/app.ts'
import { formTo } from '../scenario/browser.ts'
import { browser } from '../scenario/browser.ts'
import { all, textOf } from '../scenario/html.ts'
import { bundle } from '../fixture/bundle.ts'
import { seededRandom } from '../fixture/random.ts'
import { openStage, type Stage } from './desk.ts'
import { person } from './person.ts'

let stage: Stage
let service: ReturnType<typeof createService>
const lines: string[] = []
beforeAll(async () => {
  stage = await openStage({ baseUrl: 'https://handrail.example.gov.uk' })
  service = createService({
    bundle: await bundle(),
    db: stage.db,
    config: { PACK: 'lancashire', TELEGRAM_BOT_NAME: 'HandrailBot' },
    address: () => '192.0.2.1',
    log: ({ path }) => void lines.push(path),
    clock: stage.clock,
    random: seededRandom(5),
  })
})
afterAll(() => stage.close())

test('from the web to Telegram: a button on the page to come back later, a link that works once', async () => {
  const here = browser(service.app)
  await here.go('/')
  await here.press(formTo(here.page(), '/start'))
  await here.press(formTo(here.page(), '/answer'), { answer: 'carer' })
  await here.go('/answers')
  await here.press(formTo(here.page(), '/telegram-link'))
  expect(textOf(here.page())).toContain('not private enough')
  const url = all(here.page(), 'a', {}).find(({ attributes }) => attributes.href?.startsWith('https://t.me/'))!
    .attributes.href!
  expect(url).toMatch(/^https:\/\/t\.me\/HandrailBot\?start=[\w-]{22}$/)
  const me = person(stage)
  await me.write(`/start ${new URL(url).searchParams.get('start')}`)
  expect(me.page()).toContain('Are you 18 or over?')
})

test('from Telegram to the web: looking at the link opens nothing, the button opens it once', async () => {
  const me = person(stage, 8)
  await me.write('/start')
  await me.press('Start')
  await me.press('Someone I help')
  await me.write('/web')
  const { pathname } = new URL(me.keys().find(({ url }) => url)!.url!)
  const preview = browser(service.app)
  await preview.go(pathname)
  const here = browser(service.app)
  await here.go(pathname)
  await here.press(formTo(here.page(), '/go'))
  expect(textOf(here.page())).toContain('Are you 18 or over?')
  await preview.press(formTo(preview.page(), '/go'))
  expect(preview.status()).toBe(404)
  expect(textOf(preview.page())).toContain('has been used')
  expect(lines.filter((path) => path.startsWith('/go/'))).toEqual(['/go/:id', '/go/:id'])
})

test('what is no code opens nothing', async () => {
  const here = browser(service.app)
  await here.go('/go/x')
  expect(here.status()).toBe(404)
})

test('the web offers Telegram only where the pack does and the bot has a name', async () => {
  for (const config of [{ PACK: 'lancashire' }, { PACK: 'default', TELEGRAM_BOT_NAME: 'HandrailBot' }]) {
    const { app } = createService({ bundle: await bundle(), db: stage.db, config, address: () => '192.0.2.1' })
    const here = browser(app)
    await here.go('/')
    await here.press(formTo(here.page(), '/start'))
    await here.go('/answers')
    expect(textOf(here.page())).not.toContain('Telegram')
  }
})
