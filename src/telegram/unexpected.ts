import type { Context } from 'grammy'
import type { Turn } from './desk.ts'
import { doing } from './commands/doing.ts'
import { escape } from './html.ts'
import { startButton } from './welcome.ts'

type Message = NonNullable<Context['message']>

const KINDS: ReadonlyArray<readonly [string, ReadonlyArray<keyof Message>]> = [
  ['picture', ['photo', 'video', 'video_note', 'animation', 'story']],
  ['voice', ['voice', 'audio']],
  ['sticker', ['sticker', 'dice']],
  ['place', ['location', 'venue']],
  ['contact', ['contact']],
  ['file', ['document']],
]

export const kindOf = (message: Message): string =>
  KINDS.find(([, fields]) => fields.some((field) => message[field] !== undefined))?.[0] ?? 'other'

/** Something that is no answer: a kind word, and the way on. */
export async function unexpected(turn: Turn, kind: string): Promise<void> {
  const { desk, open, post } = turn
  const html = escape(`${desk.say(`tg-unexpected-${kind}`)} ${desk.say('tg-unexpected-do')}`)
  await post.send({ html, buttons: open ? [[doing(turn)('tg-command-continue', 'show')]] : [startButton(desk)] })
}
