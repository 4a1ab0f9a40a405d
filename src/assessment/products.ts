import type { Facts, Findings } from '../advice/condition.ts'
import type { Advice, Item } from '../advice/document.ts'
import { bears, fits, offer, type Fit, type Offer } from '../advice/offer.ts'
import { BUYING, type Equipment } from '../content/schema.ts'
import { inVoice, voiceOf } from '../content/wording.ts'
import { products as shelf, type Listed, type Shelf } from '../directory/products.ts'
import type { Database } from '../store/database.ts'
import type { Content } from './content.ts'
import type { Listing, ProductLine } from './listing.ts'

/** Products on a page. */
export const PER_PAGE = 20

/** Whom something is offered to: their advice, the answers it was made from, and whose products the pack shows. */
export interface Asking {
  readonly advice: Advice
  readonly facts: Facts
  /** The content that the assessment is pinned to. */
  readonly content: Content
  readonly shelf: Shelf
}

/**
 * Products under the advice. Whatever content an assessment began with, the newest one has to allow it too: a type that
 * is no longer for choosing oneself shows nothing, even to somebody who began before.
 */
export function offers(db: Database, current: Content) {
  const { say } = current
  const store = shelf(db)

  /** What may be shown of a type: only what stands in the advice itself, in the pinned content and in the newest. */
  function offered(id: string, { advice, facts, content }: Asking): Offer {
    const newest = typeOf(current, id)
    const pinned = typeOf(content, id)
    if (!newest || !pinned) return { show: 'nothing', why: 'not-suggested' }
    const ways: ReadonlyArray<readonly [Equipment, Findings]> = [
      [newest, current.findings],
      [pinned, content.findings],
    ]
    const found = ways.map(([type, findings]) => offer(type, facts, findings))
    const shut = found.find((one) => one.show === 'nothing')
    if (shut) return shut
    if (!itemOf(advice, id)) return { show: 'nothing', why: 'not-suggested' }
    return found.find((one) => one.show === 'ask') ?? found[0]!
  }

  return {
    offered,

    /** The advice with the number of fitting products at each type that has any. */
    async counted(asking: Asking): Promise<Advice> {
      const { advice } = asking
      const wanted = new Map<string, Fit>()
      for (const { equipment } of advice.items) {
        const found = equipment?.tier === 'self-choose' && offered(equipment.id, asking)
        if (found && found.show === 'products') wanted.set(equipment.id, found.fit)
      }
      const counts = await store.count(wanted, asking.shelf)
      if (counts.size === 0) return advice
      const items = advice.items.map((item) => {
        const n = item.equipment && counts.get(item.equipment.id)
        return n ? { ...item, equipment: { ...item.equipment!, products: n } } : item
      })
      return { ...advice, items }
    },

    /** The listing of a type, or `null` where there is no such type. */
    async list(id: string, page: number, asking: Asking): Promise<Listing | null> {
      const type = typeOf(current, id)
      if (!type) return null
      const found = offered(id, asking)
      const item = itemOf(asking.advice, id)
      const base = bare(type, item, asking)
      if (found.show === 'ask') return { ...base, show: 'ask', why: say('products-ask') }
      if (found.show === 'nothing')
        return { ...base, why: say(base.instead === undefined ? `products-${found.why}` : 'products-not-safe') }
      const from = (page - 1) * PER_PAGE
      const { products, total, leftOut } = await store.list(id, found.fit, asking.shelf, { from, size: PER_PAGE })
      return {
        ...base,
        show: 'products',
        ...(total === 0
          ? { why: say(leftOut > 0 ? 'products-none-fit' : 'products-none') }
          : { order: say('products-order') }),
        ...(products.some(({ demo }) => demo) ? { demonstration: say('products-demonstration') } : {}),
        ...(item?.equipment?.vat ? { vat: item.equipment.vat } : {}),
        checked: checked(found.fit, item),
        products: products.map(line),
        total,
        leftOut,
        page,
        pages: Math.max(1, Math.ceil(total / PER_PAGE)),
      }
    },

    /** A product that may be gone out to, by somebody whose answers are known or by anybody. */
    async find(id: string, shelf: Shelf, asking?: Asking): Promise<Listed | null> {
      const product = await store.byId(id, shelf)
      const type = product && typeOf(current, product.type)
      if (!product || !type) return null
      if (!asking) return type.tier === 'self-choose' ? product : null
      const found = offered(type.id, asking)
      return found.show === 'products' && fits(product, found.fit) ? product : null
    },
  }

  function bare(type: Equipment, item: Item | undefined, { advice, facts }: Asking): Listing {
    const unsafe = advice.notSuitable.find(({ equipment }) => equipment === type.id)
    const helpers = item?.services ?? type.signpost
    return {
      type: type.id,
      name: type.name,
      what: inVoice(type.what, voiceOf(facts)),
      tier: type.tier,
      show: 'nothing',
      because: unsafe?.because ?? [],
      ...(unsafe ? { instead: unsafe.instead } : {}),
      checked: [],
      bearsWeight: bears(type),
      products: [],
      total: 0,
      leftOut: 0,
      page: 1,
      pages: 1,
      routes: (item?.equipment?.routes ?? []).filter(({ id }) => !BUYING.includes(id)).map(({ text }) => text),
      services: advice.services.filter((service) => helpers.includes(service.id)),
    }
  }

  function checked(fit: Fit, item: Item | undefined): string[] {
    const { equipment } = item ?? {}
    return [
      ...(equipment?.size ? [say('products-size', { size: equipment.size })] : []),
      ...(fit.leastLimit !== null && equipment?.weightLimit ? [say('products-weight')] : []),
      ...(equipment?.caution ? [equipment.caution] : []),
      ...(equipment && !equipment.size ? [say('products-measure', { measure: equipment.measure })] : []),
    ]
  }
}

const typeOf = ({ library }: Content, id: string): Equipment | undefined =>
  library.equipment.find((one) => one.id === id)

const itemOf = ({ items }: Advice, id: string): Item | undefined => items.find(({ equipment }) => equipment?.id === id)

const line = (product: Listed): ProductLine => ({
  id: product.id,
  name: product.name,
  supplier: { id: product.supplier, name: product.supplierName },
  price: product.price,
  ...known('vatReliefPrice', product.vatReliefPrice),
  stock: product.stock,
  ...known('weightLimit', product.weightLimit),
  ...(product.sizeFrom !== null && product.sizeTo !== null
    ? { size: { from: product.sizeFrom, to: product.sizeTo } }
    : {}),
  ...known('length', product.length),
  ...known('width', product.width),
  ...known('height', product.height),
  ...known('picture', product.picture),
  demonstration: product.demo,
  asOf: new Date(product.asOf).toISOString().slice(0, 10),
  out: `/out/${product.id}`,
})

const known = <K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> =>
  value === null ? {} : ({ [key]: value } as Record<K, V>)
