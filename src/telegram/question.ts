import { leftIn } from '../content/phrases.ts'
import type { AnswerLine, AskedQuestion } from '../assessment/view.ts'
import { councilButtons } from './councils.ts'
import type { Desk } from './desk.ts'
import { bold, escape, italic, lines, parts } from './html.ts'
import type { Button, Page } from './page.ts'
import { pressOn, ticksOf, type Showing } from './showing.ts'
import { groupOf, topicButtons } from './topics.ts'
import { ask, briefly, labelOf, wordsOf } from './wording.ts'

/** Wider than this, a button's end is cut off on a phone: then the list stands in the message as well. */
const FITS = 30

/** One question with its answers as buttons. */
export function questionPage(desk: Desk, showing: Showing): Page {
  const { say } = desk
  const { view, question, answers, line, notice } = showing
  const change = line === undefined ? undefined : answers[line]
  return {
    html: parts(
      notice && `⚠️ ${escape(notice)}`,
      change ? italic(say('web-changing')) : saidBefore(desk, question, answers),
      lines(bold(ask(desk, question)), question.hint && escape(question.hint)),
      change && !desk.hidden.has(question.id) ? escape(say('tg-answer-now', { answer: change.answerText })) : undefined,
      isLong(desk, question) ? list(desk, question) : undefined,
      showing.why && question.why ? escape(question.why) : undefined,
      escape(say(howTo(question))),
      change ? undefined : italic(leftIn(view.progress, say)),
    ),
    buttons: questionButtons(desk, showing),
  }
}

/** The buttons alone: a tick changes nothing else, and the words above must not move under somebody's finger. */
export const questionButtons = (desk: Desk, showing: Showing): Button[][] => [
  ...choices(desk, showing),
  ...around(desk, showing),
]

/** "What is hard about the bath? You said: Getting up": so that the history can be read while one message is edited. */
function saidBefore(desk: Desk, question: AskedQuestion, answers: readonly AnswerLine[]): string | undefined {
  const before = answers.filter((one) => one.question !== question.id).at(-1)
  return before && said(desk, before)
}

export const said = (desk: Desk, line: AnswerLine): string =>
  desk.hidden.has(line.question)
    ? italic(desk.say('web-private'))
    : lines(
        italic(briefly(desk, line.question, line.text)),
        `✔️ ${escape(desk.say('tg-you-said', { answer: line.answerText }))}`,
      )

const howTo = (question: AskedQuestion): string => {
  if (question.options?.some(({ group }) => group)) return 'tg-how-topics'
  return question.kind === 'number' ? `tg-how-number-${question.unit ?? 'cm'}` : `tg-how-${question.kind}`
}

/** The options, what stands alone last: numbered where the buttons are too narrow for their words. */
export const ordered = (question: AskedQuestion): NonNullable<AskedQuestion['options']> =>
  (question.options ?? []).toSorted((a, b) => Number(a.alone ?? false) - Number(b.alone ?? false))

const isTopics = ({ options = [] }: AskedQuestion): boolean => options.some(({ group }) => group !== undefined)

/** Whether the options are listed, with numbers, in the message itself. */
export const isLong = (desk: Desk, question: AskedQuestion): boolean =>
  !isTopics(question) && ordered(question).some((option) => labelOf(desk, question, option).length > FITS)

const list = (desk: Desk, question: AskedQuestion): string =>
  lines(...ordered(question).map((option, at) => escape(`${at + 1}. ${option.label}`)))

function choices(desk: Desk, showing: Showing): Button[][] {
  const { question, at } = showing
  if (question.kind === 'place') return councilButtons(desk, showing, at)
  if (isTopics(question)) return topicButtons(desk, showing, groupOf(question, at))
  const button = pressOn(showing)
  const numbered = isLong(desk, question)
  const named = ordered(question).map((option, place) => {
    const label = labelOf(desk, question, option)
    return { id: option.id, text: numbered ? `${place + 1}. ${label}` : label }
  })
  if (question.kind === 'single') return named.map(({ id, text }) => [button(text, { kind: 'pick', option: id })])
  if (question.kind !== 'multi') return []
  const ticked = ticksOf(showing)
  return [
    ...named.map(({ id, text }) => {
      const on = ticked.includes(id)
      return [button(`${on ? '✅' : '⬜'} ${text}`, { kind: 'tick', option: id, on: !on })]
    }),
    [button(desk.say('tg-done', { n: ticked.length }), { kind: 'do', what: 'done' })],
  ]
}

/** Ways to pass the question, then what is always in reach. */
function around(desk: Desk, showing: Showing): Button[][] {
  const { say } = desk
  const { question, view, line, answers } = showing
  const button = pressOn(showing)
  const act = (text: string, what: string) => button(say(text), { kind: 'do', what })
  const why = question.why && !showing.why ? [act('web-why', 'why')] : []
  const exits = question.allow.map((exit) => button(wordsOf(desk, question, exit), { kind: 'pick', option: exit }))
  if (line !== undefined)
    return [exits, [...why, pressOn({ ...showing, line: undefined })(say('tg-keep'), { kind: 'do', what: 'show' })]]
  return [
    exits,
    [...why, ...(answers.length > 0 ? [act('tg-back', 'back')] : [])],
    view.adviceReady ? [act('web-see-advice', 'advice')] : [],
  ]
}
