/** One product as a feed gives it, each field as text; absent or empty where the feed says nothing. */
export interface RawProduct {
  /** Where it stands: the number of the record after the header, and its line in the file. */
  readonly row: number
  readonly line: number
  /** Where a file is of several suppliers. */
  readonly supplier?: string
  readonly supplierName?: string
  readonly sku: string
  readonly name: string
  readonly price: string
  readonly vatReliefPrice?: string
  readonly stock?: string
  readonly link: string
  readonly picture?: string
  readonly iso?: string
  readonly isoEdition?: string
  /** The supplier's own category. */
  readonly category?: string
  /** Google's, as a number or a path. */
  readonly googleCategory?: string
  readonly weightLimit?: string
  /** The size that is chosen by: a height or a length, one or a range. */
  readonly size?: string
  readonly length?: string
  readonly width?: string
  readonly height?: string
}

/** A feed that cannot be read to its end: nothing of it is kept. The message says where, and what was expected. */
export class FeedError extends Error {
  override name = 'FeedError'
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(message: string, at: { line?: number | undefined; column?: number | undefined } = {}) {
    super(message)
    this.line = at.line
    this.column = at.column
  }
}
