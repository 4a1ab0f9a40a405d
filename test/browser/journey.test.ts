import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasChromium, launch, serveStage, type Served } from './browser.ts'
import { answer, answerUntil, asked, begin, press } from './resident.ts'

describe.skipIf(!hasChromium)('journeys', () => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    browser = await launch()
    served = await serveStage()
  })
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const open = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })).newPage()
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')

  test.each([[true], [false]])(
    'a whole assessment, script %s',
    async (javaScriptEnabled) => {
      const page = await open({ javaScriptEnabled })
      await begin(page, served.url)
      await answerUntil(page)
      expect(await page.locator('h1').innerText()).toBe('Your advice')
      expect(await page.locator('#first').count()).toBe(1)
      expect(await page.locator('.matters').innerText()).toContain('Sunday lunch with my sister')
    },
    120_000,
  )

  test('a whole assessment with only a keyboard', async () => {
    const page = await open({ viewport: { width: 1280, height: 900 } })
    await page.goto(served.url)
    // The groups are folded: open each on the way, as one does who looks for the bath.
    for (const group of ['Your health', 'Your home']) {
      await tabTo(page, `details:not([open]) > summary`)
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(group)
      await page.keyboard.press('Enter')
    }
    await tabTo(page, 'input[value="bath"]')
    await page.keyboard.press('Space')
    await tabTo(page, '.start-button')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/question/0')
    for (let step = 0; step < 80 && !page.url().endsWith('/advice'); step++) {
      const before = await page.locator('#page').elementHandle()
      const field = page.locator('[name="answer"], [name="postcode"]')
      await tabTo(page, '[name="answer"], [name="postcode"]')
      const kind = await field.first().getAttribute('type')
      if (kind === 'radio') await page.keyboard.press((await asked(page)) === 'age' ? 'ArrowUp' : 'Space')
      else if (kind === 'checkbox') {
        const alone = (await page.locator('input[data-alone]').count()) > 0
        if (alone) await tabTo(page, 'input[data-alone]')
        await page.keyboard.press('Space')
      } else
        await page.keyboard.type(
          (await page.locator('#area').count()) ? 'PR1' : (await asked(page)) === 'matters' ? 'Peace' : '43 cm',
        )
      await tabTo(page, '.ask-buttons button')
      await page.keyboard.press('Enter')
      await before!.waitForElementState('hidden')
      await page.waitForSelector('#page')
      if (await page.locator('.carry-on').count()) {
        await tabTo(page, '.carry-on button')
        await page.keyboard.press('Enter')
        await page.waitForSelector('.carry-on', { state: 'detached' })
      }
    }
    expect(page.url()).toMatch(/\/advice$/)
  }, 120_000)

  test('after an answer the focus is on the new question; after a mistake, on the summary, which leads to the field', async () => {
    const page = await open()
    await begin(page, served.url)
    await answer(page)
    expect(await focused(page)).toBe('question')
    expect(await page.locator('#status').innerText()).toBe('Saved')
    await press(page, 'button:text-is("Continue")')
    expect(await focused(page)).toBe('summary')
    expect(await page.title()).toMatch(/^Error: /)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('answer')
  })

  test('without a script the summary has the focus too', async () => {
    const page = await open({ javaScriptEnabled: false })
    await begin(page, served.url)
    await press(page, 'button:text-is("Continue")')
    expect(await page.locator('#summary:focus').count()).toBe(1)
  })

  test('Back and Forward of the browser go through the questions', async () => {
    const page = await open()
    await begin(page, served.url)
    await answer(page)
    const second = await asked(page)
    await answer(page)
    const third = await asked(page)
    await page.goBack()
    await page.waitForFunction(
      (id) => document.querySelector<HTMLInputElement>('[name=question]')?.value === id,
      second,
    )
    expect(await page.locator('input[type=radio]:checked').count()).toBe(1)
    await page.goForward()
    await page.waitForFunction((id) => document.querySelector<HTMLInputElement>('[name=question]')?.value === id, third)
  })

  test('two tabs: the older one is told where things stand', async () => {
    const page = await open()
    await begin(page, served.url)
    const other = await page.context().newPage()
    await other.goto(page.url())
    await answer(page)
    await other.check('input[value="staff"]')
    await press(other, 'button:text-is("Continue")')
    expect(await other.locator('.notice').innerText()).toContain('moved on')
    expect(await asked(other)).toBe(await asked(page))
  })

  test('"None of these" clears the others, and they clear it', async () => {
    const page = await open()
    await begin(page, served.url)
    await answerUntil(page, 'red-now')
    await page.check('input[value="chest"]')
    await page.check('input[value="none"]')
    expect(await page.isChecked('input[value="chest"]')).toBe(false)
    await page.check('input[value="gas"]')
    expect(await page.isChecked('input[value="none"]')).toBe(false)
  })

  test('when the network fails in the middle, the form goes the plain way', async () => {
    const page = await open()
    await begin(page, served.url)
    await page.evaluate(() => (window.fetch = () => Promise.reject(new Error('offline'))))
    await answer(page)
    await page.waitForURL('**/question/1')
    expect(await asked(page)).not.toBe('who')
  })

  test('Shift three times leaves a private page', async () => {
    const page = await open()
    await begin(page, served.url)
    await answerUntil(page, 'red-worry')
    await page.check('input[value="harm"]')
    await press(page, 'button:text-is("Continue")')
    expect(await page.title()).toBe('Guide')
    const weather = page.waitForRequest('https://www.bbc.co.uk/**')
    for (let times = 0; times < 3; times++) await page.keyboard.press('Shift')
    await weather
    expect(await page.context().cookies(served.url)).toEqual([])
  })

  test('the advice is copied as text', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await begin(page, served.url)
    await answerUntil(page)
    await page.click('[data-copy]')
    await page.waitForFunction(() => document.getElementById('status')?.textContent?.includes('Copied'))
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('DO THESE FIRST')
  }, 120_000)

  test('on paper, what was folded is open and the buttons are gone', async () => {
    const page = await open({ javaScriptEnabled: false })
    await begin(page, served.url)
    await answerUntil(page)
    await page.emulateMedia({ media: 'print' })
    // Where it comes from is not printed; a fold that holds more than that is open.
    const folded = await page.locator('.more-text :is(.because, .facts-list, .govuk-list)').all()
    expect(folded.length).toBeGreaterThan(3)
    for (const one of folded) expect(await one.isVisible(), await one.innerText()).toBe(true)
    expect(await page.locator('.govuk-button-group').first().isVisible()).toBe(false)
  }, 120_000)

  test('a question page weighs at most 20 kB, all in', async () => {
    const page = await open()
    await begin(page, served.url)
    await answerUntil(page, 'bath-hard')
    const cold = await browser.newContext({ storageState: await page.context().storageState() })
    const fresh = await cold.newPage()
    const session = await cold.newCDPSession(fresh)
    await session.send('Network.enable')
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    await fresh.goto(`${served.url}/question`, { waitUntil: 'networkidle' })
    console.log(`a question page weighs ${bytes} bytes over the wire`)
    expect(bytes).toBeGreaterThan(5_000)
    expect(bytes).toBeLessThanOrEqual(20_000)
  }, 120_000)
})

/** Press Tab until something that fits has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way to ${selector} with the Tab key`)
}
