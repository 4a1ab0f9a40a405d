import type { Gone, Looked } from '../assessment/assessments.ts'
import { write } from './callback.ts'
import { showAdvice } from './show-advice.ts'
import type { Turn } from './desk.ts'
import { gonePage } from './welcome.ts'
import type { Page } from './page.ts'
import { questionPage, said } from './question.ts'
import { retire, type Old } from './retire.ts'
import type { Showing } from './showing.ts'
import { urgentPage } from './urgent.ts'

/** Where an assessment stands, after a look or a step. */
export type Found = Pick<Extract<Looked, { kind: 'ok' }>, 'kind' | 'view' | 'answers'>
export type Standing = Found | Gone

/** Put a page before the person: in place of the one that was pressed, or below everything else. */
export async function put(turn: Turn, page: Page, old: Old = 'edit'): Promise<void> {
  const { open, post, pressed, desk } = turn
  const board = open?.message
  if (old === 'edit' && pressed !== undefined && (board === undefined || board === pressed)) {
    if (await post.edit(pressed, page)) {
      if (open && board === undefined) await desk.chats.show(open.chat, open.handle, pressed)
      return
    }
  }
  const sent = await post.send(page)
  if (open) await desk.chats.show(open.chat, open.handle, sent)
  // Last, for whatever goes wrong here must not keep the new page from the person.
  await retire(turn, old)
}

export type Extra = Pick<Showing, 'notice' | 'line' | 'at' | 'why'> & { readonly old?: Old }

/** Show where the assessment stands: what is urgent before anything else, then a question, then the advice. */
export async function showNow(turn: Turn, looked: Standing, extra: Extra = {}): Promise<void> {
  const { desk, open } = turn
  if (looked.kind === 'gone' || !open) return put(turn, gonePage(desk), extra.old)
  const { view, answers } = looked
  if (view.kind === 'urgent' && view.urgent) {
    const button = (text: string, what: string) => [
      { text: desk.say(text), data: write({ handle: open.handle, seq: view.seq, act: { kind: 'do', what } }) },
    ]
    const buttons = [button('tg-urgent-done', 'go'), ...(answers.length > 0 ? [button('tg-urgent-wrong', 'back')] : [])]
    return put(turn, urgentPage(desk, view.urgent, buttons), extra.old)
  }
  if (!view.question) {
    const last = answers.at(-1)
    return showAdvice(turn, looked, extra.old ?? (last ? { close: said(desk, last) } : 'strip'))
  }
  return put(turn, questionPage(desk, { ...extra, chat: open, view, question: view.question, answers }), extra.old)
}

/** Look, and show where the assessment stands. */
export async function showCurrent(turn: Turn, extra: Extra = {}): Promise<void> {
  const { desk, open } = turn
  return showNow(turn, open ? await desk.assessments.look(open.assessment) : { kind: 'gone' }, extra)
}

/** An earlier question again, to be changed. */
export async function showLine(turn: Turn, looked: Found, line: number, extra: Extra = {}): Promise<void> {
  const { desk, open } = turn
  const earlier = looked.answers[line]
  if (!earlier || !open) return showNow(turn, looked, extra)
  const asked = await desk.assessments.revisit(open.assessment, earlier.question)
  if (asked.kind !== 'ok' || asked.view.question?.id !== earlier.question) return showNow(turn, looked, extra)
  const { view, answers } = asked
  return put(
    turn,
    questionPage(desk, { ...extra, chat: open, view, question: asked.view.question, answers, line }),
    extra.old,
  )
}
