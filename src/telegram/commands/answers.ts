import { put, showLine, showNow, type Found } from '../board.ts'
import { write, type Press } from '../callback.ts'
import type { Turn } from '../desk.ts'
import { bold, escape, parts } from '../html.ts'
import { briefly } from '../wording.ts'
import { doing } from './doing.ts'

const AT_ONCE = 8
/** A button's words: more are cut off by every phone. */
const WIDE = 60

/** The answers so far, the newest first, each a button that asks its question again. */
export async function showAnswers(turn: Turn, looked: Found, page = 0): Promise<void> {
  const { desk, open } = turn
  const { answers, view } = looked
  const button = doing(turn, view.seq)
  const pages = Math.max(1, Math.ceil(answers.length / AT_ONCE))
  const at = Math.min(Math.max(0, page), pages - 1)
  const newest = answers.map((line, index) => ({ line, index })).toReversed()
  const rows = newest.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(({ line, index }) => {
    const given = desk.hidden.has(line.question) ? desk.say('tg-hidden') : line.answerText
    const text = cut(`${briefly(desk, line.question, line.text)} ${given}`)
    const act = { kind: 'do', what: 'change', about: String(index) } as const
    return [{ text, data: write({ handle: open!.handle, seq: view.seq, act }) }]
  })
  return put(
    turn,
    {
      html: parts(
        bold(desk.say('web-answers-title')),
        escape(desk.say(answers.length > 0 ? 'tg-answers-lead' : 'web-answers-none')),
      ),
      buttons: [
        ...rows,
        [
          ...(at > 0 ? [button('tg-newer', 'list', String(at - 1))] : []),
          ...(at < pages - 1 ? [button('tg-older', 'list', String(at + 1))] : []),
        ],
        [button('tg-to-question', 'show')],
      ],
    },
    oldFor(turn),
  )
}

/** Ask an earlier question again. What is typed next is its answer. */
export async function change(turn: Turn, looked: Found, line: number): Promise<void> {
  const { desk, open } = turn
  const earlier = looked.answers[line]
  if (!earlier) return showNow(turn, looked, { old: oldFor(turn) })
  const draft = { seq: looked.view.seq, change: earlier.question, by: turn.update }
  // Should another press come between, the buttons still say which question they are about.
  await desk.chats.redraft(open!, draft)
  return showLine({ ...turn, open: { ...open!, draft } }, looked, line, { old: oldFor(turn) })
}

/** The question before the one in front of the person. */
export function back(turn: Turn, looked: Found, press?: Press): Promise<void> {
  const { draft } = turn.open!
  const changing = draft?.seq === looked.view.seq ? draft.change : undefined
  const here = looked.answers.findIndex((line) => line.question === changing)
  // The same update again goes no further back than it went.
  if (here !== -1 && draft?.by === turn.update) return change(turn, looked, here)
  const at = press?.line ?? here
  const asked = looked.view.question?.id
  const last = looked.answers.findLastIndex((line) => line.question !== asked)
  return change(turn, looked, at > 0 ? at - 1 : at === 0 ? 0 : last)
}

/** What is sent by a command comes below; what was pressed is edited. */
export const oldFor = ({ pressed }: Turn): 'strip' | 'edit' => (pressed === undefined ? 'strip' : 'edit')

const cut = (text: string): string => (text.length > WIDE ? `${text.slice(0, WIDE - 1).trimEnd()}…` : text)
