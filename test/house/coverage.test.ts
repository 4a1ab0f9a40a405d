import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readGolden, type GoldenCase } from '../../src/check/golden.ts'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import type { Equipment } from '../../src/content/schema.ts'

/** The rows of the tables of docs/safety/coverage.md, by the heading above them. */
interface Row {
  readonly section: string
  readonly cells: readonly string[]
  readonly text: string
}

const page = readFileSync('docs/safety/coverage.md', 'utf8')
const rows: readonly Row[] = page.split(/^## /m).flatMap((part) => {
  const [section = '', ...lines] = part.split('\n')
  const cells = (line: string): string[] => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
  const body = lines.filter((line) => line.startsWith('| ') && !/^\| (fact|rule|type|never chosen alone) \|/.test(line))
  return body.map((line) => ({ section, cells: cells(line).slice(1, -1), text: line }))
})
const inSection = (word: string): readonly Row[] => rows.filter(({ section }) => section.includes(word))
const idsOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, id]) => id!)

let library: Library
let golden: readonly GoldenCase[]
beforeAll(async () => {
  library = await compile()
  golden = await readGolden('test/golden')
}, 60_000)

const series = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

describe('the page that says what carries each safety fact', () => {
  test('has a row for every fact of the fact base', () => {
    const facts = [...series('M', 27), 'M19b', ...series('P', 6), ...series('G', 15), ...series('H', 16)]
    const decisions = {
      Global: series('G', 15),
      Seat: series('H', 9),
      Bath: series('B', 7),
      Walking: series('W', 5),
      Kitchen: series('K', 4),
      Access: series('A', 6),
      Senses: series('S', 4),
      Alarms: ['T1'],
      Medicine: ['M1', 'M2'],
      Continence: ['C1'],
    }
    const wanted = [...facts, ...Object.entries(decisions).flatMap(([area, ids]) => ids.map((id) => `${area} ${id}`))]
    const there = new Set(rows.map(({ cells }) => cells[0]))
    expect(wanted.filter((fact) => !there.has(fact))).toEqual([])
  })

  test('names every safety rule with the code that it has', () => {
    const named = new Set([...page.matchAll(/`([\w-]+)` ([A-Z]+\d*)/g)].map(([, id, code]) => `${id} ${code}`))
    const rules = library.safety.map(({ id, code }) => `${id} ${code}`)
    expect(rules.filter((rule) => !named.has(rule))).toEqual([])
  })

  test('names nothing that does not exist', () => {
    const known = new Set([
      ...library.safety.map(({ id }) => id),
      ...library.equipment.map(({ id }) => id),
      ...library.advice.map(({ id }) => id),
      ...Object.keys(library.findings),
      ...Object.values(library.questions).flatMap(({ id, options }) => options.map((one) => `${id}=${one.id}`)),
      ...golden.map(({ file }) => file),
    ])
    const unknown = rows.flatMap(({ text }) => idsOf(text)).filter((id) => !known.has(id))
    expect([...new Set(unknown)]).toEqual([])
  })

  test('each golden case stands where it is said to stand, and bears out its row', () => {
    const wrong = rows.flatMap(({ cells, text }) => {
      const [, file, name] = /`([\w-]+\.yaml)` “(.+)”$/.exec(cells.at(-1) ?? '') ?? []
      if (!file) return []
      const one = golden.find((each) => each.file === file && each.name === name)
      if (!one) return [`${file}: ${name}`]
      const ids = new Set(idsOf(text))
      const said = [...(one.urgent ?? []), ...one.must, ...one.mustNot, ...one.notSuitable]
      return said.some((id) => ids.has(id)) ? [] : [`${cells[0]}: ${name}`]
    })
    expect(wrong).toEqual([])
  })

  test('every fact and every decision has a golden case', () => {
    const bare = rows.filter(
      ({ section, text }) => !/^(E and F|equipment-index)/.test(section) && !text.includes('.yaml`'),
    )
    expect(bare.map(({ cells }) => cells[0])).toEqual([])
  })
})

describe('equipment on the page is as in the content', () => {
  const shown = (type: Equipment): string[] => [
    `\`${type.id}\``,
    `${type.iso9999} ${type.iso9999Edition}${type.isoConfirmed ? '✔' : '~'}`,
    String(type.weight?.limit ?? '–'),
    type.price ? `${type.price.from}–${type.price.to}` : '–',
    type.tier,
    type.gate.op === 'always' ? (type.exclude.length > 0 ? 'exclusions' : '–') : 'gate',
  ]

  test('every type with its code, limit, price, tier and gate', () => {
    const listed = new Set(inSection('equipment-index').map(({ cells }) => cells.join(' | ')))
    const missing = library.equipment.map((type) => shown(type).join(' | ')).filter((line) => !listed.has(line))
    expect(missing).toEqual([])
  })

  test('what nobody chooses alone is assessed for, or kept shut by a gate', () => {
    const open = inSection('E and F').flatMap(({ cells }) => {
      const [, ids = '', tier] = cells
      return idsOf(ids).filter((id) => {
        const type = library.equipment.find((one) => one.id === id)
        return !type || type.tier !== tier || (tier !== 'assessed-only' && type.gate.op === 'always')
      })
    })
    expect(open).toEqual([])
  })
})
