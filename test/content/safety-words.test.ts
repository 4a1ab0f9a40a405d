import { beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { textsOf, type Text } from '../../src/content/texts.ts'

let library: Library
let texts: readonly Text[]
beforeAll(async () => {
  library = await compile()
  texts = textsOf(library)
})
const where = (found: readonly Text[]): string[] => found.map(({ item, field, text }) => `${item}.${field}: ${text}`)

describe('no words of the content', () => {
  test('comfort where nobody can know: probably nothing, do not worry, it will pass', () => {
    const COMFORT = /don[’']t worry|do not worry|nothing to worry|\bprobably\b|nothing serious|you are fine|it will pass/i
    expect(where(texts.filter(({ text }) => COMFORT.test(text)))).toEqual([])
  })

  test('tell anybody to stop a medicine', () => {
    const STOP = /\bstop(?:ping)?\b(?:\s+\w+){0,3}\s+(?:medicines?|tablets?|pills?|thinners?)\b/i
    const MAY = /\b(?:do not|don[’']t|before you|never)\b[^.]*\bstop/i
    expect(where(texts.filter(({ text }) => STOP.test(text) && !MAY.test(text)))).toEqual([])
  })
})

/** Nobody's services are listed for it; it stands in its safety rule alone, and is to be rung before it is relied on. */
const ALONE = ['08000 121 700']

test('a number in a safety action stands elsewhere in the content too, so that a slip of one digit shows', () => {
  const digits = (text: string): string => text.replaceAll(/\D/g, '')
  const numbers = (text: string): string[] => (text.match(/\b0\d[\d ]{7,13}\d\b/g) ?? []).map(digits)
  const elsewhere = new Set([
    ...library.services.flatMap(({ phone, text }) => numbers(`${phone ?? ''} / ${text ?? ''}`)),
    ...Object.values(library.signposts).flatMap(({ phone, how }) => numbers(`${phone ?? ''} / ${how}`)),
    ...Object.values(library.packs).flatMap(({ councils }) => councils.flatMap(({ phone }) => numbers(phone))),
    ...ALONE.map(digits),
  ])
  const rules = [...library.safety, ...Object.values(library.packs).flatMap(({ safety }) => safety)]
  const told = rules.flatMap(({ id, phone, action, why, meanwhile }) =>
    [phone, action.self, action.other, why.self, ...meanwhile].flatMap((text) =>
      numbers(text ?? '').map((number) => ({ id, number })),
    ),
  )
  expect(told.length).toBeGreaterThan(3)
  expect(told.filter(({ number }) => !elsewhere.has(number))).toEqual([])
})
