import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeasure, showMeasure } from '../../src/flow/units.ts'

describe('reading a length', () => {
  test.each<[string, number]>([
    ['43', 43],
    [' 43 ', 43],
    ['43.5', 43.5],
    ['43,5', 43.5],
    ['43cm', 43],
    ['43 CM', 43],
    ['43 centimetres', 43],
    ['430 mm', 43],
    ['0.43 m', 43],
    ['0.43 metres', 43],
    ['17 in', 43.2],
    ['17 inches', 43.2],
    ['17"', 43.2],
    ['17”', 43.2],
    ['1 ft', 30.5],
    ['5 ft 3', 160],
    ['5 ft 3 in', 160],
    ['5ft3', 160],
    [`5'3"`, 160],
    ['5’3”', 160],
    ['5 foot', 152.4],
  ])('“%s” is %d cm', (text, cm) => {
    expect(readMeasure(text, 'cm')).toBe(cm)
  })
})

describe('reading a weight', () => {
  test.each<[string, number]>([
    ['82', 82],
    ['82kg', 82],
    ['82 kilos', 82],
    ['12 stone', 76.2],
    ['12 st 13 lb', 82.1],
    ['12 stone 13', 82.1],
    ['12st13', 82.1],
    ['181 lbs', 82.1],
  ])('“%s” is %d kg', (text, kg) => {
    expect(readMeasure(text, 'kg')).toBe(kg)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['a weight for a length', '12 stone', 'cm'],
    ['a length for a weight', '5 ft 3', 'kg'],
    ['length and weight in one', '5 ft 3 lb', 'cm'],
    ['pounds before stones', '13 lb 12 st', 'kg'],
    ['metric and imperial in one', '43 cm 2 in', 'cm'],
    ['two bare numbers', '43 44', 'cm'],
    ['three parts', '5 ft 3 in 2', 'cm'],
    ['a number and a half in signs', '43½', 'cm'],
    ['below nothing', '-43', 'cm'],
    ['a range', '40-45', 'cm'],
    ['words', 'knee high', 'cm'],
    ['a unit of its own', '4 hands', 'cm'],
    ['a unit with no number', 'cm', 'cm'],
    ['another way to write numbers', '4e1', 'cm'],
    ['two points', '4.3.2', 'cm'],
    ['nothing', '', 'cm'],
    ['spaces', '   ', 'cm'],
    ['infinity', 'Infinity', 'cm'],
  ] as const)('%s', (_, text, unit) => {
    expect(readMeasure(text, unit)).toBeNull()
  })

  test('anything at all: a number that is not below nothing, or null', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('cm' as const, 'kg' as const),
        (text, unit) => {
          const value = readMeasure(text, unit)
          if (value !== null) expect(value).toBeGreaterThanOrEqual(0)
        },
      ),
      { seed: 1, numRuns: 2_000 },
    )
  })

  test('a very long text is read in no time', () => {
    const before = performance.now()
    for (const text of [
      '9'.repeat(16_000),
      '9 '.repeat(8_000),
      `9${' '.repeat(16_000)}x`,
      "5'".repeat(8_000),
      '9.'.repeat(8_000),
    ])
      readMeasure(text, 'cm')
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})

describe('showing both systems', () => {
  test.each<[number, 'cm' | 'kg', string]>([
    [43, 'cm', '43 cm (17 in)'],
    [43.26, 'cm', '43.3 cm (17 in)'],
    [5, 'cm', '5 cm (2 in)'],
    [2.5, 'cm', '2.5 cm (1 in)'],
    [1.2, 'cm', '1.2 cm (0.5 in)'],
    [120, 'cm', '120 cm (47 in)'],
    [160, 'cm', '160 cm (5 ft 3 in)'],
    [213.6, 'cm', '213.6 cm (7 ft 0 in)'],
    [82, 'kg', '82 kg (12 st 13 lb)'],
    [76.2, 'kg', '76.2 kg (12 st)'],
    [127, 'kg', '127 kg (20 st)'],
  ])('%d %s is “%s”', (value, unit, text) => {
    expect(showMeasure(value, unit)).toBe(text)
  })

  const shown = (value: number, unit: 'cm' | 'kg'): [string, string] => {
    const [, own, other] = /^(.*) \((.*)\)$/.exec(showMeasure(value, unit))!
    return [own!, other!]
  }
  const tenths = (max: number) => fc.integer({ min: 1, max: max * 10 }).map((n) => n / 10)

  test('what is shown can be typed back: exactly in cm and kg, to the nearest inch or pound in the other', () => {
    fc.assert(
      fc.property(tenths(300), (cm) => {
        const [own, other] = shown(cm, 'cm')
        expect(readMeasure(own, 'cm')).toBe(cm)
        expect(Math.abs(readMeasure(other, 'cm')! - cm)).toBeLessThanOrEqual(1.27 + 0.05)
      }),
      { seed: 2, numRuns: 1_000 },
    )
    fc.assert(
      fc.property(tenths(250), (kg) => {
        const [own, other] = shown(kg, 'kg')
        expect(readMeasure(own, 'kg')).toBe(kg)
        expect(Math.abs(readMeasure(other, 'kg')! - kg)).toBeLessThanOrEqual(0.227 + 0.05)
      }),
      { seed: 3, numRuns: 1_000 },
    )
  })
})
