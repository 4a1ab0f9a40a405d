/** A page as a tree. Enough of HTML to read what our own pages say: well formed, with no script that writes. */
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: ReadonlyArray<Element | string>
}

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'link', 'meta'])
const MARKUP = /<!doctype[^>]*>|<!--.*?-->|<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/gis
const ATTRIBUTE = /([^\s=>/]+)(?:="([^"]*)")?/g

/** @throws where an element is closed that is not the one open: a browser would guess, and guess differently. */
export function parseHtml(source: string): Element {
  const root = { tag: 'document', attributes: {}, children: [] as Array<Element | string> }
  const open = [root]
  let from = 0
  for (const match of source.matchAll(MARKUP)) {
    const here = open.at(-1)!
    if (match.index > from) here.children.push(decode(source.slice(from, match.index)))
    from = match.index + match[0].length
    const [, closing, name, rest = ''] = match
    if (!name) continue
    const tag = name.toLowerCase()
    if (closing) {
      if (here.tag !== tag) throw new Error(`</${tag}> closes <${here.tag}>`)
      open.pop()
      continue
    }
    const element = { tag, attributes: attributesIn(rest), children: [] as Array<Element | string> }
    here.children.push(element)
    if (!VOID.has(tag)) open.push(element)
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> is never closed`)
  return root
}

const attributesIn = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value = '']) => [name!.toLowerCase(), decode(value)]))

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const decode = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)

/** All elements under one, in the order of the page, that are `tag` and have the class, id or attributes asked for. */
export function all(under: Element, tag: string, having: Readonly<Record<string, string>> = {}): Element[] {
  return under.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.tag === tag && Object.entries(having).every(([name, value]) => has(child, name, value))
      ? [child, ...all(child, tag, having)]
      : all(child, tag, having)
  })
}

export const first = (under: Element, tag: string, having?: Readonly<Record<string, string>>): Element | undefined =>
  all(under, tag, having)[0]

const has = ({ attributes }: Element, name: string, value: string): boolean =>
  name === 'class' ? (attributes.class ?? '').split(' ').includes(value) : attributes[name] === value

/** What is read out: the text without what only screen readers get (`but`), runs of space made one. */
export const textOf = (element: Element, but = 'govuk-visually-hidden'): string =>
  raw(element, but).replaceAll(/\s+/g, ' ').trim()

const raw = (element: Element, but: string): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : has(child, 'class', but) ? '' : raw(child, but)))
    .join('')
