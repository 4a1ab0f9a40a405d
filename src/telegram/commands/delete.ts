import { put } from '../board.ts'
import type { Desk, Turn } from '../desk.ts'
import { bold, escape, parts } from '../html.ts'
import type { Page } from '../page.ts'
import { startButton } from '../welcome.ts'
import { doing } from './doing.ts'

/** `/delete`: what goes, and one more press to be sure. */
export async function askDelete(turn: Turn): Promise<void> {
  const { desk, open, chat } = turn
  if (!open) {
    // Nothing is open, but a wish to be asked later may be: that is all there is, and it goes at once.
    await desk.followUps.forget(chat)
    return put(turn, deletedPage(desk))
  }
  const button = doing(turn)
  return put(
    turn,
    {
      html: parts(bold(desk.say('web-delete-title')), escape(desk.say('web-delete-lead'))),
      buttons: [[button('web-delete-button', 'erase')], [button('web-delete-keep', 'show')]],
    },
    turn.pressed === undefined ? 'strip' : 'edit',
  )
}

/** Everything goes now: the answers, the chat, a wished question. */
export async function erase(turn: Turn): Promise<void> {
  const { desk, open, chat } = turn
  await desk.followUps.forget(chat)
  if (open) await desk.assessments.erase(open.assessment)
  return put({ ...turn, open: null }, deletedPage(desk))
}

/** What was deleted, and what only the person can delete: the chat itself. */
export const deletedPage = (desk: Desk): Page => ({
  html: parts(
    bold(desk.say('web-deleted-title')),
    escape(desk.say('web-deleted-lead')),
    escape(desk.say('tg-delete-chat')),
  ),
  buttons: [startButton(desk)],
})
