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

/**
 * They stand in their safety rules alone, each marked to be rung before it is relied on: the modern slavery helpline,
 * Victim Support, and the consumer line of Citizens Advice.
 */
const ALONE = ['08000 121 700', '0808 16 89 111', '0808 223 1133']

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
