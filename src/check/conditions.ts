import type { Condition, Findings } from '../advice/condition.ts'
import type { Library } from '../content/library.ts'

/** A condition with the item that it belongs to, for messages. */
export interface Owned {
  readonly owner: string
  readonly condition: Condition
}

/** Every condition of the library: flows, findings, advice, equipment and safety rules, of all packs. */
export function allConditions(library: Library): Owned[] {
  const flows = [...Object.values(library.sections), ...library.flows]
  return [
    ...flows.flatMap((flow) =>
      flow.steps.flatMap((step) =>
        step.when ? [{ owner: `flows/${flow.id} ${step.ask}`, condition: step.when }] : [],
      ),
    ),
    ...Object.entries(library.findings).flatMap(([id, finding]) =>
      'when' in finding
        ? [{ owner: `finding ${id}`, condition: finding.when }]
        : [
            {
              owner: `finding ${id}`,
              condition: { op: 'number', term: finding.number, test: 'over', than: 0 } as Condition,
            },
          ],
    ),
    ...library.advice.map((item) => ({ owner: item.id, condition: item.when })),
    ...library.equipment.flatMap((type) =>
      [type.wanted, type.gate, ...type.exclude, ...(type.likelyBought ? [type.likelyBought] : [])].map((condition) => ({
        owner: type.id,
        condition,
      })),
    ),
    ...library.safety.map((rule) => ({ owner: rule.id, condition: rule.when })),
    ...Object.values(library.packs).flatMap((pack) =>
      [...pack.advice, ...pack.safety].map((item) => ({ owner: `${pack.id} ${item.id}`, condition: item.when })),
    ),
  ]
}

/** A condition as alternatives that hold each by itself: "one of these and one of those" is each pair of them. */
export function alternatives(when: Condition, findings: Findings): readonly Condition[] {
  switch (when.op) {
    case 'any':
      return when.of.flatMap((part) => alternatives(part, findings))
    case 'all':
      return when.of
        .map((part) => alternatives(part, findings))
        .reduce<Condition[][]>((rows, ways) => rows.flatMap((row) => ways.map((way) => [...row, way])), [[]])
        .map((of) => ({ op: 'all', of }))
    case 'finding': {
      const finding = findings[when.id]
      return finding && 'when' in finding ? alternatives(finding.when, findings) : [when]
    }
    default:
      return [when]
  }
}
