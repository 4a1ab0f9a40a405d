import type { Ledger } from './mend/ledger.ts'

/** One thing that came from a feed. */
export type Arrived =
  | { readonly kind: 'service'; readonly raw: unknown; readonly listHash?: string }
  /** Its entry in the list is as it was last time: the full record of the last good copy holds. */
  | { readonly kind: 'known'; readonly id: string; readonly listHash: string; readonly raw: unknown }
  | { readonly kind: 'oversize' }

/** How far reading has come, for whoever waits. */
export interface Progress {
  readonly services: number
  /** As the feed says, where it says it. */
  readonly total: number | undefined
  readonly requests: number
}

/** What was known of a feed after its last good copy. */
export interface Before {
  readonly etag: string | null
  readonly lastModified: string | null
  /** The hash of the list entry of each service whose full record was fetched. */
  knownAs(id: string): Promise<string | undefined>
}

/** A feed as it is read: a file, or an API page by page. */
export interface Source {
  /** As it is named in the report: an address or a file. */
  readonly name: string
  /** @throws FeedFault; what was read before is then worth nothing */
  read(before: Before, ledger: Ledger): AsyncGenerator<Arrived>
  /** After the end: what the source said of itself. */
  readonly said: {
    unchanged?: boolean
    total?: number
    etag?: string
    lastModified?: string
    requests: number
    pages: number
  }
}
