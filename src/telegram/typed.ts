import { personalIn, type Personal } from '../assessment/personal.ts'
import type { AskedQuestion } from '../assessment/view.ts'
import { outwardOf } from '../directory/places.ts'
import { LIMITS } from '../flow/limits.ts'
import { give } from './answering.ts'
import { put, showCurrent, showLine, showNow, type Extra, type Found } from './board.ts'
import { write, type Act } from './callback.ts'
import { command } from './commands.ts'
import { doing } from './commands/doing.ts'
import { isCommand } from './commands/list.ts'
import { unwish } from './commands/small.ts'
import { withOpen, type Turn } from './desk.ts'
import { bold, escape, parts } from './html.ts'
import { begin, resume } from './opening.ts'
import { isLong, ordered } from './question.ts'
import { understand } from './understand.ts'
import { urgentPage } from './urgent.ts'
import { foundPage, startButton } from './welcome.ts'
import { labelOf, wordsOf } from './wording.ts'

/** Something was typed. Danger is heard first, whatever was asked; then what gives somebody away is turned down. */
export async function typed(turn: Turn, text: string): Promise<void> {
  const { desk, open } = turn
  const words = text.slice(0, LIMITS.text)
  const raised = desk.assessments.heard(text, desk.pack.id)
  const looked = open ? await desk.assessments.look(open.assessment) : undefined
  const here = looked?.kind === 'ok' ? looked : undefined
  const asked = here && (await askedIn(turn, here))
  // A code is no name, and half a postcode no address.
  const code = CODE.exec(text.trim())?.[0]
  const personal = code || (asked && fitsPlace(asked.question, text)) ? undefined : personalIn(text)
  if (raised.length > 0) return danger(turn, words, raised, personal)
  if (personal) return notKept(turn, personal, here)
  if (STOP.test(text) && (await desk.followUps.find(turn.chat))) return unwish(turn)
  if (!here) return unopened(turn, words, code)
  if (isCommand(text.trim().toLowerCase()) && !namesOption(asked?.question, text))
    return command(turn, text.trim().toLowerCase() as Parameters<typeof command>[1], '')
  // The same message sent again has had its effect, and must not answer the question that it led to.
  if (await desk.assessments.seen(open!.assessment, turn.by)) return showNow(turn, here, { old: 'strip' })
  if (!asked) {
    if (code && (await resume(turn, code))) return
    return showNow(turn, here, { old: 'strip' })
  }
  return read(turn, here, asked, text)
}

/** The easy way out of being asked later. */
const STOP = /^\s*stop\W*$/i

/** A code to come back with, as it is shown: "7K3QM-X9D2B". */
const CODE = /^[0-9a-z]{5}[-–\s][0-9a-z]{5}$/i

interface Asked {
  readonly question: AskedQuestion
  readonly line?: number
}

/** The question that typing answers: the one that is being changed, else the one asked. */
async function askedIn({ desk, open }: Turn, { view, answers }: Found): Promise<Asked | undefined> {
  const { draft } = open!
  const line = draft?.seq === view.seq ? answers.findIndex((one) => one.question === draft.change) : -1
  if (view.kind === 'urgent') return undefined
  if (line >= 0) {
    const asked = await desk.assessments.revisit(open!.assessment, answers[line]!.question)
    if (asked.kind === 'ok' && asked.view.question) return { question: asked.view.question, line }
  }
  return view.question && { question: view.question }
}

const fitsPlace = ({ kind }: AskedQuestion, text: string): boolean => kind === 'place' && outwardOf(text) !== null

const namesOption = (question: AskedQuestion | undefined, text: string): boolean =>
  question?.options?.some(({ id }) => id === text.trim().toLowerCase()) ?? false

/** Words of danger: what to do, at once. The words stay with the assessment, so that the alarm does. */
async function danger(
  turn: Turn,
  words: string,
  raised: ReturnType<Turn['desk']['assessments']['heard']>,
  personal: Personal | undefined,
): Promise<void> {
  const { desk } = turn
  const [first, ...also] = raised
  const begun = personal ? turn : await begin(turn)
  const here = begun ?? turn
  if (here.open && !personal) await desk.assessments.tell(here.open.assessment, words, turn.by)
  const looked = here.open ? await desk.assessments.look(here.open.assessment) : undefined
  if (looked?.kind === 'ok' && looked.view.kind === 'urgent') await showNow(here, looked, { old: 'strip' })
  else {
    const code = first!.code as NonNullable<Parameters<typeof urgentPage>[1]['code']>
    const rule = [...desk.library.safety, ...desk.pack.safety].find(({ id }) => id === first!.rule)
    const urgent = { ...first!, code, meanwhile: rule?.meanwhile ?? [], also: also as never }
    const button = here.open ? [doing(here)('tg-urgent-done', 'show')] : startButton(desk)
    await put(here, urgentPage(desk, urgent, [button]), 'strip')
  }
  if (personal) await turn.post.send({ html: escape(turn.desk.say(`tg-personal-${personal}`)) })
}

/** What says who somebody is goes nowhere, and the person is told, with the question once more. */
async function notKept(turn: Turn, personal: Personal, here: Found | undefined): Promise<void> {
  const { desk } = turn
  const notice = parts(desk.say(`tg-personal-${personal}`), desk.say('tg-personal-not-kept'))
  if (here) return again(turn, here, { notice, old: 'strip' })
  return put(turn, { html: escape(notice), buttons: [startButton(desk)] })
}

/** Nothing is open: a code opens what it belongs to, and own words find topics. */
async function unopened(turn: Turn, words: string, code: string | undefined): Promise<void> {
  const { desk } = turn
  if (code && (await resume(turn, code))) return
  const name = words.trim().toLowerCase()
  if (isCommand(name)) return command(turn, name, '')
  const found = desk.assessments.topics(words, desk.pack.id)
  if (found.length === 0 || words.trim() === '')
    return put(turn, {
      html: parts(bold(desk.say('web-found-none-title')), escape(desk.say('tg-found-none'))),
      buttons: [startButton(desk)],
    })
  return put(turn, foundPage(desk, found, new Set(found.filter(({ sure }) => sure).map(({ id }) => id))))
}

/** What was typed as the answer to what is asked. */
async function read(turn: Turn, here: Found, { question, line }: Asked, text: string): Promise<void> {
  const { desk, open } = turn
  const isTopics = question.options?.some(({ group }) => group !== undefined) ?? false
  const shown = ordered(question).map((option) => ({ ...option, words: labelOf(desk, question, option) }))
  const numbered = isLong(desk, question)
  const understood = understand(question, text, { shown, numbered, councils: desk.library.councils })
  const at = { seq: here.view.seq, ...(line === undefined ? {} : { line }) }
  const ticked = (options: readonly string[]): Promise<void> => tickAll(turn, here, question, line, options)
  switch (understood.kind) {
    case 'answer':
      return give(turn, { ...at, question: question.id, answer: understood.answer })
    case 'ticks':
      return ticked(understood.options)
    case 'perhaps':
      if (!isTopics) return perhaps(turn, here, question, line, understood.options)
      break
    case 'nothing':
      break
  }
  const found = isTopics ? desk.assessments.topics(text, desk.pack.id).map(({ id }) => id) : []
  if (found.length > 0) return ticked(found)
  if (question.kind === 'number') return give(turn, { ...at, question: question.id, answer: text })
  return again({ ...turn, open }, here, { notice: desk.say('tg-not-understood'), old: 'strip' })
}

/** Options that were named: ticked beside those that are, for the person to send. */
async function tickAll(
  turn: Turn,
  here: Found,
  question: AskedQuestion,
  line: number | undefined,
  options: readonly string[],
): Promise<void> {
  const { desk, open } = turn
  const { draft } = open!
  const change = line === undefined ? undefined : question.id
  const before = draft?.seq === here.view.seq && draft.change === change ? (draft.ticks ?? []) : []
  const kept = before.filter((id) => !question.options?.some((option) => option.id === id && option.alone))
  const ticks = [...new Set([...kept, ...options])]
  const next = { seq: here.view.seq, ...(change === undefined ? {} : { change }), ticks }
  await desk.chats.redraft(open!, next)
  return again(withOpen(turn, { ...open!, draft: next }), here, { notice: desk.say('tg-ticked'), old: 'strip' })
}

/** "Did you mean …?", each as a button; and all the answers again, should it be none of them. */
function perhaps(
  turn: Turn,
  { view }: Found,
  question: AskedQuestion,
  line: number | undefined,
  options: readonly string[],
): Promise<void> {
  const { desk, open } = turn
  const names = new Map(desk.library.councils.map(({ id, name }) => [id, name]))
  const button = (text: string, act: Act) => [
    { text, data: write({ handle: open!.handle, seq: view.seq, ...(line === undefined ? {} : { line }), act }) },
  ]
  const act = (id: string): Act => {
    if (question.kind === 'place' && names.has(id)) return { kind: 'council', area: id }
    const listed = question.options?.find((option) => option.id === id)
    return question.kind === 'multi' && listed ? { kind: 'do', what: 'tick', about: id } : { kind: 'pick', option: id }
  }
  return put(
    turn,
    {
      html: parts(escape(desk.say('tg-did-you-mean'))),
      buttons: [
        ...options.map((id) => button(names.get(id) ?? wordsOf(desk, question, id), act(id))),
        line === undefined
          ? button(desk.say('tg-show-all'), { kind: 'do', what: 'show' })
          : button(desk.say('tg-show-all'), { kind: 'do', what: 'change', about: String(line) }),
      ],
    },
    'strip',
  )
}

/** What is asked, once more: the question that is being changed, if one is. */
async function again(turn: Turn, here: Found, extra: Extra): Promise<void> {
  const asked = await askedIn(turn, here)
  if (asked?.line !== undefined) return showLine(turn, here, asked.line, extra)
  return here.view.kind === 'question' ? showNow(turn, here, extra) : showCurrentWith(turn, extra)
}

/** An urgent action and the advice have no room for a notice: it is said before them. */
async function showCurrentWith(turn: Turn, { notice }: Extra): Promise<void> {
  if (notice) await turn.post.send({ html: escape(notice) })
  return showCurrent(turn, { old: 'strip' })
}
