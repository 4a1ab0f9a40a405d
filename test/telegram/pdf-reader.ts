import { inflateSync } from 'node:zlib'

/** What a screen reader finds in a tagged PDF: its tags in order, and the text of each. */
export interface Read {
  /** Document properties and the like, as they stand in the file. */
  readonly source: string
  readonly pages: number
  /** `H1 Your advice`, `LBody Bring the list …`: tags that hold text, in the order of the file. */
  readonly lines: readonly string[]
  /** Words that no tag holds, such as page numbers. */
  readonly artifacts: readonly string[]
  /** Tags with how often each is used. */
  readonly tags: Readonly<Record<string, number>>
}

/** Read what our own writer makes: plain objects, compressed streams, two-byte glyphs with a map to Unicode. */
export function readPdf(bytes: Uint8Array): Read {
  const source = Buffer.from(bytes).toString('latin1')
  const streams = [...source.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((found) => unpack(found[1]!))
  const maps = streams.filter((stream) => stream.includes('beginbfrange')).map(readMap)
  const fonts = fontMaps(source, maps)
  const lines: string[] = []
  const artifacts: string[] = []
  for (const stream of streams.filter((one) => /\bBT\b/.test(one))) {
    let font = new Map<number, string>()
    const open: string[] = []
    const pieces: Array<{ tag: string; text: string }> = []
    for (const [, tag, end, name, array] of stream.matchAll(
      /\/(\w+) (?:<<[^>]*>> BDC|BMC)|(\bEMC\b)|\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g,
    )) {
      if (tag) {
        open.push(tag)
        pieces.push({ tag, text: '' })
      } else if (end) open.pop()
      else if (name) font = fonts.get(name) ?? font
      else if (array !== undefined && open.length > 0) pieces.at(-1)!.text += `${glyphs(array, font)} `
    }
    for (const { tag, text } of pieces) {
      const words = text.replaceAll(/\s+/g, ' ').trim()
      if (words !== '') (tag === 'Artifact' ? artifacts : lines).push(tag === 'Artifact' ? words : `${tag} ${words}`)
    }
  }
  const tags = Object.groupBy(
    [...source.matchAll(/\/S \/(\w+)\n/g)].map((found) => found[1]!),
    (tag) => tag,
  )
  return {
    source,
    pages: [...source.matchAll(/\/Type \/Page\n/g)].length,
    lines,
    artifacts,
    tags: Object.fromEntries(Object.entries(tags).map(([tag, all]) => [tag, all!.length])),
  }
}

function unpack(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
  } catch {
    return stream
  }
}

/** From glyph to text, as `ToUnicode` says. */
function readMap(map: string): Map<number, string> {
  const glyphs = new Map<number, string>()
  for (const [, from, , list] of map.matchAll(/<(\w+)> <(\w+)> \[(.*?)\]/g))
    for (const [index, [, code]] of [...list!.matchAll(/<([\w ]*)>/g)].entries())
      glyphs.set(
        Number.parseInt(from!, 16) + index,
        Buffer.from(code!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return glyphs
}

/** `F1` and so on, each with the map that its font object names. */
function fontMaps(source: string, maps: readonly Map<number, string>[]): Map<string, Map<number, string>> {
  const order = [...source.matchAll(/\/ToUnicode (\d+) 0 R/g)].map((found) => found[1]!)
  const objects = [...source.matchAll(/(\d+) 0 obj\n<<\n(?:(?!endobj)[\s\S])*?\/ToUnicode (\d+) 0 R/g)]
  const streams = [...source.matchAll(/(\d+) 0 obj\n<<(?:(?!endobj)[\s\S])*?stream\n/g)]
    .map((found) => found[1]!)
    .filter((id) => order.includes(id))
  return new Map(
    objects.flatMap(([, font, map]) => {
      const name = new RegExp(`/(F\\d+) ${font} 0 R`).exec(source)?.[1]
      const read = maps[streams.indexOf(map!)]
      return name && read ? [[name, read] as const] : []
    }),
  )
}

const glyphs = (array: string, font: ReadonlyMap<number, string>): string =>
  [...array.matchAll(/<([\da-f]+)>/gi)]
    .flatMap(([, hex]) => hex!.match(/.{4}/g) ?? [])
    .map((code) => font.get(Number.parseInt(code, 16)) ?? '?')
    .join('')
