/** Something that must be mended before anybody is advised. */
export interface Fault {
  /** The rule that is broken: a fixed id, one test fixture each. */
  readonly rule: FaultRule
  /** The shortest path that shows it: question=answer steps, or the item that is at fault. */
  readonly path: readonly string[]
  /** What is wrong and what to do. */
  readonly message: string
}

export const FAULT_RULES = [
  'missing-question',
  'missing-reference',
  'dead-option',
  'ambiguous-edge',
  'unreachable-question',
  'no-way-out',
  'unasked-condition',
  'missing-text',
  'text-too-long',
  'reading-age',
  'question-length',
  'sentence-length',
  'source-missing',
  'date-passed',
  'missing-figure',
  'loose-figure',
  'shut-gate-opened',
  'urgent-without-action',
  'assessed-only-sold',
  'rule-never-fires',
  'rule-without-case',
  'equipment-never-suggested',
  'no-early-advice',
  'walk-without-end',
  'golden-case',
  'safety-softened',
  'bad-picture',
  'bad-mapping',
  'assessed-only-listed',
  'get-advice-listed',
  'nobody-to-ask',
  'unfit-product-listed',
  'unmatched-need',
  'empty-hand',
  'fixed-number-hidden',
] as const
export type FaultRule = (typeof FAULT_RULES)[number]

export const fault = (rule: FaultRule, path: readonly string[], message: string): Fault => ({ rule, path, message })

/** Faults, and how many cases were looked at to find none. */
export interface Proof {
  readonly faults: Fault[]
  readonly cases: number
}
