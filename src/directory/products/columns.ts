import { FeedError, type RawProduct } from './raw.ts'

type Field = Exclude<keyof RawProduct, 'row' | 'line'>

/** Our own columns, as docs/products.md describes them. */
const OWN: Readonly<Record<string, Field>> = {
  id: 'sku',
  name: 'name',
  price: 'price',
  vat_relief_price: 'vatReliefPrice',
  stock: 'stock',
  link: 'link',
  picture: 'picture',
  iso9999: 'iso',
  iso9999_edition: 'isoEdition',
  category: 'category',
  max_user_weight: 'weightLimit',
  size: 'size',
  length: 'length',
  width: 'width',
  height: 'height',
  supplier: 'supplier',
  supplier_name: 'supplierName',
}

/**
 * Attributes of Google's product data specification (support.google.com/merchants/answer/7052112), and two of our own
 * beside them: Google has no place for an ISO 9999 code.
 */
const GOOGLE: Readonly<Record<string, Field>> = {
  id: 'sku',
  title: 'name',
  price: 'price',
  availability: 'stock',
  link: 'link',
  image_link: 'picture',
  product_type: 'category',
  google_product_category: 'googleCategory',
  product_length: 'length',
  product_width: 'width',
  product_height: 'height',
  iso9999: 'iso',
  iso9999_edition: 'isoEdition',
  vat_relief_price: 'vatReliefPrice',
}

/** Names of `product_detail` under which shops state what is chosen by. Free text is not searched for such figures. */
const DETAILS: ReadonlyArray<readonly [RegExp, Field]> = [
  [/^(max(imum)?\.? )?(user )?weight (limit|capacity)$|^max(imum)?\.? (user )?weight$/, 'weightLimit'],
  [/^(adjustable )?(seat|handle|grip) height( range)?$|^height adjust(ment|able)( range)?$|^raise( height)?$/, 'size'],
  [/^iso ?9999( code)?$/, 'iso'],
  [/^iso ?9999 edition$/, 'isoEdition'],
  [/^(price )?(with|without|ex(cluding)?|exc?l?) vat( relief)?( price)?$|^vat relief price$/, 'vatReliefPrice'],
]

const NEEDED: readonly Field[] = ['sku', 'name', 'price', 'link']

/** What the columns of a header mean, by Google's names or by ours. */
export function readHeader(names: readonly string[]): Array<Field | 'detail' | undefined> {
  const plain = names.map((name) => plainName(name))
  const google = plain.includes('title') && !plain.includes('name')
  const known = google ? GOOGLE : OWN
  const fields = plain.map((name) => (google && name === 'product_detail' ? 'detail' : known[name]))
  const missing = NEEDED.filter((field) => !fields.includes(field))
  const twice = plain.find((name, index) => known[name] !== undefined && plain.indexOf(name) !== index)
  if (twice !== undefined) throw new FeedError(`the column "${twice}" is there twice`, { line: 1 })
  if (missing.length === 0) return fields
  const expected = missing.map((field) => `"${Object.keys(known).find((name) => known[name] === field)}"`)
  throw new FeedError(
    `the first line must name the columns; ${expected.join(', ')} ${expected.length > 1 ? 'are' : 'is'} not there ` +
      `(found: ${names
        .slice(0, 8)
        .map((name) => `"${name.slice(0, 30)}"`)
        .join(', ')})`,
    { line: 1 },
  )
}

/** A product from the values of a row, in the order of its header. */
export function fromColumns(
  fields: ReadonlyArray<Field | 'detail' | undefined>,
  values: readonly string[],
  at: { row: number; line: number },
): RawProduct {
  const found: Partial<Record<Field, string>> = {}
  fields.forEach((field, index) => {
    const value = values[index]?.trim()
    if (!field || !value) return
    if (field !== 'detail') found[field] = value
    // "Section:Name:Value", several with commas: Google's form for text files.
    else
      for (const detail of value.split(',')) {
        const [, name = '', ...rest] = detail.split(':')
        addDetail(found, name, rest.join(':'))
      }
  })
  return { sku: '', name: '', price: '', link: '', ...found, ...at }
}

/** A product from the attributes of an element, with their names as they are in the file (`g:price`). */
export function fromAttributes(
  attributes: ReadonlyArray<readonly [string, string]>,
  details: ReadonlyArray<readonly [string, string]>,
  at: { row: number; line: number },
): RawProduct {
  const found: Partial<Record<Field, string>> = {}
  for (const [name, value] of attributes) {
    const field = GOOGLE[plainName(name)]
    // The first of several wins: `product_type` may be repeated, the most important one first.
    if (field && value.trim()) found[field] ??= value.trim()
  }
  for (const [name, value] of details) addDetail(found, name, value)
  return { sku: '', name: '', price: '', link: '', ...found, ...at }
}

function addDetail(found: Partial<Record<Field, string>>, name: string, value: string): void {
  const plain = name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const field = DETAILS.find(([pattern]) => pattern.test(plain))?.[1]
  if (field && value.trim()) found[field] ??= value.trim()
}

const plainName = (name: string): string => name.trim().toLowerCase().replace(/^g:/, '').replaceAll(/[ -]+/g, '_')
