import { mentions } from '../advice/reason.ts'
import type { Library } from '../content/library.ts'

/**
 * Questions that someone else must not see answered: those that a sensitive safety rule asks about and no other rule
 * does. On them the page has no telling title and a quick way out.
 */
export function sensitiveQuestions(library: Library): ReadonlySet<string> {
  const asked = (sensitive: boolean): string[] =>
    library.safety
      .filter((rule) => rule.sensitive === sensitive)
      .flatMap((rule) => [...mentions(rule.when, library.findings)])
  const others = new Set(asked(false))
  return new Set(asked(true).filter((question) => !others.has(question)))
}
