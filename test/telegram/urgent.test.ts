import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
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
afterEach(() => expect(stage.reported).toEqual([]))
afterAll(() => stage.close())

const start = async () => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Myself')
}

test('a red flag is shown at once, alone, with the number first, and the questions wait', async () => {
  await start()
  await answerUntil(stage, me, {}, (question) => question === 'red-now')
  await me.press('Chest pain')
  await me.press('Done')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  expect(me.page()).toContain('999 BSL')
  expect(me.page()).toContain('18000')
  expect(me.page()).toContain('I cannot call for you')
  expect(me.keys().map(({ text }) => text)).toEqual(['I have done this. Go on', 'I tapped the wrong answer'])
  await me.write('what now')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  await me.write('/continue')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  await me.write('/advice')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  await me.press('I have done this')
  expect(await askedOf(stage, me)).not.toBe('urgent')
  // What was said stays to be read, without its buttons.
  expect(me.answered.some(({ method }) => method === 'sendMessage')).toBe(true)
})

test('whoever tapped the wrong answer mends it, and goes on', async () => {
  await start()
  await answerUntil(stage, me, {}, (question) => question === 'red-now')
  await me.press('Chest pain')
  await me.press('Done')
  await me.press('I tapped the wrong answer')
  expect(me.page()).toContain('Is any of this happening now?')
  expect(me.key('Chest pain').text.startsWith('✅')).toBe(true)
  await me.press('None of these')
  await me.press('Done')
  expect(await askedOf(stage, me)).toBe('red-new')
})

test('danger in any typed text is heard first, whatever was asked, and stays with the assessment', async () => {
  await start()
  await answerUntil(stage, me, { topics: ['chair'] }, (question) => question.startsWith('chair'))
  const at = await askedOf(stage, me)
  await me.write('he has chest pain and cannot breathe')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  expect(await askedOf(stage, me)).toBe('urgent')
  const answers = await rows(stage, 'answer')
  await me.resend()
  expect(await rows(stage, 'answer')).toBe(answers)
  await me.press('I have done this')
  // It stands with what matters now, after which one more question comes before the way goes on.
  await answerUntil(stage, me, {}, (question) => question !== 'strengths')
  expect(await askedOf(stage, me)).toBe(at)
  await me.write('/advice')
  expect(me.said()).toContain('999')
})

test('danger in the first words of all is shown before anything is begun, and comes again with the questions', async () => {
  await me.write('my mum is unconscious and not breathing')
  expect(me.page()).toMatch(/^🚨 Call 999/)
  await me.press('I have done this')
  expect(me.page()).toContain('Who is this for?')
  await me.press('Myself')
  expect(await answerUntil(stage, me, { 'red-now': ['none'], topics: ['bath'] })).toBe('urgent')
})

test('danger beside a name is shown, and the words are not kept', async () => {
  await me.write('my name is Ann and I have chest pain')
  expect(me.said()).toMatch(/🚨 Call 999/)
  expect(me.said()).toContain('looks like a name')
  expect(await rows(stage, 'answer')).toBe(0)
})

test('danger in the words under a picture, in a changed message and behind a command is heard', async () => {
  const chat = { id: me.chat, type: 'private', first_name: 'A' }
  const from = { id: me.chat, is_bot: false, first_name: 'A' }
  const base = { message_id: 5, date: 0, chat, from }
  await me.send({ message: { ...base, photo: [], caption: 'he has chest pain' } })
  expect(me.page()).toMatch(/^🚨/)
  await stage.clear()
  me = person(stage)
  await me.send({ edited_message: { ...base, edit_date: 1, text: 'he has chest pain' } })
  expect(me.page()).toMatch(/^🚨/)
  await stage.clear()
  me = person(stage)
  await me.write('/emergency he has chest pain')
  expect(me.page()).toMatch(/^🚨/)
})
