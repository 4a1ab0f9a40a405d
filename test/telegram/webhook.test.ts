import { afterAll, beforeAll, expect, test } from 'vitest'
import { WEBHOOK_PATH, webhook } from '../../src/telegram/webhook.ts'
import { openStage, type Stage } from './desk.ts'
import { rows } from './walking.ts'

const SECRET = 'a-secret-of-the-tests'
let stage: Stage
let routes: ReturnType<typeof webhook>
const reported: unknown[] = []
beforeAll(async () => {
  stage = await openStage()
  routes = webhook(stage.bot, SECRET, (error) => void reported.push(error))
})
afterAll(() => stage.close())

const chat = { id: 7, type: 'private', first_name: 'A' }
const from = { id: 7, is_bot: false, first_name: 'A' }
const START = { update_id: 1, message: { message_id: 1, date: 0, chat, from, text: '/start' } }

const post = (body: string, headers: Record<string, string> = { 'X-Telegram-Bot-Api-Secret-Token': SECRET }) =>
  routes.request(WEBHOOK_PATH, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } })

test('an update with the secret is answered', async () => {
  expect((await post(JSON.stringify(START))).status).toBe(200)
  expect(stage.calls.some(({ method }) => method === 'sendMessage')).toBe(true)
})

test('without the secret, or with another, nothing is read', async () => {
  const before = stage.calls.length
  expect((await post(JSON.stringify(START), {})).status).toBe(401)
  expect((await post('{', { 'X-Telegram-Bot-Api-Secret-Token': `${SECRET}x` })).status).toBe(401)
  expect((await routes.request(WEBHOOK_PATH)).status).toBe(405)
  expect(stage.calls.length).toBe(before)
})

test('what is no update is turned away in words, never with a failure', async () => {
  for (const body of ['', '{', 'null', '[]', '"x"', '{}']) expect((await post(body)).status, body).toBe(400)
  expect((await post(`{"update_id":1,"x":"${'a'.repeat(300_000)}"}`)).status).toBe(413)
  expect((await post('{"update_id":"x"}')).status).toBe(200)
  expect(reported).toEqual([])
})

test('the same update twice at once counts once', async () => {
  const press = (id: number, data: string) =>
    JSON.stringify({
      update_id: id,
      callback_query: { id: 'c', from, chat_instance: '1', data, message: { message_id: 1001, date: 0, chat } },
    })
  await post(press(2, 'begin:'))
  const open = await stage.chats.find(7)
  const replies = await Promise.all([1, 2, 3].map(() => post(press(3, `${open!.handle}:0:me`))))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await rows(stage, 'answer')).toBe(1)
})

test('where Telegram fails twice over, the update is asked for again', async () => {
  const fault = (method: string) => ({ method, error_code: 400, description: 'Bad Request: something else' })
  stage.faults.push(fault('sendMessage'), fault('sendMessage'))
  expect((await post(JSON.stringify({ ...START, update_id: 9 }))).status).toBe(500)
  expect((await post(JSON.stringify({ ...START, update_id: 9 }))).status).toBe(200)
})
