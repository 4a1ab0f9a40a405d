import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expire } from '../../src/assessment/housekeeping.ts'
import { askWhoWished } from '../../src/telegram/helped.ts'
import { DAY, HOUR } from '../fixture/time.ts'
import { openStage, type Stage } from './desk.ts'
import { person, type Person } from './person.ts'
import { answerUntil, askedOf, rows } from './walking.ts'

let stage: Stage
let me: Person
beforeAll(async () => {
  stage = await openStage()
})
beforeEach(async () => {
  await stage.clear()
  me = person(stage)
})
afterAll(() => stage.close())

const begun = async (until = 'matters') => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Myself')
  await answerUntil(stage, me, { topics: ['bath'] }, (question) => question === until)
}

/** Every text that the store holds, in one. */
async function everything(): Promise<string> {
  const tables = ['assessment', 'answer', 'position', 'chat', 'follow_up', 'move', 'usage', 'attempt']
  const all = await Promise.all(tables.map((table) => stage.db.prepare(`SELECT * FROM ${table}`).all()))
  return JSON.stringify(all)
}

describe('what says who somebody is', () => {
  test.each([
    ['my name is Ermintrude', 'looks like a name', 'Ermintrude'],
    ['her NHS number is 943 476 5919', 'NHS number', '943'],
    ['ring 07700 900123', 'phone number', '07700'],
    ['I live at 12 Acacia Avenue', 'address', 'Acacia'],
  ])('“%s” is not kept, and the person is told', async (text, told, telling) => {
    await begun()
    await me.write(text)
    expect(me.page()).toContain(told)
    expect(me.page()).toContain('did not keep it')
    expect(me.page()).toContain('What matters most')
    expect(await askedOf(stage, me)).toBe('matters')
    expect(await everything()).not.toContain(telling)
  })

  test('before anything is begun it is not searched either', async () => {
    await me.write('my name is Ermintrude and I cannot use the bath')
    expect(me.page()).toContain('looks like a name')
    expect(await everything()).not.toContain('Ermintrude')
  })

  test('answers that somebody else must not see are not repeated in the chat', async () => {
    await begun('red-worry')
    await me.press('Someone hurts')
    await me.press('Done')
    await me.write('/change')
    expect(JSON.stringify(me.keys())).not.toContain('hurts')
    expect(me.page()).not.toContain('hurts')
  })
})

describe('the chat is known', () => {
  test('only while its assessment is open', async () => {
    await begun()
    expect(await rows(stage, 'chat')).toBe(1)
    stage.clock.pass(31 * DAY)
    await me.write('/continue')
    expect(me.page()).toContain('cannot find your answers')
    await expire(stage.db, stage.library.version, stage.clock())
    expect(await rows(stage, 'chat')).toBe(0)
    expect(await everything()).not.toMatch(new RegExp(`"chat_id":${me.chat}\\b`))
  })

  test('no more once the person has blocked the bot; the answers stay for the web', async () => {
    await begun()
    await me.send({
      my_chat_member: {
        chat: { id: me.chat, type: 'private', first_name: 'A' },
        from: { id: me.chat, is_bot: false, first_name: 'A' },
        date: 0,
        old_chat_member: { status: 'member', user: { id: 1 } },
        new_chat_member: { status: 'kicked', user: { id: 1 }, until_date: 0 },
      },
    })
    expect(await rows(stage, 'chat')).toBe(0)
    expect(await rows(stage, 'assessment')).toBe(1)
  })

  test('no more once Telegram says that the bot is blocked', async () => {
    await begun()
    stage.faults.push({ method: 'sendMessage', error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    await me.write('/continue')
    expect(await rows(stage, 'chat')).toBe(0)
    expect(stage.reported).toEqual([])
  })

  test('in 2 kB of rows at most after twenty answers', async () => {
    await begun('bath-hard')
    const chat = JSON.stringify((await stage.db.prepare('SELECT * FROM chat').all()).results)
    expect(chat.length).toBeLessThan(300)
  })
})

describe('“did it help?”', () => {
  const ask = () => askWhoWished({ api: stage.bot.api, followUps: stage.followUps, say: stage.say, clock: stage.clock })
  const wished = async () => {
    await begun('bath-hard')
    await me.write('/advice')
    await me.press('Ask me in 2 weeks')
  }
  const counts = async () => {
    const sql = "SELECT subject, SUM(n) AS n FROM usage WHERE event = 'follow-up' GROUP BY subject"
    const { results } = await stage.db.prepare(sql).all<{ subject: string; n: number }>()
    return Object.fromEntries(results.map(({ subject, n }) => [subject, n]))
  }

  test('is asked once, after two weeks and by day, and only of who wished it', async () => {
    await begun('bath-hard')
    stage.clock.pass(15 * DAY)
    expect(await ask()).toBe(0)
    await stage.clear()
    me = person(stage)
    await wished()
    await me.resend()
    expect(await rows(stage, 'follow_up')).toBe(1)
    stage.clock.pass(13 * DAY)
    expect(await ask()).toBe(0)
    stage.clock.pass(DAY + 14 * HOUR - (stage.clock() % DAY) + 9 * HOUR)
    expect(await ask()).toBe(0)
    stage.clock.pass(11 * HOUR)
    expect(await ask()).toBe(1)
    expect(await ask()).toBe(0)
    const sent = stage.calls.findLast(({ method }) => method === 'sendMessage')!
    expect(sent.payload.text).toContain('Did the advice help?')
    const [yes] = sent.payload.reply_markup!.inline_keyboard.flat()
    await me.pressData(yes!.callback_data!)
    expect(me.said()).toContain('Thank you')
    await me.pressData(yes!.callback_data!)
    expect(await counts()).toEqual({ wished: 1, yes: 1 })
    expect(await rows(stage, 'follow_up')).toBe(0)
  })

  test('outlives the answers, for it knows nothing of them', async () => {
    await wished()
    await stage.db.prepare('DELETE FROM assessment').run()
    expect(await rows(stage, 'chat')).toBe(0)
    expect(await rows(stage, 'follow_up')).toBe(1)
  })

  test('is easily stopped: by the button, by writing stop, and with everything else', async () => {
    await wished()
    await me.press('Do not ask me')
    expect(await rows(stage, 'follow_up')).toBe(0)
    await me.press('Ask me in 2 weeks')
    await me.write('STOP')
    expect(me.said()).toContain('will not ask')
    expect(await rows(stage, 'follow_up')).toBe(0)
    expect(await counts()).toMatchObject({ stop: 2 })
  })

  test('that is not answered is forgotten two weeks later', async () => {
    await wished()
    stage.clock.pass(29 * DAY)
    await expire(stage.db, stage.library.version, stage.clock())
    expect(await rows(stage, 'follow_up')).toBe(0)
  })

  test('who has blocked the bot is forgotten; what failed is tried again', async () => {
    await wished()
    stage.clock.pass(15 * DAY)
    stage.faults.push({ method: 'sendMessage', error_code: 500, description: 'Internal Server Error' })
    expect(await ask()).toBe(0)
    expect(await rows(stage, 'follow_up')).toBe(1)
    stage.faults.push({ method: 'sendMessage', error_code: 403, description: 'Forbidden: bot was blocked by the user' })
    expect(await ask()).toBe(0)
    expect(await rows(stage, 'follow_up')).toBe(0)
  })

  afterEach(() => expect(stage.reported).toEqual([]))
})
