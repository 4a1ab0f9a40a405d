import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import type { SafetyRule } from '../../src/content/schema.ts'
import { typed } from '../content/sayings.ts'
import { hasChromium, launch, serveStage, type Served } from './browser.ts'
import { answerUntil, begin, press } from './resident.ts'

/** An ordinary phone with its bars in sight, and the smallest that is still in use. */
const ORDINARY = { width: 390, height: 664 }
const SMALLEST = { width: 320, height: 568 }
const LONGEST = 8

describe.skipIf(!hasChromium)('an urgent action', () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    browser = await launch()
    served = await serveStage()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** A page without a script on which the words of an address are sent as those of the first page. */
  async function teller(): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false })
    await context.route('**/told?*', async (route) => {
      const words = new URL(route.request().url()).searchParams.get('words')!
      const response = await route.fetch({
        url: `${served.url}/find`,
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: served.url },
        postData: `pack=lancashire&words=${encodeURIComponent(words)}`,
      })
      await route.fulfill({ response })
    })
    return context.newPage()
  }

  test(
    'stands in sight with its number before anything is scrolled, also on the smallest phone',
    { timeout: 240_000 },
    async () => {
      const page = await teller()
      const out: string[] = []
      for (const { id, triggers } of longest((await compile()).safety)) {
        await page.goto(`${served.url}/told?words=${encodeURIComponent(typed(triggers[0]!))}`)
        for (const size of [ORDINARY, SMALLEST]) {
          await page.setViewportSize(size)
          for (const part of ['.urgent-action', '.phone-large']) {
            const box = await boxOf(page, part)
            const missing = part === '.urgent-action' && !box
            if (missing || (box && box.y + box.height > size.height))
              out.push(`${id}: ${part} is below the screen at ${size.width}, ${box?.y} + ${box?.height}`)
          }
        }
      }
      await page.context().close()
      expect(out).toEqual([])
    },
  )

  test('takes the focus and the title, so that a screen reader says it first', { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ viewport: ORDINARY })
    await page.goto(served.url)
    await page.fill('#words', 'stuck in the bath')
    await press(page, 'button:text-is("Find topics")')
    await press(page, 'button:text-is("Start")')
    await answerUntil(page, 'red-now')
    await page.check('input[value="chest"]')
    await press(page, 'button:text-is("Continue")')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('urgent-title')
    expect(await page.locator('h1').innerText()).toMatch(/^Chest pain/)
    expect(await page.title()).toMatch(/^Chest pain/)
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
    await page.close()
  })

  test('on paper the ways to call without speech stand open, and a private code is left out', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await begin(page, served.url)
    await answerUntil(page, 'red-worry')
    await page.check('input[value="harm"]')
    await press(page, 'button:text-is("Continue")')
    for (const value of ['yes', 'hit', 'none']) {
      if ((await page.locator('.urgent').count()) > 0) break
      await page.check(`input[name="answer"][value="${value}"]`)
      await press(page, 'button:text-is("Continue")')
    }
    for (const path of ['/question', '/advice']) {
      await page.goto(`${served.url}${path}`)
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByText('If you cannot hear or speak on the phone').isVisible()).toBe(true)
      expect(await page.getByText('Text 999, if your phone').isVisible()).toBe(true)
      expect(await page.locator('.code').count()).toBe(path === '/advice' ? 1 : 0)
      expect(await page.locator('.code:visible').count()).toBe(0)
      await page.emulateMedia({ media: 'screen' })
    }
    await context.close()
  })
})

const boxOf = async (page: Page, part: string) =>
  (await page.locator(part).count()) > 0 ? page.locator(part).boundingBox() : null

/** The rules with most words before the number, and of those with a way out above them: what is long for these fits for all. */
function longest(rules: readonly SafetyRule[]): SafetyRule[] {
  const length = ({ title, action }: SafetyRule): number => title.self.length + action.self.length
  const heard = rules.filter((rule) => rule.triggers.length > 0).toSorted((a, b) => length(b) - length(a))
  return [true, false].flatMap((sensitive) => heard.filter((rule) => rule.sensitive === sensitive).slice(0, LONGEST))
}
