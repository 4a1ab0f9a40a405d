import { phoneOf } from '../advice/urgent.ts'
import { inVoice, showAnswer, voiceOf, type Voice } from '../content/wording.ts'
import type { Question, SafetyRule, Topic } from '../content/schema.ts'
import { END } from '../flow/compose.ts'
import { remaining, type Remaining } from '../flow/progress.ts'
import { asked } from '../flow/walk.ts'
import { packOf, stopping, type Content } from './content.ts'
import type { Position } from './position.ts'
import type { AnswerLine, AskedQuestion, Progress, UrgentAction, View } from './view.ts'

/** Answers before the advice so far can be asked for (rule 8). */
const ENOUGH = 3

/**
 * The view of a position: an urgent action before anything else, then a question, then the advice.
 * @param council the council's first-contact number, for actions that lead there
 */
export function viewOf(content: Content, pack: string, position: Position, seq: number, council?: string): View {
  const { chart, library } = content
  const raised = stopping(content, pack, position.facts)
  const unseen = raised.filter((rule) => !position.acknowledged.includes(rule.id))
  const question = asked(chart, position)
  const base = {
    seq,
    progress: progressOf(content, position),
    adviceReady: canAdvise(content, pack, position),
    locale: library.locale,
    version: library.version,
  }
  if (unseen.length > 0)
    return { ...base, kind: 'urgent', urgent: urgentAction(unseen, voiceOf(position.facts), council) }
  // Whoever stops before anything can be said stays at the question.
  if ((position.resting && base.adviceReady) || question === undefined) return { ...base, kind: 'advice' }
  return { ...base, kind: 'question', question: ask(content, pack, position, question) }
}

/** The walk that may remain is worked out only where it is looked at: a form that redirects has no use for it. */
function progressOf({ chart }: Content, position: Position): Progress {
  let found: Remaining | undefined
  const left = (): Remaining => (found ??= remaining(chart.plan, position, position.aside))
  return {
    answered: Object.keys(position.facts).length,
    get leastLeft() {
      return left().least
    },
    get mostLeft() {
      return left().most
    },
  }
}

/** Something can be said once a topic is chosen and three answers are given, or at once when a safety rule is raised. */
export const canAdvise = (content: Content, pack: string, position: Position): boolean =>
  position.at === END ||
  stopping(content, pack, position.facts).length > 0 ||
  (position.facts.topics !== undefined && Object.keys(position.facts).length >= ENOUGH)

/** A question as it is put to this person, with its newest answer where it has one. */
export function ask(content: Content, pack: string, position: Position, id: string): AskedQuestion {
  const question = content.library.questions[id]!
  const voice = voiceOf(position.facts)
  const answer = position.facts[id] ?? position.aside[id]
  const spoken = (words: Question['why']): string | undefined => words && inVoice(words, voice)
  const why = spoken(question.why)
  const hint = spoken(question.hint)
  return {
    id,
    topic: topicOf(content, id, position),
    text: inVoice(question.ask, voice),
    ...(why ? { why } : {}),
    ...(hint ? { hint } : {}),
    say: question.spoken,
    short: question.short,
    kind: question.kind,
    ...(question.options.length > 0 ? { options: optionsOf(content, pack, question, voice) } : {}),
    ...(question.unit ? { unit: question.unit } : {}),
    ...(question.min === undefined ? {} : { min: question.min }),
    ...(question.max === undefined ? {} : { max: question.max }),
    allow: question.allow,
    ...(answer === undefined ? {} : { answer }),
  }
}

function optionsOf({ library }: Content, pack: string, question: Question, voice: Voice): AskedQuestion['options'] {
  const off = question.optionsFrom === 'topics' ? packOf(library, pack).topicsOff : []
  return question.options
    .filter((option) => !off.includes(option.id))
    .map((option) => ({
      id: option.id,
      label: inVoice(option.label, voice),
      ...(option.hint ? { hint: inVoice(option.hint, voice) } : {}),
      ...(option.short ? { short: option.short } : {}),
      ...(option.alone ? { alone: true } : {}),
      ...(question.optionsFrom === 'topics' ? groupOf(library, option.id) : {}),
    }))
}

function groupOf({ topics }: Content['library'], id: string): { group?: Topic['group'] } {
  const topic = topics.find((one) => one.id === id)
  return topic ? { group: topic.group } : {}
}

/** The section in which a question stands on this path: a topic's id, or "start", "fit", "carer" … */
function topicOf({ chart }: Content, question: string, position: Position): string {
  const here = chart.node(position.at)
  if (here?.question === question) return here.section
  const chosen = Array.isArray(position.facts.topics) ? position.facts.topics : []
  const sections = chart.sectionsOf(question)
  return sections.find((section) => chosen.includes(section)) ?? sections.at(-1) ?? 'start'
}

/** The answers on the path, in the order in which they were met. */
export function answerLines(content: Content, position: Position): AnswerLine[] {
  const voice = voiceOf(position.facts)
  return Object.entries(position.facts).flatMap(([id, answer]) => {
    const question = content.library.questions[id]
    if (!question) return []
    const answerText = showAnswer(content.library, content.say, question, answer, voice)
    return [
      { question: id, topic: topicOf(content, id, position), text: inVoice(question.ask, voice), answer, answerText },
    ]
  })
}

function urgentAction(unseen: readonly SafetyRule[], voice: Voice, council: string | undefined): UrgentAction {
  const [first, ...others] = unseen as [SafetyRule, ...SafetyRule[]]
  const brief = (rule: SafetyRule) => {
    const phone = phoneOf(rule, council)
    return {
      code: rule.code,
      title: inVoice(rule.title, voice),
      action: inVoice(rule.action, voice),
      ...(phone ? { phone } : {}),
    }
  }
  return {
    rule: first.id,
    ...brief(first),
    why: inVoice(first.why, voice),
    meanwhile: first.meanwhile,
    also: others.map(brief),
    canContinue: true,
    sensitive: unseen.some((rule) => rule.sensitive),
  }
}
