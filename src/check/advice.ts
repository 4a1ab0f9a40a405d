import { advise } from '../advice/advise.ts'
import type { Facts } from '../advice/condition.ts'
import type { Advice } from '../advice/document.ts'
import { packOf, rulesOf, type Content } from '../assessment/content.ts'

/** What would be said at a position, with every urgent action seen. */
export const adviceOf = (content: Content, { facts }: { facts: Facts }, pack = 'default'): Advice =>
  advise({
    assessment: 'check',
    library: content.library,
    findings: content.findings,
    say: content.say,
    pack: packOf(content.library, pack),
    facts,
    acknowledged: rulesOf(content, pack).map((rule) => rule.id),
    contact: undefined,
    council: undefined,
    now: '2026-11-21T09:00:00.000Z',
  })
