import { FeedFault } from './fault.ts'

export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>

export interface DecodeOptions {
  /** As the server says; UTF-8 where it does not. */
  readonly charset?: string | undefined
  /** Most bytes, after unpacking. */
  readonly limit: number
  /** Told once where the text was not in the charset that was promised. */
  readonly wrongCharset?: () => void
}

/**
 * Bytes as text: gzip is unpacked (known by its first bytes, whatever the headers say), a byte order mark is obeyed,
 * and text that claims to be UTF-8 and is not is read as Windows-1252, which is what such feeds really send.
 * @throws FeedFault where it is too large, or packed and broken
 */
export async function* decode(bytes: Bytes, { charset, limit, wrongCharset }: DecodeOptions): AsyncGenerator<string> {
  let decoder: Utf8 | TextDecoder | undefined
  let size = 0
  for await (const chunk of unpacked(bytes)) {
    size += chunk.length
    if (size > limit)
      throw new FeedFault(
        'too-large',
        `The page is larger than ${Math.round(limit / 1_000_000)} MB. Ask for smaller pages.`,
      )
    decoder ??= decoderFor(chunk, charset, wrongCharset)
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder?.decode()
  if (rest) yield rest
}

function decoderFor(start: Uint8Array, charset: string | undefined, wrongCharset?: () => void): Utf8 | TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le')
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be')
  const marked = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf
  if (marked || !charset || /^(utf-?8|us-ascii|ascii|json)$/i.test(charset)) return new Utf8(wrongCharset)
  try {
    return new TextDecoder(charset)
  } catch (error) {
    throw new FeedFault(
      'charset',
      `The feed is in "${charset.slice(0, 40)}", which cannot be read. Send UTF-8.`,
      undefined,
      error,
    )
  }
}

/** UTF-8, until bytes come that are none; from that chunk on, Windows-1252. */
class Utf8 {
  #decoder = new TextDecoder('utf-8', { fatal: true })
  #pending = new Uint8Array(0)
  #strict = true
  readonly #wrong: (() => void) | undefined

  constructor(wrong: (() => void) | undefined) {
    this.#wrong = wrong
  }

  decode(chunk: Uint8Array = new Uint8Array(0), { stream = false } = {}): string {
    if (!this.#strict) return this.#decoder.decode(chunk, { stream })
    const whole = this.#pending.length > 0 ? joined(this.#pending, chunk) : chunk
    const cut = stream ? whole.length - unfinished(whole) : whole.length
    this.#pending = whole.slice(cut)
    try {
      return this.#decoder.decode(whole.subarray(0, cut))
    } catch {
      this.#strict = false
      this.#wrong?.()
      this.#decoder = new TextDecoder('windows-1252')
      return this.#decoder.decode(whole, { stream })
    }
  }
}

/** How many bytes at the end belong to a character that goes on in the next chunk: 0 to 3. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0
  }
  return 0
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]()
  let first = await source.next()
  // A first chunk of one byte would hide what it is.
  while (!first.done && first.value.length < 2) {
    const next = await source.next()
    if (next.done) break
    first = { done: false, value: joined(first.value, next.value) }
  }
  const all = async function* (): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    try {
      for (let one = first; !one.done; one = await source.next()) yield one.value
    } finally {
      // Whoever stops early must not leave the connection open.
      await source.return?.()
    }
  }
  if (first.done || first.value[0] !== 0x1f || first.value[1] !== 0x8b) yield* all()
  else yield* gunzip(all())
}

async function* gunzip(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  let broken: unknown
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      try {
        const { done, value } = await bytes.next()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        broken = error
        controller.error(error)
      }
    },
    async cancel() {
      await bytes.return(undefined)
    },
  })
  const reader = packed.pipeThrough(new DecompressionStream('gzip')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    if (broken) throw broken
    throw new FeedFault(
      'bad-gzip',
      'The page is packed with gzip and cannot be unpacked: it is cut off or damaged.',
      undefined,
      error,
    )
  } finally {
    await reader.cancel().catch(() => {})
  }
}
