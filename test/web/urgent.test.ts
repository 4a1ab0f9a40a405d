import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SafetyRule } from '../../src/content/schema.ts'
import { typed } from '../content/sayings.ts'
import { hidden, person, walkTo, type Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
let rules: readonly SafetyRule[]
beforeAll(async () => {
  stage = await openStage()
  rules = stage.bundle.library.safety
})
afterAll(() => stage.close())

const someone = (): Person => person(stage.app)
const titleOf = (page: string): string | undefined => /<title>([^<]*)<\/title>/.exec(page)?.[1]
/** As the page writes them. */
const written = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

async function inOwnWords(words: string): Promise<string> {
  const who = someone()
  await who.send('/find', { words, pack: 'lancashire' })
  return who.page()
}

describe('without a script', () => {
  test('whatever own words raise comes as a page of its own: what to do, the number to tap, and nothing to buy', async () => {
    const mute: string[] = []
    for (const { id, action, phone, triggers } of rules.filter((rule) => rule.triggers.length > 0)) {
      const page = await inOwnWords(typed(triggers[0]!))
      const told = page.includes('class="urgent"') && page.includes(written(action.self))
      const tapped = phone === undefined || page.includes(`href="tel:${phone.replaceAll(' ', '')}"`)
      if (!told || !tapped || page.includes('type="checkbox"') || page.includes('£')) mute.push(id)
    }
    expect(mute).toEqual([])
  })

  test('words of abuse and of despair are answered under a title that tells nothing, with a way out', async () => {
    const private_ = rules.filter((rule) => rule.sensitive && rule.triggers.length > 0)
    expect(private_.length).toBeGreaterThan(10)
    const loud: string[] = []
    for (const { id, triggers } of private_) {
      const page = await inOwnWords(typed(triggers[0]!))
      if (titleOf(page) !== 'Guide' || !page.includes('href="/leave"')) loud.push(id)
    }
    expect(loud).toEqual([])
  })

  test('an illness and abuse told in one breath are private too, also on the page of topics that follows', async () => {
    const words = 'I have chest pain because he hits me'
    const who = someone()
    for (const seen of ['', 'yes']) {
      await who.send('/find', { words, pack: 'lancashire', seen })
      expect([titleOf(who.page()), who.page().includes('href="/leave"')]).toEqual(['Guide', true])
    }
    await who.send('/find', { words: 'I have chest pain', pack: 'lancashire' })
    expect(titleOf(who.page())).toContain('Chest pain')
  })

  test('words are heard with the rules of the council whose page it is', async () => {
    const chest = rules.find(({ id }) => id === 'M2')!
    const own = { ...chest, id: 'L1', triggers: ['zeppelin'] }
    const flooded = await openStage({
      library: (real) => ({
        ...real,
        packs: { ...real.packs, cambridgeshire: { ...real.packs.cambridgeshire!, safety: [own] } },
      }),
    })
    const raised = async (pack: string): Promise<boolean> => {
      const who = person(flooded.app)
      await who.send('/find', { words: 'a zeppelin', pack })
      return who.page().includes('class="urgent"')
    }
    expect([await raised('cambridgeshire'), await raised('lancashire')]).toEqual([true, false])
    const who = person(flooded.app)
    await walkTo(who, 'topics', ['bath'], { pack: 'cambridgeshire', said: 'a zeppelin' })
    expect(who.page()).toContain('class="urgent"')
    await flooded.close()
  })

  test('the code of somebody who told of abuse is shown only on asking, and never on paper', async () => {
    const who = someone()
    await walkTo(who, 'red-worry')
    await who.answer({ answer: 'harm' })
    await who.answer({ answer: 'yes' })
    await who.answer({ answer: 'hit' })
    await who.answer({ answer: 'none' })
    for (const path of ['/advice', '/answers']) {
      await who.get(path)
      const box = /<section class="code-box no-print" id="code".*?<\/section>/s.exec(who.page())![0]
      expect(box).toMatch(/<details[^>]*><summary.*Show my code.*<\/summary>.*class="code"/s)
      expect(box).not.toMatch(/<details[^>]* open/)
    }
    const other = someone()
    await walkTo(other, 'bath-hard')
    await other.get('/answers')
    expect(other.page()).toContain('class="code"')
    expect(other.page()).not.toContain('Show my code')
  })

  test('what somebody does to you is not told by the title of the action or of the advice', async () => {
    const who = someone()
    await walkTo(who, 'red-worry')
    await who.answer({ answer: 'harm' })
    await who.answer({ answer: 'yes' })
    await who.answer({ answer: 'hit' })
    await who.answer({ answer: 'none' })
    expect(who.page()).toContain('class="urgent"')
    expect([titleOf(who.page()), who.page().includes('href="/leave"')]).toEqual(['Guide', true])
    await who.send('/continue', { seq: hidden(who.page(), 'seq') })
    await who.send('/finish', { seq: hidden(who.page(), 'seq') })
    expect(who.path()).toBe('/advice')
    expect([titleOf(who.page()), who.page().includes('href="/leave"')]).toEqual(['Guide', true])
  })
})

test('whoever cannot hear or speak reads how to call, with every action that calls, on the page and as text', async () => {
  const ways = ['999bsl.co.uk', 'Text 999', 'call 18000', 'press 55']
  const missing = (page: string): string[] => ways.filter((way) => !page.includes(way))
  for (const { triggers } of rules.filter(
    ({ code, triggers }) => !['GP2', 'STOP'].includes(code) && triggers.length > 0,
  ))
    expect(missing(await inOwnWords(typed(triggers[0]!))), triggers[0]).toEqual([])
  const who = someone()
  await walkTo(who, 'red-now')
  await who.answer({ answer: 'chest' })
  for (const path of ['/question', '/advice', '/advice/text']) {
    await who.get(path)
    expect(missing(who.page()), path).toEqual([])
  }
  const well = someone()
  await walkTo(well)
  expect(missing(well.page())).toEqual(ways)
})

describe('an action that has not been gone on from', () => {
  const inDanger = async (): Promise<Person> => {
    const who = someone()
    await walkTo(who, 'red-now')
    await who.answer({ answer: 'chest' })
    return who
  }

  test('is the first thing that whoever comes back with the code sees', async () => {
    const who = await inDanger()
    await who.get('/answers')
    const code = /<\/span>([\w-]+)<\/p>/.exec(who.page())![1]!
    const other = someone()
    await other.send('/resume', { code })
    expect(other.page()).toContain('class="urgent"')
    expect(other.page()).toContain('href="tel:999"')
  })

  test('is shown once more to an impatient finger, and cannot be taken away by an older tab', async () => {
    const who = someone()
    await walkTo(who, 'red-now')
    const older = { seq: hidden(who.page(), 'seq'), question: 'red-now' }
    await who.answer({ answer: 'chest' })
    for (const answer of ['chest', 'none']) {
      await who.send('/answer', { ...older, answer })
      await who.get('/question')
      expect(who.page()).toContain('class="urgent"')
      expect(who.page()).toContain('href="tel:999"')
    }
  })

  test('stands before the advice, which says nothing else meanwhile', async () => {
    const who = await inDanger()
    await who.get('/advice')
    expect(who.page()).toContain('Call 999 now')
    expect(who.page()).not.toContain('Do these first')
  })
})

test('999 can be tapped on every page, also on one that says that something went wrong', async () => {
  const PATHS = ['/', '/question', '/advice', '/answers', '/resume', '/about', '/privacy', '/accessibility', '/nowhere']
  for (const path of PATHS) {
    const who = someone()
    await who.get(path)
    expect(who.page(), path).toContain('href="tel:999"')
  }
})
