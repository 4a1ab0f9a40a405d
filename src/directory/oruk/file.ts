import type { Ledger } from './mend/ledger.ts'
import { decode, type Bytes } from './read/decode.ts'
import { FeedFault } from './read/fault.ts'
import { JsonStream, type Piece } from './read/json-stream.ts'
import type { Arrived, Before, Source } from './source.ts'

/** A file may be larger than a page: it is read as it comes. */
const LIMIT = 4_000_000_000

/** The services of a file: a saved page of a feed, a bare list, or one service a line; gzip or not. */
export function fileSource(name: string, open: () => Bytes): Source {
  const said: Source['said'] = { requests: 0, pages: 1 }
  return {
    name,
    said,
    async *read(_before: Before, ledger: Ledger): AsyncGenerator<Arrived> {
      try {
        for await (const piece of pieces(open(), LIMIT, () => ledger.note('charset', { field: name }))) {
          if (piece.kind === 'item') yield { kind: 'service', raw: piece.value }
          else if (piece.kind === 'oversize') yield piece
          else if (/^total_?(items|elements)$/i.test(piece.name) && typeof piece.value === 'number')
            said.total = piece.value
        }
      } catch (error) {
        if (!(error instanceof FeedFault)) throw error
        throw new FeedFault(error.code, `${name}: ${error.message}`, position(error), error)
      }
    },
  }
}

/** The pieces of one JSON text, as its bytes come. */
export async function* pieces(
  bytes: Bytes,
  limit: number,
  wrongCharset: () => void,
  charset?: string,
): AsyncGenerator<Piece> {
  const stream = new JsonStream()
  for await (const text of decode(bytes, { limit, wrongCharset, charset })) yield* stream.push(text)
  yield* stream.end()
}

export const position = ({ line, column }: FeedFault): { line: number; column: number } | undefined =>
  line === undefined || column === undefined ? undefined : { line, column }
