import { beforeAll, describe, expect, test } from 'vitest'
import type { AskedQuestion } from '../../src/assessment/view.ts'
import type { Library } from '../../src/content/library.ts'
import { digitsFor } from '../../src/telegram/number-words.ts'
import { understand } from '../../src/telegram/understand.ts'
import { bundle } from '../fixture/bundle.ts'

let library: Library
beforeAll(async () => {
  ;({ library } = await bundle())
})

/** A question as it is asked of the person themselves. */
function asked(id: string): AskedQuestion {
  const { ask, spoken, short, kind, options, unit, min, max, allow } = library.questions[id]!
  return {
    id,
    topic: 'x',
    text: ask.self,
    say: spoken,
    short,
    kind,
    options: options.map((option) => ({
      id: option.id,
      label: option.label.self,
      ...(option.alone ? { alone: true } : {}),
    })),
    ...(unit ? { unit } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    allow,
  }
}

function reading(id: string, typed: string, numbered = false) {
  const question = asked(id)
  const shown = (question.options ?? []).map((option) => ({ ...option, words: option.label }))
  return understand(question, typed, { shown, numbered, councils: library.councils })
}

describe('what is typed in place of a press', () => {
  test.each([
    ['walk-ramp-helper', 'yes', 'yes'],
    ['walk-ramp-helper', 'Yeah!', 'yes'],
    ['walk-ramp-helper', 'nope', 'no'],
    ['bath-legs', 'not sure', 'not_sure'],
    ['bath-legs', 'no idea', 'not_sure'],
    ['bath-legs', "I don't know", 'not_sure'],
    ['bath-legs', 'rather not say', 'rather_not_say'],
    ['housework-bed', 'about once a month', 'month'],
  ])('%s: “%s” is %s', (id, typed, answer) => {
    const read = reading(id, typed)
    if (id === 'housework-bed') {
      const option = library.questions[id]!.options.find(({ label }) => label.self === 'About once a month')!
      expect(read).toEqual({ kind: 'answer', answer: option.id })
    } else expect(read).toEqual({ kind: 'answer', answer })
  })

  test('“can’t” to a question whether somebody can is no, and never a guess between several', () => {
    const read = reading('bath-legs', "can't")
    const no = library.questions['bath-legs']!.options.filter(
      ({ id, label }) => id === 'no' || /^no\b/i.test(label.self) || /can.?not|can’t|can't/i.test(label.self),
    )
    if (no.length === 1) expect(read).toEqual({ kind: 'answer', answer: no[0]!.id })
    else expect(read.kind).toBe('perhaps')
  })

  test.each([
    ['knee-height', '43', 43],
    ['knee-height', '43cm', 43],
    ['knee-height', '17 in', 43.2],
    ['knee-height', 'about 43 cm', 43],
    ['knee-height', 'forty three centimetres', 43],
    ['knee-height', 'one foot five', 43.2],
  ])('%s: “%s” is %s', (id, typed, answer) => {
    expect(reading(id, typed)).toEqual({ kind: 'answer', answer })
  })

  test('what fits two options is asked back, and what fits none is not guessed', () => {
    const several = reading('chair-type', 'chair')
    expect(several.kind).toBe('perhaps')
    expect(reading('chair-type', 'an armchair')).toMatchObject({ kind: 'answer' })
    expect(reading('chair-type', 'bananas and custard')).toEqual({ kind: 'nothing' })
  })

  test('several named options of a list are ticked, and left for the person to send', () => {
    const [first, second] = asked('bath-hard').options!
    expect(reading('bath-hard', `${first!.label}, ${second!.label}`)).toEqual({
      kind: 'ticks',
      options: [first!.id, second!.id],
    })
  })

  test('numbers of a numbered list are its options; without numbers in sight they are nothing', () => {
    const options = asked('bath-hard').options!
    expect(reading('bath-hard', '1 and 3', false)).toMatchObject({ kind: 'nothing' })
    expect(reading('bath-hard', '1, 3', true)).toEqual({ kind: 'ticks', options: [options[0]!.id, options[2]!.id] })
  })

  test('“none” is the option that stands alone', () => {
    expect(reading('red-now', 'none of them')).toEqual({ kind: 'answer', answer: ['none'] })
  })

  test('a way to pass that is not offered is answered with those that are', () => {
    const question = Object.values(library.questions).find(
      ({ kind, allow }) => kind === 'single' && allow.length === 1 && allow[0] === 'rather_not_say',
    )
    if (question) expect(reading(question.id, 'no idea')).toEqual({ kind: 'perhaps', options: ['rather_not_say'] })
    expect(reading('red-now', 'not sure')).toEqual({ kind: 'nothing' })
  })

  test('a postcode, a council’s name, and part of one', () => {
    expect(reading('place', 'pr7 1ab')).toEqual({ kind: 'answer', answer: { postcode: 'pr7 1ab' } })
    const leeds = library.councils.find(({ name }) => name === 'Leeds')
    if (leeds) expect(reading('place', 'leeds')).toEqual({ kind: 'answer', answer: { area: leeds.id } })
    expect(reading('place', 'blackb')).toMatchObject({ kind: 'perhaps', options: ['E06000008'] })
  })
})

test.each([
  ['five foot three', '5 foot 3'],
  ['twelve stone four', '12 stone 4'],
  ['a hundred and two', '102'],
  ['twenty-one inches', '21 inches'],
  ['twelve and a half', '12.5'],
  ['43 cm', '43 cm'],
  ['no number at all', 'no number at all'],
])('“%s” in digits is “%s”', (words, digits) => {
  expect(digitsFor(words)).toBe(digits)
})
