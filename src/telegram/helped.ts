import type { Api } from 'grammy'
import { FOLLOW_UP_ANSWERS, type FollowUp, type FollowUps } from '../assessment/follow-ups.ts'
import type { Say } from '../content/words.ts'
import { writeHelped } from './callback.ts'
import type { Turn } from './desk.ts'
import { escape } from './html.ts'
import { markup, type Page } from './page.ts'
import { isShut } from './post.ts'

/** Hours of the day, in England, at which nobody is woken. */
const FROM = 9
const UNTIL = 19

const hour = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hour12: false, timeZone: 'Europe/London' })

const helpedPage = (say: Say, { handle }: FollowUp): Page => ({
  html: escape(say('tg-helped-question')),
  buttons: FOLLOW_UP_ANSWERS.map((answer) => [{ text: say(`tg-helped-${answer}`), data: writeHelped(handle, answer) }]),
})

export interface Asking {
  readonly api: Api
  readonly followUps: FollowUps
  readonly say: Say
  readonly clock: () => number
  readonly report?: ((error: unknown) => void) | undefined
}

/**
 * Ask those who wished it whether the advice helped: one message each, by day. Run hourly. Who has blocked the bot is
 * forgotten; what Telegram could not take now is tried again in an hour.
 * @returns how many were asked
 */
export async function askWhoWished({ api, followUps, say, clock, report }: Asking): Promise<number> {
  const now = Number(hour.format(clock()))
  if (now < FROM || now >= UNTIL) return 0
  let asked = 0
  for (const due of await followUps.due()) {
    if (!(await followUps.claim(due.chat))) continue
    try {
      const { html, buttons } = helpedPage(say, due)
      await api.sendMessage(due.chat, html, { parse_mode: 'HTML', reply_markup: markup(buttons) })
      asked++
    } catch (error) {
      if (isShut(error)) await followUps.forget(due.chat)
      else {
        await followUps.release(due.chat)
        report?.(error)
      }
    }
  }
  return asked
}

/** What was said to it: counted once, and the chat is forgotten. */
export async function helped(turn: Turn, handle: string, answer: string): Promise<void> {
  const { desk, chat, post, pressed } = turn
  const known = FOLLOW_UP_ANSWERS.find((one) => one === answer)
  const wished = await desk.followUps.find(chat)
  if (known && wished?.handle === handle) await desk.followUps.answer(chat, known)
  const page = { html: escape(desk.say(answer === 'no' ? 'tg-helped-no-thanks' : 'tg-helped-thanks')) }
  if (pressed === undefined || !(await post.edit(pressed, page))) await post.send(page)
}
