import { describe, expect, test } from 'vitest'
import { nationOf, numberOf, readPostcode, SECTOR_SIZE } from '../../src/directory/postcode.ts'

describe('a postcode as people type it', () => {
  test.each([
    ['PR7 1AB', 'PR7', '1AB'],
    ['pr7 1ab', 'PR7', '1AB'],
    ['PR71AB', 'PR7', '1AB'],
    ['  p r 7 1 a b ', 'PR7', '1AB'],
    ['PR7-1AB.', 'PR7', '1AB'],
    ['ＰＲ７ １ＡＢ', 'PR7', '1AB'],
    ['M1 1AE', 'M1', '1AE'],
    ['CR2 6XH', 'CR2', '6XH'],
    ['DN55 1PT', 'DN55', '1PT'],
    ['W1A 1HQ', 'W1A', '1HQ'],
    ['EC1A 1BB', 'EC1A', '1BB'],
    ['PR0 2AB', 'PR0', '2AB'],
  ])('%s is whole', (typed, outward, inward) => {
    expect(readPostcode(typed)).toEqual({ outward, inward })
  })

  test.each([
    ['PR7', 'PR7'],
    ['pr7', 'PR7'],
    ['PR7 1', 'PR7'],
    ['PR7 1A', 'PR7'],
    ['EC1A', 'EC1A'],
    ['b1', 'B1'],
  ])('%s is a first half', (typed, outward) => {
    expect(readPostcode(typed)).toEqual({ outward })
  })

  test.each([
    ['the letter O for a zero', 'PRO 2AB', 'PR0', '2AB'],
    ['a zero for the letter O', '0L1 1AA', 'OL1', '1AA'],
    ['a zero within the letters', 'P07 1AB', 'PO7', '1AB'],
    ['the same before two digits', 'S014 1AB', 'SO14', '1AB'],
    ['the letter I for a one', 'PR7 IAB', 'PR7', '1AB'],
    ['a small L for a one', 'prl 2ab', 'PR1', '2AB'],
    ['the letter O in the second half', 'BB1 OAA', 'BB1', '0AA'],
    ['the letter S for a five', 'BBS 1AA', 'BB5', '1AA'],
    ['an eight for a B in the second half', 'PR7 1A8', 'PR7', '1AB'],
  ])('%s is understood: %s', (_, typed, outward, inward) => {
    expect(readPostcode(typed)).toEqual({ outward, inward })
  })

  test.each([
    '',
    'my house',
    'Chorley',
    '12345',
    'PR7 1ABC',
    'PR7 AB1',
    'PR7 1IO',
    'P',
    '7',
    'PR777 1AB',
    '🏠',
    'x'.repeat(1000),
  ])('%j is none', (typed) => {
    expect(readPostcode(typed)).toBeNull()
  })
})

test('every postcode of a sector has a number of its own', () => {
  const letters = [...'ABDEFGHJLNPQRSTUWXYZ']
  const numbers = letters.flatMap((a) => letters.map((b) => numberOf(`1${a}${b}`)))
  expect(new Set(numbers).size).toBe(SECTOR_SIZE)
  expect(Math.min(...numbers)).toBe(0)
  expect(Math.max(...numbers)).toBe(SECTOR_SIZE - 1)
  expect(numberOf('1CA')).toBe(-1)
})

test.each([
  ['EH1', 'S'],
  ['G1', 'S'],
  ['BT7', 'N'],
  ['CF10', 'W'],
  ['JE2', 'L'],
  ['IM1', 'M'],
  ['PR7', undefined],
  ['CH4', undefined],
  ['GL50', undefined],
])('%s lies in nation %s by its letters alone', (outward, nation) => {
  expect(nationOf(outward)).toBe(nation)
})
