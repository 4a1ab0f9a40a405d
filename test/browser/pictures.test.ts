/* oxlint-disable vitest/expect-expect -- it makes pictures and proves nothing */
import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { hasChromium, launch, serveStage, type Served } from './browser.ts'
import { answerUntil, begin, press } from './resident.ts'

const FOLDER = 'docs/pictures'

/** Pictures for the README, made anew with `PICTURES=1 vitest run --project browser pictures`. */
describe.skipIf(!hasChromium || !process.env.PICTURES)('pictures', () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    await mkdir(FOLDER, { recursive: true })
    browser = await launch()
    served = await serveStage()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const picture = (page: Page, name: string, height: number) =>
    page.screenshot({
      path: `${FOLDER}/${name}.png`,
      fullPage: true,
      clip: { x: 0, y: 0, width: page.viewportSize()!.width, height },
    })

  test.each([
    [320, 720],
    [390, 844],
    [1280, 900],
  ])(
    'at %i px',
    async (width, height) => {
      const page = await (await browser.newContext({ viewport: { width, height } })).newPage()
      await page.goto(served.url)
      await picture(page, `start-${width}`, height * 2)
      await begin(page, served.url)
      await answerUntil(page, 'knee-height')
      await picture(page, `number-${width}`, height * 1.6)
      await answerUntil(page, 'bath-hard')
      await page.check('input[value="over"]')
      await page.check('input[value="up"]')
      await page.waitForSelector('#status', { state: 'hidden' })
      await picture(page, `chat-${width}`, await page.evaluate(() => document.documentElement.scrollHeight))
      await press(page, 'button:text-is("Continue")')
      await answerUntil(page)
      await picture(page, `advice-${width}`, height * 3)
      await begin(page, served.url)
      await answerUntil(page, 'red-now')
      await page.check('input[value="chest"]')
      await press(page, 'button:text-is("Continue")')
      await page.waitForSelector('#status', { state: 'hidden' })
      await picture(page, `urgent-${width}`, height * 1.6)
      await page.context().close()
    },
    120_000,
  )
})
