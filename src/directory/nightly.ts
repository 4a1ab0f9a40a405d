import type { Database } from '../store/database.ts'
import { apiSource, type ApiOptions } from './oruk/api.ts'
import { importFeed, type ImportReport } from './oruk/import.ts'
import { areaNames } from './services/areas.ts'
import { feedsOf } from './services/feeds.ts'

/** A feed that a pack names. */
export interface PackFeed {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly areas: readonly string[]
}

export interface NightlyOptions {
  readonly db: Database
  readonly feeds: readonly PackFeed[]
  /** Councils by name, for areas that feeds name in words. */
  readonly councils: ReadonlyArray<{ readonly id: string; readonly name: string }>
  readonly clock: () => number
  readonly api: ApiOptions
  /** A feed that was looked at less than this ago is left alone, ms. */
  readonly recent?: number
  /** Told of each feed as it is done. */
  readonly told: (report: ImportReport) => void
}

/** A little under a day, so that it stays nightly. */
const RECENT = 20 * 3_600_000

/**
 * Look at each feed of the pack once a night. One that fails keeps its last good copy and does not hold up the others.
 * @throws what is wrong with the store itself
 */
export async function importDueFeeds(options: NightlyOptions): Promise<void> {
  const { db, feeds, councils, clock, api, recent = RECENT, told } = options
  const looked = new Map((await feedsOf(db)).map((feed) => [feed.id, feed.checked_at ?? 0]))
  const names = areaNames(councils)
  for (const { id, name, url, areas } of feeds) {
    if (clock() - (looked.get(id) ?? 0) < recent) continue
    told(await importFeed({ db, feed: { id, name, areas }, source: apiSource(url, api), names, clock }))
  }
}
