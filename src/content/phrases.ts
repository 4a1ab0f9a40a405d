import type { Library } from './library.ts'
import type { Say } from './words.ts'

// What the page, the bot and the paper say in the same words.

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })

/** "21 November 2026" from an ISO date or time; what is not a date is shown as it is. */
export function longDate(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : LONG.format(time)
}

/** The digits to dial: "0800 1111 (under 19)" is 08001111. */
export const dialled = (number: string): string => (/\+?\d[\d ]*/.exec(number)?.[0] ?? '').replaceAll(' ', '')

/** "07860 052906", "Text 60083", "Text SHOUT to 85258"; "18001 111 (text relay)" is none: a message would reach nobody. */
const MESSAGE = /^(?:Text )?(?:[A-Z]+ to )?\d[\d ]*$/

/** Whether a message can be sent there. */
export const takesMessages = (text: string): boolean => MESSAGE.test(text)

/** Where to send a message to, in words; or what to dial instead, where a message would reach nobody. */
export function texted(say: Say, text: string): string {
  if (!takesMessages(text)) return say('web-service-relay', { number: text })
  return text.startsWith('Text ') ? text : say('web-service-text', { number: text })
}

/** Codes of what can wait for an appointment, and does not look like what cannot wait. */
export const CALM: ReadonlySet<string> = new Set(['GP2', 'STOP'])

/** Ways to reach help by phone without hearing or speech, as sentences. */
export const otherWays = (say: Say): readonly string[] =>
  ['web-urgent-bsl', 'web-urgent-sms', 'web-urgent-relay', 'web-urgent-silent'].map((way) => say(way))

const SECTIONS: ReadonlySet<string> = new Set(['start', 'safety', 'choice', 'fit', 'carer', 'close'])

/** The name of a topic, or of one of the sections that every assessment has. */
export const headingOf = (topic: string, topics: Library['topics'], say: Say): string =>
  topics.find((one) => one.id === topic)?.title.self ?? say(`web-section-${SECTIONS.has(topic) ? topic : 'other'}`)

/** The same over advice, where what belongs to no topic is not about who it is for. */
export const adviceHeadingOf: typeof headingOf = (topic, topics, say) =>
  topic === 'start' ? say('web-advice-start') : headingOf(topic, topics, say)

/** Wider than this, a range says little, and its top frightens. */
const WIDE = 12

/** Questions that are left, at least and at most. */
interface Left {
  readonly leastLeft: number
  readonly mostLeft: number
}

/** How much is still to come along this path, the question on the page included. */
export function leftIn({ leastLeft, mostLeft }: Left, say: Say): string {
  if (mostLeft <= 1) return say('web-left-last')
  if (mostLeft === leastLeft) return say('web-left-exact', { n: mostLeft })
  if (mostLeft - leastLeft > WIDE) return say('web-left-at-least', { least: Math.max(leastLeft, 2) })
  if (leastLeft <= 1) return say('web-left-up-to', { most: mostLeft })
  return say('web-left-between', { least: leastLeft, most: mostLeft })
}
