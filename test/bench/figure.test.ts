import { expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import { prepare } from '../../src/assessment/content.ts'
import { figure, percentile } from './figure.ts'
import { walkThrough } from './walk.ts'

test('the median of an even number of runs lies between the two in the middle', () => {
  expect(percentile([4, 1, 3, 2], 50)).toBe(2.5)
  expect(percentile([9, 1, 5], 50)).toBe(5)
})

test('ten of a thousand times are longer than the 99th percentile', () => {
  const times = Array.from({ length: 1000 }, (_, n) => n + 1)
  expect(percentile(times, 99)).toBe(990)
})

test('a figure says whether its aim is met, and nothing where there is none', () => {
  expect(figure('answer', 'µs', [120, 80, 99.96], { atMost: 100 })).toEqual({
    name: 'answer',
    value: 100,
    unit: 'µs',
    aim: '<= 100',
    ok: true,
    runs: [120, 80, 100],
  })
  expect(figure('answers', '/s', [1999, 1500, 2500], { atLeast: 2000 })).toMatchObject({ aim: '>= 2000', ok: false })
  expect(figure('peer', '/s', [0.12345])).toMatchObject({ value: 0.123, aim: null, ok: null })
})

test('the walk that is measured leads through the real content to the advice, past every alarm', async () => {
  const walk = walkThrough(prepare(await compile()))
  expect(walk.length).toBeGreaterThanOrEqual(30)
  expect(walk.at(0)!.question).toBe('who')
  expect(walk.at(-1)!.question).toBe('place')
})
