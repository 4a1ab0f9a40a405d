import type { Answer, Facts } from '../advice/condition.ts'
import { raisedAnew } from '../advice/urgent.ts'
import type { Standing } from '../flow/chart.ts'
import { asked, walk } from '../flow/walk.ts'
import { rulesOf, stopping, type Content } from './content.ts'

/**
 * Where an assessment stands: a cache of what replaying its log gives. `facts` are the answers on the path, `aside`
 * those that were given but are not on it: they count for nothing, and come back if the path does.
 */
export interface Position extends Standing {
  readonly aside: Facts
  /** Safety rules whose action was seen and gone on from. */
  readonly acknowledged: readonly string[]
  /** The person asked for the advice so far. */
  readonly resting: boolean
}

/** One row of the log, without its bookkeeping. */
export type Entry =
  | { readonly kind: 'answer' | 'change'; readonly question: string; readonly value: Answer }
  | { readonly kind: 'finish' }
  | { readonly kind: 'continue' }

export const begin = (content: Content): Position => ({
  ...content.chart.begin(),
  aside: {},
  acknowledged: [],
  resting: false,
})

/** Follow one entry of the log. Pure: the same position and entry always give the same next position. */
export function follow(content: Content, pack: string, position: Position, entry: Entry): Position {
  switch (entry.kind) {
    case 'finish':
      return { ...position, resting: true }
    case 'continue': {
      const seen = stopping(content, pack, position.facts).map((rule) => rule.id)
      return { ...position, resting: false, acknowledged: [...new Set([...position.acknowledged, ...seen])] }
    }
    default:
      return answered(content, pack, position, entry.question, entry.value)
  }
}

function answered(content: Content, pack: string, position: Position, question: string, value: Answer): Position {
  const { chart } = content
  const given = { ...position.aside, ...position.facts, [question]: value }
  const standing = walk(chart, given, asked(chart, position) === question ? position : undefined)
  const aside = Object.fromEntries(Object.entries(given).filter(([id]) => !(id in standing.facts)))
  const still = stopping(content, pack, standing.facts).filter(
    (rule) =>
      position.acknowledged.includes(rule.id) &&
      !raisedAnew(rulesOf(content, pack), rule, position.facts, standing.facts, content.safetyFindings),
  )
  return {
    at: standing.at,
    facts: standing.facts,
    aside,
    // A rule that is raised anew, after it had gone or for one more reason, is shown anew.
    acknowledged: position.acknowledged.filter((id) => still.some((rule) => rule.id === id)),
    resting: false,
  }
}

/** The position that a whole log leads to. */
export const replay = (content: Content, pack: string, log: readonly Entry[]): Position =>
  log.reduce((position, entry) => follow(content, pack, position, entry), begin(content))
