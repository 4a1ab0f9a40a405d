import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/telegram/commands/list.ts'
import { announce } from '../../src/telegram/announce.ts'
import { MINUTE } from '../fixture/time.ts'
import { openStage, type Stage } from './desk.ts'
import { person, type Person } from './person.ts'
import { answerUntil, askedOf, rows } from './walking.ts'

let stage: Stage
let me: Person
beforeAll(async () => {
  stage = await openStage({ pdf: () => Promise.resolve(new TextEncoder().encode('%PDF-1.7')) })
})
beforeEach(async () => {
  await stage.clear()
  me = person(stage)
})
afterEach(() => expect(stage.reported).toEqual([]))
afterAll(() => stage.close())

const begun = async (until = 'topics') => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Someone I help')
  await answerUntil(stage, me, { 'red-now': ['none'], topics: ['bath'], place: { area: 'E10000017' } }, (question) =>
    question.startsWith(until),
  )
}

test('every command says what it does, in each language, and answers when nothing is open', async () => {
  await announce(stage.bot.api, [{ locale: 'en', say: stage.say }])
  const [all, english] = stage.calls
  expect(all!.payload.commands).toHaveLength(COMMANDS.length)
  expect(english!.payload.language_code).toBe('en')
  for (const name of COMMANDS) {
    await me.write(`/${name}`)
    expect(me.answered.length, name).toBeGreaterThan(0)
  }
  await me.write('/nothing')
  expect(me.said()).toContain('/help')
})

test('/continue shows the question again, at the bottom', async () => {
  await begun()
  await me.write('/continue')
  expect(me.answered[0]!.method).toBe('sendMessage')
  expect(me.page()).toContain('help with')
})

test('/change lists the answers, asks one again and keeps the others', async () => {
  await begun('bath')
  const at = await askedOf(stage, me)
  await me.write('/change')
  expect(me.page()).toContain('Tap the answer you want to change')
  while (!me.keys().some(({ text }) => text.startsWith('Age?'))) await me.press('Older')
  await me.press('Age?')
  expect(me.page()).toContain('How old are they?')
  expect(me.page()).toContain('Your answer now')
  await me.press('80 or over')
  expect(await askedOf(stage, me)).toBe(at)
  const open = await stage.chats.find(me.chat)
  const looked = await stage.assessments.look(open!.assessment)
  expect(looked.kind === 'ok' && looked.answers.find(({ question }) => question === 'age')?.answerText).toContain('80')
})

test('what is typed while an answer is changed is that answer', async () => {
  await begun()
  await me.write('/back')
  await me.write('Sitting in the garden')
  const open = await stage.chats.find(me.chat)
  const looked = await stage.assessments.look(open!.assessment)
  const matters = looked.kind === 'ok' ? looked.answers.find(({ question }) => question === 'matters') : undefined
  expect(matters?.answer).toBe('Sitting in the garden')
  // Whoever says what matters is asked what helps already.
  expect(await askedOf(stage, me)).toBe('strengths')
})

test('/back and the button go back one question at a time; the answer is kept until it is changed', async () => {
  await begun()
  await me.press('Back')
  expect(me.page()).toContain('What matters most')
  await me.write('/back')
  expect(me.page()).not.toContain('What matters most to them')
  await me.press('Keep my answer')
  expect(me.page()).toContain('help with')
  expect(await askedOf(stage, me)).toBe('topics')
})

describe('/advice', () => {
  test('too early says so', async () => {
    await me.write('/start')
    await me.press('Start')
    await me.write('/advice')
    expect(me.page()).toContain('too early')
    expect(me.page()).toContain('Who is this for?')
  })

  test('gives the advice so far, each topic, equipment, helpers and the document behind buttons, and a way on', async () => {
    await begun('bath-')
    await answerUntil(stage, me, { 'bath-hard': ['over', 'up'] }, (question) => !/^bath-(wish|hard)$/.test(question))
    const at = await askedOf(stage, me)
    await me.write('/advice')
    expect(me.said()).toContain('Your advice')
    expect(me.said()).toContain('so far')
    expect(me.said()).toContain('not an assessment')
    const count = await rows(stage, 'answer')
    await me.resend()
    expect(await rows(stage, 'answer')).toBe(count)
    await me.press('Having a bath')
    expect(me.said()).toContain('Having a bath')
    const how = me.keys().find(({ text }) => text.startsWith('How to choose'))
    if (how) {
      await me.press('How to choose')
      expect(me.said()).toContain('Stop and ask if')
    }
    await me.press('Who can help')
    expect(me.said()).toMatch(/\+44\d{9,10} \(0/)
    await me.press('Get it as a PDF')
    const sent = me.answered.find(({ method }) => method === 'sendDocument')
    expect((sent!.payload.document as { filename: string }).filename).toMatch(/^[a-z-]+\.pdf$/)
    await me.press('Answer more questions')
    expect(await askedOf(stage, me)).toBe(at)
  })

  test('every message of it fits Telegram, for somebody with ten topics', async () => {
    await me.write('/start')
    await me.press('Start')
    await me.press('Someone I help')
    const topics = ['bath', 'stairs', 'chair', 'toilet', 'bed', 'fall', 'hands', 'kitchen', 'caring', 'money']
    await answerUntil(stage, me, { 'red-now': ['none'], topics })
    expect(await askedOf(stage, me)).toBe('advice')
    for (const { text } of me.keys()) if (!/^(Change|Open|Ask|Get)/.test(text)) await me.press(text)
    const texts = stage.calls.flatMap(({ payload }) => payload.text ?? [])
    expect(texts.filter((text) => text.replaceAll(/<[^>]+>/g, '').length > 4096 || text.trim() === '')).toEqual([])
    expect(texts.length).toBeGreaterThan(10)
  }, 60_000)
})

test('/worker gives the council’s number, and the code only when the person wants it', async () => {
  await begun()
  await me.write('/worker')
  expect(me.said()).toContain('+443001236720 (0300 123 6720)')
  expect(me.said()).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  await me.press('Yes, show me the code')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(me.said())?.[0]
  const opened = await stage.assessments.resume(code!, 'a worker')
  expect(opened.kind).toBe('ok')
})

test('a code typed in another chat opens the same answers there', async () => {
  await begun()
  await me.write('/worker')
  await me.press('Yes, show me the code')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(me.said())![0]
  const other = person(stage, 9)
  await other.write(code.toLowerCase())
  expect(other.page()).toContain('help with')
  expect(await rows(stage, 'assessment')).toBe(1)
})

test('/language is honest about what there is', async () => {
  await me.write('/language')
  expect(me.said()).toContain('in English today')
})

describe('/delete', () => {
  test('asks, erases now, and says that nothing is left; sent again it says the same', async () => {
    await begun()
    await stage.followUps.wish(me.chat, 'lancashire', 'en')
    await me.write('/delete')
    expect(await rows(stage, 'assessment')).toBe(1)
    await me.press('Delete my answers')
    const said = me.said()
    expect(said).toContain('Your answers are deleted')
    for (const table of ['assessment', 'answer', 'position', 'chat', 'follow_up', 'move'])
      expect(await rows(stage, table), table).toBe(0)
    await me.resend()
    expect(me.page()).toBe(said)
    await me.press('Start')
    expect(me.page()).toContain('Who is this for?')
  })

  test('can be thought better of', async () => {
    await begun()
    await me.write('/delete')
    await me.press('Keep my answers')
    expect(await askedOf(stage, me)).toBe('topics')
  })
})

describe('between Telegram and the web', () => {
  test('/web gives a link that opens the same answers once, for a quarter of an hour', async () => {
    await begun()
    await me.write('/web')
    const url = me.keys().find((key) => key.url)!.url!
    expect(url).toMatch(/^https:\/\/handrail\.example\.gov\.uk\/go\/[\w-]{22}$/)
    const code = url.split('/').at(-1)!
    const open = await stage.chats.find(me.chat)
    expect(await stage.moves.take(code, 'telegram', 'x')).toBeNull()
    expect(await stage.moves.take(code, 'web', 'one')).toBe(open!.assessment)
    expect(await stage.moves.take(code, 'web', 'two')).toBeNull()
    const kept = await stage.db.prepare('SELECT code_hash FROM move').first<{ code_hash: string }>()
    expect(kept!.code_hash).not.toContain(code)
    await me.write('/web')
    stage.clock.pass(15 * MINUTE)
    expect(
      await stage.moves.take(
        me
          .keys()
          .find((key) => key.url)!
          .url!.split('/')
          .at(-1)!,
        'web',
        'x',
      ),
    ).toBeNull()
  })

  test('/start with a code from the web goes on here; the same update sent again does too, another does not', async () => {
    const begunOnWeb = await stage.assessments.begin({ channel: 'web', pack: 'lancashire' })
    if (begunOnWeb.kind !== 'ok') throw new Error('not begun')
    await stage.assessments.answer(begunOnWeb.id, { seq: 0, question: 'who', answer: 'carer', by: { source: 'web' } })
    const code = await stage.moves.offer(begunOnWeb.id, 'telegram')
    await me.write(`/start ${code}`)
    expect(me.said()).toContain('Your answers are here now')
    expect(me.said()).toContain('NHS numbers')
    expect(me.page()).toContain('Are you 18 or over?')
    const said = me.said()
    await me.resend()
    expect(me.said()).toBe(said)
    const other = person(stage, 9)
    await other.write(`/start ${code}`)
    expect(other.said()).toContain('has been used')
    expect(await stage.chats.find(9)).toBeNull()
    await me.press('Yes, I am 18')
    const looked = await stage.assessments.look(begunOnWeb.id)
    expect(looked.kind === 'ok' && looked.answers.length).toBe(2)
  })

  test('other answers that were open in the chat can be found again by their code', async () => {
    await begun()
    const first = (await stage.chats.find(me.chat))!.assessment
    const web = await stage.assessments.begin({ channel: 'web', pack: 'lancashire' })
    const code = web.kind === 'ok' ? await stage.moves.offer(web.id, 'telegram') : null
    await me.write(`/start ${code}`)
    const shown = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(me.said())?.[0]
    const opened = await stage.assessments.resume(shown!, 'x')
    expect(opened.kind === 'ok' && opened.id).toBe(first)
  })
})
