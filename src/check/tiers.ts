import type { Content } from '../assessment/content.ts'
import { BUYING } from '../content/schema.ts'
import { fault, type Fault, type Proof } from './fault.ts'

/** Assessed-only types never carry a way to buy, in the content and in what is shown. */
export function proveTiers(content: Content): Proof {
  const assessed = content.library.equipment.filter((type) => type.tier === 'assessed-only')
  const faults = assessed.flatMap((type): Fault[] => {
    const sold = type.routes.filter((route) => BUYING.includes(route))
    return sold.length > 0
      ? [
          fault(
            'assessed-only-sold',
            [type.id, ...sold],
            `${type.name} may only be assessed for; take out the routes ${sold.join(', ')}`,
          ),
        ]
      : []
  })
  return { faults, cases: assessed.length }
}

/** A pack adds rules; it cannot take the place of one. */
export function proveUnsoftened({ library }: Content): Proof {
  const core = new Set(library.safety.map((rule) => rule.id))
  const faults = Object.values(library.packs).flatMap((pack) =>
    pack.safety
      .filter((rule) => core.has(rule.id))
      .map((rule) =>
        fault(
          'safety-softened',
          [pack.id, rule.id],
          `${pack.id} names its own rule ${rule.id}; a pack may add rules but not replace one`,
        ),
      ),
  )
  return { faults, cases: Object.keys(library.packs).length }
}
