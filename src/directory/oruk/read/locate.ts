/** Where a text stops being JSON, and what should have stood there. `offset` counts characters from 0. */
export interface Broken {
  readonly offset: number
  readonly expected: string
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
// oxlint-disable-next-line no-control-regex
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y
/** Deeper than any record; the walk below calls itself at each step. */
const DEEPEST = 200

/** Look for the first fault. Only called where JSON.parse found one, so that it may be slow and plain. */
export function locate(text: string): Broken | undefined {
  let at = 0
  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const fail = (expected: string): Broken => ({ offset: at, expected })

  const string = (): Broken | undefined => {
    skip(STRING)
    if (text[at] !== '"')
      return fail(at >= text.length ? 'a closing quotation mark' : 'a character that may stand in quotes')
    at++
    return undefined
  }
  const member = (depth: number): Broken | undefined => {
    skip(SPACE)
    if (text[at] !== '"') return fail('a name in quotation marks')
    const broken = string()
    if (broken) return broken
    skip(SPACE)
    if (text[at] !== ':') return fail('a colon')
    at++
    return value(depth)
  }
  const several = (close: string, one: (depth: number) => Broken | undefined, depth: number): Broken | undefined => {
    at++
    skip(SPACE)
    if (text[at] === close) {
      at++
      return undefined
    }
    for (;;) {
      const broken = one(depth + 1)
      if (broken) return broken
      skip(SPACE)
      if (text[at] !== ',' && text[at] !== close) return fail(`a comma or ${close}`)
      if (text[at++] === close) return undefined
    }
  }
  const value = (depth: number): Broken | undefined => {
    if (depth > DEEPEST) return fail('fewer brackets within brackets')
    skip(SPACE)
    if (text[at] === '{') return several('}', member, depth)
    if (text[at] === '[') return several(']', value, depth)
    if (text[at] === '"') return string()
    return skip(LITERAL) === '' ? fail('a value') : undefined
  }

  const broken = value(0)
  if (broken) return broken
  skip(SPACE)
  return at < text.length ? fail('the end') : undefined
}
