import { isExit } from '../advice/condition.ts'
import { after, give, standing } from './answering.ts'
import { put, showCurrent, showLine, showNow, type Found } from './board.ts'
import type { Act, Press } from './callback.ts'
import type { Turn } from './desk.ts'
import { doCommand, isCommandAct } from './commands.ts'
import { questionButtons } from './question.ts'
import { showPart } from './show-advice.ts'
import { ticksOf } from './showing.ts'
import { gonePage } from './welcome.ts'
import { deletedPage } from './commands/delete.ts'

/** What shows a part of the advice: it works from any message, however old. */
const PARTS: ReadonlySet<string> = new Set(['topic', 'item', 'services', 'pdf'])

/** A button was pressed: of this assessment, or of one that is gone. */
export async function tap(turn: Turn, press: Press): Promise<void> {
  const { desk, open } = turn
  const { act } = press
  if (!open) {
    if (act.kind === 'do' && act.what === 'erase') return put(turn, deletedPage(desk))
    turn.toast(desk.say('web-gone-title'))
    return put(turn, gonePage(desk))
  }
  if (press.handle !== open.handle) return movedOn(turn)
  switch (act.kind) {
    case 'pick':
      return answer(turn, press, act.option)
    case 'council':
      return answer(turn, press, { area: act.area })
    case 'tick':
      return tick(turn, press, act)
    case 'do':
      return perform(turn, press, act)
  }
}

const movedOn = (turn: Turn): Promise<void> => {
  turn.toast(turn.desk.say('stale'))
  return showCurrent(turn)
}

/** An answer in one press. What has several ticks takes one option as a list of one. */
async function answer(turn: Turn, press: Press, value: unknown): Promise<void> {
  if (press.line === undefined) return give(turn, { seq: press.seq, answer: value })
  const at = await lineOf(turn, press)
  return at ? give(turn, { seq: press.seq, question: at.question, answer: value, line: press.line }) : movedOn(turn)
}

/** The earlier answer that a button is about, while the list of answers is the one that it was made from. */
async function lineOf({ desk, open }: Turn, { seq, line }: Press): Promise<{ looked: Found; question: string } | null> {
  const looked = await desk.assessments.look(open!.assessment)
  const question = looked.kind === 'ok' && looked.view.seq === seq ? looked.answers[line ?? -1]?.question : undefined
  return looked.kind === 'ok' && question !== undefined ? { looked, question } : null
}

/** How often a tick is set again when another press came between. */
const TRIES = 5

/**
 * Set or take a tick. Pressed twice it is set once: a button says what it makes, not that it turns something about.
 * @param here the press was on the question itself, so that its words can stay as they are
 */
async function tick(
  turn: Turn,
  press: Press,
  { option, on }: Pick<Extract<Act, { kind: 'tick' }>, 'option' | 'on'>,
  here = true,
): Promise<void> {
  const { desk, chat } = turn
  let open = turn.open!
  for (let tries = 0; tries < TRIES; tries++) {
    const asked = await askedAt({ ...turn, open }, press)
    if (!asked) return movedOn(turn)
    const { looked, question } = asked
    const options = question.options ?? []
    if (!options.some(({ id }) => id === option)) return movedOn(turn)
    const { line } = press
    const before = ticksOf({ chat: open, view: looked.view, question, ...(line === undefined ? {} : { line }) })
    const alone = (id: string): boolean => isExit(id) || options.some((one) => one.id === id && one.alone === true)
    const kept = alone(option) ? [] : before.filter((id) => id !== option && !alone(id))
    const ticks = on ? [...kept, option] : before.filter((id) => id !== option)
    const draft = { seq: press.seq, ...(line === undefined ? {} : { change: question.id }), ticks }
    if (await desk.chats.redraft(open, draft)) {
      const ticked = { ...turn, open: { ...open, draft } }
      const grouped = options.find(({ id }) => id === option)?.group
      const at = grouped ? { at: option } : {}
      const { view, answers } = looked
      const showing = { ...at, chat: ticked.open, view, question, answers, ...(line === undefined ? {} : { line }) }
      const { pressed } = turn
      if (here && pressed !== undefined && pressed === open.message)
        if (await turn.post.keys(pressed, questionButtons(desk, showing))) return
      return line === undefined ? showNow(ticked, looked, at) : showLine(ticked, looked, line, at)
    }
    const again = await desk.chats.find(chat)
    if (!again || again.handle !== open.handle) return movedOn({ ...turn, open: again })
    open = again
  }
  return movedOn({ ...turn, open })
}

/** The question that a button stands under: the one asked now, or the earlier one that is being changed. */
async function askedAt(turn: Turn, press: Press) {
  const { desk, open } = turn
  if (press.line !== undefined) {
    const at = await lineOf(turn, press)
    const asked = at && (await desk.assessments.revisit(open!.assessment, at.question))
    const question = asked?.kind === 'ok' && asked.view.question?.id === at?.question ? asked.view.question : undefined
    return at && question ? { looked: at.looked, question } : null
  }
  const looked = await desk.assessments.look(open!.assessment)
  if (looked.kind !== 'ok' || looked.view.seq !== press.seq || !looked.view.question) return null
  return { looked, question: looked.view.question }
}

async function perform(turn: Turn, press: Press, { what, about }: Extract<Act, { kind: 'do' }>): Promise<void> {
  const { desk, open } = turn
  if (PARTS.has(what)) return (await showPart(turn, what, about)) ? undefined : movedOn(turn)
  if (isCommandAct(what)) return doCommand(turn, what, about, press)
  switch (what) {
    case 'tick':
      return tick(turn, press, { option: about ?? '', on: true }, false)
    case 'done':
      return done(turn, press)
    case 'go':
      return goOn(turn, press)
    case 'open':
    case 'why': {
      const asked = await askedAt(turn, press)
      if (!asked) return movedOn(turn)
      const extra = what === 'why' ? { why: true } : about === undefined ? {} : { at: about }
      return press.line === undefined
        ? showNow(turn, asked.looked, extra)
        : showLine(turn, asked.looked, press.line, extra)
    }
    case 'show': {
      if (open?.draft?.change !== undefined) await desk.chats.redraft(open, null)
      return showCurrent(turn)
    }
    default:
      return movedOn(turn)
  }
}

/** What is ticked becomes the answer. */
async function done(turn: Turn, press: Press): Promise<void> {
  const { open } = turn
  const { draft } = open!
  const asked = await askedAt(turn, press)
  // Sent again, or pressed twice: the log knows whether it had its effect.
  if (!asked) return give(turn, { seq: press.seq, answer: draft?.ticks ?? [] })
  const { looked, question } = asked
  const { line } = press
  const ticks = ticksOf({ chat: open!, view: looked.view, question, ...(line === undefined ? {} : { line }) })
  return give(turn, { seq: press.seq, question: question.id, answer: ticks, ...(line === undefined ? {} : { line }) })
}

/** On from an urgent action or from the advice so far. What was said stays to be read, unless nobody else must see it. */
async function goOn(turn: Turn, press: Press): Promise<void> {
  const { desk, open, by } = turn
  const before = await desk.assessments.look(open!.assessment)
  const stepped = await desk.assessments.carryOn(open!.assessment, press.seq, by)
  const looked = await standing(turn, stepped)
  const was = before.kind === 'ok' ? before.view : undefined
  const old = was?.kind === 'advice' ? 'leave' : was?.urgent && !was.urgent.sensitive ? 'strip' : 'edit'
  return after(turn, stepped, looked, { answer: undefined, seq: press.seq }, old)
}
