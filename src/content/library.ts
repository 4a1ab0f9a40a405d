import type { Finding } from '../advice/condition.ts'
import type { Flow } from '../flow/define.ts'
import type { Pack } from './pack.ts'
import type {
  AdviceItem,
  Council,
  Dated,
  District,
  Equipment,
  Figure,
  NationalService,
  NeedMatch,
  Question,
  SafetyRule,
  Signpost,
  Source,
  Synonyms,
  Topic,
} from './schema.ts'

export const FORMAT = 2

/** Who else is responsible for a place. Like the councils and the packs it is always the newest. */
export interface Geography {
  readonly districts: readonly District[]
  readonly icbs: readonly Dated[]
  /** Councils that have ended, and former codes: what is found under one of these leads to its successor. */
  readonly former: readonly Dated[]
}

/**
 * Everything that Handrail asks, says and knows, as one plain JSON value: the compiled form of `content/` and
 * `flows/`. The server, the Worker, the checks and the tests all run on it. `version` is a hash of the rest, so
 * an assessment can be pinned to the words and rules it began with.
 */
export interface Library {
  /** Raised when this shape changes: an assessment pinned to an older one is then rebased. */
  readonly format: typeof FORMAT
  readonly version: string
  readonly locale: string
  readonly sections: {
    readonly start: Flow
    readonly safety: Flow
    readonly carer: Flow
    readonly close: Flow
  }
  readonly flows: readonly Flow[]
  readonly topics: readonly Topic[]
  /** For the search in people's own words. */
  readonly synonyms: readonly Synonyms[]
  readonly questions: Readonly<Record<string, Question>>
  readonly findings: Readonly<Record<string, Finding>>
  readonly advice: readonly AdviceItem[]
  readonly equipment: readonly Equipment[]
  readonly safety: readonly SafetyRule[]
  readonly signposts: Readonly<Record<string, Signpost>>
  readonly services: readonly NationalService[]
  /** Which services of a local directory meet a need, by signposting type. Like the packs it is always the newest. */
  readonly matching: Readonly<Record<string, NeedMatch>>
  /** What changes every year: rates, limits, dates. */
  readonly figures: Readonly<Record<string, Figure>>
  /** Those responsible for adult social care: the places that a person can choose. */
  readonly councils: readonly Council[]
  readonly geography: Geography
  readonly sources: Readonly<Record<string, Source>>
  readonly packs: Readonly<Record<string, Pack>>
  /** Fluent source of the interface strings. */
  readonly messages: string
}
