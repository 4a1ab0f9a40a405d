import { expect, test } from 'vitest'
import { figuresIn, withFigures } from '../../src/content/figures.ts'
import { figure } from '../../src/content/schema.ts'

const figures = {
  rate: figure.parse({
    id: 'rate',
    value: '£10 a week',
    otherwise: 'a weekly sum',
    from: '2026-04-06',
    until: '2027-04-05',
    source: 'OK',
  }),
}
const text = 'You may get {rate}.'

test.each([
  ['the first day', '2026-04-06', 'You may get £10 a week.'],
  ['the last day', '2027-04-05', 'You may get £10 a week.'],
  ['the day before', '2026-04-05', 'You may get a weekly sum.'],
  ['the day after', '2027-04-06', 'You may get a weekly sum.'],
])('a figure on %s of its year', (_, today, told) => {
  expect(withFigures(figures, text, today)).toBe(told)
})

test('the figures of a text are found, so that none is named that is not there', () => {
  expect(figuresIn('{rate} or {other-rate}, never {Rate}')).toEqual(['rate', 'other-rate'])
})
