import { badRequest } from './refusal.ts'

export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The parts of a multipart body, by name. Read by hand: grammY writes the file name without quotes, which Telegram
 * takes and `Request.formData()` does not.
 */
export function readMultipart(body: Uint8Array, contentType: string): Map<string, string | Upload> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) throw badRequest('the multipart body names no boundary')
  // One character a byte, so that what is found by its index in the text stands at that index in the bytes.
  const text = new TextDecoder('latin1').decode(body)
  const mark = `--${boundary}`
  const parts = new Map<string, string | Upload>()
  for (let at = text.indexOf(mark); at !== -1 && !text.startsWith('--', at + mark.length);) {
    const from = at + mark.length + 2
    const next = text.indexOf(`\r\n${mark}`, from)
    if (next === -1) throw badRequest('the multipart body does not end')
    const blank = text.indexOf('\r\n\r\n', from)
    if (blank === -1 || blank > next) throw badRequest('a part of the multipart body has no end to its headers')
    const headers = new TextDecoder().decode(body.subarray(from, blank))
    const bytes = body.subarray(blank + 4, next)
    const name = field(headers, 'name')
    if (name === undefined) throw badRequest('a part of the multipart body has no name')
    const file = field(headers, 'filename')
    parts.set(name, file === undefined ? new TextDecoder().decode(bytes) : { name: file, bytes })
    at = next + 2
  }
  return parts
}

/** A field of `content-disposition`, in quotes or, as grammY writes it, without and to the end of the line. */
function field(headers: string, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, 'i').exec(headers)
  return found?.[1] ?? found?.[2]
}
