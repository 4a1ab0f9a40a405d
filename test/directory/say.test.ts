import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { speaker } from '../../src/content/words.ts'
import { sayChecked, sayCost, sayHours, sayOpening, sayWhy } from '../../src/directory/say.ts'

const say = speaker('en', readFileSync('content/en/interface/directory.ftl', 'utf8'))

test('why a service is shown', () => {
  expect(
    (
      [
        { because: 'term', term: 'Carers' },
        { because: 'words', words: 'grab rail' },
        { because: 'near', km: 0.9 },
        { because: 'near', km: 1.7 },
        { because: 'near', km: 8.1 },
        { because: 'area' },
        { because: 'listed', feed: 'Bristol City Council' },
        { because: 'national' },
        { because: 'age', least: 60 },
        { because: 'age', most: 25 },
        { because: 'age', least: 18, most: 64 },
      ] as const
    ).map((why) => sayWhy(say, why)),
  ).toEqual([
    'It is listed under “Carers”',
    'What it says about itself has the words “grab rail”',
    'It is less than a mile from you',
    'It is about a mile from you',
    'It is about 5 miles from you',
    'It is for people in your area',
    'Bristol City Council lists it',
    'It is for people anywhere in England',
    'It is for people aged 60 and over',
    'It is for people aged 25 and under',
    'It is for people aged 18 to 64',
  ])
})

test('opening hours, price and the day of the last check', () => {
  const today = '2026-11-21'
  expect(sayOpening(say, { state: 'open', until: '17:30' }, today)).toBe('Open now, until 5.30pm')
  expect(sayOpening(say, { state: 'closed', opens: { date: today, at: '12:00' } }, today)).toBe(
    'Closed now. Opens today at midday',
  )
  expect(sayOpening(say, { state: 'closed', opens: { date: '2026-11-23', at: '09:00' } }, today)).toBe(
    'Closed now. Opens on Monday at 9am',
  )
  expect(sayOpening(say, { state: 'closed' }, today)).toBe('Closed now')
  expect(sayOpening(say, { state: 'unknown' }, today)).toBeUndefined()
  expect(sayHours(say, { days: [0, 1, 2, 3, 4], opens: '09:00', closes: '00:00' })).toBe(
    'Monday to Friday: 9am to midnight',
  )
  expect(sayHours(say, { days: [0, 2], opens: '10:15', closes: '12:00' })).toBe('Monday, Wednesday: 10.15am to midday')
  expect(
    sayCost(say, {
      text: 'Ask us.',
      options: [
        { id: 'x', option: 'A visit', amount: 15.5 },
        { id: 'y', amount: 0 },
      ],
    }),
  ).toEqual(['Ask us.', 'A visit: £15.50', 'Free'])
  const date = (iso: string) => iso
  expect(sayChecked(say, { assured: today, stale: false }, date)).toBe('Last checked on 2026-11-21')
  expect(sayChecked(say, { stale: true }, date)).toMatch(/^We do not know when/)
})
