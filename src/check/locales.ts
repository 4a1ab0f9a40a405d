import { FluentResource } from '@fluent/bundle'
import type { Library } from '../content/library.ts'
import { ROUTES } from '../content/schema.ts'
import { fault, type Fault } from './fault.ts'

/** Telegram's limits: 4,096 characters a message, 64 bytes of callback data, and a button one can read. */
const MESSAGE = 4096
const BUTTON = 64
const CALLBACK = 64
/** Bytes of callback data that are not the option's id: assessment handle, sequence number, separators. */
const HANDLE = 36

/** Interface strings that are put together from ids, so that no search of the code finds them. */
const BUILT = [...ROUTES.map((route) => `route-${route}`), 'exit-not_sure', 'exit-rather_not_say', 'exit-skip']

/** Every text exists and fits the narrowest channel. */
export function checkLocales(library: Library): Fault[] {
  const there = new Set(new FluentResource(library.messages).body.map((entry) => entry.id))
  const missing = BUILT.filter((id) => !there.has(id)).map((id) => fault('missing-text', [`interface.ftl ${id}`], `the interface string "${id}" is missing`))
  return [...missing, ...Object.values(library.questions).flatMap(fits)]
}

function fits(question: Library['questions'][string]): Fault[] {
  const faults: Fault[] = []
  const bytes = (text: string): number => new TextEncoder().encode(text).length
  const topics = question.optionsFrom === 'topics'
  for (const option of question.options) {
    const button = option.short ?? option.label.self
    if (!topics && button.length > BUTTON)
      faults.push(fault('text-too-long', [`${question.id}=${option.id}`], `${button.length} characters; add a "short" of at most ${BUTTON}`))
    if (HANDLE + bytes(option.id) > CALLBACK) faults.push(fault('text-too-long', [`${question.id}=${option.id}`], 'the option id is too long for a Telegram button'))
  }
  const message = [question.ask.other ?? question.ask.self, question.hint?.self ?? '', question.why?.self ?? ''].join('\n')
  if (message.length > MESSAGE) faults.push(fault('text-too-long', [question.id], `${message.length} characters; a Telegram message holds ${MESSAGE}`))
  return faults
}
