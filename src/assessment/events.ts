import type { Event } from '../usage/count.ts'
import { stopping, type Content } from './content.ts'
import type { Entry, Position } from './position.ts'

/** What is counted of one step, each with the topic or the code that it is about. */
export function eventsOf(
  content: Content,
  pack: string,
  before: Position,
  next: Position,
  entry: Entry,
): Array<readonly [Event, string?]> {
  if (entry.kind === 'finish') return [['finished']]
  if (entry.kind === 'continue') return []
  const raised = stopping(content, pack, next.facts)
  // Mostly nothing is raised, and then what was raised before does not matter.
  const known = raised.length > 0 ? stopping(content, pack, before.facts) : []
  const topics: readonly string[] = entry.question === 'topics' && Array.isArray(entry.value) ? entry.value : []
  return [
    [entry.kind === 'change' ? 'changed' : 'answered'],
    ...raised.filter((rule) => !known.includes(rule)).map((rule) => ['urgent', rule.code] as const),
    ...topics.map((topic) => ['topic', topic] as const),
  ]
}
