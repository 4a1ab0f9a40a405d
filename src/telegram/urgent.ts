import { CALM, otherWays } from '../content/phrases.ts'
import type { UrgentAction } from '../assessment/view.ts'
import { bold, bullet, escape, lines, parts, phone } from './html.ts'
import type { Desk } from './desk.ts'
import type { Button, Page } from './page.ts'

type Shown = Pick<UrgentAction, 'title' | 'action' | 'phone' | 'why'> &
  Partial<Pick<UrgentAction, 'code' | 'meanwhile' | 'also'>>

/** What to do at once, alone, with the number first. */
export function urgentPage({ say }: Desk, urgent: Shown, buttons: Button[][]): Page {
  const also = urgent.also ?? []
  const calm = urgent.code !== undefined && CALM.has(urgent.code)
  return {
    html: parts(
      urgent.phone && `${calm ? '☎️' : '🚨'} ${callOf(say, urgent.phone)}`,
      lines(bold(urgent.title), bold(urgent.action)),
      escape(say('web-urgent-guide')),
      lines(bold(say('web-urgent-why')), escape(urgent.why)),
      listed(say('web-urgent-meanwhile'), urgent.meanwhile ?? []),
      listed(say('web-urgent-other-ways'), otherWays(say)),
      also.length > 0
        ? lines(
            bold(say('web-urgent-also')),
            ...also.map((one) => lines(escape(`${one.title}. ${one.action}`), one.phone && callOf(say, one.phone))),
          )
        : undefined,
      escape(say('web-urgent-carry-on-hint')),
    ),
    buttons,
  }
}

/** Where the number goes while the sentence around it is escaped. */
const MARK = '\u{E000}'

/** "Call 999", with the number to tap. */
export const callOf = (say: Desk['say'], number: string): string =>
  escape(say('web-call', { number: MARK })).replace(MARK, phone(number))

/** A sentence with a number in it that can be tapped. */
export const withNumber = (say: Desk['say'], message: string, number: string): string =>
  escape(say(message, { phone: MARK })).replace(MARK, phone(number))

export const listed = (heading: string, all: readonly string[]): string | undefined =>
  all.length > 0 ? lines(bold(heading), ...all.map(bullet)) : undefined
