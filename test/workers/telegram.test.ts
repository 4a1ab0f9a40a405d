import { env, exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'

const ORIGIN = 'https://handrail.test'
const SECRET = 'a-secret-of-the-tests'

/** As the settings of this test project name the Bot API's server; it stands outside the Worker (vitest.config.ts). */
const calls = async (): Promise<Array<{ method: string; body: Record<string, unknown> }>> =>
  (await fetch('https://telegram.test/calls')).json()

const post = (update: object, secret = SECRET): Promise<Response> =>
  exports.default.fetch(`${ORIGIN}/telegram`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Telegram-Bot-Api-Secret-Token': secret },
    body: JSON.stringify(update),
  })

const chat = { id: 4242, type: 'private', first_name: 'A' }
const from = { id: 4242, is_bot: false, first_name: 'A' }
const text = (update_id: number, words: string) => ({
  update_id,
  message: { message_id: update_id, date: 0, chat, from, text: words },
})
const press = (update_id: number, data: string, message_id: number) => ({
  update_id,
  callback_query: { id: `c${update_id}`, from, chat_instance: '1', data, message: { message_id, date: 0, chat } },
})

test('in workerd on D1 the bot answers what Telegram posts, once, and nobody else', async () => {
  expect((await post(text(1, '/start'), 'not-the-secret-of-it')).status).toBe(401)
  expect((await exports.default.fetch(`${ORIGIN}/telegram`)).status).toBe(405)
  expect(await calls()).toEqual([])

  expect((await post(text(1, '/start'))).status).toBe(200)
  expect((await calls()).at(-1)).toMatchObject({ method: 'sendMessage', body: { chat_id: 4242 } })
  expect((await post(press(2, 'begin:', 1))).status).toBe(200)
  const asked = (await calls()).findLast(({ method }) => method === 'sendMessage')!
  const keys = (asked.body.reply_markup as { inline_keyboard: Array<Array<{ callback_data: string }>> }).inline_keyboard
  const data = keys[0]![0]!.callback_data
  expect((await post(press(3, data, 2))).status).toBe(200)
  expect((await post(press(3, data, 2))).status).toBe(200)
  const rows = await env.DB.prepare('SELECT COUNT(*) AS n FROM answer').bind().all<{ n: number }>()
  expect(rows.results).toEqual([{ n: 1 }])
  expect((await calls()).filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(3)
})
