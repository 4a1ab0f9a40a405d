import { createGunzip } from 'node:zlib'
import { FeedError } from './raw.ts'

/** A larger feed is a mistake, or somebody's joke: the largest shops for daily living have a few megabytes. */
export const LARGEST = 100 * 1024 * 1024

type Bytes = AsyncIterable<Uint8Array>

/** What a file is that is no feed, by its first bytes or words. */
const NOT_FEEDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^PK\p{Cc}/u, 'this is a spreadsheet or a zip file; save it as CSV (UTF-8)'],
  [/^%PDF/, 'this is a PDF; a CSV or an XML feed is needed'],
  [/^(ÿþ|þÿ)/, 'this is saved as UTF-16; save it as CSV (UTF-8)'],
  [
    /^\s*(<!doctype html|<html|<head|<body)/i,
    'this is a web page (HTML), not a feed; ask the supplier for the address of the feed',
  ],
  [/^\s*[[{]/, 'this is JSON; a CSV or an XML feed is needed'],
]

export interface Opened {
  readonly format: 'xml' | 'text'
  /** The text, in pieces. */
  readonly text: AsyncIterable<string>
}

/**
 * The text of a feed from its bytes: unpacked where it is packed (gzip), and read as UTF-8, or as an XML file says of
 * itself. @throws FeedError where it is something else, or larger than {@link LARGEST}
 */
export async function openFeed(bytes: Bytes): Promise<Opened> {
  const packed = await peek(bytes)
  const gzip = packed.first[0] === 0x1f && packed.first[1] === 0x8b
  const { first, all } = gzip ? await peek(unpack(packed.all)) : packed
  if (first.length === 0) throw new FeedError('the file is empty')
  const start = String.fromCharCode(...first.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')
  const wrong = NOT_FEEDS.find(([pattern]) => pattern.test(start))?.[1]
  if (wrong) throw new FeedError(wrong)
  if (first.subarray(0, 200).includes(0)) throw new FeedError('this is not text; a CSV or an XML feed is needed')
  const format = /^\s*</.test(start) ? 'xml' : 'text'
  const charset = format === 'xml' ? /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(start)?.[1] : undefined
  return { format, text: decode(all, charset) }
}

async function* decode(bytes: Bytes, charset = 'utf-8'): AsyncGenerator<string> {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(charset, { fatal: true })
  } catch {
    throw new FeedError(`the file says that it is written in "${charset}", which is not known; save it as UTF-8`)
  }
  let lines = 1
  let size = 0
  const read = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      const line = lines + wholeLines(chunk)
      throw new FeedError(`this is not written in UTF-8 (first seen near line ${line}); save it as CSV (UTF-8)`, {
        line,
      })
    }
  }
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > LARGEST)
      throw new FeedError(`the feed is larger than ${LARGEST / 1024 / 1024} MB; send the daily living products only`)
    const text = read(chunk)
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
    yield text
  }
  yield read()
}

/** Lines before the first bytes that are no UTF-8. */
function wholeLines(chunk: Uint8Array = new Uint8Array()): number {
  const text = new TextDecoder().decode(chunk)
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length - 1
}

async function* unpack(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const { pipeline } = await import('node:stream/promises')
  const fed = pipeline(bytes, gunzip).catch(() => {})
  try {
    for await (const chunk of gunzip) yield chunk as Uint8Array
  } catch {
    throw new FeedError('the packed file (gzip) is damaged or not whole; fetch it again')
  } finally {
    gunzip.destroy()
    await fed
  }
}

async function peek(bytes: Bytes): Promise<{ first: Uint8Array; all: Bytes }> {
  const source = bytes[Symbol.asyncIterator]()
  let first = new Uint8Array()
  let ended = false
  while (first.length < 200 && !ended) {
    const { value, done } = await source.next()
    if (done) ended = true
    else first = join(first, value)
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield first
      while (!ended) {
        const { value, done } = await source.next()
        if (done) return
        yield value
      }
    } finally {
      await source.return?.()
    }
  }
  return { first, all: all() }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
