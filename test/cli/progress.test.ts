import { expect, test } from 'vitest'
import { progressText } from '../../src/cli/progress.ts'

test('how far an import has come: how many, what share, how fast, and how long it may still take', () => {
  expect(progressText('services', 1200, 0.24, 4)).toBe('1,200 services, 24 %, 300 a second, 13 s left')
  expect(progressText('services', 1200, undefined, 4)).toBe('1,200 services, 300 a second')
  expect(progressText('postcodes', 10, 0.0002, 10)).toBe('10 postcodes, 0 %, 1 a second, 14 h left')
  expect(progressText('products', 0, 0, 0)).toBe('0 products, 0 %, 0 a second')
})
