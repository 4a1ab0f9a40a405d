import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { fromColumns, readHeader } from './columns.ts'
import { FeedError, type RawProduct } from './raw.ts'

/** Characters of one record: a product takes a few hundred. */
const LONGEST_RECORD = 50_000

/** Products of a text file with a header: commas, semicolons or tabs between the values, quotes round them where needed. */
export async function* readText(text: AsyncIterable<string>): AsyncGenerator<RawProduct> {
  const pieces = text[Symbol.asyncIterator]()
  let start = ''
  let ended = false
  while (!ended && !start.includes('\n') && start.length < LONGEST_RECORD) {
    const { value, done } = await pieces.next()
    if (done) ended = true
    else start += value
  }
  const header = start.split(/[\r\n]/, 1)[0]!
  const delimiter = header.includes('\t') ? '\t' : header.includes(';') && !header.includes(',') ? ';' : ','
  // Lines end in one way for the parser, so that it counts them rightly inside quotes too.
  const ends = start.includes('\n') ? '' : '\n'
  async function* all(): AsyncGenerator<string> {
    yield start.replaceAll('\r', ends)
    while (!ended) {
      const { value, done } = await pieces.next()
      if (done) return
      yield value.replaceAll('\r', ends)
    }
  }
  // A text file of tabs has no quotes that mean anything: 18" is an inch sign there.
  const source = Readable.from(all())
  const parser = source.pipe(
    parse({
      bom: true,
      delimiter,
      quote: delimiter === '\t' && !/"\t|\t"/.test(header) ? null : '"',
      info: true,
      max_record_size: LONGEST_RECORD,
      skip_empty_lines: true,
    }),
  )
  source.on('error', (error) => parser.destroy(error))
  try {
    yield* products(parser)
  } finally {
    source.destroy()
  }
}

interface Told {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

async function* products(told: AsyncIterable<Told>): AsyncGenerator<RawProduct> {
  let fields: ReturnType<typeof readHeader> | undefined
  let row = 0
  let last = 0
  try {
    for await (const { record, info } of told) {
      const line = last + 1
      last = info.lines
      if (fields) yield fromColumns(fields, record, { row: ++row, line })
      else fields = readHeader(record)
    }
  } catch (error) {
    if (error instanceof CsvError) throw said(error)
    throw error
  }
}

/** The parser's complaint in words that somebody with a spreadsheet can use. */
function said(error: CsvError): FeedError {
  // The parser is ahead of what was taken out of it: where it stands is in the error. The header is a record too.
  const { lines: line, column, record, records: row } = error as CsvError & Record<string, unknown>
  const at = { line: Number(line) || undefined, column: typeof column === 'number' ? column + 1 : undefined }
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return new FeedError(
        `row ${String(row)} has ${Array.isArray(record) ? record.length : 'another number of'} values; ` +
          `as many as in the first line were expected`,
        at,
      )
    case 'CSV_QUOTE_NOT_CLOSED':
      return new FeedError(`row ${String(row)} opens a quote (") that is not closed before the end of the file`, at)
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return new FeedError(
        `row ${String(row)} has a quote (") inside a value; write it twice ("") and put quotes round the value`,
        at,
      )
    case 'CSV_MAX_RECORD_SIZE':
      return new FeedError(
        `row ${String(row)} is longer than ${LONGEST_RECORD} characters; is a quote (") not closed?`,
        at,
      )
    default:
      return new FeedError(`row ${String(row)} cannot be read: ${error.message}`, at)
  }
}
