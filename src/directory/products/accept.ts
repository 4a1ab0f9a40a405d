import { createHash } from 'node:crypto'
import type { Equipment } from '../../content/schema.ts'
import type { Product, Stock } from '../products.ts'
import { unsafe } from './link.ts'
import { readCentimetres, readKilos, readPence, readRange } from './measures.ts'
import { plainLine } from '../plain-text.ts'
import type { RawProduct } from './raw.ts'
import type { Sorted, Unsorted } from './sort.ts'

export type Refusal =
  | Unsorted
  | 'id-missing'
  | 'name-missing'
  | 'price-missing'
  | 'price-unclear'
  | 'price-impossible'
  | 'vat-relief-impossible'
  | 'unsafe-link'
  | 'weight-unclear'
  | 'weight-impossible'
  | 'size-unclear'

/** What was left out of a product that was kept. */
export type Mend = 'name-cleaned' | 'picture-dropped' | 'measure-dropped' | 'vat-relief-dropped' | 'stock-unknown'

export type Accepted =
  | { readonly product: Product; readonly mends: ReadonlyArray<{ readonly rule: Mend; readonly why: string }> }
  | { readonly rule: Refusal; readonly why: string }

const LONGEST_ID = 100
const LONGEST_NAME = 150
/** Pence. A riser recliner of the dearest kind costs less, and is not self-chosen. */
const MOST_PRICE = 500_000
/** kg. Below, it is a toy or was meant in stone; above, nothing for daily living is made. */
const LEAST_LIMIT = 40
const MOST_LIMIT = 500
/** cm. */
const MOST_LENGTH = 500
/** VAT is 20 %: without it the price is five sixths. Two per cent either way for rounding and for older feeds. */
const VAT_FREE_SHARE = 5 / 6
const SLACK = 0.02

/** A product as it may be kept, with what was mended in it; or why it is refused. */
export function accept(
  raw: RawProduct,
  supplier: string,
  sort: (raw: RawProduct, supplier: string) => Sorted,
): Accepted {
  if (raw.sku === '' || raw.sku.length > LONGEST_ID)
    return refuse('id-missing', `an id of 1 to ${LONGEST_ID} characters is needed`)
  const name = plainLine(raw.name, LONGEST_NAME)
  if (name === '') return refuse('name-missing', 'it has no name')
  const sorted = sort(raw, supplier)
  if ('rule' in sorted) return sorted
  const { type } = sorted
  if (raw.price === '') return refuse('price-missing', 'it has no price')
  const price = readPence(raw.price)
  if (price === null) return refuse('price-unclear', `${quoted(raw.price)} is no price in pounds, such as 12.99`)
  if (price === 0 || price > MOST_PRICE)
    return refuse('price-impossible', `${quoted(raw.price)}: a price is more than 0 and at most £${MOST_PRICE / 100}`)
  const link = unsafe(raw.link)
  if (link !== null) return refuse('unsafe-link', `its link ${link}`)
  const limit = weightLimit(raw.weightLimit)
  if (typeof limit === 'object' && limit !== null) return limit
  const size = raw.size ? readRange(raw.size) : undefined
  // A size that is chosen by and cannot be read is a danger only where people choose by it.
  if (size === null && type.size) return refuse('size-unclear', `${quoted(raw.size)} is no size, such as 46-58 cm`)
  const relief = vatRelief(raw, price, type)
  if ('rule' in relief && relief.rule === 'vat-relief-impossible') return refuse(relief.rule, relief.why)

  const mends: Array<{ rule: Mend; why: string }> = []
  if (name !== raw.name) mends.push({ rule: 'name-cleaned', why: `its name reads ${quoted(name)} now` })
  if ('mend' in relief && relief.mend) mends.push({ rule: 'vat-relief-dropped', why: relief.mend })
  const picture = raw.picture ? unsafe(raw.picture) : null
  if (picture !== null) mends.push({ rule: 'picture-dropped', why: `its picture's link ${picture}` })
  const measure = (text: string | undefined, what: string): number | null => {
    if (!text) return null
    const cm = readCentimetres(text)
    if (cm !== null && cm > 0 && cm <= MOST_LENGTH) return cm
    mends.push({ rule: 'measure-dropped', why: `its ${what} ${quoted(text)} is no length` })
    return null
  }
  const stock = readStock(raw.stock)
  if (raw.stock && stock === 'unknown')
    mends.push({ rule: 'stock-unknown', why: `${quoted(raw.stock)} says nothing of the stock` })
  return {
    product: {
      supplier,
      sku: raw.sku,
      id: idOf(supplier, raw.sku),
      type: type.id,
      name,
      price,
      vatReliefPrice: 'pence' in relief ? relief.pence : null,
      stock,
      weightLimit: limit,
      sizeFrom: size?.[0] ?? null,
      sizeTo: size?.[1] ?? null,
      length: measure(raw.length, 'length'),
      width: measure(raw.width, 'width'),
      height: measure(raw.height, 'height'),
      link: new URL(raw.link).href,
      picture: raw.picture && picture === null ? new URL(raw.picture).href : null,
    },
    mends,
  }
}

const refuse = <Rule extends Refusal>(rule: Rule, why: string) => ({ rule, why })

function weightLimit(text: string | undefined): number | null | ReturnType<typeof refuse> {
  if (!text) return null
  const kilos = readKilos(text)
  if (kilos === null) return refuse('weight-unclear', `${quoted(text)} is no weight, such as 130 kg or 20 st 6 lb`)
  if (kilos >= LEAST_LIMIT && kilos <= MOST_LIMIT) return kilos
  return refuse(
    'weight-impossible',
    `${quoted(text)} is ${kilos} kg; a limit is between ${LEAST_LIMIT} and ${MOST_LIMIT} kg`,
  )
}

type Relief = { pence: number } | { mend: string | undefined } | { rule: 'vat-relief-impossible'; why: string }

function vatRelief({ vatReliefPrice: text }: RawProduct, price: number, type: Equipment): Relief {
  if (!text) return { mend: undefined }
  const pence = readPence(text)
  if (pence === null) return { mend: `${quoted(text)} is no price in pounds` }
  const share = pence / price
  if (share > 1 || share < VAT_FREE_SHARE - SLACK)
    return {
      rule: 'vat-relief-impossible',
      why: `${quoted(text)} without VAT does not go with the price with VAT; five sixths of it was expected`,
    }
  // Relief is for what is made for disabled people (VAT Notice 701/7), not for what everybody buys.
  return type.everyday ? { mend: `there is no VAT relief on ${type.name}` } : { pence }
}

const STOCK: Readonly<Record<string, Stock>> = {
  in_stock: 'in',
  instock: 'in',
  yes: 'in',
  available: 'in',
  preorder: 'order',
  backorder: 'order',
  to_order: 'order',
  made_to_order: 'order',
  out_of_stock: 'out',
  outofstock: 'out',
  no: 'out',
}

const readStock = (text = ''): Stock => STOCK[text.trim().toLowerCase().replaceAll(/[ -]+/g, '_')] ?? 'unknown'

const quoted = (text = ''): string => `“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”`

/** Sixteen hex digits: long enough that a log masks them, and the same for the same product of the same supplier. */
const idOf = (supplier: string, sku: string): string =>
  createHash('sha256').update(`${supplier}\n${sku}`).digest('hex').slice(0, 16)
