import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Unavailable } from '../../src/store/database.ts'
import { openStage, type Stage } from './desk.ts'
import { person, type Person } from './person.ts'
import { askedOf, rows } from './walking.ts'

let stage: Stage
let me: Person
let down = false
beforeAll(async () => {
  stage = await openStage({
    wrap: (db) => ({
      prepare: (sql) => db.prepare(sql),
      batch: (statements) => (down ? Promise.reject(new Unavailable('disk full')) : db.batch(statements)),
    }),
  })
})
beforeEach(async () => {
  down = false
  await stage.clear()
  me = person(stage)
})
afterAll(() => stage.close())

const private_ = () => ({ id: me.chat, type: 'private', first_name: 'A' })
const from = { id: 7, is_bot: false, first_name: 'A' }

describe('what is no answer gets a kind word and a way on', () => {
  test.each([
    ['photo', { photo: [] }, 'pictures'],
    ['video', { video: {} }, 'pictures or videos'],
    ['voice', { voice: {} }, 'voice messages'],
    ['sticker', { sticker: {} }, 'stickers'],
    ['location', { location: { latitude: 1, longitude: 1 } }, 'where you are'],
    ['contact', { contact: {} }, 'contact'],
    ['document', { document: {} }, 'files'],
    ['poll', { poll: {} }, 'that kind of message'],
  ])('%s', async (_name, body, words) => {
    for (const open of [false, true]) {
      if (open) {
        await me.write('/start')
        await me.press('Start')
      }
      await me.send({ message: { message_id: 5, date: 0, chat: private_(), from, ...body } })
      expect(me.said()).toContain(words)
      expect(me.said().length).toBeLessThan(250)
      await me.press(open ? 'Show my question' : 'Start')
      expect(me.page()).toContain('Who is this for?')
      await stage.assessments.erase((await stage.chats.find(me.chat))!.assessment)
    }
    expect(stage.reported).toEqual([])
  })

  test('a changed message', async () => {
    await me.send({ edited_message: { message_id: 5, date: 0, edit_date: 1, chat: private_(), from, text: 'no' } })
    expect(me.said()).toContain('/change')
  })

  test('a button of nobody’s making', async () => {
    await me.write('/start')
    await me.press('Start')
    await me.pressData('whatever')
    expect(me.toast()).toContain('moved on')
    expect(me.answered.some(({ method }) => method === 'answerCallbackQuery')).toBe(true)
  })
})

describe('groups and channels', () => {
  const group = { id: -100, type: 'supergroup', title: 'Family' }

  test('are refused politely and left', async () => {
    await me.send({
      my_chat_member: {
        chat: group,
        from,
        date: 0,
        old_chat_member: { status: 'left', user: { id: 1 } },
        new_chat_member: { status: 'member', user: { id: 1 } },
      },
    })
    expect(me.answered.map(({ method }) => method)).toEqual(['sendMessage', 'leaveChat'])
    expect(me.answered[0]!.payload.text).toContain('private chat')
    await me.send({ message: { message_id: 1, date: 0, chat: group, from, text: '/start' } })
    expect(me.answered.map(({ method }) => method)).toEqual(['sendMessage', 'leaveChat'])
    await me.send({
      channel_post: { message_id: 1, date: 0, chat: { id: -5, type: 'channel', title: 'x' }, text: 'x' },
    })
    expect(me.answered.map(({ method }) => method)).toEqual(['leaveChat'])
    expect(await rows(stage, 'chat')).toBe(0)
  })

  test('having left is not answered, nor is being thrown out', async () => {
    await me.send({
      my_chat_member: {
        chat: group,
        from,
        date: 0,
        old_chat_member: { status: 'member', user: { id: 1 } },
        new_chat_member: { status: 'left', user: { id: 1 } },
      },
    })
    expect(me.answered).toEqual([])
  })
})

describe('when something fails', () => {
  test('the store: the person is told, the answer is not said to be in, and the next press works', async () => {
    await me.write('/start')
    await me.press('Start')
    down = true
    await me.press('Myself')
    expect(me.said()).toContain('not working now')
    expect(me.said()).toContain('999')
    expect(me.answered.some(({ method }) => method === 'answerCallbackQuery')).toBe(true)
    down = false
    await me.press('Myself')
    expect(await askedOf(stage, me)).toBe('age')
    expect(stage.reported.length).toBe(1)
  })

  test('Telegram: the answer is in, and where things stand is shown below', async () => {
    await me.write('/start')
    await me.press('Start')
    stage.faults.push({ method: 'editMessageText', error_code: 500, description: 'Internal Server Error' })
    await me.press('Myself')
    expect(await askedOf(stage, me)).toBe('age')
    expect(me.page()).toContain('Age?')
  })

  test('a message that is gone is replaced by a new one', async () => {
    await me.write('/start')
    await me.press('Start')
    stage.faults.push({
      method: 'editMessageText',
      error_code: 400,
      description: 'Bad Request: message to edit not found',
    })
    await me.press('Myself')
    expect(me.page()).toContain('Age?')
    await me.press('18 to 49')
    expect(me.page()).toContain('Is any of this happening now?')
  })

  test('a press that Telegram has given up on is no error', async () => {
    stage.reported.length = 0
    await me.write('/start')
    stage.faults.push({
      method: 'answerCallbackQuery',
      error_code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    })
    await me.press('Start')
    expect(stage.reported).toEqual([])
  })
})
