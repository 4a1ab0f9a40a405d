import type { AnswerInput, Stepped } from '../assessment/assessments.ts'
import { showCurrent, showLine, showNow, type Extra, type Found, type Standing } from './board.ts'
import type { Turn } from './desk.ts'
import { outwardOf } from '../directory/places.ts'
import { said } from './question.ts'

interface Given extends Omit<AnswerInput, 'by'> {
  /** Place in the list of answers of the one that is changed. */
  readonly line?: number
}

/** Put an answer to the assessment and show what comes of it. A press is edited in place, a typed answer is not. */
export async function give(turn: Turn, { line, ...input }: Given): Promise<void> {
  const { desk, open } = turn
  const stepped = await desk.assessments.answer(open!.assessment, { ...input, by: turn.by })
  const looked = await standing(turn, stepped)
  const old = turn.pressed === undefined ? typedInto(turn, looked, input.question) : ('edit' as const)
  if (stepped.kind === 'misfit' && looked.kind === 'ok') return refused(turn, looked, stepped.message, old, line, input)
  return after(turn, stepped, looked, input, old)
}

/** Where things stand after a step: as the step says, or as a look does where it was not taken. */
export async function standing({ desk, open }: Turn, stepped: Stepped): Promise<Standing> {
  if (stepped.kind === 'too-many') return desk.assessments.look(open!.assessment)
  if (stepped.kind === 'gone') return stepped
  const { view, answers } = stepped
  return { kind: 'ok', view, answers }
}

/** Go on from what was decided: too late is told gently, and where things stand is always shown. */
export async function after(
  turn: Turn,
  stepped: Stepped,
  looked: Standing,
  input: Pick<Given, 'answer' | 'seq'>,
  old: Extra['old'] = 'edit',
): Promise<void> {
  if (stepped.kind === 'stale' && !stepped.same && !isLast(looked, input)) turn.toast(stepped.message)
  if (stepped.kind !== 'too-many') return showNow(turn, looked, { old })
  turn.toast(stepped.message)
  return showNow(turn, looked, { old, notice: stepped.message })
}

/** The same button twice: the second press says what the first has said, and needs no word. */
function isLast(looked: Standing, { answer, seq }: Pick<Given, 'answer' | 'seq'>): boolean {
  if (looked.kind !== 'ok' || seq !== looked.view.seq - 1) return false
  return JSON.stringify(looked.answers.at(-1)?.answer) === JSON.stringify(answer)
}

/** What becomes of the question above when its answer was typed: one line of history. */
function typedInto({ desk }: Turn, looked: Standing, question: string | undefined): Extra['old'] {
  const line = looked.kind === 'ok' ? looked.answers.find((one) => one.question === question) : undefined
  return line ? { close: said(desk, line) } : 'strip'
}

/** The answer does not fit: the same question again, with the reason; where councils share a postcode, with those. */
async function refused(
  turn: Turn,
  looked: Found,
  message: string,
  old: Extra['old'],
  line: number | undefined,
  { answer }: Pick<Given, 'answer'>,
): Promise<void> {
  turn.toast(message)
  const at = sharing(turn, answer)
  const extra: Extra = {
    notice: message,
    old: typeof old === 'object' ? 'strip' : (old ?? 'edit'),
    ...(at ? { at } : {}),
  }
  if (line !== undefined && looked.view.kind !== 'urgent') return showLine(turn, looked, line, extra)
  return looked.view.question ? showNow(turn, looked, extra) : showCurrent(turn, extra)
}

function sharing({ desk }: Turn, answer: unknown): string | undefined {
  const postcode = (answer as { postcode?: unknown } | null)?.postcode
  if (typeof postcode !== 'string') return undefined
  const areas = desk.pack.outwardCodes[outwardOf(postcode) ?? ''] ?? []
  return areas.length > 1 ? areas.join(',') : undefined
}
