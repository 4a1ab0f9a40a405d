import { checkAddress } from './address.ts'
import type { Ask } from './ask.ts'
import type { Bytes } from './decode.ts'
import { FeedFault } from './fault.ts'

export interface FetchOptions {
  readonly ask: Ask
  /** Private networks are allowed. */
  readonly inside?: boolean
  /** Longest wait for the answer to begin, and between two parts of it, ms. */
  readonly patience?: number
  /** Longest time for one whole page, ms. */
  readonly longest?: number
  /** Wait before the next try, ms; for tests. */
  readonly pause?: (ms: number) => Promise<void>
}

const REDIRECTS = 5
const TRIES = 3
const LONGEST_PAUSE = 30_000

/** What was got, once redirects were followed. `notModified` has no body. */
export interface Got {
  readonly url: URL
  readonly status: number
  header(name: string): string | undefined
  readonly body: Bytes
  discard(): void
}

/**
 * Fetch one address of a feed: redirects are followed one by one and each is looked at anew, a server that is busy is
 * asked again later, and nobody is waited for without end.
 * @throws FeedFault, in words for whoever runs the import
 */
export async function fetchPage(
  raw: string,
  headers: Readonly<Record<string, string>>,
  options: FetchOptions,
): Promise<Got> {
  const pause = options.pause ?? ((ms) => new Promise<void>((done) => setTimeout(done, ms)))
  for (let attempt = 1; ; attempt++) {
    try {
      const got = await follow(raw, headers, options)
      if (got.status < 500 && got.status !== 429) return got
      got.discard()
      if (attempt === TRIES)
        throw new FeedFault('refused', `${shown(got.url)} answered ${got.status} ${TRIES} times. Try again later.`)
      await pause(waiting(got.header('retry-after'), attempt))
    } catch (error) {
      const fault = error instanceof FeedFault ? error : describe(error, raw)
      if (attempt === TRIES || (fault.code !== 'unreachable' && fault.code !== 'timeout')) throw fault
      await pause(waiting(undefined, attempt))
    }
  }
}

async function follow(raw: string, headers: Readonly<Record<string, string>>, options: FetchOptions): Promise<Got> {
  const { ask, inside = false, patience = 20_000, longest = 300_000 } = options
  let url = checkAddress(raw, inside)
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const quiet = new Watchdog(patience, longest, url)
    const from = url
    const answer = await quiet.wait(() => ask(from, headers, quiet.signal))
    const location = answer.header('location')
    if (answer.status < 300 || answer.status >= 400 || answer.status === 304 || !location) {
      const { status, header, discard } = answer
      return { url, status, header, discard, body: watched(answer.body, quiet, url) }
    }
    answer.discard()
    if (!URL.canParse(location, url))
      throw new FeedFault('bad-address', `${shown(url)} leads to "${location.slice(0, 200)}".`)
    url = checkAddress(new URL(location, url).href, inside)
  }
  throw new FeedFault('redirects', `${raw} leads from one address to the next more than ${REDIRECTS} times.`)
}

/** Counts only the time that is spent waiting for the server, not what is done with its answer in between. */
class Watchdog {
  readonly #controller = new AbortController()
  readonly #patience: number
  readonly #url: URL
  #left: number
  #since = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(patience: number, longest: number, url: URL) {
    this.#patience = patience
    this.#left = longest
    this.#url = url
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Wait for `work`, but not for ever. @throws FeedFault when the time is over */
  async wait<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#since = performance.now()
    const ms = Math.min(this.#patience, this.#left)
    const words = this.#left < this.#patience ? 'takes too long for one page' : `sent nothing for ${ms / 1000} seconds`
    const fault = new FeedFault('timeout', `${shown(this.#url)} ${words}. Try again later, or ask for smaller pages.`)
    try {
      return await Promise.race([
        work(),
        new Promise<never>((_, reject) => {
          this.#timer = setTimeout(() => {
            this.#controller.abort(fault)
            reject(fault)
          }, ms)
        }),
      ])
    } finally {
      clearTimeout(this.#timer)
      this.#left -= performance.now() - this.#since
    }
  }
}

async function* watched(body: Bytes, quiet: Watchdog, url: URL): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const chunks = body[Symbol.asyncIterator]()
  let over = false
  try {
    for (;;) {
      const chunk = await quiet.wait(() => chunks.next())
      if (chunk.done) {
        over = true
        return
      }
      yield chunk.value
    }
  } catch (error) {
    over = true
    throw describe(error, url.href)
  } finally {
    // Whoever stops early must not leave the connection open.
    if (!over) await chunks.return?.()
  }
}

function waiting(retryAfter: string | undefined, attempt: number): number {
  const asked = Number(retryAfter) * 1000
  return Math.min(LONGEST_PAUSE, asked > 0 ? asked : 1000 * 2 ** (attempt - 1))
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL|EPROTO/

/** What went wrong on the way, in plain words. */
function describe(error: unknown, raw: string): FeedFault {
  if (error instanceof FeedFault) return error
  const codes = [error, (error as Error | undefined)?.cause].map((one) =>
    String((one as { code?: unknown })?.code ?? ''),
  )
  const code = codes.find((one) => one !== '') ?? ''
  const host = URL.canParse(raw) ? new URL(raw).host : raw
  if (CERTIFICATE.test(code))
    return new FeedFault(
      'certificate',
      `${host} does not prove who it is: its certificate is wrong (${code}). It must be renewed before the feed can be read.`,
      undefined,
      error,
    )
  if (/ETIMEDOUT|TIMEOUT/.test(code)) return new FeedFault('timeout', `${host} does not answer.`, undefined, error)
  const why = code === 'ENOTFOUND' ? 'there is no such address' : code || ((error as Error | undefined)?.message ?? '')
  return new FeedFault('unreachable', `${host} cannot be reached (${why}).`, undefined, error)
}

/** An address for a message: without what stands after "?", which may hold a key. */
export const shown = (url: URL): string => `${url.origin}${url.pathname}`
