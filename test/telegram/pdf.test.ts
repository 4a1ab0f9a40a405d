import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Advice } from '../../src/advice/document.ts'
import { createApp } from '../../src/app.ts'
import { prepare } from '../../src/assessment/content.ts'
import { adviceOf } from '../../src/check/advice.ts'
import { walkWith } from '../../src/check/walks.ts'
import { speaker } from '../../src/content/words.ts'
import { advicePdf } from '../../src/telegram/pdf.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { person, walkTo } from '../web/person.ts'
import { readPdf, type Read } from './pdf-reader.ts'

/** Somebody with a bath that is hard to get out of, who knocked her head and takes a blood thinner. */
const FACTS = {
  who: 'me',
  age: '65-79',
  change: 'months',
  lives: 'alone',
  helpers: 'nobody',
  topics: ['bath', 'fall'],
  'bath-hard': ['over', 'up'],
  sitbal: 'no',
  'bath-shape': 'steel',
  falls: 'one',
  'fall-what': ['trip'],
  'fall-hurt': ['head'],
  thinners: 'yes',
}

let service: TestApp
let advice: Advice
let paper: Read
beforeAll(async () => {
  service = await makeApp()
  const content = prepare(service.library)
  advice = {
    ...adviceOf(content, walkWith(content, FACTS).position, 'lancashire'),
    assessment: 'an-id-that-is-a-secret',
    matters: 'Tea with Łucja 👵 and José',
    place: { area: 'E10000017', council: 'Lancashire County Council', phone: '0300 123 6720' },
  }
  paper = readPdf(await advicePdf(advice, service.library, content.say))
})
afterAll(() => service.close())

const at = (line: string): number => {
  const index = paper.lines.findIndex((one) => one.startsWith(line))
  expect(index, `"${line}" is on the paper`).toBeGreaterThanOrEqual(0)
  return index
}

/** In the file itself, which is too long to show when a test fails. */
const has = (text: string): boolean => paper.source.includes(text)

describe('the advice as a document', () => {
  test('is tagged, with a title, a language and its own fonts, and says that it keeps to PDF/UA', () => {
    expect(has('/Marked true')).toBe(true)
    expect(has('/Lang (en-GB)')).toBe(true)
    expect(has('/DisplayDocTitle true')).toBe(true)
    expect(paper.source).toMatch(/<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">Your advice</)
    expect(has('<pdfuaid:part>1</pdfuaid:part>')).toBe(true)
    expect(paper.source.match(/\/FontFile2/g)).toHaveLength(2)
    expect(has('/BaseFont /Helvetica')).toBe(false)
  })

  test('has headings in order, lists with their marks, and links that say where they lead', () => {
    const levels = paper.lines.flatMap((line) => /^H(\d)/.exec(line)?.[1] ?? []).map(Number)
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
    expect(paper.tags.H1).toBe(1)
    expect(paper.tags.LI).toBe(paper.tags.Lbl)
    expect(paper.tags.LI).toBe(paper.tags.LBody)
    expect(has('/URI (tel:999)')).toBe(true)
    expect(paper.source.match(/\/Subtype \/Link\n/g)!.length).toBe(paper.source.match(/\/Contents \(.+\)\n/g)!.length)
  })

  test('what is urgent comes first, then that it is no assessment, the council, and what to do first', () => {
    const order = [
      'H1 Your advice',
      'P Do this now',
      'H2 A bang to the head while taking a blood thinner',
      'Link Phone: 999',
      'P If you cannot hear or speak on the phone',
      'P This is information and advice. It is not an assessment',
      'P Lancashire County Council',
      'Link Phone: 0300 123 6720',
      'H2 What matters to you',
      'H2 Do these first',
      'H3 1. ',
    ].map(at)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  test('holds all that the advice says, and why', () => {
    const all = paper.lines.join(' ').replaceAll(/ (?:P|LBody|H\d|Link|Span) /g, ' ')
    for (const item of advice.items) expect(all).toContain(item.title)
    for (const one of advice.notSuitable) expect(all).toContain(one.title)
    for (const service of advice.services) expect(all).toContain(service.name)
    at('H2 Not safe, from what you told us')
    at('LBody About blood thinners, you said “Yes”.')
  })

  test('says nothing of who it is: no id, no code', () => {
    expect(has('an-id-that-is-a-secret')).toBe(false)
    expect(paper.lines.join()).not.toContain('an-id-that-is-a-secret')
    expect(paper.lines.join()).not.toMatch(/code/i)
  })

  test('a letter that the font lacks loses its accent, and a picture is left out', () => {
    at('P Tea with Lucja and José')
  })

  test('numbers its pages, outside of what is read', () => {
    expect(paper.artifacts).toEqual(Array.from({ length: paper.pages }, (_, n) => `Page ${n + 1} of ${paper.pages}`))
  })

  test('the font has every character that the library uses', async () => {
    const used = new Set(JSON.stringify([service.library.advice, service.library.equipment, service.library.messages]))
    const say = speaker('en', service.library.messages)
    const text = [...used].filter((sign) => sign > '\u007E').join('x ')
    const shown = readPdf(await advicePdf({ ...advice, matters: text }, service.library, say))
    const line = shown.lines[shown.lines.indexOf('H2 What matters to you') + 1]!
    for (const sign of text.replaceAll(/[\sx\uFEFF\uFFFD]/g, '')) expect(line).toContain(sign.replace('−', '−'))
  })
})

describe('on the web', () => {
  test('the advice page offers it where the platform can make it, under a name that tells nothing', async () => {
    const { bundle, db } = service
    const config = { PACK: 'lancashire' }
    const app = createApp({ bundle, db, config, address: () => '192.0.2.9', pdf: advicePdf })
    const who = person(app)
    await who.get('/advice/pdf')
    expect(who.status()).toBe(404)
    await walkTo(who)
    expect(who.page()).toContain('Save as PDF')
    const response = await who.get('/advice/pdf')
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="guide.pdf"')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(readPdf(new Uint8Array(await response.arrayBuffer())).lines[0]).toBe('H1 Your advice')
  })

  test('and does not where it cannot', async () => {
    const who = person(service.app)
    await walkTo(who)
    expect(who.page()).not.toContain('Save as PDF')
    await who.get('/advice/pdf')
    expect(who.status()).toBe(404)
  })
})
