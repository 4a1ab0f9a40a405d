import { describe, expect, test } from 'vitest'
import { readability } from '../../src/content/readability.ts'

describe('how hard a text is to read', () => {
  test.each<[string, number, number]>([
    ['Sit down to wash.', 5, 5],
    ['Ask someone to stay with you while you have a bath.', 5, 8],
    ['Run the cold water first, then the hot. Test it with your elbow. Dry your feet before you step out.', 5, 7],
    ['Equipment provision necessitates multidisciplinary consideration of environmental circumstances.', 25, 60],
  ])('“%s” reads at %d to %d', (text, least, most) => {
    expect(readability(text).age).toBeGreaterThanOrEqual(least)
    expect(readability(text).age).toBeLessThanOrEqual(most)
  })

  test('long words and long sentences both make it harder', () => {
    const plain = readability('Get help to fit the rail. Do not lean on it until it is firm.').age
    expect(readability('Get help to fit the rail and do not lean on it until it is firm.').age).toBeGreaterThan(plain)
    expect(readability('Get assistance installing the rail. Avoid applying pressure until stability is established.').age).toBeGreaterThan(plain)
  })

  test('words that every reader knows do not count as hard, though they are long', () => {
    expect(readability('Ask for an assessment of the equipment by the council.').age).toBeLessThan(
      readability('Ask for an evaluation of the apparatus by the authorities.').age,
    )
  })
})

describe('counting', () => {
  test.each<[string, number, number]>([
    ['One two three. Four five!', 5, 3],
    ['Ring 111: say what has changed; do not wait.', 9, 4],
    ['Lines\nstand alone', 3, 2],
    ["Don't lean on it, it isn’t firm.", 7, 7],
    ['A step of 2.5 cm is too high.', 8, 8],
    ['', 0, 0],
    ['…!?', 0, 0],
  ])('“%s” has %d words, %d in its longest sentence', (text, words, longestSentence) => {
    expect(readability(text)).toMatchObject({ words, longestSentence })
  })

  test('a text of nothing is easy', () => {
    expect(readability('').age).toBe(5)
  })
})
