import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { fromAttributes } from './columns.ts'
import { FeedError, type RawProduct } from './raw.ts'

const DEEPEST = 20
const LONGEST_VALUE = 50_000

/** An item under construction. */
interface Item {
  readonly line: number
  /** How deep its own attributes lie: the price inside `shipping` lies deeper, and is not its price. */
  readonly depth: number
  readonly attributes: Array<[string, string]>
  readonly details: Array<[string, string]>
  detail: { name?: string; value?: string } | undefined
}

/** Products of a Google Merchant Center feed: RSS with `item`, or Atom with `entry`. */
export async function* readXml(text: AsyncIterable<string>): AsyncGenerator<RawProduct> {
  const parser = new SaxesParser()
  const done: RawProduct[] = []
  const path: string[] = []
  let item: Item | undefined
  let value = ''
  let row = 0

  const fail = (message: string): never => {
    throw new FeedError(`${message} (in product ${row + 1})`, { line: parser.line, column: parser.column + 1 })
  }
  parser.on('error', (error) => fail(`the XML is broken: ${error.message.replace(/^[^:]*:?\d+:\d+: /, '')}`))
  parser.on('opentag', (tag: SaxesTagPlain) => {
    const name = local(tag.name)
    if (path.length === 0 && !['rss', 'feed', 'rdf'].includes(name))
      fail(`the XML begins with <${tag.name}>; a Google product feed begins with <rss> or <feed>`)
    if (path.push(name) > DEEPEST) fail('the XML is nested too deeply')
    if (name === 'item' || name === 'entry')
      item = { line: parser.line, depth: path.length + 1, attributes: [], details: [], detail: undefined }
    else if (item && name === 'product_detail') item.detail = {}
    // Atom keeps the link in an attribute.
    else if (item?.depth === path.length && name === 'link' && typeof tag.attributes.href === 'string')
      item.attributes.push(['link', tag.attributes.href])
    value = ''
  })
  const add = (piece: string): void => {
    if (item && (value += piece).length > LONGEST_VALUE) fail(`a value is longer than ${LONGEST_VALUE} characters`)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const name = path.pop()!
    if (!item) return
    if (name === 'item' || name === 'entry') {
      done.push(fromAttributes(item.attributes, item.details, { row: ++row, line: item.line }))
      item = undefined
    } else if (name === 'product_detail') {
      item.details.push([item.detail?.name ?? '', item.detail?.value ?? ''])
      item.detail = undefined
    } else if (item.detail) {
      if (name === 'attribute_name') item.detail.name = value
      if (name === 'attribute_value') item.detail.value = value
    } else if (path.length + 1 === item.depth) item.attributes.push([name, value])
    value = ''
  })

  for await (const piece of text) {
    parser.write(piece)
    yield* done.splice(0)
  }
  parser.close()
  yield* done.splice(0)
}

const local = (name: string): string => name.replace(/^.*:/, '').toLowerCase()
