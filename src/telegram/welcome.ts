import type { TopicMatch } from '../assessment/assessments.ts'
import { writeFound, type Found } from './callback.ts'
import type { Desk } from './desk.ts'
import { bold, escape, parts } from './html.ts'
import type { Button, Page } from './page.ts'

/** What this is, and what it is not: said before anything is asked. */
export function welcomePage(desk: Desk, buttons: Button[][] = [startButton(desk)]): Page {
  const { say, pack } = desk
  return {
    html: parts(
      bold(say('tg-hello', { title: pack.title })),
      escape(say('web-start-what')),
      emergency(desk),
      `🔒 ${escape(say('tg-not-private'))}`,
      escape(say('tg-how-to-delete', { days: pack.retentionDays })),
      escape(say('web-start-guide')),
      escape(say('tg-how-to-start')),
    ),
    buttons,
  }
}

/** "This is not an emergency service", with both numbers. */
export const emergency = ({ say }: Desk): string => `🚨 ${escape(say('tg-not-emergency'))}`

export const startButton = ({ say }: Desk): Button[] => [
  { text: say('web-start-button'), data: writeFound({ what: 'begin', topics: [] }) },
]

/** Nothing is open here, or not any more. */
export const gonePage = (desk: Desk): Page => ({
  html: parts(bold(desk.say('web-gone-title')), escape(desk.say('tg-gone'))),
  buttons: [startButton(desk)],
})

/** Topics found in own words: to be confirmed before anything is begun. */
export function foundPage(desk: Desk, found: readonly TopicMatch[], chosen: ReadonlySet<string>): Page {
  const { say } = desk
  const topics = found.map(({ id }) => ({ id, chosen: chosen.has(id) }))
  const toggled = (id: string): Found['topics'] =>
    topics.map((one) => (one.id === id ? { ...one, chosen: !one.chosen } : one))
  return {
    html: parts(
      bold(say('web-found-title')),
      escape(say('tg-found-hint')),
      `🔒 ${escape(say('tg-not-private'))}`,
      emergency(desk),
    ),
    buttons: [
      ...found.map(({ id, title }) => [
        {
          text: `${chosen.has(id) ? '✅' : '⬜'} ${title}`,
          data: writeFound({ what: 'show', topics: toggled(id) }),
        },
      ]),
      ...(chosen.size > 0 ? [[{ text: say('tg-start-with-these'), data: writeFound({ what: 'begin', topics }) }]] : []),
      [{ text: say('tg-start-from-list'), data: writeFound({ what: 'begin', topics: [] }) }],
    ],
  }
}
