import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hidden, person, walkTo, type Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => void (stage = await openStage()))
afterAll(() => stage.close())
const someone = (): Person => person(stage.app)

describe('a whole assessment without a script', () => {
  test('from the first page to the advice', async () => {
    const who = someone()
    await who.get('/')
    expect(who.page()).toMatch(/^<!doctype html><html lang="en"/)
    expect(who.page()).toContain('Your health')
    await walkTo(who)
    expect(who.path()).toBe('/advice')
    expect(who.page()).toContain('Do these first')
    expect(who.page()).toContain('you said')
    expect(who.page()).toContain('A bath in peace')
    expect(who.page()).toContain('This is not an assessment')
    expect(who.page()).toContain('Lancashire County Council')
  })

  test('own words lead to topics that are ticked and can be taken off', async () => {
    const who = someone()
    await who.send('/find', { words: 'I cannot get out of the bath', pack: 'lancashire' })
    expect(who.page()).toMatch(/value="bath" checked/)
    expect(who.page()).toContain('Show other topics')
  })

  test('own words that say something urgent bring its action first, and alone', async () => {
    const who = someone()
    await who.send('/find', { words: 'she has chest pain and cannot get out of the bath', pack: 'lancashire' })
    expect(who.page()).toContain('class="urgent"')
    expect(who.page()).toContain('href="tel:999"')
    expect(who.page()).not.toContain('type="checkbox"')
    await who.send('/find', { words: hidden(who.page(), 'words'), pack: 'lancashire', seen: 'yes' })
    expect(who.page()).toContain('type="checkbox"')
  })

  test('words that raised an urgent action stay with the assessment; other first words are not kept', async () => {
    const said = 'she has chest pain and cannot get out of the bath'
    const who = someone()
    await walkTo(who, 'topics', ['bath'], { said })
    expect(who.page()).toContain('Chest pain')
    const other = someone()
    await walkTo(other, 'matters', ['bath'], { said: 'a bath on Tuesdays' })
    expect(other.question()).toBe('matters')
    expect(other.page()).not.toContain('a bath on Tuesdays')
  })

  test('the advice so far is in reach, and the questions go on afterwards', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    expect(who.page()).toContain('See my advice so far')
    await who.send('/finish', { seq: hidden(who.page(), 'seq') })
    expect(who.path()).toBe('/advice')
    expect(who.page()).toContain('Answer more questions')
    await who.send('/continue', { seq: hidden(who.page(), 'seq') })
    expect(who.question()).toBe('bath-hard')
  })

  test('the history shows two answers and folds the earlier ones', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    expect(who.page()).toContain('earlier answers')
    expect(who.page()).not.toContain('role="log"')
    expect(who.page()).not.toContain('aria-live')
  })
})

describe('going back and changing', () => {
  test("the browser's Back finds the question before, filled in", async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    const at = Number(who.path().split('/').at(-1))
    await who.get(`/question/${at - 1}`)
    expect(who.question()).toBe('bath-wish')
    expect(who.page()).toMatch(/value="soak" checked/)
    await who.answer({ answer: 'clean' })
    expect(who.question()).toBe('bath-hard')
  })

  test('the Back link leads to the question before', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    await who.get('/back')
    expect(who.question()).toBe('bath-wish')
  })

  test('a change made from the list of answers comes back to the list', async () => {
    const who = someone()
    await walkTo(who)
    await who.get('/answers')
    expect(who.page()).toContain('href="/change/age?from=answers"')
    await who.get('/change/age?from=answers')
    expect(who.page()).toMatch(/value="65-79" checked/)
    await who.answer({ answer: '80-plus', next: 'answers', pending: hidden(who.page(), 'pending') })
    expect(who.path()).toBe('/answers')
    expect(who.page()).toContain('80 or over')
  })

  test('a change that brings up a new question asks it first', async () => {
    const who = someone()
    await walkTo(who)
    await who.get('/change/topics?from=answers')
    await who.answer({ answer: ['bath', 'stairs'], next: 'answers' })
    expect(who.path()).toMatch(/^\/question\/\d+$/)
  })

  test('an unknown question to change leads back to where one is', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    await who.get('/change/no-such-question')
    expect(who.question()).toBe('bath-hard')
  })
})

describe('urgent', () => {
  test('the action stands first, with its number; the questions go on when asked to', async () => {
    const who = someone()
    await walkTo(who, 'red-now')
    await who.answer({ answer: 'chest' })
    expect(who.page()).toContain('href="tel:999"')
    expect(who.page()).toContain('I cannot call for you')
    expect(who.page()).toContain('999bsl.co.uk')
    await who.get('/question')
    expect(who.page()).toContain('class="urgent"')
    await who.send('/continue', { seq: hidden(who.page(), 'seq') })
    expect(who.page()).not.toContain('class="urgent"')
    await who.send('/finish', { seq: hidden(who.page(), 'seq') })
    expect(who.page()).toContain('class="urgent"')
  })

  test('a private question has a title that says nothing, a way out, and is not repeated above the next one', async () => {
    const who = someone()
    await walkTo(who, 'red-worry')
    expect(who.page()).not.toContain('href="/leave"')
    await who.answer({ answer: 'harm' })
    expect(who.page()).toContain('<title>Guide</title>')
    expect(who.page()).toContain('href="/leave"')
    expect(who.page()).toContain('Not shown here')
    expect(who.page()).not.toContain('turn-said">Someone hurts')
  })

  test('leaving takes the cookie away and ends at the weather, but not at the wish of another site', async () => {
    const who = someone()
    await walkTo(who, 'age')
    const id = who.cookie()
    const elsewhere = await stage.app.request('http://localhost/leave', {
      headers: { Cookie: `__Host-handrail=${id}`, 'Sec-Fetch-Site': 'cross-site' },
    })
    expect(elsewhere.headers.get('Set-Cookie')).toBeNull()
    const response = await who.get('/leave')
    expect(response.headers.get('Location')).toContain('weather')
    expect(who.cookie()).toBeUndefined()
    await who.get('/question')
    expect(who.status()).toBe(404)
  })
})

describe('keeping, coming back, deleting', () => {
  test('the code opens the assessment in another browser', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    await who.get('/answers')
    const code = /<\/span>([\w-]+)<\/p>/.exec(who.page())![1]!
    const other = someone()
    await other.send('/resume', { code: code.toLowerCase().replaceAll('-', ' ') })
    expect(other.question()).toBe('bath-hard')
  })

  test('the advice as plain text', async () => {
    const who = someone()
    await walkTo(who)
    const response = await who.get('/advice/text')
    expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(who.page()).toContain('DO THESE FIRST')
    expect(who.page()).not.toContain('<')
  })

  test('deleting asks first, then nothing is left', async () => {
    const who = someone()
    await walkTo(who, 'bath-hard')
    const id = who.cookie()
    await who.get('/delete')
    expect(who.page()).toContain('Delete my answers')
    await who.send('/delete', {})
    expect(who.path()).toBe('/deleted')
    const again = person(stage.app, id)
    await again.get('/question')
    expect(again.status()).toBe(404)
    expect(again.page()).toContain('We cannot find your answers')
  })
})

test('a pack chosen in the address goes along to the assessment and to its pages', async () => {
  const who = someone()
  await who.get('/?pack=cambridgeshire')
  expect(who.page()).toContain('href="/about?pack=cambridgeshire"')
  await who.send('/start', { pack: hidden(who.page(), 'pack') })
  expect(who.page()).toContain('Handrail in Cambridgeshire')
  expect(who.page()).toContain('0345 045 5202')
  await who.get('/?pack=constructor')
  expect(who.status()).toBe(200)
})
