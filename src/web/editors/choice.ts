import type { Entry } from '../../content/ledger.ts'

export const SHOWN = ['all', 'draft', 'check', 'low', 'hidden', 'due', 'hard'] as const
export type Shown = (typeof SHOWN)[number]

/** What the editor asked to see: a topic or list, and one kind of concern. */
export interface Choice {
  readonly topic: string
  readonly show: Shown
}

/** Read from the page's address; whatever it does not know is "all". */
export const choiceIn = (query: Readonly<Record<string, string>>): Choice => ({
  topic: query.topic ?? '',
  show: SHOWN.find((one) => one === query.show) ?? 'all',
})

/** Within three months somebody has to look again. */
const AHEAD = 90
/** The age that the library's mean is held to. */
const HARD = 9

/** The entries that the choice leaves, what expires first before the rest. */
export const chosen = (entries: readonly Entry[], { topic, show }: Choice, today: string): Entry[] =>
  entries
    .filter((entry) => (topic === '' || entry.topic === topic) && concerns(entry, show, today))
    .toSorted((a, b) => a.reviewBy.localeCompare(b.reviewBy))

export function concerns(entry: Entry, show: Shown, today: string): boolean {
  switch (show) {
    case 'all':
      return true
    case 'draft':
      return entry.confirmedBy === null
    case 'check':
      return entry.check !== undefined
    case 'low':
      return entry.confidence === 'low'
    case 'hidden':
      return entry.hidden
    case 'due':
      return entry.reviewBy <= later(today, AHEAD)
    case 'hard':
      return (entry.readingAge ?? 0) > HARD
  }
}

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
