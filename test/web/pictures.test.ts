import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseHtml, type Element } from '../scenario/html.ts'
import { anyAnswer, person, walkTo } from './person.ts'
import { openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const within = (element: Element): Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...within(child)]))
const drawings = (page: string): Array<Element['attributes']> =>
  within(parseHtml(page))
    .filter(({ tag }) => tag === 'img')
    .map(({ attributes }) => attributes)
const drawing = (page: string, id: string) =>
  drawings(page).find(({ src }) => src!.startsWith(`/assets/${id}-`) && /-[0-9a-f]{16}\.svg$/.test(src!))

type Answers = Readonly<Record<string, string | readonly string[]>>

/** Answer until the question named, or until the advice; what is not given passes as "none" or "not sure". */
async function pageOf(topics: readonly string[], answers: Answers, question?: string): Promise<string> {
  const who = person(stage.app)
  await walkTo(who, 'matters', topics)
  for (let step = 0; step < 90 && who.path() !== '/advice' && who.question() !== question; step++) {
    const answer = answers[who.question()]
    await who.answer(answer ? { answer } : anyAnswer(who.page()))
  }
  expect(question ? who.question() : who.path()).toBe(question ?? '/advice')
  return who.page()
}

/** Finds the side of the bath and the armchair hard, and everything needed for a board is in place. */
const BATHER: Answers = {
  'bath-hard': ['over', 'up'],
  sitbal: 'yes',
  'bath-legs': 'both',
  'bath-shape': 'steel',
  'bath-rims': 'yes',
  'bath-stuck': 'no',
  'bath-lifted': 'no',
  memory: 'yes',
  blackouts: 'no',
  'hip-rules': 'no',
  stand: 'arms',
  weight: 'under-100',
}
const SITTER: Answers = {
  'toilet-hard': ['up', 'down'],
  'toilet-feet': 'knees-up',
  'toilet-sit': 'straight',
  'chair-hard': 'up',
  'chair-type': 'armchair',
  'chair-feet': 'knees-up',
  'knee-height': '45 cm',
  stand: 'arms',
}

describe('drawings on the advice page', () => {
  test('someone who cannot step over the bath sees a bath board', async () => {
    const page = await pageOf(['bath'], BATHER)
    expect(drawing(page, 'bath-board')).toMatchObject({ alt: '' })
  })

  test('each type that is drawn has its own drawing in its own box, and nothing jumps when it arrives', async () => {
    const items = within(parseHtml(await pageOf(['bath'], BATHER))).filter(
      ({ attributes: { class: name } }) => name === 'item',
    )
    const boxes = items.map((item) => ({
      id: item.attributes['aria-labelledby']!.replace('item-', ''),
      images: within(item).filter(({ tag }) => tag === 'img'),
    }))
    const drawn = boxes.filter(({ id }) => stage.bundle.assets.pictures[id])
    expect(drawn.length).toBeGreaterThan(1)
    for (const { id, images } of drawn) {
      expect(images.map(({ attributes }) => attributes.src)).toEqual([
        expect.stringMatching(new RegExp(`^/assets/${id}-[0-9a-f]{16}\\.svg$`)),
      ])
      expect(images[0]!.attributes).toMatchObject({ loading: 'lazy', width: '112', height: '112' })
    }
    for (const { images } of boxes.filter((box) => !drawn.includes(box))) expect(images).toEqual([])
  })

  test('a drawing whose name stands beside it is silent; one that is called otherwise says what it is', async () => {
    const names = new Map(stage.bundle.library.equipment.map(({ id, name }) => [id, name]))
    for (const { src, alt } of drawings(await pageOf(['bath', 'chair', 'toilet'], { ...BATHER, ...SITTER }))) {
      const id = /^\/assets\/(.+)-[0-9a-f]{16}\.svg$/.exec(src!)![1]!
      const title = /<title[^>]*>([^<]*)</.exec(stage.bundle.assets.pictures[id]!)![1]!
      expect(alt).toBe(names.get(id)!.toLowerCase().includes(title.toLowerCase()) ? '' : title)
    }
  })
})

describe('drawings of how to measure', () => {
  test.each([
    ['knee-height', 'chair', 'measure-knee', 'crease behind the knee'],
    ['chair-seat-height', 'chair', 'measure-chair-seat', 'top of the seat'],
    ['toilet-seat-height', 'toilet', 'measure-toilet-seat', 'toilet'],
  ])('%s shows how, and says it in words', async (question, topic, id, words) => {
    const shown = drawing(await pageOf([topic], SITTER, question), id)
    expect(shown?.alt).toContain(words)
    expect(shown?.alt).toContain('arrow')
    expect(Number(shown?.width)).toBeLessThanOrEqual(240)
  })

  test('a question that measures nothing has no drawing', async () => {
    expect(drawings(await pageOf(['bath'], {}, 'bath-wish'))).toEqual([])
  })
})

describe('the files', () => {
  const fileOf = async (): Promise<string> =>
    drawing(await pageOf(['chair'], SITTER, 'knee-height'), 'measure-knee')!.src!

  test('are kept for good, as what they are, and may run nothing', async () => {
    const response = await stage.app.request(await fileOf())
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(response.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'/)
    expect(await response.text()).toMatch(/^<svg /)
  })

  test.each(['/assets/measure-knee.svg', '/assets/nothing-0123456789abcdef.svg', '/assets/constructor'])(
    '%s is a page that is not found',
    async (path) => {
      expect((await stage.app.request(path)).status).toBe(404)
    },
  )

  test('the pages that show them allow no more than before', async () => {
    const who = person(stage.app)
    await walkTo(who, 'knee-height', ['chair'])
    const policy = (await who.get('/question')).headers.get('Content-Security-Policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("style-src 'self';")
    expect(policy).toContain("img-src 'self' data:;")
  })

  test('neither the API nor a kept version of the content carries them', () => {
    expect(JSON.stringify(stage.bundle.library)).not.toContain('<svg')
  })
})
