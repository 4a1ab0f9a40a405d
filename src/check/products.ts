import { numberOf, type Facts } from '../advice/condition.ts'
import { isSold, shown, type Measured } from '../advice/offer.ts'
import type { Content } from '../assessment/content.ts'
import type { Library } from '../content/library.ts'
import type { Mapping } from '../content/mapping.ts'
import { BUYING, type Equipment } from '../content/schema.ts'
import { fault, type Fault, type FaultRule, type Proof } from './fault.ts'
import { corners, find } from './gates.ts'

/** A reviewed or waiting entry leads to a type that people choose themselves and shops sell, and no key leads to two. */
export function checkMapping(library: Library, mapping: Mapping): Fault[] {
  const types = new Map(library.equipment.map((type) => [type.id, type]))
  const keys = new Map<string, string>()
  return mapping.flatMap((entry): Fault[] => {
    const type = types.get(entry.type)
    const wrong = (why: string): Fault =>
      fault('bad-mapping', ['mapping.yaml', entry.type], `mapping, ${entry.type}: ${why}`)
    if (!type) return [wrong('there is no such type of equipment')]
    if (!isSold(type)) return [wrong(`${type.tier}, routes ${type.routes.join(', ')}: its products may never be shown`)]
    return [...entry.categories, ...entry.google].flatMap((key) => {
      const whole = `${entry.supplier ?? ''} ${key.toLowerCase()}`
      const before = keys.get(whole)
      keys.set(whole, entry.type)
      return before === undefined || before === entry.type ? [] : [wrong(`"${key}" leads to ${before} already`)]
    })
  })
}

/** Limits and sizes that a product may have, one of each kind that could make a difference. */
const LIMITS = [null, 60, 99, 100, 125, 130, 158, 190, 250]
const SIZES: ReadonlyArray<readonly [number, number] | null> = [
  null,
  [2, 4],
  [5, 5],
  [10, 15],
  [40, 45],
  [46, 58],
  [70, 95],
  [300, 900],
]
const PROBES: readonly Measured[] = LIMITS.flatMap((weightLimit) =>
  SIZES.map((size) => ({ weightLimit, sizeFrom: size?.[0] ?? null, sizeTo: size?.[1] ?? null })),
)

/**
 * Products are shown under nothing but what people choose themselves, and to nobody for whom it is not plainly safe. For
 * every type of equipment, round every part of its gate, products of every kind are held out to what decides: assessed
 * only shows none ever; get advice shows none, and has somebody to ask; self-choose shows none while its gate is not
 * plainly open, and none that does not plainly hold and fit this person.
 */
export function proveProducts(content: Content, opened: ReadonlyMap<string, Facts>, list = shown): Proof {
  const { library, findings } = content
  const around = corners(content)
  const faults: Fault[] = []
  let cases = 0
  for (const type of library.equipment) {
    if (type.tier === 'get-advice' && !hasHelp(type))
      faults.push(
        fault('nobody-to-ask', [type.id], `${type.name} (${type.id}) needs advice, and nobody is named who gives it`),
      )
    const suspect = (facts: Facts): boolean => {
      cases++
      return list(type, facts, findings, PROBES).some((product) => wrongly(type, facts, product) !== null)
    }
    const found = find(around.cases(type, opened.get(type.id) ?? {}), suspect) ?? find(around.mixed(type), suspect)
    if (!found) continue
    const product = list(type, found, findings, PROBES).find((one) => wrongly(type, found, one) !== null)!
    const rule = wrongly(type, found, product)!
    const path = Object.entries(found).map(([id, answer]) => `${id}=${JSON.stringify(answer)}`)
    faults.push(fault(rule, path, `${type.name} (${type.id}) shows a product ${JSON.stringify(product)}; ${WHY[rule]}`))
  }
  return { faults, cases }

  /** Read once more from the words of the answers, not by what decides. */
  function wrongly(type: Equipment, facts: Facts, product: Measured): keyof typeof WHY | null {
    if (type.tier === 'assessed-only') return 'assessed-only-listed'
    if (type.tier === 'get-advice') return 'get-advice-listed'
    const safe =
      isSold(type) && around.plainlyOpen(type, facts) && holdsUp(type, facts, product) && isOfSize(type, facts, product)
    return safe ? null : 'unfit-product-listed'
  }

  /** Never higher than what was worked out, or longer by half a step: by the measurements themselves. */
  function isOfSize(type: Equipment, facts: Facts, { sizeFrom, sizeTo }: Measured): boolean {
    if (!type.size) return true
    const [first, second] = type.size.from.map((id) => numberOf(id, facts, findings))
    const raise = type.size.rule === 'seat-raise'
    if (first == null || (raise && second == null)) return true
    if (sizeFrom === null || sizeTo === null) return false
    if (type.size.rule === 'ramp-length') return sizeTo >= first * 12
    if (raise) return sizeFrom <= first - second! + 2.5
    return sizeFrom <= first + 1.25 && sizeTo >= first - 2.5
  }
}

const WHY = {
  'assessed-only-listed': 'it may only be used after an assessment, so no product is ever shown',
  'get-advice-listed': 'people get advice first, so it shows whom to ask and no product',
  'unfit-product-listed': 'it is not plainly safe for, or does not plainly fit, who gave these answers',
} as const satisfies Partial<Record<FaultRule, string>>

const hasHelp = (type: Equipment): boolean =>
  type.signpost.length > 0 || type.routes.some((route) => !BUYING.includes(route))

/** By the words of the band ("126-158", "under-100"): its upper end is held, and what is not stated holds nobody heavy. */
function holdsUp(type: Equipment, { weight }: Facts, { weightLimit }: Measured): boolean {
  const band = typeof weight === 'string' ? /^(over-)?(under-)?(?:\d+-)?(\d+)$/.exec(weight) : null
  if (weightLimit === null) return type.weight === undefined || band?.[2] !== undefined
  if (!band) return true
  const [, over, under, top] = band
  return over === undefined && (under ? weightLimit > Number(top) - 1 : weightLimit >= Number(top))
}
