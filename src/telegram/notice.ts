import { showCurrent } from './board.ts'
import { doing } from './commands/doing.ts'
import type { Turn } from './desk.ts'
import { escape } from './html.ts'
import { startButton } from './welcome.ts'

/** A word in a message of its own, with the way on. */
export async function withNotice(turn: Turn, notice: string): Promise<void> {
  const { desk, open, post, pressed } = turn
  if (pressed !== undefined && open) {
    turn.toast(notice)
    return showCurrent(turn)
  }
  await post.send({
    html: escape(notice),
    buttons: open ? [[doing(turn)('tg-to-question', 'show')]] : [startButton(desk)],
  })
}
