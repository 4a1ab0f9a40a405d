import { hash, isUuid, mintId } from '../mint.ts'
import { isRecord } from './mend/fields.ts'
import type { Ledger } from './mend/ledger.ts'
import { pieces, position } from './file.ts'
import { FeedFault } from './read/fault.ts'
import { fetchPage, shown, type FetchOptions, type Got } from './read/fetch.ts'
import { isShallow, Paging, pageAddress } from './paging.ts'
import type { Arrived, Before, Source } from './source.ts'

export interface ApiOptions extends FetchOptions {
  /** Services asked for with one page. */
  readonly pageSize?: number
  /** Full records fetched at the same time. */
  readonly abreast?: number
  /** Most full records fetched in one go; the rest keeps what the list says. Workers allow only so many calls. */
  readonly mostDetails?: number
  /** Asked before each request: the service is told to stop, and nothing more is fetched. */
  readonly stopped?: () => boolean
}

/** Bytes of one page, unpacked. */
const PAGE_LIMIT = 100_000_000
const MOST_PAGES = 20_000
/** Entries of one page that wait until it is known whether the page came before. */
const LARGE_PAGE = 500
/** So many full records are compared with their list entries before it is believed that they say no more. */
const PROBES = 3

/**
 * A feed as an API of version 3 or 1: the list page by page, then each service by itself where the list is shallow.
 * `address` is that of the API (`https://…/v3`) or of its list (`…/services`). A saved file at an address works too.
 */
export function apiSource(address: string, options: ApiOptions): Source {
  const said: Source['said'] = { requests: 0, pages: 0 }
  return { name: address, said, read: (before, ledger) => read({ address, options, said, before, ledger }) }
}

interface Reading {
  readonly address: string
  readonly options: ApiOptions
  readonly said: Source['said']
  readonly before: Before
  readonly ledger: Ledger
}

async function* read(reading: Reading): AsyncGenerator<Arrived> {
  const { said, options, before, ledger } = reading
  const list = await findList(reading)
  if (!list) return
  const paging = new Paging(ledger)
  const details = new Details(list.base, reading)
  let got: Got | undefined = list.first
  for (let page = 1; got && page <= MOST_PAGES; page++) {
    said.pages = page
    const ids: string[] = []
    let waiting: unknown[] = []
    const fields: Record<string, unknown> = {}
    for await (const piece of pageOf(got, page, ledger))
      if (piece.kind === 'field') fields[piece.name] = piece.value
      else if (piece.kind === 'oversize') yield piece
      else {
        ids.push(isRecord(piece.value) ? String(piece.value['id'] ?? piece.value['name'] ?? '') : '')
        waiting.push(piece.value)
        // A feed that sends everything as one page is not gathered in memory.
        if (waiting.length >= LARGE_PAGE) yield* details.resolve(waiting.splice(0), before)
      }
    if (page === 1 && isErrorDocument(waiting))
      throw new FeedFault('not-data', `${shown(got.url)} sent no list of services.`)
    const more = paging.next(ids, fields)
    said.total = paging.total
    if (page === 1 && !more) Object.assign(said, validators(got))
    if (!paging.repeated) yield* details.resolve(waiting, before)
    waiting = []
    got = more ? await get(pageAddress(list.base, page + 1, options.pageSize ?? 100), reading) : undefined
    if (got && got.status !== 200) {
      got.discard()
      // A page number past the end is a 404 in some feeds. In the middle it is a fault.
      if (got.status === 404 && paging.complete) return
      throw new FeedFault(
        'refused',
        `${shown(got.url)} answered ${got.status} at page ${page + 1}. Nothing was taken in.`,
      )
    }
  }
}

/** The first page, wherever it is: the address itself may be the list, or the API above it. */
async function findList(reading: Reading): Promise<{ base: string; first: Got } | undefined> {
  const { address, options, before, said } = reading
  const trimmed = address.replace(/\/+(?=$|\?)/, '')
  const isList = /\/services(\?|$)/.test(trimmed) || /\.(json|ndjson|jsonl|gz)(\?|$)/i.test(trimmed)
  const [path = '', query] = trimmed.split('?')
  const bases = isList ? [trimmed] : [`${path}/services${query ? `?${query}` : ''}`, trimmed]
  const conditional = {
    ...(before.etag ? { 'If-None-Match': before.etag } : {}),
    ...(before.lastModified ? { 'If-Modified-Since': before.lastModified } : {}),
  }
  for (const base of bases) {
    const first = await get(
      /\.\w+(\?|$)/.test(base.slice(base.lastIndexOf('/'))) ? base : pageAddress(base, 1, options.pageSize ?? 100),
      reading,
      conditional,
    )
    if (first.status === 200) return { base, first }
    first.discard()
    if (first.status === 304) {
      said.unchanged = true
      return undefined
    }
    if (first.status !== 404 && first.status !== 400)
      throw new FeedFault(
        'refused',
        `${shown(first.url)} answered ${first.status}${first.status === 401 || first.status === 403 ? ': it wants a key' : ''}.`,
      )
  }
  throw new FeedFault(
    'not-found',
    `There is no list of services at ${bases.map((one) => shown(new URL(one))).join(' or ')}.`,
  )
}

async function get(url: string, { options, said }: Reading, headers: Record<string, string> = {}): Promise<Got> {
  if (options.stopped?.()) throw new FeedFault('busy', 'The service was stopped in the middle of it.')
  said.requests++
  return fetchPage(
    url,
    { Accept: 'application/json', 'Accept-Encoding': 'gzip', 'User-Agent': 'Handrail (directory import)', ...headers },
    options,
  )
}

async function* pageOf(got: Got, page: number, ledger: Ledger): ReturnType<typeof pieces> {
  const charset = /charset="?([\w.:-]+)/i.exec(got.header('content-type') ?? '')?.[1]
  const wrong = (): void => ledger.note('charset', { field: `page ${page}` })
  try {
    yield* pieces(got.body, PAGE_LIMIT, wrong, charset)
  } catch (error) {
    if (!(error instanceof FeedFault)) throw error
    throw new FeedFault(error.code, `${shown(got.url)}, page ${page}: ${error.message}`, position(error), error)
  }
}

/** Only one page was needed, so its marks speak for the whole feed. */
const validators = (got: Got): { etag?: string; lastModified?: string } => {
  const [etag, lastModified] = [got.header('etag'), got.header('last-modified')]
  return { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) }
}

/** `{ "message": … }` in place of a list. */
const isErrorDocument = (entries: readonly unknown[]): boolean =>
  entries.length === 1 && isRecord(entries[0]) && !('name' in entries[0]) && !('id' in entries[0])

/** Fetches the full records of a shallow list: politely, a few at a time, and only what has changed. */
class Details {
  readonly #base: string
  readonly #reading: Reading
  #probes = 0
  #useful = false
  #fetched = 0

  constructor(base: string, reading: Reading) {
    this.#base = base
    this.#reading = reading
  }

  async *resolve(entries: readonly unknown[], before: Before): AsyncGenerator<Arrived> {
    const abreast = this.#reading.options.abreast ?? 4
    for (let from = 0; from < entries.length; from += abreast)
      yield* await Promise.all(entries.slice(from, from + abreast).map((entry) => this.#one(entry, before)))
  }

  async #one(entry: unknown, before: Before): Promise<Arrived> {
    if (!isRecord(entry) || !isShallow(entry) || typeof entry['id'] !== 'string') return { kind: 'service', raw: entry }
    if (!this.#useful && this.#probes >= PROBES) return { kind: 'service', raw: entry }
    const id = entry['id']
    const known = isUuid(id) ? id.toLowerCase() : mintId('service', id)
    const listHash = hash(JSON.stringify(entry))
    // Without a date of change, the same entry may hide another record.
    if (entry['last_modified'] && (await before.knownAs(known)) === listHash) {
      this.#useful = true
      return { kind: 'known', id: known, listHash, raw: entry }
    }
    if (this.#fetched >= (this.#reading.options.mostDetails ?? Infinity)) return { kind: 'service', raw: entry }
    this.#fetched++
    this.#probes++
    const full = await this.#fetch(id)
    if (!full) {
      this.#reading.ledger.note('detail-missing', { service: id })
      return { kind: 'service', raw: entry }
    }
    if (!isShallow(full)) this.#useful = true
    return { kind: 'service', raw: { ...entry, ...full }, ...(this.#useful ? { listHash } : {}) }
  }

  async #fetch(id: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const [path = '', query] = this.#base.split('?')
    try {
      const got = await get(`${path}/${encodeURIComponent(id)}${query ? `?${query}` : ''}`, this.#reading)
      if (got.status !== 200) {
        got.discard()
        return undefined
      }
      for await (const piece of pageOf(got, 1, this.#reading.ledger))
        if (piece.kind === 'item') return isRecord(piece.value) ? piece.value : undefined
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error
    }
    return undefined
  }
}
