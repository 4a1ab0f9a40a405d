import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { finder } from '../../src/assessment/find.ts'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'

interface Phrase {
  readonly words: string
  readonly topics: readonly string[]
}

let library: Library
let halves: Record<string, readonly Phrase[]>
let find: ReturnType<typeof finder>
beforeAll(async () => {
  library = await compile()
  find = finder(library)
  const read = async (half: string) => parse(await readFile(`test/words/${half}.yaml`, 'utf8')) as Phrase[]
  halves = { seen: await read('seen'), aside: await read('aside') }
}, 60_000)

/** The share of a half, in per cent, of which a right topic is among the first so many. */
function share(half: string, first: number): number {
  const phrases = halves[half]!
  const found = phrases.filter(({ words, topics }) =>
    find(words, 'default')
      .slice(0, first)
      .some(({ id }) => topics.includes(id)),
  )
  return Math.round((found.length / phrases.length) * 1000) / 10
}

/** The lexicons were written without a look at the half that was set aside. */
describe.each([
  ['seen', 85, 95],
  ['aside', 85, 95],
] as const)('what people say, the half "%s"', (half, first, amongThree) => {
  test(`a right topic comes first for at least ${first} in 100, and among three for at least ${amongThree}`, () => {
    const figures = { first: share(half, 1), amongThree: share(half, 3) }
    console.log(`${half}: ${figures.first} % first (aim 85), ${figures.amongThree} % among three (aim 95)`)
    expect(figures.first, JSON.stringify(figures)).toBeGreaterThanOrEqual(first)
    expect(figures.amongThree, JSON.stringify(figures)).toBeGreaterThanOrEqual(amongThree)
  })
})

test('the set is large, names only topics that there are, and says nothing twice', () => {
  const all = Object.values(halves).flat()
  const ids = new Set(library.topics.map(({ id }) => id))
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(all.flatMap(({ topics }) => topics).filter((id) => !ids.has(id))).toEqual([])
  expect(new Set(all.map(({ words }) => words.toLowerCase())).size).toBe(all.length)
})

test.each([
  ["can't get off the loo", 'toilet'],
  ["mum's gone muddled", 'dementia'],
  ['banister', 'stairs'],
  ['settee', 'chair'],
])('“%s” finds %s first', (words, topic) => {
  expect(find(words, 'default')[0]?.id).toBe(topic)
})

test.each(['asdf qwerty', '!?', 'hello'])('“%s” finds nothing', (words) => {
  expect(find(words, 'default')).toEqual([])
})
