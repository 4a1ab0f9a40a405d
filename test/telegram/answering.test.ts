import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

describe('the first message', () => {
  test('says what this is, that it is no emergency service, what not to write, and how to delete', async () => {
    await me.write('/start')
    for (const words of [
      'Answer short questions',
      'not an emergency service',
      'call 999',
      '111',
      'NHS numbers',
      '/delete',
    ])
      expect(me.page()).toContain(words)
    expect(await rows(stage, 'chat')).toBe(0)
    expect(await rows(stage, 'assessment')).toBe(0)
  })

  test('own words find topics, which the person confirms; nothing is kept before', async () => {
    await me.write('I cannot get out of the bath')
    expect(me.keys().map(({ text }) => text)).toContain('✅ Having a bath')
    expect(me.page()).toContain('NHS numbers')
    expect(await rows(stage, 'assessment')).toBe(0)
    await me.press('Having a bath')
    expect(me.keys().map(({ text }) => text)).toContain('⬜ Having a bath')
    await me.press('Having a bath')
    await me.press('Start with these')
    expect(me.page()).toContain('Who is this for?')
    await answerUntil(stage, me, {}, (question) => question.startsWith('bath'))
    expect(await askedOf(stage, me)).toMatch(/^bath/)
  })

  test('Start pressed twice begins one assessment', async () => {
    await me.write('/start')
    const { callback_data } = me.key('Start')
    await me.pressData(callback_data!)
    await me.pressData(callback_data!, 1001)
    await me.resend()
    expect(await rows(stage, 'assessment')).toBe(1)
    expect(me.said()).toContain('Who is this for?')
  })
})

describe('a question', () => {
  beforeEach(async () => {
    await me.write('/start')
    await me.press('Start')
  })

  test('is answered by a press: one message is edited in place, and says what was said before', async () => {
    const board = me.message()
    await me.press('Myself')
    expect(me.answered.map(({ method }) => method)).toEqual(['editMessageText', 'answerCallbackQuery'])
    expect(me.answered[0]!.payload.message_id).toBe(board)
    expect(me.page()).toContain('You said: Myself')
    expect(me.toast()).toBeUndefined()
  })

  test('an update that is sent again changes nothing and gives the same reply', async () => {
    await me.press('Myself')
    const first = me.answered
    const before = await rows(stage, 'answer')
    await me.resend()
    expect(await rows(stage, 'answer')).toBe(before)
    expect(me.answered.map(({ method, payload }) => [method, payload.text])).toEqual(
      first.map(({ method, payload }) => [method, payload.text]),
    )
  })

  test('a typed answer sent again does not answer the next question', async () => {
    await me.press('Myself')
    await answerUntil(stage, me, { 'red-now': ['none'], topics: ['chair'] }, (question) => question === 'matters')
    await me.write('Getting to church')
    const at = await askedOf(stage, me)
    const before = await rows(stage, 'answer')
    await me.resend()
    await me.resend()
    expect(await rows(stage, 'answer')).toBe(before)
    expect(await askedOf(stage, me)).toBe(at)
  })

  test('an old button says that the question has moved on, and shows the current one', async () => {
    const old = me.key('Myself').callback_data!
    const other = me.key('Someone I help at work').callback_data!
    await me.pressData(old)
    const page = me.page()
    await me.pressData(other)
    expect(me.toast()).toContain('moved on')
    expect(me.page()).toBe(page)
    expect(await rows(stage, 'answer')).toBe(1)
  })

  test('the same button twice has one effect and needs no word', async () => {
    const { callback_data } = me.key('Myself')
    await me.pressData(callback_data!)
    await me.pressData(callback_data!)
    expect(me.toast()).toBeUndefined()
    expect(await rows(stage, 'answer')).toBe(1)
  })

  test('a button of another chat’s assessment does nothing', async () => {
    const mine = me.key('Myself').callback_data!
    const other = person(stage, 8)
    await other.write('/start')
    await other.press('Start')
    await other.pressData(mine)
    expect(other.toast()).toContain('moved on')
    expect(await rows(stage, 'answer')).toBe(0)
  })

  test('for somebody else the words follow', async () => {
    await me.press('Someone I help')
    await answerUntil(stage, me, { 'red-now': ['none'], topics: ['bath'] }, (question) => question === 'bath-hard')
    expect(me.page()).toContain('What is hard for them about having a bath?')
    await me.write('/start')
    await me.press('Start again')
    await me.press('Yes, delete')
    await me.press('Myself')
    await answerUntil(stage, me, { 'red-now': ['none'], topics: ['bath'] }, (question) => question === 'bath-hard')
    expect(me.page()).toContain('What is hard about the bath?')
  })

  test('typing that clearly fits is an answer; the question above becomes one line of history', async () => {
    const board = me.message()
    await me.write('myself')
    expect(me.page()).toContain('Age?')
    const closed = me.answered.find(
      ({ method, payload }) => method === 'editMessageText' && payload.message_id === board,
    )
    expect(closed?.payload.text).toContain('You said: Myself')
    expect(closed?.payload.reply_markup?.inline_keyboard).toEqual([])
  })

  test('typing that may fit is asked back, and a press confirms it', async () => {
    await me.write('someone')
    expect(me.page()).toContain('Did you mean')
    expect(await rows(stage, 'answer')).toBe(0)
    await me.press('Someone I help at work')
    expect(me.page()).toContain('You said: Someone I am helping as part of my job')
  })

  test('typing that does not fit is said kindly, with the question again', async () => {
    await me.write('bananas and custard')
    expect(me.page()).toContain('did not understand')
    expect(me.page()).toContain('Who is this for?')
  })
})

describe('several ticks', () => {
  beforeEach(async () => {
    await me.write('/start')
    await me.press('Start')
    await me.press('Myself')
    await answerUntil(stage, me, { topics: ['bath'] }, (question) => question === 'red-now')
  })

  test('are no answer until Done', async () => {
    await me.press('Chest pain')
    expect(me.key('Chest pain').text.startsWith('✅')).toBe(true)
    expect(await askedOf(stage, me)).toBe('red-now')
    await me.press('Chest pain')
    expect(me.key('Chest pain').text.startsWith('⬜')).toBe(true)
  })

  test('a tick pressed twice before the page has changed is set once', async () => {
    const { callback_data } = me.key('Chest pain')
    await me.pressData(callback_data!)
    await me.pressData(callback_data!)
    expect(me.key('Chest pain').text.startsWith('✅')).toBe(true)
  })

  test('two ticks at the same moment are both kept', async () => {
    const [one, two] = ['Chest pain', 'Smell of gas'].map((words) => me.key(words).callback_data!)
    await Promise.all([me.pressData(one!), me.pressData(two!)])
    const open = await stage.chats.find(me.chat)
    expect(open?.draft?.ticks?.toSorted()).toEqual(['chest', 'gas'])
  })

  test('“None of these” takes the others off, and they take it off', async () => {
    await me.press('Chest pain')
    await me.press('None of these')
    expect(me.key('Chest pain').text.startsWith('⬜')).toBe(true)
    await me.press('Chest pain')
    expect(me.key('None of these').text.startsWith('⬜')).toBe(true)
  })

  test('Done with nothing ticked says so', async () => {
    await me.press('Done')
    expect(me.toast()).toContain('Choose at least one')
    expect(await askedOf(stage, me)).toBe('red-now')
  })

  test('Done sent again has one effect', async () => {
    await me.press('None of these')
    await me.press('Done')
    const count = await rows(stage, 'answer')
    const page = me.page()
    await me.resend()
    expect(await rows(stage, 'answer')).toBe(count)
    expect(me.page()).toBe(page)
  })
})

test('words that may mean one of several are asked back, and the press ticks it on the question again', async () => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Myself')
  await answerUntil(stage, me, { topics: ['bath'] }, (question) => question === 'bath-hard')
  await me.write('stepping over it')
  expect(me.page()).toContain('Did you mean')
  await me.press('Stepping over the side')
  expect(me.page()).toContain('What is hard about the bath?')
  expect(me.key('Stepping over the side').text.startsWith('✅')).toBe(true)
  expect(await askedOf(stage, me)).toBe('bath-hard')
})

test('thirty-seven topics are shown by group, eight at once, and found by own words', async () => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Myself')
  await answerUntil(stage, me, {}, (question) => question === 'topics')
  expect(me.keys().length).toBeLessThan(8)
  await me.press('Daily activities')
  expect(me.keys().length).toBeLessThan(13)
  await me.press('More of these')
  await me.press('Company and getting out')
  expect(me.key('Company and getting out').text.startsWith('✅')).toBe(true)
  await me.write('I cannot get out of the bath')
  expect(me.keys().filter(({ text }) => text.startsWith('✅')).length).toBeGreaterThanOrEqual(2)
  await me.press('Done')
  expect(me.page()).toContain('Company and getting out')
})

test('a number is typed in any unit, and one that cannot be is turned down in plain words', async () => {
  await me.write('/start')
  await me.press('Start')
  await me.press('Myself')
  await answerUntil(
    stage,
    me,
    { topics: ['chair'], 'chair-hard': ['up'], 'chair-type': 'armchair', 'chair-feet': 'level' },
    (question) => question === 'knee-height' || question === 'chair-seat-height',
  )
  await me.write('4 km')
  expect(me.page()).toContain('Give a number, such as 43 cm')
  await me.write('seventeen inches')
  expect(me.said()).toContain('43.2 cm (17 in)')
})

describe('where home is', () => {
  const to = async () => {
    await me.write('/start')
    await me.press('Start')
    await me.press('Myself')
    await answerUntil(stage, me, { topics: ['sight'] }, (question) => question === 'place')
  }

  test('a whole postcode is read, and only its first half kept', async () => {
    await to()
    await me.write('PR7 1AB')
    const kept = await stage.db.prepare("SELECT value FROM answer WHERE question = 'place'").first<{ value: string }>()
    expect(JSON.parse(kept!.value)).toEqual({ area: 'E10000017', outward: 'PR7' })
    expect(me.said()).toContain('Your advice')
  })

  test('where councils share a postcode, those are offered', async () => {
    await to()
    await me.write('FY4')
    expect(me.keys().map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Blackpool Council', 'Lancashire County Council']),
    )
    await me.press('Blackpool')
    expect(await askedOf(stage, me)).toBe('advice')
  })

  test('every council of England can be found in two presses, few at once', async () => {
    await to()
    await me.press('Other councils')
    expect(me.keys().length).toBeLessThan(25)
    const names = new Set<string>()
    const pages = me.keys().filter(({ callback_data }) => /!open\.\d+$/.test(callback_data ?? ''))
    for (const { callback_data } of pages) {
      await me.pressData(callback_data!)
      for (const { text, callback_data: data } of me.keys()) if (data?.includes(':@')) names.add(text)
    }
    expect([...names].toSorted()).toEqual(stage.library.councils.map(({ name }) => name).toSorted())
  })
})
