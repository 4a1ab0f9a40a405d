import { isSold } from '../../advice/offer.ts'
import { isReviewed, type Mapping } from '../../content/mapping.ts'
import type { Equipment } from '../../content/schema.ts'
import { says, speaking, wordsIn } from './names.ts'
import type { RawProduct } from './raw.ts'

/** Why a product is of no type that may be shown. */
export type Unsorted =
  | 'unknown-type'
  | 'ambiguous-type'
  | 'unreviewed-mapping'
  | 'iso-edition-missing'
  | 'speaks-of-another'
  | 'assessed-only'
  | 'get-advice'
  | 'not-sold'

export type Sorted = { readonly type: Equipment } | { readonly rule: Unsorted; readonly why: string }

/**
 * Finds the type of equipment that a product is of. First by its ISO 9999 code, in the edition that the feed names:
 * codes moved from edition to edition. Where the code is shared by several types, or our own is not confirmed, a
 * reviewed entry of the mapping decides, else the product's own words; then the mapping without a code. A name that
 * speaks of something that must be assessed or advised on needs a reviewed entry, whatever its code says.
 */
export function sorter(equipment: readonly Equipment[], mapping: Mapping, today: string) {
  const byCode = Map.groupBy(equipment, (type) => key(type.iso9999, type.iso9999Edition))
  const byId = new Map(equipment.map((type) => [type.id, type]))
  const guarded = speaking(equipment.filter((type) => type.tier !== 'self-choose'))
  const ways = mapping.map((entry) => ({
    entry,
    categories: new Set(entry.categories.map(plain)),
    google: new Set(entry.google.map(plain)),
  }))

  return function sort(product: RawProduct, supplier: string): Sorted {
    const name = new Set(wordsIn(product.name))
    const [category, google] = [plain(product.category), plain(product.googleCategory)]
    const led = ways.flatMap(({ entry, categories, google: paths }) => {
      if (entry.supplier !== undefined && entry.supplier !== supplier) return []
      const led = categories.has(category) || paths.has(google) || entry.words.some((phrase) => says(name, phrase))
      return led && !entry.unless.some((phrase) => says(name, phrase)) ? [entry] : []
    })
    const reviewed = led.filter((entry) => isReviewed(entry, today))
    const mapped = [...new Set(reviewed.map((entry) => entry.type))]
    const code = readCode(product.iso)
    const edition = readEdition(product.isoEdition)
    const coded = code && edition ? (byCode.get(key(code, edition)) ?? []) : []
    const found = among(coded, mapped, product.name)
    if ('rule' in found) {
      if (found.rule === 'unknown-type' && led.length > reviewed.length)
        return { rule: 'unreviewed-mapping', why: `the way to ${led[0]!.type} has not been reviewed, or not lately` }
      if (found.rule === 'unknown-type' && code && !edition)
        return { rule: 'iso-edition-missing', why: `ISO 9999 code ${code} without its edition (2016 or 2022)` }
      return found
    }
    const { type } = found
    const other = mapped.includes(type.id) ? undefined : guarded(product.name).find((one) => one !== type)
    if (other) return { rule: 'speaks-of-another', why: `its name speaks of "${other.name}", which is ${other.tier}` }
    return allowed(type)
  }

  function among(coded: readonly Equipment[], mapped: readonly string[], name: string): Sorted {
    const [first, ...others] = coded
    if (first === undefined) {
      const type = mapped.length === 1 ? byId.get(mapped[0]!) : undefined
      if (type) return { type }
      if (mapped.length > 1) return ambiguous(mapped)
      return { rule: 'unknown-type', why: 'neither its ISO 9999 code nor a reviewed mapping leads to a type' }
    }
    if (others.length === 0 && (first.isoConfirmed || mapped.includes(first.id))) return { type: first }
    const chosen = coded.filter((type) => mapped.includes(type.id))
    const named = chosen.length > 0 ? chosen : speaking(coded)(name)
    if (named.length === 1) return { type: named[0]! }
    // Whichever it is, it would not be kept: then the reason is the strictest of them.
    if (coded.every((type) => !isSold(type)))
      return { type: coded.find(({ tier }) => tier === 'assessed-only') ?? first }
    return ambiguous(coded.map(({ id }) => id))
  }
}

const ambiguous = (types: readonly string[]): Sorted => ({
  rule: 'ambiguous-type',
  why: `it could be ${types.join(', ')}; a reviewed mapping has to say which`,
})

/** What may be kept: types that people choose themselves and that shops sell. */
function allowed(type: Equipment): Sorted {
  if (isSold(type)) return { type }
  if (type.tier === 'assessed-only')
    return {
      rule: 'assessed-only',
      why: `${type.name} is only ever for people who were assessed for it; it is never shown`,
    }
  if (type.tier === 'get-advice')
    return { rule: 'get-advice', why: `people get advice before they choose ${type.name}; no products are shown` }
  return { rule: 'not-sold', why: `a shop is not a way to get ${type.name}` }
}

const plain = (text = ''): string =>
  text
    .toLowerCase()
    .replaceAll(/\s*>\s*/g, '>')
    .replaceAll(/\s+/g, ' ')
    .trim()

const key = (code: string, edition: number): string => `${code}/${edition}`

/** Six digits however they are set apart: "093306", "09.33.06". Shorter codes name a whole group, and decide nothing. */
const readCode = (text = ''): string | undefined => {
  const [, a, b, c] = /^\s*(\d\d)[ .-]?(\d\d)[ .-]?(\d\d)\s*$/.exec(text) ?? []
  return a && `${a} ${b} ${c}`
}

const readEdition = (text = ''): number | undefined => {
  const [found] = /20(16|22)/.exec(text) ?? []
  return found === undefined ? undefined : Number(found)
}
