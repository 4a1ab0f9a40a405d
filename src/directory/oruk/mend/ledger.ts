/** What is done with a fault, worst first: the service is left out; the value is left out; it is put right; it stays. */
export type Effect = 'refused' | 'dropped' | 'mended' | 'noted'

/** Every rule by which a feed is mended, and what it means for whoever runs the feed. */
export const RULES = {
  'not-a-record': ['refused', 'what stands in the list is not a record'],
  'no-name': ['refused', 'a service without a name cannot be shown'],
  'id-twice': ['refused', 'another service of this feed has the same id; the first one is kept'],
  'too-large': ['refused', 'the record is larger than a service can be'],
  'url-dropped': ['dropped', 'not a web address'],
  'email-dropped': ['dropped', 'not an e-mail address'],
  'phone-dropped': ['dropped', 'not a phone number'],
  'date-dropped': ['dropped', 'not a date, or not a possible one'],
  'time-dropped': ['dropped', 'not a time of day'],
  'age-dropped': ['dropped', 'not a possible age, such as -1'],
  'ages-crossed': ['dropped', 'the youngest age is above the oldest: both are left out'],
  'number-dropped': ['dropped', 'not a number'],
  'point-dropped': ['dropped', 'the coordinates do not lie in the United Kingdom'],
  'rule-dropped': ['dropped', 'the days of opening cannot be read'],
  'term-dropped': ['dropped', 'a term of a list without a name'],
  'list-cut': ['dropped', 'the list is longer than any service needs'],
  'value-dropped': ['dropped', 'a value of the wrong kind'],
  html: ['mended', 'markup was turned into plain text'],
  'text-cut': ['mended', 'the text was longer than can be shown, and was cut'],
  'url-mended': ['mended', 'a web address without its beginning, or with spaces'],
  'email-mended': ['mended', 'an e-mail address with spaces or "mailto:"'],
  'phone-mended': ['mended', 'a phone number with other words around it'],
  'time-without-zone': ['mended', 'a time without a zone was taken as London time'],
  'date-mended': ['mended', 'a date in another order, or with a time'],
  'time-mended': ['mended', 'a time of day in another form'],
  'rule-mended': ['mended', 'days of opening in other words'],
  'number-mended': ['mended', 'a number in quotes'],
  'points-swapped': ['mended', 'latitude and longitude stood in each other’s place'],
  'status-mended': ['mended', 'a status that the standard does not know'],
  'id-mended': ['mended', 'an id that is not a UUID, or no id, was given one that stays the same'],
  'term-made': ['mended', 'a bare value was made into a term of a list'],
  charset: ['mended', 'the text was not in UTF-8, as the feed said'],
  'detail-missing': ['noted', 'the full record could not be fetched; what the list says is kept'],
  'page-loop': ['noted', 'a page came again; paging was stopped there'],
  'fewer-than-said': ['noted', 'the feed said that it has more services than it sent'],
} as const satisfies Record<string, readonly [Effect, string]>

export type Rule = keyof typeof RULES

/** One fault, as an example for whoever can mend the feed. */
export interface Example {
  readonly service?: string
  readonly name?: string
  readonly field?: string
  readonly was?: string
}

export interface RuleCount {
  readonly rule: Rule
  readonly effect: Effect
  readonly means: string
  readonly count: number
  readonly examples: readonly Example[]
}

const EXAMPLES = 5
const LONGEST_EXAMPLE = 80

/** How often each rule was applied, with the first few examples. Its size does not grow with the feed. */
export class Ledger {
  readonly #counts = new Map<Rule, { count: number; examples: Example[] }>()

  note(rule: Rule, example: Omit<Example, 'was'> & { readonly was?: unknown } = {}): void {
    let kept = this.#counts.get(rule)
    if (!kept) this.#counts.set(rule, (kept = { count: 0, examples: [] }))
    kept.count++
    if (kept.examples.length >= EXAMPLES) return
    const { was, ...rest } = example
    kept.examples.push(was === undefined ? rest : { ...rest, was: shorten(was) })
  }

  count(rule: Rule): number {
    return this.#counts.get(rule)?.count ?? 0
  }

  /** How many faults had an effect, over all its rules. */
  total(effect: Effect): number {
    return this.summary().reduce((sum, one) => (one.effect === effect ? sum + one.count : sum), 0)
  }

  /** In the order of {@link RULES}: the worst first. */
  summary(): RuleCount[] {
    return Object.entries(RULES).flatMap(([rule, [effect, means]]) => {
      const kept = this.#counts.get(rule as Rule)
      return kept ? [{ rule: rule as Rule, effect, means, ...kept }] : []
    })
  }
}

function shorten(was: unknown): string {
  const text = (typeof was === 'string' ? was : (JSON.stringify(was) ?? String(was))).replaceAll(/\s+/g, ' ').trim()
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text
}
