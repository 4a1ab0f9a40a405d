import { put, showCurrent } from './board.ts'
import type { Found } from './callback.ts'
import type { Turn } from './desk.ts'
import { begin } from './opening.ts'
import { foundPage } from './welcome.ts'

/** Topics that were found in own words are ticked, taken off, or begun with. Nothing is stored before that. */
export async function found(turn: Turn, { what, topics }: Found): Promise<void> {
  const { desk } = turn
  if (turn.open) return showCurrent(turn)
  const chosen = topics.filter((topic) => topic.chosen).map(({ id }) => id)
  if (what === 'show') {
    const all = desk.assessments.topics(undefined, desk.pack.id)
    const known = topics.flatMap(({ id }) => all.find((topic) => topic.id === id) ?? [])
    return put(turn, foundPage(desk, known, new Set(chosen)))
  }
  const begun = await begin(turn, chosen.length > 0 ? [{ question: 'topics', answer: chosen }] : [])
  if (begun) await showCurrent(begun, { old: 'strip' })
}
