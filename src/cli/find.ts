import { finder } from '../assessment/find.ts'
import { compile } from '../content/compile.ts'
import { heard } from '../advice/urgent.ts'
import { misuse } from './misuse.ts'

/** `handrail find "own words" [--json]`: the topics that the words mean, and the safety rules that they raise. */
export default async function find(args: readonly string[]): Promise<number> {
  const words = args.filter((arg) => !arg.startsWith('--')).join(' ')
  if (words.trim() === '') return misuse('Give some words, such as: handrail find "can\'t get out of the bath"')
  const library = await compile()
  const topics = finder(library)(words, 'default')
  const urgent = heard(library.safety, words).map(({ id, code, action }) => ({ rule: id, code, action: action.self }))
  if (args.includes('--json')) console.log(JSON.stringify({ topics, urgent }))
  else {
    for (const rule of urgent) console.log(`${rule.code} ${rule.rule}: ${rule.action}`)
    for (const topic of topics) console.log(`${topic.id}: ${topic.title}. ${topic.hint}`)
    if (topics.length === 0 && urgent.length === 0) console.log('No topic matches these words.')
  }
  return topics.length > 0 || urgent.length > 0 ? 0 : 1
}
