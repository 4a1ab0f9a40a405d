import type { Point } from '../grid.ts'
import type { Hours, Opening } from '../opening.ts'
import type { CostOption } from '../oruk/types.ts'

/** What is looked for. A service must fit one of the terms or one of the words; each narrows by place and age. */
export interface SearchQuery {
  /** Taxonomy terms by id, name, address or code, whichever a mapping knows. */
  readonly terms?: readonly string[]
  /**
   * Words, for what the terms do not find. Alternatives stand between "|"; all words of one alternative must be there:
   * "wheelchair hire | shopmobility".
   */
  readonly words?: string
  readonly near?: Point
  /** ONS codes of the places that the person lives in: ward, district, county, ICB. */
  readonly areas?: readonly string[]
  /** Years. Services for other ages are left out. */
  readonly age?: number
  /** YYYY-MM-DD, to tell what was checked long ago. */
  readonly today: string
  /** ms since 1970: open now? Without it, at noon of `today`. */
  readonly now?: number
  /** 1 to 50; 10 where it is not said. */
  readonly limit?: number
}

/** Why a service is shown, for a channel to put into words (`directory-why-<because>`). */
export type Why =
  | { readonly because: 'term'; readonly term: string }
  | { readonly because: 'words'; readonly words: string }
  | { readonly because: 'near'; readonly km: number }
  | { readonly because: 'area' }
  /** The feed it comes from is for the person's area. */
  | { readonly because: 'listed'; readonly feed: string }
  | { readonly because: 'national' }
  | { readonly because: 'age'; readonly least?: number; readonly most?: number }

export interface Found {
  readonly id: string
  readonly name: string
  /** `read`: YYYY-MM-DD when this copy of the feed came in. */
  readonly feed: { readonly id: string; readonly name: string; readonly read: string }
  readonly organization?: string
  readonly description?: string
  readonly phone?: string
  readonly url?: string
  readonly email?: string
  /** On one line, with its postcode. */
  readonly address?: string
  /** To the nearest of its locations, as the crow flies, to a tenth. */
  readonly distanceKm?: number
  /** YYYY-MM-DD when someone last checked the entry. */
  readonly assured?: string
  /** Nobody has checked it for {@link STALE_DAYS}, or nobody knows when: it sinks, and it says so. */
  readonly stale: boolean
  readonly opening: Opening
  readonly hours: readonly Hours[]
  /** What the feed says about opening in its own words. */
  readonly hoursText?: string
  readonly eligibility?: string
  readonly minimumAge?: number
  readonly maximumAge?: number
  readonly cost?: { readonly text?: string; readonly options: readonly CostOption[] }
  /** Something the feed wants everyone to know, such as "moved online". */
  readonly alert?: string
  readonly accessibility?: string
  readonly why: readonly Why[]
}

/** Eighteen months: councils aim to check every entry once a year. */
export const STALE_DAYS = 548
/** Three years: such an entry sinks to the end. */
export const OLD_DAYS = 1096
