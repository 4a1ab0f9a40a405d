import type { Exit } from '../advice/condition.ts'
import { plainWordsOf, wordsOf } from '../advice/speech.ts'
import { stem } from '../assessment/words/stem.ts'
import type { AskedQuestion } from '../assessment/view.ts'
import type { Council } from '../content/schema.ts'
import { outwardOf } from '../directory/places.ts'
import { readMeasure } from '../flow/units.ts'
import { digitsFor } from './number-words.ts'

/** What a typed text says to the question that is asked. */
export type Understood =
  /** It clearly is this answer. */
  | { readonly kind: 'answer'; readonly answer: unknown }
  /** These options of a list that takes several: to be ticked, and sent by the person. */
  | { readonly kind: 'ticks'; readonly options: readonly string[] }
  /** It may be one of these: options, ways to pass, or councils. The person confirms. */
  | { readonly kind: 'perhaps'; readonly options: readonly string[] }
  | { readonly kind: 'nothing' }

type Option = NonNullable<AskedQuestion['options']>[number]

const NOTHING: Understood = { kind: 'nothing' }
/** More than this is no question back but the list again. */
const MOST = 4

const YES = phrases(
  'yes|yeah|yea|yep|yup|yes please|aye|y|yh|ok|okay|correct|thats right|true|definitely|of course|sure|i do|i can|i am|he does|she does|they do|he can|she can|they can|he is|she is|they are',
)
const NO = phrases(
  'no|nope|nah|n|no thanks|no thank you|not really|never|i dont|i do not|he doesnt|she doesnt|they dont|i am not|im not|false|not at all',
)
const CANNOT = phrases(
  'cant|cannot|can not|i cant|i cannot|he cant|she cant|they cant|cant do it|cant do that|i cant do it|unable|not able|not able to|couldnt|no i cant|no he cant|no she cant|no they cant',
)
const NONE = phrases('none|none of these|none of them|none of those|nothing|none apply|no to all|all no')
const PASSES: ReadonlyArray<readonly [Exit, ReadonlySet<string>]> = [
  [
    'not_sure',
    phrases(
      'not sure|im not sure|i am not sure|unsure|no idea|ive no idea|i have no idea|dont know|i dont know|do not know|i do not know|dunno|dont no|idk|no clue|cant say|hard to say|not certain|maybe|perhaps|cant remember|i cant remember',
    ),
  ],
  [
    'rather_not_say',
    phrases(
      'rather not say|id rather not say|i would rather not say|prefer not to say|prefer not to|i prefer not to say|private|thats private|none of your business|no comment',
    ),
  ],
  ['skip', phrases('skip|skip it|skip this|pass|next|skip this question')],
]

function phrases(list: string): ReadonlySet<string> {
  return new Set(list.split('|'))
}

/**
 * Read what somebody typed in place of pressing a button. Only what clearly fits is an answer; whatever may fit is asked
 * back. It never guesses: an answer that was not meant could open a gate.
 * @param shown the options in the order, and with the words, in which the person sees them; numbered where `numbered`
 */
export function understand(
  question: AskedQuestion,
  typed: string,
  {
    shown,
    numbered,
    councils,
  }: { shown: ReadonlyArray<Option & { words: string }>; numbered: boolean; councils: readonly Council[] },
): Understood {
  const plain = plainWordsOf(typed).join(' ')
  if (question.kind === 'text') return plain === 'skip' ? passing(question, 'skip') : { kind: 'answer', answer: typed }
  const pass = PASSES.find(([, said]) => said.has(plain))?.[0]
  const exact = shown.filter((option) => isNamed(option, plain))
  if (pass && exact.length === 0) return passing(question, pass)
  if (question.kind === 'number') return measure(question, typed)
  if (question.kind === 'place') return place(typed, plain, councils)
  return chosen(question, typed, plain, exact, shown, numbered)
}

/** A way to pass the question; where it is not offered, the nearest of those that are is asked back. */
function passing({ allow }: AskedQuestion, exit: Exit): Understood {
  if (allow.includes(exit)) return { kind: 'answer', answer: exit }
  return allow.length > 0 ? { kind: 'perhaps', options: allow } : NOTHING
}

function measure({ unit = 'cm' }: AskedQuestion, typed: string): Understood {
  for (const text of [typed, digitsFor(typed)]) {
    const bare = text
      .replace(/^\s*(?:about|around|roughly|approx(?:imately)?|its|it's|it is|nearly|just under|just over)\s+/i, '')
      .replace(/[.!]\s*$/, '')
    const value = readMeasure(bare, unit)
    if (value !== null) return { kind: 'answer', answer: value }
  }
  return NOTHING
}

function place(typed: string, plain: string, councils: readonly Council[]): Understood {
  const same = councils.find(({ name }) => plainWordsOf(name).join(' ') === plain)
  if (same) return { kind: 'answer', answer: { area: same.id } }
  if (outwardOf(typed) !== null && /\d/.test(typed)) return { kind: 'answer', answer: { postcode: typed } }
  const words = plainWordsOf(typed).filter((word) => !NOT_TELLING.has(word))
  const like = councils.filter(
    ({ name }) => words.length > 0 && words.every((word) => plainWordsOf(name).some((part) => part.startsWith(word))),
  )
  return like.length > 0 && like.length <= 8 ? { kind: 'perhaps', options: like.map(({ id }) => id) } : NOTHING
}

const NOT_TELLING = phrases('council|county|city|borough|in|the|of|i|live|near')

function chosen(
  question: AskedQuestion,
  typed: string,
  plain: string,
  exact: readonly Option[],
  shown: ReadonlyArray<Option & { words: string }>,
  numbered: boolean,
): Understood {
  const several = question.kind === 'multi'
  const take = (options: readonly Option[]): Understood => {
    const [first] = options
    if (!first) return NOTHING
    if (options.length === 1 && (!several || first.alone))
      return { kind: 'answer', answer: several ? [first.id] : first.id }
    if (several && !options.some((option) => option.alone))
      return { kind: 'ticks', options: options.map(({ id }) => id) }
    return options.length <= MOST ? { kind: 'perhaps', options: options.map(({ id }) => id) } : NOTHING
  }
  if (exact.length > 0) return take(exact)
  const places = numbered ? plain.split(' ').map(Number) : []
  if (places.length > 0 && places.every((at) => Number.isInteger(at) && shown[at - 1])) {
    const picked = [...new Set(places)].map((at) => shown[at - 1]!)
    return several || picked.length === 1 ? take(picked) : NOTHING
  }
  if (NONE.has(plain)) return take(shown.filter((option) => option.alone))
  const told = short(plain, question, shown)
  if (told) return told.length === 1 && !several ? take(told) : perhaps(told)
  const listed = typed.split(/,|;|\band\b|\n/i).map((part) => plainWordsOf(part).join(' '))
  const named = listed.map((part) => shown.find((option) => isNamed(option, part)))
  if (several && listed.length > 1 && named.every((one) => one !== undefined)) return take(named)
  return perhaps(alike(plain, shown))
}

const perhaps = (options: readonly Option[]): Understood =>
  options.length > 0 ? { kind: 'perhaps', options: options.slice(0, MOST).map(({ id }) => id) } : NOTHING

const isNamed = ({ id, label, words }: Option & { words: string }, plain: string): boolean =>
  plain !== '' && (id === plain || [label, words].some((text) => plainWordsOf(text).join(' ') === plain))

/** "Yes", "no" and "can't", where options begin with them. */
function short(plain: string, question: AskedQuestion, shown: ReadonlyArray<Option>): readonly Option[] | undefined {
  const starting = (word: string): Option[] =>
    shown.filter(({ id, label }) => id === word || plainWordsOf(label)[0] === word)
  if (YES.has(plain)) return starting('yes')
  if (CANNOT.has(plain)) {
    const saying = shown.filter(({ id, label }) => id === 'cannot' || wordsOf(label).includes('cant'))
    if (saying.length > 0) return saying
    return /\b(?:can|could) (?:you|they)\b/i.test(question.text) ? starting('no') : []
  }
  return NO.has(plain) ? starting('no') : undefined
}

/** The options that hold most of the words that tell something. */
function alike(plain: string, shown: ReadonlyArray<Option & { words: string }>): Option[] {
  const stems = (text: string): string[] =>
    plainWordsOf(text)
      .filter((word) => word.length > 2 && !SMALL.has(word))
      .map(stem)
  const said = new Set(stems(plain))
  if (said.size === 0) return []
  const scored = shown.map((option) => {
    const there = new Set(stems(`${option.label} ${option.words} ${option.hint ?? ''}`))
    return { option, score: [...said].filter((word) => there.has(word)).length }
  })
  const best = Math.max(...scored.map(({ score }) => score))
  if (best === 0) return []
  return scored.filter(({ score }) => score === best).map(({ option }) => option)
}

const SMALL = phrases(
  'the|and|for|with|not|but|are|was|has|have|had|her|his|him|she|they|them|that|this|its|you|your|very|too|can|cant|some|any|all|get|got|gets|out|from|when|just|really|quite',
)
