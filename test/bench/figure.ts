/** One thing measured: the median of its runs, and whether it is what the project aims at. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** `<= 100`, `>= 2000`, or `null` where there is no aim. */
  readonly aim: string | null
  readonly ok: boolean | null
  readonly runs: readonly number[]
}

export type Aim = { readonly atMost: number } | { readonly atLeast: number }

export function figure(name: string, unit: string, runs: readonly number[], aim?: Aim): Figure {
  const median = percentile(runs, 50)
  const met = aim && ('atMost' in aim ? median <= aim.atMost : median >= aim.atLeast)
  return {
    name,
    value: round(median),
    unit,
    aim: aim ? ('atMost' in aim ? `<= ${aim.atMost}` : `>= ${aim.atLeast}`) : null,
    ok: met ?? null,
    runs: runs.map(round),
  }
}

/** The value that `share` per cent of all values do not exceed; for 50, the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  if (share === 50 && sorted.length % 2 === 0) return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
  return sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)]!
}

/** Three figures are as many as a measurement on a shared machine can carry. */
const round = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)))
