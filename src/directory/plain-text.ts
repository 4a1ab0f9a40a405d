import { Parser } from 'htmlparser2'

const MARKUP = /<\/?[a-z!?][^>]*>?|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'head', 'title'])
const BLOCK = new Set(
  'address article blockquote dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
)
/** Control characters but for line breaks and tabs, invisible marks, and halves of surrogate pairs. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Whether a text holds tags or entities. A bare "<5 miles" does not count. */
export const hasMarkup = (text: string): boolean => MARKUP.test(text)

/**
 * Text as a person may read it: tags go (scripts and styles with what they hold), blocks become lines, entities become
 * their characters, and marks that nobody sees are left out. What comes back is plain text and no HTML: whoever puts it
 * on a page still escapes it.
 */
export function plainText(text: string): string {
  return tidy(hasMarkup(text) ? strip(text) : text)
}

function strip(html: string): string {
  const parts: string[] = []
  let silent = 0
  const parser = new Parser(
    {
      onopentag(name) {
        if (SILENT.has(name)) silent++
        else if (name === 'br' || BLOCK.has(name)) parts.push('\n')
        if (name === 'li') parts.push('- ')
        if (name === 'td' || name === 'th') parts.push(' ')
      },
      ontext(text) {
        if (silent === 0) parts.push(text)
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1)
        else if (BLOCK.has(name)) parts.push('\n')
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return parts.join('')
}

const tidy = (text: string): string =>
  text
    .replaceAll(UNSEEN, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/^- ?$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/**
 * One line of plain text, cut to a length. Markup that was escaped once too often, as feeds of shops have it, goes as
 * well.
 */
export function plainLine(text: string, longest: number): string {
  const once = plainText(text)
  const line = (hasMarkup(once) ? plainText(once) : once).replaceAll(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`
}
