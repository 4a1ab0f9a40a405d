import type { Mend, Refusal } from './accept.ts'

/** Products to which one rule applied: how many, the first rows, and what was said of the first. */
export interface Tally {
  readonly rule: string
  readonly count: number
  /** Row numbers, the first after the header being 1; the first {@link SHOWN} of them. */
  readonly rows: readonly number[]
  readonly example: string
}

const SHOWN = 20

/** Counts by rule without keeping every row: a feed of a million mistakes makes a short report too. */
export function tallies<Rule extends Refusal | Mend>() {
  const all = new Map<Rule, { count: number; rows: number[]; example: string }>()
  return {
    add(rule: Rule, row: number, name: string, why: string): void {
      const tally = all.get(rule) ?? { count: 0, rows: [], example: name === '' ? why : `${name}: ${why}` }
      tally.count++
      if (tally.rows.length < SHOWN) tally.rows.push(row)
      all.set(rule, tally)
    },
    list: (): Tally[] => [...all].map(([rule, tally]) => ({ rule, ...tally })).toSorted((a, b) => b.count - a.count),
    total: (): number => [...all.values()].reduce((sum, { count }) => sum + count, 0),
  }
}

/** What became of one supplier's part of a feed. */
export interface SupplierReport {
  readonly supplier: string
  /** `kept`: the last good products stay, for the reason given. */
  readonly outcome: 'shown' | 'kept'
  readonly products: number
  readonly before: number
  readonly why?: string
}

/** What an import did. Nothing was changed for the suppliers that were `kept`. */
export interface ImportReport {
  readonly ok: boolean
  readonly rows: number
  readonly bytes: number
  readonly accepted: number
  readonly suppliers: readonly SupplierReport[]
  readonly refused: readonly Tally[]
  readonly mended: readonly Tally[]
  /** The feed could not be read to its end: nothing at all was changed. */
  readonly failed?: { readonly message: string; readonly line?: number; readonly column?: number }
}
