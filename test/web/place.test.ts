import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeTownIn } from '../directory/taken-in.ts'
import { person, walkTo, type Person } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await takeTownIn(stage.db, stage.bundle.library)
}, 60_000)
afterAll(() => stage.close())

async function atPlace(): Promise<Person> {
  const who = person(stage.app)
  await walkTo(who, 'place')
  return who
}

test('councils that share the first half come first in the list, and one of them is taken with the postcode still there', async () => {
  const who = await atPlace()
  await who.answer({ postcode: 'BB1', area: '' })
  expect(who.status()).toBe(422)
  const meant = /<optgroup label="These cover that postcode">(.*?)<\/optgroup>/.exec(who.page())?.[1] ?? ''
  expect(meant).toContain('Blackburn with Darwen Council')
  expect(meant).toContain('Lancashire County Council')
  expect(who.page().split('value="E06000008"'), 'each council stands in the list once').toHaveLength(2)
  await who.answer({ postcode: 'BB1', area: 'E06000008' })
  expect(who.path()).toBe('/advice')
})

test('a new postcode beats the council that was chosen before, which the form still holds', async () => {
  const who = await atPlace()
  await who.answer({ postcode: '', area: 'E06000008' })
  await who.get('/change/place?from=answers')
  expect(who.page()).toMatch(/<option value="E06000008" selected/)
  await who.answer({ postcode: 'PR7 1AB', area: 'E06000008' })
  await who.get('/answers')
  expect(who.page()).toContain('Lancashire County Council, Chorley Council')
  for (const page of ['/answers', '/change/place', '/advice', '/advice/text']) {
    await who.get(page)
    expect(who.page(), page).not.toMatch(/PR7 ?1AB/i)
  }
})

test('the advice says which of the two councils to ask', async () => {
  const who = person(stage.app)
  await walkTo(who, 'place', ['adaptations'])
  await who.answer({ postcode: 'PR7 1AB', area: '' })
  await walkOn(who)
  expect(who.page()).toContain('Where you live, ask Chorley Council')
  await who.get('/advice/text')
  expect(who.page()).toContain('Where you live, ask Chorley Council')
})

test('a postcode in Wales is told what to do, and the person can go on without a place', async () => {
  const who = await atPlace()
  await who.answer({ postcode: 'CH4 0AA', area: '' })
  expect(who.page()).toContain('In Wales, your local council can help')
  await who.answer({ exit: 'rather_not_say' })
  expect(who.path()).toBe('/advice')
})

async function walkOn(who: Person): Promise<void> {
  for (let step = 0; step < 5 && who.path() !== '/advice'; step++) await who.answer({ exit: 'not_sure' })
}
