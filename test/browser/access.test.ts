import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, serveStage, type Served } from './browser.ts'
import { eachKind, KEY } from './pages.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.skipIf(!hasChromium)('access', () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    browser = await launch()
    served = await serveStage({ config: { EDITOR_KEY: KEY } })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** What axe finds, what scrolls sideways and what the browser complains of, on every kind of page. */
  async function faults(width: number, script: boolean): Promise<string[]> {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    // Axe needs a page that can run scripts, so ours is kept out; journey.test.ts switches them off altogether.
    if (!script) await context.route('**/*.js', (route) => route.abort())
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(`script: ${error.message}`))
    page.on('console', (line) => line.text().includes('Content Security') && wrong.push(line.text()))
    await eachKind(page, served.url, async (name) => {
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (sideways > 0) wrong.push(`${name}: scrolls sideways by ${sideways} px`)
      // The editors' page is large and the same at every width, so axe reads it once.
      if (name === 'flows' && !(width === 1280 && script)) return
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
      for (const { id, nodes } of violations)
        wrong.push(`${name}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`)
    })
    await context.close()
    return wrong
  }

  // Our script changes no width, so the pages without it are read once, where there is least room.
  test.each([
    ['with', 320],
    ['without', 320],
    ['with', 390],
    ['with', 1280],
  ] as const)(
    '%s our script at %i px: axe finds nothing, nothing scrolls sideways',
    { timeout: 300_000 },
    async (script, width) => expect(await faults(width, script === 'with')).toEqual([]),
  )

  // 480 px at one and a half times the text is a 320 px phone.
  test('text spacing, large text and forced colours lose nothing', { timeout: 240_000 }, async () => {
    const context = await browser.newContext({
      viewport: { width: 480, height: 800 },
      bypassCSP: true,
      forcedColors: 'active',
    })
    const page = await context.newPage()
    const wrong: string[] = []
    await eachKind(page, served.url, async (name) => {
      if (name === 'flows') return
      await page.addStyleTag({
        content: `html { font-size: 150% } * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
          p { margin-bottom: 2em !important }`,
      })
      const lost = await page.evaluate(() => {
        const cut = [...document.querySelectorAll<HTMLElement>('main *, .help *')].filter(
          (element) =>
            getComputedStyle(element).overflow === 'hidden' &&
            element.scrollHeight > element.clientHeight + 2 &&
            !element.className.includes('hidden'),
        )
        return {
          sideways: document.documentElement.scrollWidth - window.innerWidth,
          cut: cut.map((one) => one.outerHTML.slice(0, 100)),
        }
      })
      if (lost.sideways > 0) wrong.push(`${name}: scrolls sideways by ${lost.sideways} px`)
      if (lost.cut.length > 0) wrong.push(`${name}: cut off ${lost.cut.join(' ')}`)
      await page.reload()
    }).catch((error: Error) => wrong.push(error.message))
    expect(wrong).toEqual([])
    await context.close()
  })

  test('everything that can be tapped is large enough', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } })
    const page = await context.newPage()
    const small: string[] = []
    await eachKind(page, served.url, async (name) => {
      if (name === 'flows') return
      const found = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            '.govuk-button, summary, .tile, .phone-large, select, input[type=text], textarea',
          ),
        ]
          .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 40)
          .map((element) => `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().height}`),
      )
      small.push(...found.map((one) => `${name}: ${one}`))
    })
    expect(small).toEqual([])
    await context.close()
  }, 240_000)
})
