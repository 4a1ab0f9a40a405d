import { expect, test } from 'vitest'
import { personalIn } from '../../src/assessment/personal.ts'

test.each([
  ['her NHS number is 943 476 5919', 'nhs-number'],
  ['9434765919', 'nhs-number'],
  ['write to ann.smith@example.org', 'e-mail'],
  ['ring me on 07700 900123', 'phone'],
  ['+44 7700 900123', 'phone'],
  ['01632 960 001', 'phone'],
  ['my name is Ann', 'name'],
  ['Mum is called Jean', 'name'],
  ['Mrs Patel next door', 'name'],
  ['born on 3 May 1941', 'birth-date'],
  ['DOB 03/05/1941', 'birth-date'],
  ['3 May 1941', 'birth-date'],
  ['I live at 12 Acacia Avenue', 'address'],
  ['PR7 1AB', 'address'],
  ['QQ 12 34 56 C', 'number'],
  ['4929 1234 5678 9012', 'number'],
])('“%s” gives away: %s', (text, kind) => {
  expect(personalIn(text)).toBe(kind)
})

test.each([
  'cannot get out of the bath',
  'she is 82 and weighs 12 stone 4',
  '5 ft 3',
  '5\'3"',
  '43 cm, or 17 inches',
  'call 999 or 111?',
  'PR7',
  'she has MS and falls',
  'the doctor said two tablets a day, 500 mg',
  'since May 2024',
  'about 3 or 4 times in the last 6 months',
  'number 3 of these',
  'he calls me 20 times a day',
])('“%s” gives nobody away', (text) => {
  expect(personalIn(text)).toBeUndefined()
})
