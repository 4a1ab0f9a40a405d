import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { CsvError, parse } from 'csv-parse'
import { BadFile, shown } from './bad-file.ts'

export interface Reading {
  /** Bytes of the file read so far, and all it has. */
  readonly done: number
  readonly of: number
  readonly rows: number
}

/** What becomes of a file's lines. `header` is called once, first; `row` for each line after it. */
export interface Reader {
  header(names: readonly string[]): void
  row(cells: readonly string[], line: number): void
}

/** More than this in one field is no table. */
const LONGEST_FIELD = 100_000

/**
 * Read a CSV file, plain or gzipped, line by line in flat memory.
 * @throws BadFile where it is not what it should be, with the line
 */
export async function readTable(
  file: string,
  reader: Reader,
  progress: (reading: Reading) => void = () => {},
): Promise<void> {
  const name = basename(file)
  const gzipped = await look(file, name)
  const { size } = await stat(file)
  let done = 0
  let rows = 0
  const count = new Transform({
    transform(chunk: Buffer, _, next) {
      done += chunk.length
      progress({ done, of: size, rows })
      next(null, chunk)
    },
  })
  const parser = parse({
    bom: true,
    columns: false,
    skip_empty_lines: true,
    max_record_size: LONGEST_FIELD,
    on_record(record: string[], { lines }) {
      if (rows === 0) reader.header(record)
      else reader.row(record, lines)
      rows++
      return null
    },
  })
  // Nothing comes out of it: the lines are dealt with as they are read.
  parser.resume()
  const steps = [createReadStream(file), count, ...(gzipped ? [createGunzip()] : []), parser]
  try {
    await pipeline(steps as unknown as [NodeJS.ReadableStream, NodeJS.WritableStream])
  } catch (error) {
    throw explained(error, name)
  }
  if (rows === 0) throw new BadFile(name, 'the file is empty')
  if (rows === 1) throw new BadFile(name, 'there is nothing below the first line')
  progress({ done: size, of: size, rows: rows - 1 })
}

/** What the file is, by its first bytes; whether it is gzipped. */
async function look(file: string, name: string): Promise<boolean> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new BadFile(name, error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`)
  })
  const start = Buffer.alloc(512)
  try {
    const { bytesRead } = await handle.read(start, 0, start.length, 0).catch((error: NodeJS.ErrnoException) => {
      throw new BadFile(
        name,
        error.code === 'EISDIR' ? 'this is a folder; name a CSV file in it' : `it cannot be read (${error.code})`,
      )
    })
    if (bytesRead === 0) throw new BadFile(name, 'the file is empty')
  } finally {
    await handle.close()
  }
  const text = start.toString('latin1')
  if (text.startsWith('\x1f\x8b')) return true
  if (text.startsWith('PK'))
    throw new BadFile(name, 'this is a zip archive (or a spreadsheet); unpack it and give the CSV file in it')
  if (/^[\s\u00ef\u00bb\u00bf]*<(!doctype|html|head|\?xml)/i.test(text))
    throw new BadFile(name, 'this is a web page and not a CSV file; the download may have failed')
  if (/^(\xff\xfe|\xfe\xff)/.test(text) || start.subarray(0, 64).includes(0))
    throw new BadFile(name, 'this is not UTF-8 text; save it as CSV in UTF-8')
  return false
}

function explained(error: unknown, name: string): unknown {
  if (error instanceof CsvError) {
    const line = 'lines' in error ? Number(error.lines) : undefined
    const at = line === undefined ? {} : { line }
    if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') {
      const record = 'record' in error && Array.isArray(error.record) ? error.record : []
      return new BadFile(
        name,
        `this line has ${record.length} fields, and the first line has another number; the file may be cut off`,
        at,
      )
    }
    if (error.code === 'CSV_MAX_RECORD_SIZE')
      return new BadFile(name, 'a line is far too long for a table of postcodes', at)
    return new BadFile(name, `this is not CSV: ${error.message.split('\n')[0]}`, at)
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('Z_')) return new BadFile(name, 'the gzip file is damaged or cut off')
  return error
}

/** A field as text; what was not UTF-8 shows as U+FFFD. */
export function cleanName(file: string, found: string, line: number, column: string): string {
  if (found.includes('\uFFFD'))
    throw new BadFile(basename(file), `${shown(found)} is not UTF-8; save the file as CSV in UTF-8`, { line, column })
  return found.trim()
}
