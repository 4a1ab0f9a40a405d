import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHtml } from '../../src/telegram/emulator/entities.ts'
import { split } from '../../src/telegram/split.ts'

describe('where a long text is cut', () => {
  const words = (n: number): string => Array.from({ length: n }, () => 'word').join(' ')

  test('a text that fits stays as it is', () => {
    expect(split('<b>Call 999</b> &amp; wait')).toEqual(['<b>Call 999</b> &amp; wait'])
    expect(split(' \n ')).toEqual([])
  })

  test('between sections where it can, else between lines, sentences, words', () => {
    expect(split(`${words(8)}\n\n${words(8)}\n${words(8)}`, 90)).toEqual([words(8), `${words(8)}\n${words(8)}`])
    expect(split(`${words(8)}\n${words(8)}. ${words(8)}`, 90)).toEqual([words(8), `${words(8)}. ${words(8)}`])
    expect(split(`One thing first. Then another thing.`, 20)).toEqual(['One thing first.', 'Then another thing.'])
    expect(split(`one two three four`, 8)).toEqual(['one two', 'three', 'four'])
  })

  test('a scrap is not worth a message of its own', () => {
    expect(split(`Hi\n\n${words(20)}. End.`, 60)[0]).not.toBe('Hi')
  })

  test('what is bold stays bold on both sides, and a link leads on', () => {
    expect(split('<b>one two</b> three', 5)).toEqual(['<b>one</b>', '<b>two</b>', 'three'])
    expect(split('<a href="https://a.uk/?x=1&amp;y=2">one two</a>', 5)).toEqual([
      '<a href="https://a.uk/?x=1&amp;y=2">one</a>',
      '<a href="https://a.uk/?x=1&amp;y=2">two</a>',
    ])
  })

  test('an entity counts as what it shows, and is never broken', () => {
    expect(split('&lt;&lt;&lt;&amp;&#128117;', 4)).toEqual(['&lt;&lt;&lt;&amp;', '&#128117;'])
  })

  test('a word without end is cut between characters as they are seen', () => {
    expect(split('👩‍🦽👩‍🦽👩‍🦽', 7)).toEqual(['👩‍🦽', '👩‍🦽', '👩‍🦽'])
  })
})

describe('any text', () => {
  const word = fc.oneof(
    fc.constantFrom('bath', 'stairs.', 'Who?', '£30', '&amp;', '&lt;', '&#128117;', '👩‍🦽', 'e\u0301'),
    fc.string({ unit: fc.constantFrom('a', 'é', '👵'), minLength: 1, maxLength: 30 }),
  )
  const gap = fc.constantFrom(' ', ' ', '\n', '\n\n', '')
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc
      .array(
        fc.tuple(
          fc.oneof(
            { maxDepth: 2, depthIdentifier: 'tags' },
            word,
            tie('html').map((inner) => `<b>${inner}</b>`),
            tie('html').map((inner) => `<i>${inner}</i>`),
            tie('html').map((inner) => `<a href="https://a.uk/">${inner}</a>`),
          ),
          gap,
        ),
        { maxLength: 6 },
      )
      .map((parts) => parts.flat().join('')),
  }))
  const plain = (text: string): string => readHtml(text).text

  test('comes whole, in pieces that Telegram takes', () => {
    fc.assert(
      fc.property(html, fc.integer({ min: 12, max: 120 }), (text, limit) => {
        const pieces = split(text, limit)
        for (const piece of pieces) {
          expect(plain(piece).length).toBeLessThanOrEqual(limit)
          expect(plain(piece).trim()).not.toBe('')
          expect(plain(piece)).toBe(plain(piece).trim())
        }
        const bare = (whole: string): string => whole.replaceAll(/\s/g, '')
        expect(bare(pieces.map(plain).join(''))).toBe(bare(plain(text)))
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  test('keeps every character in the style that it had', () => {
    const styled = (text: string): string[] => {
      const read = readHtml(text)
      return [...read.text].flatMap((sign, at) => {
        const index = [...read.text].slice(0, at).join('').length
        if (/\s/.test(sign)) return []
        const styles = read.entities.filter((one) => one.offset <= index && index < one.offset + one.length)
        return [`${sign} ${[...new Set(styles.map((one) => one.type))].toSorted().join()}`]
      })
    }
    fc.assert(
      fc.property(html, (text) => {
        expect(split(text, 20).flatMap(styled)).toEqual(styled(text))
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
})
