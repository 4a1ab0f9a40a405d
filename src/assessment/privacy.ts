import { mentions } from '../advice/reason.ts'
import type { AnswerLine } from './view.ts'
import type { Library } from '../content/library.ts'

export interface Private {
  /** Questions that someone else must not see being asked: a title that tells nothing, and a quick way out. */
  readonly asked: ReadonlySet<string>
  /** Questions whose answers are not repeated above the questions that follow. */
  readonly answered: ReadonlySet<string>
  /** Rules whose action must not stand in a title. */
  readonly rules: ReadonlySet<string>
}

/** Whether what was told, or what it raised, must not be seen by someone else. */
export const isPrivate = (
  { asked, rules }: Private,
  answers: readonly AnswerLine[],
  raised: ReadonlyArray<{ readonly rule: string }>,
): boolean => answers.some((line) => asked.has(line.question)) || raised.some((line) => rules.has(line.rule))

/**
 * What is private, drawn from the safety rules that are marked sensitive: the questions only they ask about, and all
 * the answers that they rest on.
 */
export function privateIn(library: Library): Private {
  const rules = [...library.safety, ...Object.values(library.packs).flatMap((pack) => pack.safety)]
  const asked = (sensitive: boolean): string[] =>
    rules.filter((rule) => rule.sensitive === sensitive).flatMap((rule) => [...mentions(rule.when, library.findings)])
  const others = new Set(asked(false))
  const answered = new Set(asked(true))
  return {
    asked: new Set([...answered].filter((question) => !others.has(question))),
    answered,
    rules: new Set(rules.filter((rule) => rule.sensitive).map((rule) => rule.id)),
  }
}
