import { after, standing } from './answering.ts'
import { put, showCurrent, showNow } from './board.ts'
import type { Press } from './callback.ts'
import { back, change, oldFor, showAnswers } from './commands/answers.ts'
import { askDelete, erase } from './commands/delete.ts'
import { doing } from './commands/doing.ts'
import { showCode, toWeb, toWorker } from './commands/elsewhere.ts'
import type { Command } from './commands/list.ts'
import { help, languages, unwish, wish } from './commands/small.ts'
import type { Looked } from '../assessment/assessments.ts'
import type { Turn } from './desk.ts'
import { bold, escape, parts } from './html.ts'
import { anew, arrive, welcome } from './opening.ts'
import { gonePage } from './welcome.ts'

/** A command that was typed, with what stood behind it. */
export async function command(turn: Turn, name: Command, rest: string): Promise<void> {
  const { desk, open } = turn
  switch (name) {
    case 'start':
      return rest === '' ? welcome(turn) : arrive(turn, rest)
    case 'help':
      return help(turn)
    case 'language':
      return languages(turn)
    case 'delete':
      return askDelete(turn)
    case 'worker': {
      const looked = open && (await desk.assessments.look(open.assessment))
      return toWorker(turn, looked?.kind === 'ok' ? looked : undefined)
    }
    case 'continue':
      if (open?.draft?.change !== undefined) await desk.chats.redraft(open, null)
      return open ? showCurrent(turn, { old: 'strip' }) : put(turn, gonePage(desk))
    case 'change':
      return withAnswers(turn, (looked) => showAnswers(turn, looked))
    case 'back':
      return withAnswers(turn, (looked) =>
        looked.answers.length > 0 ? back(turn, looked) : showNow(turn, looked, { old: 'strip' }),
      )
    case 'advice':
      return withAnswers(turn, (looked) => advise(turn, looked))
    case 'web':
      return withAnswers(turn, () => toWeb(turn))
  }
}

type Found = Extract<Looked, { kind: 'ok' }>

const ACTS: ReadonlySet<string> = new Set(
  'list change back advice web worker code wish unwish delete erase ask-anew anew'.split(' '),
)

/** Whether a button does what a command can do as well. */
export const isCommandAct = (what: string): boolean => ACTS.has(what)

/** The same, by a button. */
export async function doCommand(turn: Turn, what: string, about: string | undefined, press: Press): Promise<void> {
  switch (what) {
    case 'wish':
      return wish(turn)
    case 'unwish':
      return unwish(turn)
    case 'delete':
      return askDelete(turn)
    case 'erase':
      return erase(turn)
    case 'anew':
      return anew(turn)
    case 'ask-anew':
      return askAnew(turn)
    default:
      return withAnswers(turn, (looked) => showOf(turn, looked, what, about, press))
  }
}

async function showOf(turn: Turn, looked: Found, what: string, about: string | undefined, press: Press): Promise<void> {
  switch (what) {
    case 'list':
      return showAnswers(turn, looked, Number(about ?? 0) || 0)
    case 'change':
      // The list was made at another step: it may name other answers now.
      return press.seq === looked.view.seq ? change(turn, looked, Number(about)) : showAnswers(turn, looked)
    case 'back':
      return back(turn, looked, press.seq === looked.view.seq ? press : undefined)
    case 'advice':
      return advise(turn, looked)
    case 'web':
      return toWeb(turn)
    case 'worker':
      return toWorker(turn, looked)
    default:
      return showCode(turn, looked)
  }
}

/** What needs an assessment; without one the person is told how to begin. */
async function withAnswers(turn: Turn, go: (looked: Found) => Promise<void>): Promise<void> {
  const { desk, open } = turn
  const looked = open ? await desk.assessments.look(open.assessment) : undefined
  return looked?.kind === 'ok' ? go(looked) : put(turn, gonePage(desk), 'strip')
}

/** The advice so far; what is urgent and not yet seen comes before it. */
async function advise(turn: Turn, looked: Found): Promise<void> {
  const { desk, open, by } = turn
  const { view } = looked
  const old = turn.pressed !== undefined && view.kind === 'advice' ? 'leave' : 'strip'
  if (view.kind !== 'question') return showNow(turn, looked, { old })
  if (!view.adviceReady) return showNow(turn, looked, { old: oldFor(turn), notice: desk.say('tg-too-early') })
  const stepped = await desk.assessments.finish(open!.assessment, view.seq, by)
  return after(turn, stepped, await standing(turn, stepped), { answer: undefined, seq: view.seq }, old)
}

/** To begin anew takes the answers away: asked once more. */
function askAnew(turn: Turn): Promise<void> {
  const button = doing(turn)
  return put(turn, {
    html: parts(bold(turn.desk.say('tg-anew-title')), escape(turn.desk.say('tg-anew-lead'))),
    buttons: [[button('tg-anew-yes', 'anew')], [button('tg-go-on', 'show')]],
  })
}
