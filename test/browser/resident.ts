import type { Page } from 'playwright-core'

/** What a resident with a bath and a chair that are hard to leave would choose, by the question's id. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  who: ['me'],
  age: ['65-79'],
  change: ['months'],
  topics: ['bath', 'chair'],
  lives: ['alone'],
  helpers: ['nobody'],
  'bath-wish': ['soak'],
  'bath-hard': ['over', 'up'],
  sitbal: ['yes'],
  'bath-legs': ['both'],
  'bath-shape': ['steel'],
  'bath-rims': ['yes'],
  'chair-hard': ['up'],
  'chair-type': ['armchair'],
  'chair-feet': ['level'],
  stand: ['arms'],
  memory: ['yes'],
  grip: ['good'],
  weight: ['under-100'],
}

const TYPED: Readonly<Record<string, string>> = { matters: 'Sunday lunch with my sister', 'knee-height': '43 cm' }

export const asked = (page: Page): Promise<string> => page.locator('input[name="question"]').inputValue()

/** Begin with the bath and the chair. */
export async function begin(page: Page, url: string, topics: readonly string[] = ['bath', 'chair']): Promise<void> {
  await page.goto(url)
  for (const topic of topics) await pick(page, topic)
  await press(page, 'button:text-is("Start")')
}

/** Tick a topic as a person does: open the group that holds it, where that is folded. */
export async function pick(page: Page, topic: string): Promise<void> {
  const box = page.locator(`input[name="topics"][value="${topic}"]`)
  if (!(await box.isVisible()))
    await page.locator('details.topic-group:not([open])').filter({ has: box }).locator('summary').click()
  await box.check()
}

/** Answer the question on the page as the resident would; what they have no view on, as "none" or "not sure". */
export async function answer(page: Page): Promise<void> {
  const question = await asked(page)
  const chosen = CHOICES[question] ?? ((await has(page, 'none')) ? ['none'] : undefined)
  if (chosen) for (const value of chosen) await page.check(`input[name="answer"][value="${value}"]`)
  else if (TYPED[question]) await page.fill('#answer', TYPED[question])
  else if (await page.locator('#area').count()) await page.fill('#answer', 'PR1 2AB')
  else if (await page.locator('button[name="exit"]').count()) return press(page, 'button[name="exit"]')
  else await page.locator('input[name="answer"]').last().check()
  await press(page, 'button:text-is("Continue")')
}

const has = async (page: Page, value: string): Promise<boolean> =>
  (await page.locator(`input[name="answer"][value="${value}"]`).count()) > 0

/** Press a button and wait for what it brings, with or without a script. */
export async function press(page: Page, button: string): Promise<void> {
  const before = await page.locator('#page').elementHandle()
  await page.click(button)
  await before?.waitForElementState('hidden').catch(() => undefined)
  await page.waitForSelector('#page')
}

/** Answer until a question, or until the advice. */
export async function answerUntil(page: Page, question?: string): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (new URL(page.url()).pathname === '/advice') return
    if (question !== undefined && (await asked(page)) === question) return
    await answer(page)
  }
  throw new Error('eighty questions and no end')
}
