import type { Turn } from '../desk.ts'
import { bold, bullet, escape, lines, parts } from '../html.ts'
import { emergency, startButton } from '../welcome.ts'
import { COMMANDS } from './list.ts'
import { doing } from './doing.ts'

/** `/help`: danger first, then every command. */
export async function help(turn: Turn): Promise<void> {
  const { desk, open } = turn
  const { say } = desk
  const html = parts(
    bold(say('tg-help-title')),
    emergency(desk),
    escape(say('tg-help-how')),
    lines(...COMMANDS.map((name) => `/${name} – ${escape(say(`tg-command-${name}`))}`)),
    `🔒 ${escape(say('tg-not-private'))}`,
  )
  await turn.post.send({ html, buttons: open ? [[doing(turn)('tg-to-question', 'show')]] : [startButton(desk)] })
}

/** `/language`: those of the pack, and which of them the guide speaks today. */
export async function languages(turn: Turn): Promise<void> {
  const { desk, open } = turn
  const { say, library, pack } = desk
  const names = new Intl.DisplayNames([library.locale], { type: 'language' })
  const nameOf = (locale: string): string => names.of(locale) ?? locale
  const wished = pack.languages.filter((locale) => locale !== library.locale)
  const html = parts(
    bold(say('tg-language-title')),
    escape(say('tg-language-now', { language: nameOf(library.locale) })),
    wished.length > 0
      ? lines(escape(say('tg-language-wished')), ...wished.map((locale) => bullet(nameOf(locale))))
      : escape(say('tg-language-only')),
    escape(say('web-access-easy')),
  )
  await turn.post.send({ html, buttons: open ? [[doing(turn)('tg-to-question', 'show')]] : [startButton(desk)] })
}

/** "Did it help?" in two weeks, because the person wishes it. */
export async function wish(turn: Turn): Promise<void> {
  const { desk, chat, post } = turn
  await desk.followUps.wish(chat, desk.pack.id, desk.library.locale)
  const html = escape(desk.say('tg-wished'))
  await post.send({ html, buttons: [[doing(turn)('tg-wish-stop', 'unwish')]] })
}

/** Not wished any more. */
export async function unwish(turn: Turn): Promise<void> {
  const { desk, chat, post } = turn
  await desk.followUps.answer(chat, 'stop')
  await post.send({ html: escape(desk.say('tg-unwished')) })
}
