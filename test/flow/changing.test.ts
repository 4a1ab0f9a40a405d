import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isExit, type Answer } from '../../src/advice/condition.ts'
import { prepare } from '../../src/assessment/content.ts'
import { viewOf } from '../../src/assessment/look.ts'
import { begin, follow, type Entry, type Position } from '../../src/assessment/position.ts'
import { compile } from '../../src/content/compile.ts'
import { asked } from '../../src/flow/walk.ts'
import { validate } from '../../src/flow/validate.ts'

/** docs/changing-an-answer.md promises what happens when an answer is changed. Here it is held to it. */
const page = readFileSync('docs/changing-an-answer.md', 'utf8')
const PACK = 'default'
const content = prepare(await compile())
const { chart } = content

const codes = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!)
const opening = codes(/has\s+first answered (.*?),\s+and/s.exec(page)![1]!)

interface Row {
  readonly name: string
  readonly before: readonly string[]
  readonly change: string
  readonly lands: string
  readonly path: readonly string[]
  readonly aside: readonly string[]
  readonly landsBack: string
}

const rows = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line): Row => {
    const [number, what, before, change, lands, path, aside, landsBack] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    const whole = (codes(path!)[0] === 'who' ? [] : opening.map((code) => code.split('=')[0]!)).concat(codes(path!))
    const given = codes(before!)[0]!.startsWith('who=') ? codes(before!) : [...opening, ...codes(before!)]
    const [changed] = codes(change!) as [string]
    return {
      name: `${number} ${what}`,
      before: given,
      change: changed,
      lands: lands!,
      path: whole,
      aside: codes(aside!),
      landsBack: landsBack!,
    }
  })

/** `bath-hard=over+up` as an answer to its question. */
function read(code: string): { question: string; value: Answer } {
  const [id, text] = code.split('=') as [string, string]
  const question = content.library.questions[id]
  if (!question) throw new Error(`there is no question "${id}"`)
  const raw = isExit(text)
    ? text
    : question.kind === 'multi'
      ? text.split('+')
      : question.kind === 'place'
        ? { area: text }
        : text
  const checked = validate(question, raw, chart.areas)
  if ('misfit' in checked) throw new Error(`"${code}": ${checked.misfit}`)
  return { question: id, value: checked.answer }
}

/** Answer in order, each question when it is asked. */
const standing = (before: readonly string[]): Position =>
  before.reduce((here, code): Position => {
    if (code === 'continue' || code === 'finish') return follow(content, PACK, here, { kind: code })
    const entry = read(code)
    if (asked(chart, here) !== entry.question) throw new Error(`"${code}": asked now is "${asked(chart, here)}"`)
    return follow(content, PACK, here, { kind: 'answer', ...entry })
  }, begin(content))

const change = (here: Position, code: string): Position =>
  follow(content, PACK, here, { kind: 'change', ...read(code) } satisfies Entry)

function landing(position: Position): string {
  const view = viewOf(content, PACK, position, 0)
  if (view.urgent) return `urgent \`${view.urgent.rule}\``
  return view.question ? `\`${view.question.id}\`` : 'advice'
}

test('the page has its rows and its opening', () => {
  expect(rows.length).toBeGreaterThanOrEqual(14)
  expect(opening).toHaveLength(7)
  expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length)
})

describe.each(rows)('$name', ({ before, change: changed, lands, path, aside, landsBack }) => {
  const [question] = changed.split('=') as [string]
  const old = before.find((code) => code.startsWith(`${question}=`))!

  test('there', () => {
    const first = standing(before)
    expect([Object.keys(first.facts), first.aside]).toEqual([
      before.filter((code) => code.includes('=')).map((code) => read(code).question),
      {},
    ])
    const after = change(first, changed)
    expect(landing(after)).toBe(lands)
    expect(Object.keys(after.facts)).toEqual(path)
    expect(Object.keys(after.aside).toSorted()).toEqual(aside.toSorted())
    expect(after.facts[question]).toEqual(read(changed).value)
  })

  test('and back again', () => {
    const first = standing(before)
    const back = change(change(first, changed), old)
    expect(landing(back)).toBe(landsBack)
    expect([back.at, back.facts, back.aside]).toEqual([first.at, first.facts, first.aside])
    expect(Object.keys(back.facts)).toEqual(Object.keys(first.facts))
  })
})
