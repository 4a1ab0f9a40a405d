import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Library } from '../../src/content/library.ts'
import { seedDemo } from '../../src/directory/products/seed.ts'
import type { Facts } from '../../src/advice/condition.ts'
import { client } from '../api/client.ts'
import { lowToilet, unsteady } from '../fixture/needs.ts'
import { walker } from '../api/walker.ts'
import { hasChromium, launch, serveStage, type Served } from './browser.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!hasChromium)('products', () => {
  let browser: Browser
  let served: Served & { readonly library: Library }
  beforeAll(async () => {
    browser = await launch()
    served = await serveStage({ config: { PACK: 'default' } }, (stage) =>
      seedDemo(stage.db, stage.bundle.library, Date.now()),
    )
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** Somebody's answers, given by another way, opened by their code. */
  async function opened(page: Page, answers: Facts): Promise<void> {
    const api = client({ request: (path, init) => fetch(served.url + path, init) })
    const one = await walker(api, { library: served.library, clock: { pass: () => {} } })
    await one.until('advice', answers)
    await page.goto(`${served.url}/resume`)
    await page.fill('#code', one.resumeCode)
    await page.click('button:text-is("Open my answers")')
    await page.waitForURL(/\/advice$/)
  }

  async function faults(page: Page): Promise<string[]> {
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
    return [
      ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
      ...violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 120)).join(' ')}`),
    ]
  }

  test.each([320, 1280])('at %i px: from the advice to the products and back, and axe finds nothing', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const elsewhere: string[] = []
    page.on('request', (request) => !request.url().startsWith(served.url) && elsewhere.push(request.url()))
    await opened(page, unsteady)
    await page.click('.see-products a')
    expect(await page.locator('h1').innerText()).toBe('Walking stick: what it can look like and what it costs')
    expect(await page.locator('.invented').innerText()).toContain('nothing to buy')
    expect(await faults(page)).toEqual([])
    for (const path of ['quad-stick', 'raised-toilet-seat']) {
      await page.goto(`${served.url}/advice/products/${path}`)
      expect(await faults(page)).toEqual([])
    }
    await page.click('text=Back to your advice')
    expect(await page.locator('h1').innerText()).toBe('Your advice')
    expect(elsewhere).toEqual([])
    await context.close()
  })

  test('where advice comes first the page names who gives it', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } })
    const page = await context.newPage()
    await opened(page, lowToilet)
    await page.click('a[href="/advice/products/raised-toilet-seat"]')
    expect(await page.locator('h1').innerText()).toContain('whom to ask')
    expect(await page.locator('a[href^="/out/"]').count()).toBe(0)
    expect(await faults(page)).toEqual([])
    await context.close()
  })

  test.each([true, false])('the way out tells the shop nothing, script %s', async (javaScriptEnabled) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, javaScriptEnabled })
    const page = await context.newPage()
    const sent: Array<Record<string, string>> = []
    await page.route('https://example.org/**', (route) => {
      sent.push(route.request().headers())
      return route.fulfill({ contentType: 'text/html', body: '<title>A shop</title>' })
    })
    await opened(page, unsteady)
    await page.goto(`${served.url}/advice/products/walking-stick`)
    await page.locator('a[href^="/out/"]').first().click()
    await page.waitForURL(/^https:\/\/example\.org\//)
    expect(sent).toHaveLength(1)
    expect(sent[0]).not.toHaveProperty('referer')
    expect(sent[0]).not.toHaveProperty('cookie')
    await context.close()
  })

  test('on paper nothing can be bought', async () => {
    const page = await browser.newPage()
    await opened(page, unsteady)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.see-products').first().isVisible()).toBe(false)
    await page.close()
  })
})
