import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passing } from '../../src/check/walks.ts'
import { seedDemo } from '../../src/directory/products/seed.ts'
import type { Facts } from '../../src/advice/condition.ts'
import { lowToilet, unsteady } from '../fixture/needs.ts'
import { person, type Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ config: { PACK: 'default' } })
  await seedDemo(stage.db, stage.bundle.library, Date.now())
})
afterAll(() => stage.close())

/** Somebody in a browser without a script, at their advice. */
async function somebody(answers: Facts): Promise<Person> {
  const { questions } = stage.bundle.library
  const who = person(stage.app)
  await who.send('/start', { topics: answers.topics as string[], pack: 'default' })
  for (let step = 0; step < 80 && who.path() !== '/advice'; step++) {
    const id = who.question()
    const answer = answers[id] ?? passing(questions[id]!)
    const exit = typeof answer === 'string' && questions[id]!.allow.includes(answer as never)
    const asked = /<button[^>]*name="exit"/.test(who.page())
    await who.answer(
      exit && asked
        ? { exit: answer as string }
        : { answer: typeof answer === 'number' ? `${answer}` : (answer as string) },
    )
  }
  expect(who.path()).toBe('/advice')
  return who
}

const clicks = async (): Promise<Array<{ pack: string; channel: string; subject: string; n: number }>> =>
  (
    await stage.db
      .prepare("SELECT pack, channel, subject, n FROM usage WHERE event = 'product' ORDER BY subject")
      .all<{ pack: string; channel: string; subject: string; n: number }>()
  ).results

const outs = (page: string): string[] => [...page.matchAll(/href="(\/out\/[0-9a-f]{16})"/g)].map(([, path]) => path!)

describe('from the advice to what it can look like and what it costs', () => {
  test('the link stands under a type that people choose themselves, the address says no answer', async () => {
    const who = await somebody(unsteady)
    expect(who.page()).toContain('href="/advice/products/walking-stick"')
    expect(who.page()).toContain('See what this can look like and what it costs')
    const response = await who.get('/advice/products/walking-stick')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const page = who.page()
    expect(page).toContain('Invented examples, nothing to buy')
    expect(page.match(/Invented example</g)!.length).toBe(outs(page).length)
    expect(page).toContain('Chosen for your size. 80 cm')
    expect(page).toContain('No shop can pay to be higher')
    expect(page).toContain('You may not have to pay VAT')
    expect(page).toMatch(/£\d+\.\d\d/)
    expect(page).toContain('href="/advice#item-walking-stick"')
    // Nothing is loaded from a shop: it would learn who looks.
    expect(page).not.toMatch(/(src|href)="https:\/\/example\.org/)
    await who.get('/advice/text')
    expect(who.page()).not.toContain('Kettlewick')
  })

  test('get advice leads to whom to ask, and shows no way to a shop', async () => {
    const who = await somebody(lowToilet)
    expect(who.page()).toContain('href="/advice/products/raised-toilet-seat"')
    await who.get('/advice/products/raised-toilet-seat')
    expect(who.page()).toContain('where to try it and whom to ask')
    expect(who.page()).toContain('Trained adviser')
    expect(outs(who.page())).toEqual([])
  })

  test('what is not safe for this person shows the reason and no product, by address too', async () => {
    const who = await somebody(lowToilet)
    expect(who.page()).not.toContain('href="/advice/products/toilet-frame"')
    await who.get('/advice/products/toilet-frame')
    expect(who.page()).toContain('this is not safe for you now')
    expect(outs(who.page())).toEqual([])
    for (const type of ['walking-stick', 'quad-stick', 'bed-rails', 'stairlift']) {
      await who.get(`/advice/products/${type}`)
      expect(who.status()).toBe(200)
      expect(outs(who.page())).toEqual([])
    }
  })

  test('an address that there is not, a page that is too far, and nobody', async () => {
    const who = await somebody(unsteady)
    await who.get('/advice/products/nonsense')
    expect(who.status()).toBe(404)
    await who.get('/advice/products/walking-stick?page=99')
    expect(who.path()).toBe('/advice/products/walking-stick')
    await who.get('/advice/products/walking-stick?page=%3Cscript%3E')
    expect(who.status()).toBe(200)
    const nobody = person(stage.app)
    await nobody.get('/advice/products/walking-stick')
    expect(nobody.status()).toBe(404)
  })
})

describe('the way out', () => {
  test('leads to the stored link alone, says nothing of who comes, and is counted by type and supplier', async () => {
    const who = await somebody(unsteady)
    await who.get('/advice/products/walking-stick')
    const [path] = outs(who.page())
    const before = (await clicks()).reduce((sum, { n }) => sum + n, 0)
    const response = await who.get(`${path}?to=https://evil.example/&type=x`)
    expect(response.status).toBe(303)
    expect(response.headers.get('Location')).toMatch(
      /^https:\/\/example\.org\/handrail-demonstration\/demo-[a-z-]+\/walking-stick$/,
    )
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const counted = await clicks()
    expect(counted.reduce((sum, { n }) => sum + n, 0)).toBe(before + 1)
    expect(counted[0]).toMatchObject({
      pack: 'default',
      channel: 'web',
      subject: expect.stringMatching(/^walking-stick demo-/),
    })
    const columns = await stage.db.prepare('SELECT * FROM usage LIMIT 1').first<object>()
    expect(Object.keys(columns!)).toEqual(['day', 'pack', 'channel', 'event', 'subject', 'n'])
  })

  test('a product that does not fit this person leads nowhere; without an assessment only what is for everybody does', async () => {
    const { id } = (await stage.db
      .prepare("SELECT id FROM product WHERE type = 'toilet-frame' LIMIT 1")
      .first<{ id: string }>())!
    const who = await somebody(lowToilet)
    await who.get(`/out/${id}`)
    expect(who.status()).toBe(404)
    expect(who.page()).toContain('We do not show this product')
    const nobody = person(stage.app)
    expect((await nobody.get(`/out/${id}`)).status).toBe(303)
  })

  test.each(['/out/', '/out/nothing', '/out/0000000000000000', '/out/https:%2F%2Fevil.example', '/out/..%2Fadvice'])(
    '%s leads nowhere',
    async (path) => {
      const who = person(stage.app)
      const response = await who.get(path)
      expect(response.status).toBe(404)
      expect(response.headers.get('Location')).toBeNull()
    },
  )

  test('a look ahead, a HEAD and the sixty-first click of an hour are followed and not counted', async () => {
    const who = await somebody(unsteady)
    await who.get('/advice/products/walking-stick')
    const [path] = outs(who.page())
    const total = async () => (await clicks()).reduce((sum, { n }) => sum + n, 0)
    const before = await total()
    const head = await stage.app.request(`http://localhost${path}`, { method: 'HEAD' })
    const ahead = await stage.app.request(`http://localhost${path}`, {
      headers: { 'Sec-Purpose': 'prefetch;prerender' },
    })
    expect([head.status, ahead.status, await total()]).toEqual([303, 303, before])
    for (let n = 0; n < 70; n++) expect((await stage.app.request(`http://localhost${path}`)).status).toBe(303)
    expect(await total()).toBeLessThanOrEqual(60)
  })
})
