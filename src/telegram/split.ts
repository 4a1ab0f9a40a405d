/** The Bot API takes texts of 1 to 4,096 characters, counted after tags and entities are read. */
const MOST_TEXT = 4096

/** Where a text may be cut, best first: between sections, lines, sentences, words. */
const SENSE = [/\n[ \t]*\n\s*/g, /\s*\n\s*/g, /(?<=[.!?:;]['"”’)]*)\s+/g, /\s+/g]
/** A cut before this share of the room would leave a scrap. */
const SCRAP = 0.25

/** One character as a person sees it, with the tags that it stands in. */
interface Sign {
  readonly raw: string
  readonly seen: string
  readonly tags: readonly Tag[]
}

interface Tag {
  readonly name: string
  readonly raw: string
}

/**
 * Cut a text of Telegram's HTML style into messages of at most `limit` characters as they are counted there (UTF-16
 * units, tags not counted, an entity as what it shows). Cuts come between sections if they can, else lines, sentences,
 * words; never within a tag, an entity or a character. Tags that are open at a cut are closed and opened again.
 * Blank texts give no message.
 */
export function split(text: string, limit = MOST_TEXT): string[] {
  const signs = signsOf(text)
  const seen = signs.map((sign) => sign.seen).join('')
  // Of each unit of what is seen, the sign that it belongs to; one more for the end.
  const owner = signs.flatMap((sign, index) => Array.from({ length: sign.seen.length }, () => index))
  owner.push(signs.length)
  const whole = seen.trimEnd().length
  const pieces: string[] = []
  for (let at = seen.length - seen.trimStart().length; at < whole;) {
    const cut = cutIn(seen.slice(at, whole), limit)
    // A sign is never broken: the cut comes before it, or after it where it is the first.
    const snap = (to: number): number => {
      let place = at + to
      while (place > at && owner[place] === owner[place - 1]) place--
      if (place === at) place += signs[owner[at]!]!.seen.length
      return place
    }
    pieces.push(write(signs.slice(owner[at], owner[snap(cut.end)])))
    at = snap(cut.next)
  }
  return pieces.filter((piece) => piece !== '')
}

/** Where the piece ends that begins a text, and where the next one begins. */
function cutIn(text: string, limit: number): { end: number; next: number } {
  if (text.trimEnd().length <= limit) return { end: text.length, next: text.length }
  for (const [rank, sense] of SENSE.entries()) {
    const last = rank === SENSE.length - 1
    // The white space itself may stand beyond the limit: it is left out.
    const found = [...text.slice(0, limit + 1).matchAll(sense)].findLast(
      ({ index }) => index > 0 && index <= limit && (last || index >= limit * SCRAP),
    )
    if (found) return { end: found.index, next: found.index + found[0].length }
  }
  return { end: limit, next: limit }
}

const PIECE = /<(\/?)([a-z][a-z-]*)[^<>]*>|&(?:#\d+|#x[\da-f]+|[a-z]+);|[^<&]+|[<&]/giu
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function signsOf(text: string): Sign[] {
  const signs: Sign[] = []
  let tags: readonly Tag[] = []
  for (const [raw, slash, name] of text.matchAll(PIECE)) {
    if (name !== undefined && slash === '') tags = [...tags, { name: name.toLowerCase(), raw }]
    else if (name !== undefined) tags = tags.slice(0, -1)
    else if (raw.startsWith('&') && raw.length > 1) signs.push({ raw, seen: shows(raw), tags })
    else for (const { segment } of graphemes.segment(raw)) signs.push({ raw: segment, seen: segment, tags })
  }
  return signs
}

/** What an entity shows: one character, or two units for one beyond the first 65,536. */
function shows(entity: string): string {
  const [, decimal, hex] = /^&#(?:(\d+)|x([\da-f]+));$/i.exec(entity) ?? []
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0xff_ff ? '..' : '.'
}

/** Signs as HTML again, with the tags that they stand in. */
function write(signs: readonly Sign[]): string {
  let open: readonly Tag[] = []
  let html = ''
  const stand = (tags: readonly Tag[]): void => {
    const kept = open.findIndex((tag, depth) => tag !== tags[depth])
    const common = kept === -1 ? open.length : kept
    for (const { name } of open.slice(common).toReversed()) html += `</${name}>`
    for (const { raw } of tags.slice(common)) html += raw
    open = tags
  }
  const blank = (sign: Sign): boolean => sign.seen.trim() === ''
  const from = signs.findIndex((sign) => !blank(sign))
  for (const { raw, tags } of from === -1 ? [] : signs.slice(from, signs.findLastIndex((sign) => !blank(sign)) + 1)) {
    stand(tags)
    html += raw
  }
  stand([])
  return html
}
