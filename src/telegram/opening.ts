import type { Begin } from '../assessment/assessments.ts'
import { showCurrent, put } from './board.ts'
import { withOpen, type Turn } from './desk.ts'
import { startButton, welcomePage } from './welcome.ts'
import { write } from './callback.ts'
import { bold, escape, parts } from './html.ts'

/**
 * Begin an assessment in a chat that has none. Where one was opened meanwhile, by the same press sent twice or by a
 * second one, that one is gone on with and nothing is left over.
 * @returns the turn with the assessment open, or `null` where too many were begun; the person has been told
 */
export async function begin(turn: Turn, ahead: Begin['ahead'] = []): Promise<Turn | null> {
  const { desk, chat } = turn
  if (turn.open) return turn
  const begun = await desk.assessments.begin({
    channel: 'telegram',
    pack: desk.pack.id,
    locale: desk.library.locale,
    from: `telegram:${chat}`,
    ahead,
  })
  if (begun.kind === 'too-many') {
    await turn.post.send({ html: escape(begun.message) })
    return null
  }
  const open = await desk.chats.open(chat, begun.id, desk.library.locale)
  if (open) return withOpen(turn, open)
  await desk.assessments.erase(begun.id)
  return withOpen(turn, await desk.chats.find(chat))
}

/** `/start`: what this is; and where something is open, the choice to go on or begin anew. */
export async function welcome(turn: Turn): Promise<void> {
  const { desk, open } = turn
  if (!open) return put(turn, welcomePage(desk))
  const button = (text: string, what: string) => [
    { text: desk.say(text), data: write({ handle: open.handle, seq: 0, act: { kind: 'do', what } }) },
  ]
  return put(turn, welcomePage(desk, [button('tg-go-on', 'show'), button('tg-start-anew', 'ask-anew')]), 'strip')
}

/** Begin anew: the answers from before go. */
export async function anew(turn: Turn): Promise<void> {
  const { desk, open } = turn
  if (open) await desk.assessments.erase(open.assessment)
  const begun = await begin(withOpen(turn, null))
  if (begun) await showCurrent(begun)
}

/** `/start <code>` from the web: the same assessment goes on here. */
export async function arrive(turn: Turn, code: string): Promise<void> {
  const { desk, open, chat, update, post } = turn
  const assessment = await desk.moves.take(code, 'telegram', `telegram:${update}`)
  const looked = assessment === null ? undefined : await desk.assessments.look(assessment)
  if (looked?.kind !== 'ok') {
    await post.send({ html: escape(desk.say('tg-move-used')), ...(open ? {} : { buttons: [startButton(desk)] }) })
    return open ? showCurrent(turn, { old: 'strip' }) : undefined
  }
  return enter(turn, assessment!, chat)
}

/** A code from "come back later", typed here. False where it opens nothing. */
export async function resume(turn: Turn, code: string): Promise<boolean> {
  const { desk, chat } = turn
  const resumed = await desk.assessments.resume(code, `telegram:${chat}`)
  if (resumed.kind === 'too-many') {
    await turn.post.send({ html: escape(resumed.message) })
    return true
  }
  if (resumed.kind === 'gone') return false
  await enter(turn, resumed.id, chat)
  return true
}

/** An assessment from elsewhere comes into this chat. Another that was open here is told how to be found again. */
async function enter(turn: Turn, assessment: string, chat: number): Promise<void> {
  const { desk, open, post } = turn
  const same = open?.assessment === assessment
  const before = open && !same ? await desk.assessments.look(open.assessment) : undefined
  const other =
    before?.kind === 'ok' && before.answers.length > 0 ? desk.say('tg-other-answers', { code: before.resumeCode }) : ''
  await post.send({
    html: parts(
      bold(desk.say('tg-moved-here')),
      escape(other),
      `🔒 ${escape(desk.say('tg-not-private'))}`,
      escape(desk.say('tg-how-to-delete', { days: desk.pack.retentionDays })),
    ),
  })
  const here = same ? open : await desk.chats.reopen(chat, assessment, desk.library.locale)
  await showCurrent(withOpen(turn, here), { old: 'strip' })
}
