/** What the hazard log (docs/safety/hazards.md) says of one hazard. */
export interface Hazard {
  readonly id: string
  readonly title: string
  readonly causes: string
  readonly effect: string
  readonly who: string
  /** Groups of the fact base (A to F), and ids of safety rules. */
  readonly rules: readonly string[]
  readonly before: Risk
  readonly controls: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly after: Risk
  readonly leftToPeople: string
  readonly owner: string
  readonly status: Status
}

export interface Risk {
  readonly severity: (typeof SEVERITIES)[number]
  readonly likelihood: (typeof LIKELIHOODS)[number]
  /** 1 to 5, as it is written. */
  readonly written: number
}

/** What shows a control: something that a machine can find again, or the honest word that there is nothing yet. */
export type Evidence =
  | { readonly kind: 'test'; readonly file: string; readonly title: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'proof'; readonly name: string }
  | { readonly kind: 'none'; readonly why: string }

export interface Status {
  readonly state: (typeof STATES)[number]
  /** What is missing, or who accepted it. */
  readonly why: string
}

export const SEVERITIES = ['minor', 'significant', 'considerable', 'major', 'catastrophic'] as const
export const LIKELIHOODS = ['very low', 'low', 'medium', 'high', 'very high'] as const
export const STATES = ['controlled', 'open', 'with the council', 'accepted'] as const

/** Severity across, likelihood down, each from the least. The page shows the same table. */
const MATRIX = [
  [1, 1, 2, 2, 3],
  [1, 2, 2, 3, 4],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [3, 4, 4, 5, 5],
]

export const riskOf = ({ severity, likelihood }: Pick<Risk, 'severity' | 'likelihood'>): number =>
  MATRIX[LIKELIHOODS.indexOf(likelihood)]![SEVERITIES.indexOf(severity)]!

/** The hazards of the page. Throws with the hazard and the field that cannot be read. */
export function readHazards(page: string): Hazard[] {
  const [, ...parts] = page.split(/^### (?=HZ-)/m)
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split(/\n## /)[0]!.split('\n')
    const [, id = '', title = ''] = /^(HZ-\d\d) (\S.*)$/.exec(heading) ?? unreadable(heading, 'heading')
    const fields = fieldsOf(lines)
    const one = (name: string): string => fields.get(name)?.[0] || unreadable(id, name)
    const list = (name: string): string[] => {
      const items = fields.get(name)?.slice(1) ?? []
      return items.length > 0 ? items : unreadable(id, name)
    }
    const rules = one('Safety rules')
    return {
      id,
      title,
      causes: one('Causes'),
      effect: one('Effect'),
      who: one('Who may be hurt'),
      rules: rules === 'none' ? [] : rules.split(/[,;] /),
      before: risk(one('Before controls')) ?? unreadable(id, 'Before controls'),
      controls: list('Controls'),
      evidence: list('Evidence').map((line) => evidence(line) ?? unreadable(id, `Evidence: ${line}`)),
      after: risk(one('After controls')) ?? unreadable(id, 'After controls'),
      leftToPeople: one('Left to people'),
      owner: one('Owner'),
      status: status(one('Status')) ?? unreadable(id, 'Status'),
    }
  })
}

/** Fields by name: what stands beside the name, then the items of its list. A line that is set in goes on. */
function fieldsOf(lines: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  let values: string[] = []
  for (const line of lines) {
    const [, name, value = ''] = /^- \*\*(.+?):\*\* ?(.*)$/.exec(line) ?? []
    const item = /^ {2}- (.+)$/.exec(line)?.[1]
    if (name !== undefined) fields.set(name, (values = [value]))
    else if (item !== undefined) values.push(item)
    else if (/^ {2,}\S/.test(line)) values.push(`${values.pop() ?? ''} ${line.trim()}`.trim())
  }
  return fields
}

function risk(text: string): Risk | undefined {
  const [, first, second, written] = /^(\w+), ([\w ]+): ([1-5])$/.exec(text) ?? []
  const severity = SEVERITIES.find((one) => one === first)
  const likelihood = LIKELIHOODS.find((one) => one === second)
  return severity && likelihood && { severity, likelihood, written: Number(written) }
}

function evidence(line: string): Evidence | undefined {
  const [, file, title] = /^`(test\/[^`]+)` “(.+)”$/.exec(line) ?? []
  if (file !== undefined && title !== undefined) return { kind: 'test', file, title }
  const [, kind, name] = /^(check rule|proof) `([\w-]+)`$/.exec(line) ?? []
  if (name !== undefined) return { kind: kind === 'proof' ? 'proof' : 'rule', name }
  const why = /^none yet: (.+)$/.exec(line)?.[1]
  return why === undefined ? undefined : { kind: 'none', why }
}

/** "open: why", "controlled", "with the council", "accepted by a name, a role, on a date". */
function status(text: string): Status | undefined {
  const accepted = /^accepted by (.+, .+, on \d{1,2} \w+ \d{4})$/.exec(text)?.[1]
  if (accepted !== undefined) return { state: 'accepted', why: accepted }
  const [, first, why = ''] = /^([a-z ]+?)(?:: (.+))?$/.exec(text) ?? []
  const state = STATES.find((one) => one === first)
  return state === undefined || state === 'accepted' || (state === 'open' && why === '') ? undefined : { state, why }
}

function unreadable(hazard: string, field: string): never {
  throw new Error(`docs/safety/hazards.md: ${hazard}: cannot read "${field}"`)
}
