import { FeedFault } from './fault.ts'
import { locate } from './locate.ts'

/** One record of the list, or a field that stands beside the list, such as `total_pages`. */
export type Piece =
  | { readonly kind: 'item'; readonly value: unknown }
  | { readonly kind: 'field'; readonly name: string; readonly value: unknown }
  /** A record larger than {@link LONGEST_ITEM}; it was passed over. */
  | { readonly kind: 'oversize' }

/** Lists go by these names: version 3, version 1 (Spring), and files that people make. */
const LISTS = new Set(['contents', 'content', 'services', 'data', 'results'])
/** Characters. A real service has a few thousand. */
const LONGEST_ITEM = 2_000_000
/** Fields of one record, or beside the list, that are kept. */
const MOST_FIELDS = 500

const enum Expect {
  Start,
  Value,
  FirstKey,
  Key,
  Colon,
  FieldValue,
  FieldEnd,
  FirstItem,
  Item,
  ItemEnd,
}

/**
 * JSON as it comes, a piece at a time, so that a page of any size takes no more memory than its largest record. Reads
 * `{ contents: […] }`, a bare list, one record, and one record a line.
 * @throws FeedFault with line and column where the text is no JSON, or is a web page
 */
export class JsonStream {
  #expect: Expect = Expect.Start
  #line = 1
  #column = 0
  /** What is being gathered: a key, a field's value, or an item, and where it began. */
  #text = ''
  #from = { line: 1, column: 1 }
  #depth = 0
  #inString = false
  #escaped = false
  #gathering = false
  #scalar = false
  #over = false
  #bare = false
  #key = ''
  #fields: Record<string, unknown> = {}
  #size = 0
  #listed = false
  readonly #out: Piece[] = []

  /** Take the next part of the text in. */
  push(chunk: string): Piece[] {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i)
      if (code === 10) {
        this.#line++
        this.#column = 0
      } else this.#column++
      if (!this.#gathering) {
        if (this.#structure(chunk[i]!)) from = i
        continue
      }
      const ended = this.#inside(code)
      if (ended === 'no') continue
      // A number ends before the character that follows it.
      const end = ended === 'after' ? i + 1 : i
      this.#keep(chunk.slice(from, end))
      this.#gathered()
      if (ended === 'before') this.#structure(chunk[i]!)
    }
    if (this.#gathering) this.#keep(chunk.slice(from))
    return this.#out.splice(0)
  }

  /** The text is over. */
  end(): Piece[] {
    if (this.#gathering && this.#scalar) this.#gathered()
    if (this.#gathering) this.#reject(this.#inString ? 'a closing quotation mark' : 'a closing bracket')
    if (this.#expect !== Expect.Start) this.#reject('more: the text ends too early')
    return this.#out.splice(0)
  }

  /** A character between values. @returns whether something begins with it that is to be gathered. */
  #structure(c: string): boolean {
    if (c === ' ' || c === '\n' || c === '\r' || c === '\t') return false
    switch (this.#expect) {
      case Expect.Start:
        if (c === '<') this.#webPage()
        if (c === '[') return this.#become(Expect.FirstItem, true)
        if (c === '{') return this.#begin(Expect.FirstKey)
        return this.#reject('{ or [')
      case Expect.FirstKey:
        if (c === '}') return this.#closed()
        if (c === '"') return this.#gather(c)
        return this.#reject('a name in quotation marks, or }')
      case Expect.Key:
        return c === '"' ? this.#gather(c) : this.#reject('a name in quotation marks')
      case Expect.Colon:
        return c === ':' ? this.#become(Expect.FieldValue) : this.#reject('a colon')
      case Expect.FieldValue:
        if (c === '[' && LISTS.has(this.#key) && !this.#listed) return this.#become(Expect.FirstItem)
        return this.#gather(c)
      case Expect.FieldEnd:
        if (c === ',') return this.#become(Expect.Key)
        return c === '}' ? this.#closed() : this.#reject('a comma or }')
      case Expect.FirstItem:
      case Expect.Item:
        this.#listed = true
        if (c === ']' && this.#expect === Expect.FirstItem) return this.#listEnds()
        return this.#gather(c)
      case Expect.ItemEnd:
        if (c === ',') return this.#become(Expect.Item)
        return c === ']' ? this.#listEnds() : this.#reject('a comma or ]')
      default:
        return this.#reject('the end')
    }
  }

  /** A character within what is gathered: does it end with this one, before it, or not yet? */
  #inside(code: number): 'no' | 'after' | 'before' {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (code === 92) this.#escaped = true
      else if (code === 34) {
        this.#inString = false
        if (this.#depth === 0) return 'after'
      }
      return 'no'
    }
    if (this.#scalar) return code === 44 || code === 93 || code === 125 || code <= 32 ? 'before' : 'no'
    if (code === 34) this.#inString = true
    else if (code === 123 || code === 91) this.#depth++
    else if ((code === 125 || code === 93) && --this.#depth === 0) return 'after'
    return 'no'
  }

  #gather(c: string): true {
    if (c === ',' || c === ']' || c === '}' || c === ':') this.#reject('a value')
    this.#gathering = true
    this.#from = { line: this.#line, column: this.#column }
    this.#inString = c === '"'
    this.#depth = c === '{' || c === '[' ? 1 : 0
    this.#scalar = !this.#inString && this.#depth === 0
    return true
  }

  #keep(part: string): void {
    if (this.#over || this.#text.length + part.length > LONGEST_ITEM) {
      this.#over = true
      this.#text = ''
    } else this.#text += part
  }

  #gathered(): void {
    const { value, over } = this.#take()
    switch (this.#expect) {
      case Expect.FirstKey:
      case Expect.Key:
        this.#key = String(value)
        this.#expect = Expect.Colon
        return
      case Expect.FieldValue:
        // Not by assignment: a field may be called __proto__.
        if (!over && ++this.#size <= MOST_FIELDS)
          Object.defineProperty(this.#fields, this.#key, { value, enumerable: true, configurable: true })
        this.#expect = Expect.FieldEnd
        return
      default:
        this.#out.push(over ? { kind: 'oversize' } : { kind: 'item', value })
        this.#expect = Expect.ItemEnd
    }
  }

  #take(): { value: unknown; over: boolean } {
    const [text, over] = [this.#text, this.#over]
    this.#text = ''
    this.#over = false
    this.#gathering = false
    if (over) return { value: undefined, over }
    try {
      return { value: JSON.parse(text) as unknown, over }
    } catch {
      const broken = locate(text) ?? { offset: 0, expected: 'a value' }
      const before = text.slice(0, broken.offset).split('\n')
      const line = this.#from.line + before.length - 1
      const column = (before.length === 1 ? this.#from.column : 1) + before.at(-1)!.length
      throw broke(line, column, broken.expected)
    }
  }

  #become(expect: Expect, bare = this.#bare): false {
    this.#expect = expect
    this.#bare = bare
    return false
  }

  #begin(expect: Expect): false {
    this.#fields = {}
    this.#size = 0
    this.#listed = false
    return this.#become(expect, false)
  }

  #listEnds(): false {
    return this.#become(this.#bare ? Expect.Start : Expect.FieldEnd)
  }

  /** An object without a list is a record itself: a file of one service, or of one a line. */
  #closed(): false {
    if (this.#listed)
      for (const [name, value] of Object.entries(this.#fields)) this.#out.push({ kind: 'field', name, value })
    else this.#out.push({ kind: 'item', value: this.#fields })
    return this.#become(Expect.Start)
  }

  #webPage(): never {
    throw new FeedFault(
      'not-data',
      'This is a web page or XML, not the data of a feed. Give the address of the feed itself.',
    )
  }

  #reject(expected: string): never {
    throw broke(this.#line, Math.max(1, this.#column), expected)
  }
}

const broke = (line: number, column: number, expected: string): FeedFault =>
  new FeedFault('bad-json', `line ${line}, column ${column}: this is not JSON. Expected ${expected}.`, { line, column })
