import type { Chat } from '../assessment/chats.ts'
import type { AnswerLine, AskedQuestion, View } from '../assessment/view.ts'
import { write, type Act } from './callback.ts'
import type { Button } from './page.ts'

/** What a question is shown with, beyond itself. */
export interface Showing {
  readonly chat: Chat
  readonly view: View
  readonly question: AskedQuestion
  readonly answers: readonly AnswerLine[]
  /** Place in `answers` of the one that is being changed. */
  readonly line?: number
  /** Said above it: why an answer did not go in. */
  readonly notice?: string
  /** Which part of a long list lies open: a group of topics, or a page of councils. */
  readonly at?: string
  readonly why?: boolean
}

/** Writes what a button of this question does. */
export const pressOn = ({ chat, view, line }: Pick<Showing, 'chat' | 'view' | 'line'>) =>
  function button(text: string, act: Act): Button {
    return { text, data: write({ handle: chat.handle, seq: view.seq, ...(line === undefined ? {} : { line }), act }) }
  }

/** What is ticked: as the draft has it while it is about this question and step, else as it was answered before. */
export function ticksOf({
  chat,
  view,
  question,
  line,
}: Pick<Showing, 'chat' | 'view' | 'question' | 'line'>): readonly string[] {
  const { draft } = chat
  const about = line === undefined ? undefined : question.id
  if (draft?.ticks && draft.seq === view.seq && draft.change === about) return draft.ticks
  return Array.isArray(question.answer) ? (question.answer as readonly string[]) : []
}
