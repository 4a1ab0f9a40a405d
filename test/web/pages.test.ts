import { dialled, leftIn, longDate } from '../../src/content/phrases.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { speaker } from '../../src/content/words.ts'
import { bundle } from './stage.ts'

test.each([
  [0, 1, 'Last question'],
  [1, 1, 'Last question'],
  [2, 2, 'About 2 more questions'],
  [6, 6, 'About 6 more questions'],
  [4, 9, 'Between 4 and 9 more questions'],
  [1, 5, 'Up to 5 more questions'],
  [10, 90, 'At least 10 more questions. It depends on your answers'],
])('from %i to %i left: %s', async (leastLeft, mostLeft, text) => {
  const { library } = await bundle()
  expect(leftIn({ leastLeft, mostLeft }, speaker('en', library.messages))).toBe(text)
})

test('numbers to dial and dates to read', () => {
  expect(dialled('0800 1111 (under 19)')).toBe('08001111')
  expect(dialled('+44 20 7946 0000')).toBe('+442079460000')
  expect(longDate('2026-11-21')).toBe('21 November 2026')
  expect(longDate('soon')).toBe('soon')
})

/** All code of the pages as one text. */
async function sources(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name))
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
}

test('every interface string that a page names exists, and every one of ours is used', async () => {
  const code = (await sources('src/web')) + (await sources('src/content'))
  const { library } = await bundle()
  const known = [...library.messages.matchAll(/^(web-[\w-]+) =/gm)].map((found) => found[1]!)
  const named = [...code.matchAll(/'(web-[\w-]+)'/g)].map((found) => found[1]!)
  expect(named.filter((name) => !known.includes(name))).toEqual([])
  const prefixes = [...code.matchAll(/`(web-[\w-]*)\$\{[^}]+\}([\w-]*)`/g)].map(
    ([, before, after]) => new RegExp(`^${before}[\\w-]+${after}$`),
  )
  const unused = known.filter((name) => !named.includes(name) && !prefixes.some((prefix) => prefix.test(name)))
  expect(unused).toEqual([])
})

test('words stand in the interface strings, none in the pages', async () => {
  const code = await sources('src/web/pages')
  const inMarkup = [...code.matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<{}]*)</g)].map((found) => found[1])
  expect(inMarkup).toEqual([])
})

test('the colours of every pack can be read', async () => {
  const { library } = await bundle()
  for (const { id, colours } of Object.values(library.packs)) {
    expect(contrast(colours.brand, colours.onBrand), `${id} brand`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.link, '#ffffff'), `${id} link`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.link, '#eef2f1'), `${id} link on grey`).toBeGreaterThanOrEqual(4.5)
    expect(contrast(colours.button, '#ffffff'), `${id} button`).toBeGreaterThanOrEqual(4.5)
  }
})

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(a: string, b: string): number {
  const light = (colour: string): number => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    const [r, g, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!
  }
  const [low, high] = [light(a), light(b)].toSorted((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
