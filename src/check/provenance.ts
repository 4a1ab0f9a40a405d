import { ledger, type Entry } from '../content/ledger.ts'
import type { Library } from '../content/library.ts'
import { fault, type Fault } from './fault.ts'

/** Every item names a known source. Safety text past its review date fails the build. */
export function checkProvenance(library: Library, today: string): { faults: Fault[]; expired: string[] } {
  // A service's source is told in words.
  const items = ledger(library, today).filter(({ kind }) => kind !== 'service')
  const past = items.filter((item) => item.reviewBy < today || item.hidden)
  return {
    faults: [
      ...items
        .filter((item) => !library.sources[item.source])
        .map((item) => fault('source-missing', [item.id], `${item.id}: no source "${item.source}" in sources.yaml`)),
      ...past
        .filter((item) => item.safety)
        .map((item) =>
          fault('date-passed', [item.id], `${item.id}: safety text was to be reviewed by ${item.reviewBy}`),
        ),
    ],
    expired: past.filter((item) => !item.safety).map((item) => item.id),
  }
}

/** What an occupational therapist signs; numbers and rates are confirmed by others. */
const SIGNED: ReadonlySet<Entry['kind']> = new Set(['question', 'advice', 'equipment', 'safety'])

/** What still waits for an occupational therapist, and what its editors have to look at next. */
export function unconfirmed(
  library: Library,
  today: string,
): {
  items: number
  confirmed: number
  low: string[]
  toCheck: Array<{ id: string; check: string }>
  /** What expires soonest: the first ten. */
  next: Array<{ id: string; reviewBy: string }>
} {
  const all = ledger(library, today)
  const items = all.filter(({ kind }) => SIGNED.has(kind))
  const ahead = all.filter((item) => item.reviewBy >= today).toSorted((a, b) => a.reviewBy.localeCompare(b.reviewBy))
  return {
    items: items.length,
    confirmed: items.filter((item) => item.confirmedBy).length,
    low: items.filter((item) => item.confidence === 'low').map((item) => item.id),
    toCheck: all.flatMap(({ id, check }) => (check ? [{ id, check }] : [])),
    next: ahead.slice(0, 10).map(({ id, reviewBy }) => ({ id, reviewBy })),
  }
}
