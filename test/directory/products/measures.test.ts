import { expect, test } from 'vitest'
import { unsafe } from '../../../src/directory/products/link.ts'
import { readCentimetres, readKilos, readPence, readRange } from '../../../src/directory/products/measures.ts'
import { plainLine } from '../../../src/directory/plain-text.ts'

test.each([
  ['12.99', 1299],
  ['£12.99', 1299],
  ['12.99 GBP', 1299],
  ['GBP 1,299.00', 129_900],
  ['12.5', 1250],
  ['7', 700],
  ['0', 0],
  ['15 EUR', null],
  ['12,99', null],
  ['$12', null],
  ['-5', null],
  ['from 12.99', null],
  ['', null],
])('a price of "%s" is %s pence', (text, pence) => expect(readPence(text)).toBe(pence))

test.each([
  ['130 kg', 130],
  ['130', 130],
  ['20 stone', 127],
  ['20 st 6 lb', 129.7],
  ['20st 6', 129.7],
  ['286lbs', 129.7],
  ['130 kg (20 st 6 lb)', 130],
  ['130kg / 20st', 130],
  ['heavy', null],
  ['', null],
])('a limit of "%s" is %s kg', (text, kilos) => expect(readKilos(text)).toBe(kilos))

test.each([
  ['46', [46, 46]],
  ['46 to 58 cm', [46, 58]],
  ['46-58cm', [46, 58]],
  ['460 – 580 mm', [46, 58]],
  ['18"-23"', [45.7, 58.4]],
  ['58-46 cm', null],
  ['1-2-3', null],
  ['tall', null],
])('a size of "%s" is %j cm', (text, size) => expect(readRange(text)).toEqual(size))

test('a length in other units is in cm', () => {
  expect([readCentimetres('450mm'), readCentimetres('1.2 m'), readCentimetres('18 in')]).toEqual([45, 120, 45.7])
})

test.each(['https://shop.example.org/a?b=c', 'https://www.shop.co.uk/stick%20oak'])('%s may be followed', (link) =>
  expect(unsafe(link)).toBeNull(),
)

test.each([
  ['http://shop.example.org/a', 'https://'],
  ['javascript:alert(1)', 'https://'],
  ['data:text/html,hello', 'https://'],
  ['//shop.example.org/a', 'whole web address'],
  ['/a', 'whole web address'],
  ['https://user:secret@shop.example.org/', 'user name'],
  ['https://shop.example.org:8443/', 'port'],
  ['https://127.0.0.1/', 'number'],
  ['https://2130706433/', 'number'],
  ['https://0x7f.1/', 'number'],
  ['https://[::1]/', 'number'],
  ['https://192.168.1.1./', 'number'],
  ['https://localhost/', 'private'],
  ['https://printer/', 'private'],
  ['https://intranet.corp/', 'private'],
  ['https://nas.local/', 'private'],
  ['https://shop.example.org\\@evil.example/', 'backslashes'],
  ['https://shop.example.org/a b', 'spaces'],
  ['java\tscript:alert(1)', 'control'],
  [`https://shop.example.org/${'a'.repeat(2000)}`, 'longer'],
  ['', 'whole web address'],
])('%s is refused: %s', (link, why) => expect(unsafe(link)).toContain(why))

test('a name is one line of plain text', () => {
  expect(plainLine('  <b>Oak</b>&nbsp;stick &amp;amp; rubber\n tip\u202e ', 50)).toBe('Oak stick & rubber tip')
  expect(plainLine('Long name of a thing', 10)).toBe('Long name…')
  expect(plainLine('&#99999999999;x', 50)).toContain('x')
})
