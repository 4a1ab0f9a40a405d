import type { Library } from '../content/library.ts'
import { fault, type Fault } from './fault.ts'

interface Dated {
  readonly id: string
  readonly source: string
  readonly reviewBy: string
  readonly safety: boolean
}

/** Every item with a source and dates; "safety" says that an old one fails the build. */
function dated(library: Library): Dated[] {
  const packs = Object.values(library.packs)
  return [
    ...Object.values(library.questions).map((item) => ({ ...item, safety: item.urgentScreen })),
    ...library.advice,
    ...packs.flatMap((pack) => pack.advice),
    ...library.equipment.map((item) => ({ ...item, safety: false })),
    ...[...library.safety, ...packs.flatMap((pack) => pack.safety)].map((item) => ({ ...item, safety: true })),
    ...Object.values(library.signposts).map((item) => ({ ...item, safety: false })),
  ]
}

/** Every item names a known source. Safety text past its review date fails the build. */
export function checkProvenance(library: Library, today: string): { faults: Fault[]; expired: string[] } {
  const items = dated(library)
  const past = items.filter((item) => item.reviewBy < today)
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

/** What still waits for an occupational therapist: never signed, or marked low-confidence or CHECK in the facts. */
export function unconfirmed(library: Library): {
  items: number
  confirmed: number
  low: string[]
  toCheck: Array<{ id: string; check: string }>
} {
  const items = [...Object.values(library.questions), ...library.advice, ...library.equipment, ...library.safety]
  return {
    items: items.length,
    confirmed: items.filter((item) => item.confirmedBy).length,
    low: items.filter((item) => item.confidence === 'low').map((item) => item.id),
    toCheck: items.flatMap((item) => (item.check ? [{ id: item.id, check: item.check }] : [])),
  }
}
