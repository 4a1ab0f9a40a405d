import type { ServiceLine } from '../advice/document.ts'
import type { Tier } from '../content/schema.ts'
import type { Stock } from '../directory/products.ts'

/** What every channel renders under a type of equipment. Texts are ready to be shown. */
export interface Listing {
  readonly type: string
  readonly name: string
  readonly what: string
  readonly tier: Tier
  readonly show: 'products' | 'ask' | 'nothing'
  /** Why no product is shown; with products absent. */
  readonly why?: string
  /** Reasons drawn from the answers, and what to do instead, where the type is not safe for this person. */
  readonly because: readonly string[]
  readonly instead?: string
  /** What has been checked against the answers, and what the person has to check. */
  readonly checked: readonly string[]
  /** The neutral order of the products, in words. */
  readonly order?: string
  /** Said with every listing that holds invented products. */
  readonly demonstration?: string
  readonly vat?: string
  /** A person's weight rests on it: where a product states no limit, that is to be said. */
  readonly bearsWeight: boolean
  readonly products: readonly ProductLine[]
  readonly total: number
  /** Products that do not fit, or of which that is not known. */
  readonly leftOut: number
  readonly page: number
  readonly pages: number
  /** Ways to get or try it. */
  readonly routes: readonly string[]
  /** Who can help to choose. */
  readonly services: readonly ServiceLine[]
}

export interface ProductLine {
  readonly id: string
  readonly name: string
  readonly supplier: { readonly id: string; readonly name: string }
  /** Pence, with VAT in it. */
  readonly price: number
  readonly vatReliefPrice?: number
  readonly stock: Stock
  /** kg. */
  readonly weightLimit?: number
  /** The size that it is chosen by, cm, from the lowest setting to the highest. */
  readonly size?: { readonly from: number; readonly to: number }
  /** Overall, cm. */
  readonly length?: number
  readonly width?: number
  readonly height?: number
  /** The supplier's picture. Our own pages do not load it: that would tell the supplier who looks. */
  readonly picture?: string
  /** Invented: there is nothing to buy. */
  readonly demonstration: boolean
  /** ISO date of the import: the price is as of then. */
  readonly asOf: string
  /** Our own path that leads to the supplier and counts the click. */
  readonly out: string
}
