import type { MessageEntity } from 'grammy/types'
import { badRequest } from './refusal.ts'

/** A text as a person reads it, with what is bold in it and where it links to. Lengths are in UTF-16 units. */
export interface Formatted {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

/** Tags that the HTML style of the Bot API knows, with the entity each makes. Any other is refused, as there. */
const TAGS: Readonly<Record<string, MessageEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
}

/** "The API currently supports only the following named HTML entities", and all numerical ones. */
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

const PIECE = /<(\/?)([a-z-]*)([^<>]*)>|&(?:#(\d+)|#x([\da-f]+)|([a-z]+));|[^<>&]+|[<>&]/giu

interface Open {
  readonly tag: string
  readonly offset: number
  readonly url?: string
}

/**
 * Read a text of `parse_mode: HTML`.
 * "All <, > and & symbols that are not a part of a tag or an HTML entity must be replaced with the corresponding HTML
 * entities": Telegram itself lets a bare > or & pass; here it is refused, since it means that something was not escaped.
 */
export function readHtml(html: string): Formatted {
  const open: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  for (const piece of html.matchAll(PIECE)) {
    const [whole, slash, name = '', rest = '', decimal, hex, named] = piece
    const at = new TextEncoder().encode(html.slice(0, piece.index)).length
    if (whole.length > 1 && whole.startsWith('<')) {
      const tag = name.toLowerCase()
      if (slash) close(tag, at)
      else begin(tag, rest, at)
    } else if (decimal ?? hex) text += numbered(decimal ? Number(decimal) : Number.parseInt(hex!, 16), at)
    else if (named) text += NAMED[named] ?? refuse(`Unsupported entity "&${named};" at byte offset ${at}`)
    else if (whole === '<') refuse(`Unclosed start tag at byte offset ${at}`)
    else if (whole === '>' || whole === '&') refuse(`Unescaped "${whole}" at byte offset ${at}`)
    else text += whole
  }
  const last = open.at(-1)
  if (last) refuse(`Can't find end tag corresponding to start tag "${last.tag}"`)
  return { text, entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) }

  function begin(tag: string, rest: string, at: number): void {
    if (!Object.hasOwn(TAGS, tag)) refuse(`Unsupported start tag "${tag}" at byte offset ${at}`)
    // "Entities must not be nested" in code and pre; block quotes must not be nested in each other.
    const inside = open.find(
      (one) => one.tag === 'code' || one.tag === 'pre' || (one.tag === tag && tag === 'blockquote'),
    )
    if (inside && !(inside.tag === 'pre' && tag === 'code')) refuse(`"${tag}" must not stand inside "${inside.tag}"`)
    const href = /^\s+href=(?:"([^"]*)"|'([^']*)'|(\S+))\s*$/.exec(rest)
    if (tag !== 'a' && rest.trim() !== '' && !(tag === 'blockquote' && rest.trim() === 'expandable'))
      refuse(`Unsupported attribute of "${tag}" at byte offset ${at}`)
    const url = href?.[1] ?? href?.[2] ?? href?.[3]
    if (tag === 'a' && !(url && /^(https?:\/\/[^/\s]+\.|tg:\/\/|tel:|mailto:)/.test(url)))
      refuse(`Link without an address at byte offset ${at}`)
    open.push({ tag, offset: text.length, ...(url ? { url } : {}) })
  }

  function close(tag: string, at: number): void {
    const last = open.pop()
    if (!last) return refuse(`Unexpected end tag at byte offset ${at}`)
    if (last.tag !== tag) refuse(`Unmatched end tag at byte offset ${at}, expected "</${last.tag}>", found "</${tag}>"`)
    const length = text.length - last.offset
    if (length === 0) return
    const entity = { type: TAGS[tag], offset: last.offset, length, ...(last.url ? { url: last.url } : {}) }
    entities.push(entity as MessageEntity)
  }
}

function numbered(code: number, at: number): string {
  if (code === 0 || code > 0x10_ff_ff) refuse(`Invalid character at byte offset ${at}`)
  return String.fromCodePoint(code)
}

function refuse(why: string): never {
  throw badRequest(`can't parse entities: ${why}`)
}

/** Telegram cuts white space off both ends of a text before it counts it. */
export function trimmed({ text, entities }: Formatted): Formatted {
  const start = text.length - text.trimStart().length
  const whole = text.trim()
  return {
    text: whole,
    entities: entities.flatMap((entity) => {
      const offset = Math.max(0, entity.offset - start)
      const end = Math.min(whole.length, entity.offset + entity.length - start)
      return end > offset ? [{ ...entity, offset, length: end - offset }] : []
    }),
  }
}
