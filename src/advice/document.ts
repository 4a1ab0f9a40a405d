import type { Code, Equipment } from '../content/schema.ts'

/** The advice, complete: what every channel, the print and the API show. Shape fixed by the project's interfaces. */
export interface Advice {
  readonly assessment: string
  /** Version of flows and content that made it. */
  readonly version: string
  /** ISO 8601. */
  readonly madeAt: string
  readonly locale: string
  readonly notAnAssessment: string
  /** What the person said matters to them, shown back. */
  readonly matters?: string
  readonly urgent: readonly UrgentLine[]
  /** At most three item ids: do these first. */
  readonly first: readonly string[]
  readonly items: readonly Item[]
  readonly notSuitable: ReadonlyArray<{ equipment: string; title: string; because: readonly string[]; instead: string }>
  readonly services: readonly ServiceLine[]
  readonly place?: {
    /** ONS codes; `council` is the name of `area`. */
    area: string
    district?: string
    ward?: string
    council: string
    phone?: string
    hours?: string
    outOfHoursPhone?: string
    url?: string
  }
}

export interface UrgentLine {
  readonly rule: string
  readonly code: Code
  readonly title: string
  readonly action: string
  readonly phone?: string
  readonly why: string
  readonly meanwhile: readonly string[]
  readonly because: readonly string[]
}

export interface Item {
  readonly id: string
  readonly topic: string
  readonly kind: 'tip' | 'equipment' | 'adaptation' | 'professional' | 'service' | 'benefit' | 'carer'
  readonly when: 'now' | 'soon' | 'later'
  readonly title: string
  readonly text: string
  readonly because: readonly string[]
  readonly source: string
  readonly reviewed: string
  readonly reviewBy: string
  readonly equipment?: EquipmentDetail
  /** Ids of entries in `services`. */
  readonly services?: readonly string[]
}

export interface EquipmentDetail {
  readonly id: string
  readonly iso9999: string
  readonly iso9999Edition: number
  readonly tier: Equipment['tier']
  readonly suits: string
  readonly notFor: string
  readonly measure: string
  readonly weightLimit?: string
  readonly price: string
  readonly routes: ReadonlyArray<{ id: string; text: string }>
  readonly size?: string
  /** Whether VAT need not be paid, where it can be bought. */
  readonly vat?: string
  /** What to look for when it is not new. */
  readonly secondHand?: string
  readonly stopIf: string
  /** Said when something needs checking before use, such as a weight that was not given. */
  readonly caution?: string
  /** How many products fit this person; absent where there is none, or where none may be shown. */
  readonly products?: number
}

export interface ServiceLine {
  readonly id: string
  /** A signposting type id. */
  readonly type: string
  readonly name: string
  readonly what: string
  readonly how?: string
  /** Which council does it, where there are two. */
  readonly council?: string
  readonly phone?: string
  readonly text?: string
  readonly url?: string
  readonly hours?: string
  readonly address?: string
  readonly distanceKm?: number
  readonly eligibility?: string
  readonly cost?: string
  readonly lastChecked: string
  /** Said where nobody has checked it for long, or nobody knows when: "Last checked in May 2021: ring first". */
  readonly caution?: string
  /** As things are at `madeAt`: "Open now, until 5pm". */
  readonly open?: string
  readonly email?: string
  /** Found in the directory: the id of its entry there, and the name of the list that it comes from. */
  readonly entry?: { readonly id: string; readonly list: string }
  readonly why: readonly string[]
}
