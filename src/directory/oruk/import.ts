import type { Database } from '../../store/database.ts'
import { Edition, erase } from '../services/editions.ts'
import { beforeOf, feedOf, keepFault, keepUnchanged, publish, saveFeed } from '../services/feeds.ts'
import { serviceOf } from '../services/assemble.ts'
import type { AreaNames } from '../services/areas.ts'
import { Ledger, type RuleCount } from './mend/ledger.ts'
import { mendService } from './mend/service.ts'
import { FeedFault } from './read/fault.ts'
import type { Arrived, Progress, Source } from './source.ts'

/** A feed by the name under which its services stand in the directory. Importing again replaces what stood there. */
export interface FeedName {
  readonly id: string
  readonly name: string
  /** ONS codes that the feed as a whole is for. */
  readonly areas: readonly string[]
}

export interface ImportOptions {
  readonly db: Database
  readonly feed: FeedName
  readonly source: Source
  readonly names: AreaNames
  readonly clock: () => number
  readonly progress?: (progress: Progress) => void
  /** Take a copy that is far smaller than the last one, or empty. Someone has looked and says it is right. */
  readonly acceptShrink?: boolean
}

export interface ImportReport {
  readonly feed: string
  readonly source: string
  /**
   * imported: the new copy is live. unchanged: the feed holds what it held. kept: something is wrong (`message`), and
   * the last good copy stays.
   */
  readonly outcome: 'imported' | 'unchanged' | 'kept'
  readonly message?: string
  readonly fault?: { readonly code: string; readonly line?: number; readonly column?: number }
  readonly read: number
  /** Services that are live now. */
  readonly services: number
  readonly before: number
  readonly refused: number
  readonly rules: readonly RuleCount[]
  readonly pages: number
  readonly requests: number
  readonly at: string
  readonly seconds: number
}

/** A new copy with less than this share of the last one is not believed. */
const SHRUNK = 0.5
/** Below so many services a share says nothing. */
const FEW = 10
const EVERY = 100

/**
 * Read a feed into an edition of its own and, when all of it is in, let that edition take the last one's place in one
 * write. Whatever goes wrong on the way, the last good copy stays and the report says what was wrong.
 * @throws only what is wrong with the store itself
 */
export async function importFeed(options: ImportOptions): Promise<ImportReport> {
  const { db, feed, source, clock } = options
  const began = clock()
  await saveFeed(db, feed, source.name)
  const state = await feedOf(db, feed.id)
  await sweep(db, feed.id, state.edition, began)
  const ledger = new Ledger()
  const edition = await Edition.open(db, { feed: feed.id, areas: feed.areas, names: options.names, now: began })
  let read = 0
  const report = (outcome: ImportReport['outcome'], services: number, fault?: FeedFault): ImportReport => ({
    feed: feed.id,
    source: source.name,
    outcome,
    ...(fault ? { message: fault.message, fault: described(fault) } : {}),
    read,
    services,
    before: state.services,
    refused: ledger.total('refused'),
    rules: ledger.summary(),
    pages: source.said.pages,
    requests: source.said.requests,
    at: new Date(began).toISOString(),
    seconds: Math.round((clock() - began) / 100) / 10,
  })
  try {
    for await (const arrived of source.read(beforeOf(db, state), ledger)) {
      read++
      await take(arrived, { db, edition, ledger, live: state.edition })
      if (read % EVERY === 0)
        options.progress?.({ services: read, total: source.said.total, requests: source.said.requests })
    }
    if (source.said.unchanged || (state.edition !== null && edition.contentHash === state.content_hash)) {
      await edition.settled()
      await erase(db, edition.number)
      const made = report('unchanged', state.services)
      await keepUnchanged(db, feed.id, { at: began, said: source.said, report: made })
      return made
    }
    await edition.flush()
    check(edition.size, state, source.said.total, ledger, options.acceptShrink)
  } catch (error) {
    await edition.settled()
    await erase(db, edition.number)
    if (!(error instanceof FeedFault)) throw error
    const made = report('kept', state.services, error)
    await keepFault(db, feed.id, { at: began, report: made })
    return made
  }
  const made = report('imported', edition.size)
  await publish(db, feed.id, { edition, at: began, said: source.said, report: made })
  if (state.edition !== null) await erase(db, state.edition)
  return made
}

interface Taking {
  readonly db: Database
  readonly edition: Edition
  readonly ledger: Ledger
  readonly live: number | null
}

async function take(arrived: Arrived, { db, edition, ledger, live }: Taking): Promise<void> {
  if (arrived.kind === 'oversize') return ledger.note('too-large')
  const known = arrived.kind === 'known' && live !== null ? await serviceOf(db, live, arrived.id) : undefined
  const service = known ?? mendService(arrived.raw, ledger)
  if (!service) return
  const added = await edition.add(service, arrived.listHash)
  if (!added) ledger.note('id-twice', { service: service.id, name: service.name })
}

function check(
  size: number,
  before: { readonly services: number },
  total: number | undefined,
  ledger: Ledger,
  accept = false,
): void {
  if (total !== undefined && size + ledger.total('refused') < total * 0.95)
    ledger.note('fewer-than-said', { was: `${size} of ${total}` })
  if (accept) return
  if (size === 0) throw new FeedFault('empty', 'There are no services in it that can be used.')
  if (before.services >= FEW && size < before.services * SHRUNK)
    throw new FeedFault(
      'shrunk',
      `It has only ${size} services; the last good copy has ${before.services}. The last good copy stays. ` +
        'If the new number is right, import it with --accept-shrink.',
    )
}

/** Editions that an import left behind when it was cut off, and those that were replaced. */
async function sweep(db: Database, feed: string, live: number | null, now: number): Promise<void> {
  const { results } = await db
    .prepare('SELECT number FROM edition WHERE feed = ? AND number <> ? AND (number < ? OR begun_at < ?)')
    .bind(feed, live ?? -1, live ?? -1, now - HOUR)
    .all<{ number: number }>()
  for (const { number } of results) await erase(db, number)
}

const HOUR = 3_600_000

const described = ({ code, line, column }: FeedFault) => ({
  code,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
})
