import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { check } from '../../src/check/check.ts'
import { FAULT_RULES } from '../../src/check/fault.ts'
import { LIKELIHOODS, readHazards, riskOf, SEVERITIES, type Evidence } from '../../src/check/hazards.ts'
import { compile } from '../../src/content/compile.ts'
import { miniature, miniatureGolden, TODAY } from '../fixture/library.ts'

const page = readFileSync('docs/safety/hazards.md', 'utf8')
const hazards = readHazards(page)
const evidence = hazards.flatMap(({ id, evidence }) => evidence.map((one) => ({ id, ...one })))
const of = <Kind extends Evidence['kind']>(kind: Kind) =>
  evidence.filter((one): one is { id: string } & Extract<Evidence, { kind: Kind }> => one.kind === kind)

describe('the hazard log', () => {
  test('has its hazards, each with a number of its own, in order', () => {
    expect(hazards.length).toBeGreaterThanOrEqual(30)
    const expected = hazards.map((_, index) => `HZ-${String(index + 1).padStart(2, '0')}`)
    expect(hazards.map(({ id }) => id)).toEqual(expected)
    const titles = hazards.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('every risk follows from the table that the page shows', () => {
    const shown = SEVERITIES.map((_, across) =>
      LIKELIHOODS.map((likelihood) => {
        const row = page.split('\n').find((line) => line.startsWith(`| ${likelihood} |`))!
        return Number(row.split('|')[across + 2])
      }),
    )
    const computed = SEVERITIES.map((severity) => LIKELIHOODS.map((likelihood) => riskOf({ severity, likelihood })))
    expect(shown).toEqual(computed)
    const wrong = hazards.flatMap(({ id, before, after }) =>
      [before, after].filter((risk) => risk.written !== riskOf(risk)).map((risk) => ({ id, ...risk })),
    )
    expect(wrong).toEqual([])
  })

  test('no control makes a risk greater, and what is too great to stand is open', () => {
    expect(hazards.filter(({ before, after }) => riskOf(after) > riskOf(before))).toEqual([])
    const quiet = hazards.filter(({ after, status }) => riskOf(after) >= 4 && status.state !== 'open')
    expect(quiet.map(({ id }) => id)).toEqual([])
  })

  test('a hazard rests on something that can be looked up, not on good intentions alone', () => {
    const bare = hazards.filter(({ evidence }) => evidence.every(({ kind }) => kind === 'none'))
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  test('what has no evidence yet is not called controlled', () => {
    const early = hazards.filter(
      ({ evidence, status }) => evidence.some(({ kind }) => kind === 'none') && status.state === 'controlled',
    )
    expect(early.map(({ id }) => id)).toEqual([])
  })

  test('covers every group of safety rules, and names only rules that there are', async () => {
    const { safety } = await compile()
    const named = new Set(hazards.flatMap(({ rules }) => rules))
    const groups = ['A', 'B', 'C', 'D', 'E', 'F']
    expect(groups.filter((group) => !named.has(group))).toEqual([])
    const known = new Set([...groups, ...safety.map(({ id }) => id)])
    expect([...named].filter((rule) => !known.has(rule))).toEqual([])
  })
})

describe('evidence that is named exists', () => {
  test('each test, by its file and its title', () => {
    const missing = of('test').filter(({ file, title }) => !titlesOf(file).has(title))
    expect(missing.map(({ id, file, title }) => `${id}: ${file} “${title}”`)).toEqual([])
  })

  test('each rule of handrail check', () => {
    const known: readonly string[] = FAULT_RULES
    expect(of('rule').filter(({ name }) => !known.includes(name))).toEqual([])
  })

  test('each proof, and every proof is evidence of something', async () => {
    const { proofs } = await check(miniature(), { today: TODAY, golden: miniatureGolden() })
    expect(of('proof').filter(({ name }) => !(name in proofs))).toEqual([])
    const named = new Set(of('proof').map(({ name }) => name))
    expect(Object.keys(proofs).filter((name) => !named.has(name) && name !== 'suggested')).toEqual([])
  })
})

const read = new Map<string, ReadonlySet<string>>()

/** Names of the cases of a golden file; of any other file, whatever stands in quotes, as its tests are named. */
function titlesOf(file: string): ReadonlySet<string> {
  const known = read.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const titles = file.endsWith('.yaml')
    ? (parse(text) as Array<{ name: string }>).map(({ name }) => name)
    : [...text.matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`]+)`/g)].map(([, a, b, c]) => a ?? b ?? c!)
  const made = new Set(titles)
  read.set(file, made)
  return made
}
