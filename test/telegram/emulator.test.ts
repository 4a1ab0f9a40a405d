import { autoRetry } from '@grammyjs/auto-retry'
import { Api, Bot, GrammyError, HttpError, InputFile, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../../src/telegram/emulator/emulator.ts'
import { listen, type Listening } from '../../src/telegram/emulator/serve.ts'
import { frozenClock, HOUR, SECOND } from '../fixture/time.ts'

const clock = frozenClock()
let telegram: Emulator
let served: Listening
let api: Api
const opened: Listening[] = []

beforeEach(async () => {
  telegram = createEmulator({ clock, patience: 5 })
  served = await listen(telegram.app)
  api = new Api(telegram.token, { apiRoot: served.url })
})
afterEach(async () => {
  telegram.close()
  for (const one of [served, ...opened.splice(0)]) await one.close()
})

const refused = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken',
    (error: unknown) => (error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)),
  )

/** Somebody who has written, so that the bot may answer. */
async function ada() {
  const person = telegram.person()
  await person.say('hello')
  return person
}

describe('texts', () => {
  test('4,096 characters are taken after tags and entities are read, one more is not', async () => {
    const { id, bot } = await ada()
    const most = 'é'.repeat(4095)
    await api.sendMessage(id, `<b>${most}</b>&amp;`, { parse_mode: 'HTML' })
    expect(bot().at(-1)!.text).toBe(`${most}&`)
    expect(await refused(api.sendMessage(id, `${most}ab`))).toBe('400 Bad Request: message is too long')
  })

  test.each([' \n ', '', '<b></b>'])('an empty text is refused: %j', async (text) => {
    const { id } = await ada()
    expect(await refused(api.sendMessage(id, text, { parse_mode: 'HTML' }))).toBe(
      '400 Bad Request: message text is empty',
    )
  })

  test.each([
    ['<b>open', `Can't find end tag corresponding to start tag "b"`],
    ['shut</b>', 'Unexpected end tag at byte offset 4'],
    ['£<b><i>x</b></i>', 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'],
    ['<p>no such tag</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['less < more', 'Unclosed start tag at byte offset 5'],
    ['more > less', 'Unescaped ">" at byte offset 5'],
    ['fish & chips', 'Unescaped "&" at byte offset 5'],
    ['a&nbsp;b', 'Unsupported entity "&nbsp;" at byte offset 1'],
    ['<code>a <b>b</b></code>', '"b" must not stand inside "code"'],
    ['<a>nowhere</a>', 'Link without an address at byte offset 0'],
  ])('HTML that is broken is refused: %s', async (text, why) => {
    const { id } = await ada()
    expect(await refused(api.sendMessage(id, text, { parse_mode: 'HTML' }))).toBe(
      `400 Bad Request: can't parse entities: ${why}`,
    )
  })

  test('what is bold and where it links is known by its place', async () => {
    const { id, bot } = await ada()
    await api.sendMessage(id, ' \n👵 <b>Call &lt;999&gt;</b> or <a href="https://999bsl.co.uk">sign</a>', {
      parse_mode: 'HTML',
    })
    expect(bot().at(-1)).toMatchObject({
      text: '👵 Call <999> or sign',
      entities: [
        { type: 'bold', offset: 3, length: 10 },
        { type: 'text_link', offset: 17, length: 4, url: 'https://999bsl.co.uk' },
      ],
    })
  })
})

describe('buttons', () => {
  const send = (id: number, button: object) =>
    refused(api.sendMessage(id, 'x', { reply_markup: { inline_keyboard: [[button as never]] } }))

  test('callback data are 1 to 64 bytes, and not characters', async () => {
    const { id } = await ada()
    expect(await send(id, { text: 'a', callback_data: 'é'.repeat(32) })).toBe('taken')
    for (const callback_data of ['', `${'é'.repeat(32)}x`])
      expect(await send(id, { text: 'a', callback_data })).toBe('400 Bad Request: BUTTON_DATA_INVALID')
  })

  test('a button has words, and does one thing', async () => {
    const { id } = await ada()
    expect(await send(id, { text: ' ', callback_data: 'a' })).toMatch(/text must be non-empty/)
    expect(await send(id, { text: 'a' })).toMatch(/Text buttons are unallowed/)
    expect(await send(id, { text: 'a', url: 'http://localhost:3000/' })).toMatch(/Wrong HTTP URL/)
  })

  test('a press is answered once, and soon', async () => {
    const { id, tap } = await ada()
    await api.sendMessage(id, 'Bath or bed?', {
      reply_markup: { inline_keyboard: [[{ text: 'Bath', callback_data: 'b' }]] },
    })
    const presses: string[] = []
    telegram.giveTo(async ({ callback_query: query }) => {
      if (!query) return
      presses.push(query.id)
      await api.answerCallbackQuery(query.id, { text: 'Saved' })
    })
    expect(await tap('Bath')).toEqual({ text: 'Saved', alert: false })
    const late = '400 Bad Request: query is too old and response timeout expired or query ID is invalid'
    expect(await refused(api.answerCallbackQuery(presses[0]!))).toBe(late)
    expect(await refused(api.answerCallbackQuery('unheard-of'))).toBe(late)
    telegram.giveTo(async ({ callback_query: query }) => {
      clock.pass(20 * SECOND)
      expect(await refused(api.answerCallbackQuery(query!.id))).toBe(late)
    })
    await tap('Bath')
    await expect(tap('Bed')).rejects.toThrow('there is no button "Bed"')
  })
})

describe('messages that change', () => {
  test('editing is refused where nothing changes, where there is nothing, and where it is not the bot’s own', async () => {
    const { id, bot, screen } = await ada()
    const { message_id } = await api.sendMessage(id, 'one')
    await api.editMessageText(id, message_id, 'two')
    expect(bot()).toMatchObject([{ text: 'two', edits: 1 }])
    expect(await refused(api.editMessageText(id, message_id, ' <b></b>two ', { parse_mode: 'HTML' }))).toMatch(
      /^400 Bad Request: message is not modified: specified new message content/,
    )
    expect(await refused(api.editMessageText(id, 999, 'x'))).toBe('400 Bad Request: message to edit not found')
    expect(await refused(api.editMessageText(id, screen()[0]!.id, 'x'))).toBe(
      "400 Bad Request: message can't be edited",
    )
  })

  test('an edit without buttons takes them away', async () => {
    const { id, bot } = await ada()
    const reply_markup = { inline_keyboard: [[{ text: 'Bath', callback_data: 'b' }]] }
    const { message_id } = await api.sendMessage(id, 'one', { reply_markup })
    await api.editMessageText(id, message_id, 'two')
    expect(bot()[0]!.buttons).toEqual([])
    await api.editMessageReplyMarkup(id, message_id, { reply_markup })
    expect(bot()[0]!.buttons).toEqual([[{ label: 'Bath', data: 'b' }]])
  })

  test('a message can be deleted for two days', async () => {
    const { id, bot } = await ada()
    const first = await api.sendMessage(id, 'one')
    const second = await api.sendMessage(id, 'two')
    await api.deleteMessage(id, first.message_id)
    expect(bot().map((one) => one.text)).toEqual(['two'])
    expect(await refused(api.deleteMessage(id, first.message_id))).toBe('400 Bad Request: message to delete not found')
    clock.pass(48 * HOUR)
    expect(await refused(api.deleteMessage(id, second.message_id))).toMatch(/can't be deleted/)
  })
})

describe('documents', () => {
  test('grammY’s own upload arrives whole, byte for byte', async () => {
    const { id, bot } = await ada()
    const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n & 255)
    await api.sendDocument(id, new InputFile(bytes, 'advice-2026.pdf'), {
      caption: 'Your <b>advice</b>',
      parse_mode: 'HTML',
    })
    expect(bot().at(-1)).toMatchObject({ text: 'Your advice', document: { name: 'advice-2026.pdf' } })
    expect(Buffer.from(bot().at(-1)!.document!.bytes).equals(bytes)).toBe(true)
    expect(await refused(api.sendDocument(id, new InputFile(new Uint8Array(), 'a.pdf')))).toMatch(/non-empty/)
    expect(await refused(api.sendDocument(id, new InputFile(bytes, 'café menu.pdf')))).toMatch(/would not be kept/)
  })
})

describe('who may write to whom', () => {
  test('not to strangers, not to those who blocked the bot, not into groups that it left', async () => {
    const stranger = telegram.person()
    expect(await refused(api.sendMessage(stranger.id, 'x'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    )
    expect(await refused(api.sendMessage(12345, 'x'))).toBe('400 Bad Request: chat not found')
    const person = await ada()
    await person.block()
    expect(await refused(api.sendMessage(person.id, 'x'))).toBe('403 Forbidden: bot was blocked by the user')
    await person.unblock()
    await api.sendMessage(person.id, 'x')
    const group = telegram.group()
    await api.leaveChat(group.id)
    expect(await refused(api.sendMessage(group.id, 'x'))).toBe('403 Forbidden: bot is not a member of the group chat')
    expect(await refused(api.leaveChat(person.id))).toMatch(/private/)
  })

  test('a wrong token, an unknown method and an unknown parameter are refused', async () => {
    const ask = async (path: string, body = {}): Promise<string> => {
      const response = await fetch(`${served.url}/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
      const { ok, description = '' } = (await response.json()) as { ok: boolean; description?: string }
      return `${response.status} ${ok} ${description}`.trim()
    }
    expect(await ask(`bot${telegram.token}/getMe`)).toBe('200 true')
    expect(await ask(`bot7000000001:${'x'.repeat(35)}/getMe`)).toBe('401 false Unauthorized')
    expect(await ask('bot/getMe')).toBe('404 false Not Found')
    expect(await ask(`bot${telegram.token}/sendTelepathy`)).toBe('404 false Not Found: method not found')
    const { id } = await ada()
    expect(await ask(`bot${telegram.token}/sendMessage`, { chat_id: id, text: 'x', parsemode: 'HTML' })).toBe(
      '400 false Bad Request: unknown parameter "parsemode"',
    )
  })
})

describe('commands', () => {
  test('are shown in the person’s language, else in that of all', async () => {
    await api.setMyCommands([{ command: 'start', description: 'Begin' }])
    await api.setMyCommands([{ command: 'start', description: 'Zacznij' }], { language_code: 'pl' })
    expect(telegram.person(1, { language: 'pl' }).commands()).toEqual([{ command: 'start', description: 'Zacznij' }])
    expect(telegram.person(2, { language: 'ur' }).commands()).toEqual([{ command: 'start', description: 'Begin' }])
    expect(await refused(api.setMyCommands([{ command: 'Start', description: 'x' }]))).toMatch(/BOT_COMMAND_INVALID/)
  })
})

describe('when things go wrong', () => {
  test('too many requests say how long to wait, and auto-retry waits', async () => {
    const { id, bot } = await ada()
    telegram.fault({ kind: 'too-many', seconds: 0 }, { method: 'sendMessage', times: 2 })
    const patient = new Api(telegram.token, { apiRoot: served.url })
    patient.config.use(autoRetry())
    await patient.sendMessage(id, 'at last')
    expect(bot().map((one) => one.text)).toEqual(['at last'])
    telegram.fault({ kind: 'too-many', seconds: 7 })
    await expect(api.sendMessage(id, 'x')).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 7 } })
  })

  test('faults of Telegram and broken connections reach the bot as they would', async () => {
    const { id, bot } = await ada()
    telegram.fault({ kind: 'down', status: 500 })
    expect(await refused(api.sendMessage(id, 'a'))).toBe('500 Internal Server Error')
    telegram.fault({ kind: 'down', status: 502 })
    await expect(api.sendMessage(id, 'b')).rejects.toThrow(HttpError)
    telegram.fault({ kind: 'dropped' })
    await expect(api.sendMessage(id, 'c')).rejects.toThrow(HttpError)
    expect(bot()).toEqual([])
    telegram.fault({ kind: 'lost' })
    await expect(api.sendMessage(id, 'd')).rejects.toThrow(HttpError)
    expect(bot().map((one) => one.text)).toEqual(['d'])
  })
})

describe('updates that the bot fetches', () => {
  test('wait for it, come in order, and go when the next are asked for', async () => {
    const person = await ada()
    await person.say('second')
    const first = await api.getUpdates()
    expect(first.map((update) => update.message!.text)).toEqual(['hello', 'second'])
    expect(await api.getUpdates()).toEqual(first)
    const waiting = api.getUpdates({ offset: first.at(-1)!.update_id + 1, timeout: 5 })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await person.send('photo')
    expect(await waiting).toMatchObject([{ message: { photo: [{}] } }])
  })

  test('only of the kinds that it wants, and only by one bot at a time', async () => {
    const person = await ada()
    await api.getUpdates({ allowed_updates: ['callback_query'], offset: -1 })
    await person.edit(person.screen()[0]!.id, 'goodbye')
    expect(await api.getUpdates({ offset: 2 })).toEqual([])
    const one = refused(api.getUpdates({ offset: 9, timeout: 5 }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await api.getUpdates({ offset: 9 })
    expect(await one).toMatch(/^409 Conflict: terminated by other getUpdates request/)
  })

  test('a grammY bot that polls answers a command', async () => {
    const bot = new Bot(telegram.token, { client: { apiRoot: served.url } })
    bot.command('start', (context) => context.reply(`Hello ${context.match}`))
    const running = bot.start()
    const person = telegram.person()
    await person.say('/start there')
    await person.until(() => person.bot().length > 0)
    expect(person.bot()[0]!.text).toBe('Hello there')
    await bot.stop()
    await running
  })
})

describe('updates that are sent to the bot', () => {
  async function hooked(take: (n: number) => Response | Promise<Response> | undefined, secretToken?: string) {
    const bot = new Bot(telegram.token, { client: { apiRoot: served.url }, botInfo: telegram.me })
    const heard: string[] = []
    bot.on('message:text', async (context) => void heard.push(context.message.text))
    const app = new Hono()
    let calls = 0
    app.post('/telegram', async (c) => take(++calls) ?? webhookCallback(bot, 'hono', { secretToken: 'a-secret' })(c))
    const hook = await listen(app)
    opened.push(hook)
    await api.setWebhook(`${hook.url}/telegram`, secretToken === undefined ? {} : { secret_token: secretToken })
    return heard
  }

  test('come in order, again and again until the bot takes them, with the secret', async () => {
    const heard = await hooked((n) => (n <= 3 ? new Response('not now', { status: 503 }) : undefined), 'a-secret')
    const person = telegram.person()
    await Promise.all([person.say('one'), person.say('two'), person.say('three')])
    expect(heard).toEqual(['one', 'two', 'three'])
    expect(await api.getWebhookInfo()).toMatchObject({
      pending_update_count: 0,
      last_error_message: expect.stringMatching(/^Wrong response from the webhook: 503/),
    })
    expect(await refused(api.getUpdates())).toMatch(/^409 Conflict: can't use getUpdates method while webhook/)
  })

  test('are refused by a bot that knows another secret', async () => {
    const heard = await hooked(() => undefined, 'another')
    void telegram.person().say('hello')
    await expect
      .poll(async () => (await api.getWebhookInfo()).last_error_message)
      .toBe('Wrong response from the webhook: 401 Unauthorized')
    expect(heard).toEqual([])
    await api.deleteWebhook()
    expect(await refused(api.setWebhook('http://example.org/'))).toMatch(/An HTTPS URL must be provided/)
    expect(await refused(api.setWebhook(served.url, { secret_token: 'a b' }))).toMatch(/unallowed characters/)
  })

  test('a call in the answer to a webhook is carried out', async () => {
    const person = telegram.person()
    await hooked(() => Response.json({ method: 'sendMessage', chat_id: person.id, text: 'heard' }))
    await person.say('hello')
    expect(person.bot().map((one) => one.text)).toEqual(['heard'])
  })
})
