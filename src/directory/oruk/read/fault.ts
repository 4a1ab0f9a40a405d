export const FAULTS = [
  'bad-json',
  'not-data',
  'empty',
  'too-large',
  'bad-gzip',
  'charset',
  'bad-address',
  'private-address',
  'redirects',
  'certificate',
  'timeout',
  'unreachable',
  'refused',
  'not-found',
  'shrunk',
  'busy',
  'no-file',
] as const

/**
 * Why a feed could not be taken in. The message is for whoever imports it: what is wrong, where, and what was expected.
 * The last good copy of the feed stays as it is.
 */
export class FeedFault extends Error {
  override name = 'FeedFault'
  readonly code: (typeof FAULTS)[number]
  /** Of the text, from 1. */
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(code: (typeof FAULTS)[number], message: string, at?: { line: number; column: number }, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.line = at?.line
    this.column = at?.column
  }
}
