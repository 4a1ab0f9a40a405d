import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/flow/limits.ts'
import { encode, hidden, person, walkTo, type Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

const DAY = 86_400_000

let now = Date.parse('2026-11-21T12:00:00Z')
let stage: Stage
beforeAll(async () => void (stage = await openStage({ clock: () => now })))
afterAll(() => stage.close())

async function at(question?: string): Promise<Person> {
  now += 60_000
  const who = person(stage.app)
  await walkTo(who, question)
  return who
}

/** What went in before is still there. */
async function keepsAnswers(who: Person, text = 'A bath in peace'): Promise<void> {
  await who.get('/answers')
  expect(who.status()).toBe(200)
  expect(who.page()).toContain(text)
}

describe('an answer that does not fit', () => {
  test.each([
    ['nothing chosen', 'bath-wish', {}, 'Choose one answer'],
    ['an option that is not there', 'bath-wish', { answer: 'swim' }, 'not one of the choices'],
    ['several where one is asked', 'bath-wish', { answer: ['soak', 'clean'] }, 'Choose one answer'],
    ['none of a list', 'bath-hard', {}, 'Choose at least one answer'],
    ['one of the list and not sure', 'bath-hard', { answer: ['over', 'not_sure'] }, 'cannot go with other answers'],
    ['a way out that is not offered', 'bath-wish', { exit: 'skip' }, 'needs one of the answers shown'],
  ])('%s', async (_, question, fields, message) => {
    const who = await at(question)
    await who.answer(fields)
    expect(who.status()).toBe(422)
    expect(who.question()).toBe(question)
    expect(who.page()).toContain('<title>Error: ')
    expect(who.page()).toContain('There is a problem')
    expect(who.page()).toContain('href="#answer"')
    expect(who.page().split(message).length).toBe(3)
    await keepsAnswers(who)
  })

  test('a place that nobody knows keeps what was typed', async () => {
    const who = await at('place')
    for (const [postcode, message] of [
      ['ZZ99', 'cannot find that postcode'],
      ['EH1 1AA', 'England only'],
      ['', 'first half of a postcode'],
    ]) {
      await who.answer({ postcode: postcode!, area: '' })
      expect(who.status()).toBe(422)
      expect(who.page()).toContain(message)
      expect(who.page()).toContain(`value="${postcode}"`)
    }
    await who.answer({ postcode: '', area: 'X99' })
    expect(who.status()).toBe(422)
    await keepsAnswers(who)
  })

  test('a question that has not been asked', async () => {
    const who = await at('bath-hard')
    await who.send('/answer', { seq: hidden(who.page(), 'seq'), question: 'tenure', answer: 'own' })
    expect(who.status()).toBe(409)
    expect(who.question()).toBe('bath-hard')
  })
})

describe('numbers', () => {
  async function atNumber(): Promise<Person> {
    now += 60_000
    const who = person(stage.app)
    await walkTo(who, 'knee-height', ['chair'])
    expect(who.question()).toBe('knee-height')
    return who
  }

  test.each([
    ['a word', 'high', 'Give a number'],
    ['the wrong unit', '43 kg', 'Give a number'],
    ['too small', '2 cm', 'too small'],
    ['too large', '9 m', 'too large'],
    ['nothing', '', 'Give a number'],
  ])('%s', async (_, typed, message) => {
    const who = await atNumber()
    await who.answer({ answer: typed })
    expect(who.status()).toBe(422)
    expect(who.question()).toBe('knee-height')
    expect(who.page()).toContain(message)
    expect(who.page()).toContain(`value="${typed}"`)
  })

  test('inches are taken, and both units shown back', async () => {
    const who = await atNumber()
    await who.answer({ answer: '17 in' })
    await who.get('/answers')
    expect(who.page()).toContain('43.2 cm (17 in)')
    await who.get('/change/knee-height')
    expect(who.page()).toContain('value="43.2 cm"')
  })
})

describe('out of step', () => {
  test('the same form sent twice has one effect', async () => {
    const who = await at('bath-wish')
    const form = { seq: hidden(who.page(), 'seq'), question: 'bath-wish', answer: 'soak' }
    await who.send('/answer', form)
    const after = who.path()
    await who.send('/answer', form)
    expect(who.status()).toBe(200)
    expect(who.path()).toBe(after)
    expect(who.question()).toBe('bath-hard')
  })

  test('two tabs: the older one is told, and shown where things stand', async () => {
    const who = await at('bath-wish')
    const seq = hidden(who.page(), 'seq')
    await who.answer({ answer: 'soak' })
    await who.send('/answer', { seq, question: 'bath-wish', answer: 'clean' })
    expect(who.status()).toBe(409)
    expect(who.page()).toContain('That question has moved on')
    expect(who.question()).toBe('bath-hard')
    await keepsAnswers(who, 'A good soak')
  })

  test('fifty at once: one goes in', async () => {
    const who = await at('bath-wish')
    const body = { seq: hidden(who.page(), 'seq'), question: 'bath-wish' }
    const cookie = who.cookie()!
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        stage.app.request('http://localhost/answer', {
          method: 'POST',
          headers: {
            'Content-Type': 'application/x-www-form-urlencoded',
            Origin: 'http://localhost',
            Cookie: `__Host-handrail=${cookie}`,
          },
          body: encode({ ...body, answer: index % 2 ? 'soak' : 'clean' }),
        }),
      ),
    )
    expect(sent.every(({ status }) => status === 303 || status === 409)).toBe(true)
    const rows = await stage.db
      .prepare("SELECT count(*) AS n FROM answer WHERE question = 'bath-wish' AND assessment_id = ?")
      .bind(cookie)
      .first<{ n: number }>()
    expect(rows?.n).toBe(1)
  })

  test.each([['abc'], [''], ['-1'], ['1e99'], ['999999']])('a seq of %j', async (seq) => {
    const who = await at('bath-wish')
    await who.send('/answer', { seq, question: 'bath-wish', answer: 'soak' })
    expect(who.status()).toBe(409)
  })
})

describe('who is this?', () => {
  const PATHS = ['/question', '/question/3', '/answers', '/advice', '/advice/text', '/change/age', '/back', '/delete']

  test.each(PATHS)('%s without a cookie says how to start again', async (path) => {
    const who = person(stage.app)
    await who.get(path)
    expect(who.status()).toBe(404)
    expect(who.page()).toContain('We cannot find your answers')
    expect(who.page()).toContain('Talk to a person')
    expect(who.page()).toContain('0300 123 6720')
  })

  test.each([['x'], ['a'.repeat(22)], ['%00%01'], ['../../etc/passwd'], ['a'.repeat(4000)]])(
    'a made-up id %j',
    async (id) => {
      const who = person(stage.app, id)
      await who.get('/question')
      expect(who.status()).toBe(404)
      await who.send('/answer', { seq: '0', question: 'who', answer: 'me' })
      expect(who.status()).toBe(404)
    },
  )

  test('an assessment past its time', async () => {
    const who = await at('bath-wish')
    now += 40 * DAY
    await who.answer({ answer: 'soak' })
    expect(who.status()).toBe(404)
    expect(who.page()).toContain('it has been a long time')
    await who.send('/resume', { code: 'ABCD-EFGH' })
    expect(who.status()).toBe(422)
  })

  test.each([[''], ['   '], ['ABCD'], ['\u0000'], ['<script>'], ['💧'.repeat(200)]])('a code of %j', async (code) => {
    now += 3_700_000
    const who = person(stage.app)
    await who.send('/resume', { code })
    expect(who.status()).toBe(422)
    expect(who.page()).toContain('There is a problem')
    expect(who.page()).not.toContain('<script>')
  })

  test('codes tried over and over', async () => {
    now += 3_700_000
    const who = person(stage.app)
    for (let tries = 0; tries <= LIMITS.resumesPerHour; tries++) await who.send('/resume', { code: 'ABCD-EFGH' })
    expect(who.status()).toBe(429)
    expect(who.page()).toContain('Please wait')
    expect(who.page()).toContain('0300 123 6720')
  })
})

describe('strange bodies', () => {
  test('a huge one is refused and nothing is lost', async () => {
    const who = await at('bath-wish')
    await who.answer({ answer: 'x'.repeat(LIMITS.body) })
    expect(who.status()).toBe(413)
    expect(who.page()).toContain('That is too long')
    await keepsAnswers(who)
  })

  test('a text that is too long is shown again', async () => {
    const who = await at('matters')
    await who.answer({ answer: 'long '.repeat(120) })
    expect(who.status()).toBe(422)
    expect(who.page()).toContain('too long')
    expect(who.page()).toContain('long long long')
  })

  test.each([['\u0000'], ['\u0007\u001b[31m'], ['\u202Eabc'], ['\uD800'], ['\u{E0041}'], ['👵🏽'], ['<b>"&\'']])(
    'the text %j in every field',
    async (odd) => {
      const who = await at('matters')
      await who.answer({ answer: `peace${odd}` })
      expect(who.status()).toBeLessThan(500)
      await who.get('/answers')
      expect(who.page()).not.toContain('<b>"')
      await who.send('/answer', { seq: odd, question: odd, answer: odd, postcode: odd, area: odd, exit: odd })
      expect(who.status()).toBeLessThan(500)
      await who.send('/find', { words: odd, pack: odd })
      expect(who.status()).toBe(200)
      await who.send('/start', { topics: odd, pack: odd })
      expect(who.status()).toBe(200)
      await who.get(`/change/${encodeURIComponent(odd.isWellFormed() ? odd : 'x')}`)
      expect(who.status()).toBeLessThan(500)
    },
  )

  test.each([
    ['application/json', '{'],
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=a', '--a'],
    ['', 'x'],
  ])('a body of type %j', async (type, body) => {
    const who = await at('bath-wish')
    for (const path of ['/answer', '/find', '/start', '/resume', '/finish', '/continue']) {
      const response = await stage.app.request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'Content-Type': type, Origin: 'http://localhost', Cookie: `__Host-handrail=${who.cookie()}` },
        body,
      })
      expect(response.status).toBeLessThan(500)
    }
  })
})
