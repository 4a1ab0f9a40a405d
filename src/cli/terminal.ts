import type { Advice } from '../advice/document.ts'
import { EXITS } from '../advice/condition.ts'
import type { AskedQuestion, View } from '../assessment/view.ts'
import type { Council } from '../content/schema.ts'
import type { Say } from '../content/words.ts'
import { serviceText } from './service-text.ts'

const hasList = ({ kind }: AskedQuestion): boolean => kind === 'single' || kind === 'multi'

const inWords = (exit: string): string => exit.replaceAll('_', ' ')

/** What was typed as an answer: numbers of the list become option ids, a council's name its place, words an exit. */
export function readTyped(question: AskedQuestion, typed: string, councils: readonly Council[]): unknown {
  const exit = EXITS.find((one) => inWords(one) === typed.toLowerCase() || one === typed)
  if (exit) return exit
  if (question.kind === 'place') {
    const council = councilIn(typed, councils)
    return council ? { area: council.id } : { postcode: typed }
  }
  if (!hasList(question)) return typed
  const choices = choicesOf(question)
  const chosen = typed.split(/[\s,]+/).map((part) => choices[Number(part) - 1]?.id ?? part)
  return question.kind === 'multi' && chosen.every((one) => !EXITS.some((exit) => exit === one)) ? chosen : chosen[0]
}

/** A council by its name, or by so much of it that only one is meant: "lancashire", "city of london". */
function councilIn(typed: string, councils: readonly Council[]): Council | undefined {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, ' ')
      .trim()
  const words = plain(typed)
  const like = words.length < 4 || /\d/.test(typed) ? [] : councils.filter(({ name }) => plain(name).includes(words))
  return like.find(({ name }) => plain(name) === words) ?? (like.length === 1 ? like[0] : undefined)
}

const choicesOf = (question: AskedQuestion): Array<{ id: string; label: string }> => [
  ...(question.options ?? []),
  ...question.allow.map((exit) => ({ id: exit, label: inWords(exit) })),
]

export function printQuestion(question: AskedQuestion, { progress }: View, say: Say): void {
  console.log(`\n${question.text}  (${say('terminal-left', { n: progress.leastLeft })})`)
  if (question.hint) console.log(`  ${question.hint}`)
  if (question.kind === 'place') console.log(`  ${say('terminal-place')}`)
  if (hasList(question)) choicesOf(question).forEach(({ label }, index) => console.log(`  ${index + 1}. ${label}`))
  else if (question.allow.length > 0) console.log(`  (or type: ${question.allow.map(inWords).join(', ')})`)
}

export function printUrgent({ urgent }: View): void {
  if (!urgent) return
  console.log(`\n!! ${urgent.title}\n   ${urgent.action}`)
  if (urgent.phone) console.log(`   ${urgent.phone}`)
  console.log(`   ${urgent.why}`)
  for (const line of urgent.meanwhile) console.log(`   - ${line}`)
  for (const other of urgent.also) console.log(`   Also: ${other.action}`)
  console.log('   (press Enter to carry on with the questions)')
}

export function printAdvice(advice: Advice): void {
  for (const line of advice.urgent) console.log(`\n!! ${line.title}\n   ${line.action}`)
  for (const item of advice.items) {
    console.log(`\n${advice.first.includes(item.id) ? '* ' : ''}${item.title} [${item.when}]\n   ${item.text}`)
    for (const line of item.because) console.log(`   ${line}`)
    if (item.equipment?.size) console.log(`   Size: ${item.equipment.size}`)
    if (item.equipment?.caution) console.log(`   ${item.equipment.caution}`)
    if (item.equipment?.products) console.log(`   Products that fit: ${item.equipment.products}`)
  }
  for (const one of advice.notSuitable)
    console.log(`\nNot safe for you: ${one.title}\n   ${one.because.join(' ')}\n   ${one.instead}`)
  for (const service of advice.services) console.log(`\n${serviceText(service)}`)
  console.log(`\n${advice.notAnAssessment}`)
}
