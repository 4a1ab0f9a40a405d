import { describe, expect, test } from 'vitest'
import { prepare } from '../src/assessment/content.ts'
import { judge, readGolden } from '../src/check/golden.ts'
import { compile } from '../src/content/compile.ts'

/** Every person of test/golden walks the real flow; what must and must not be said to them is held against the advice. */
const cases = await readGolden('test/golden')
const content = prepare(await compile())

test('there are at least 60, each with a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60)
  const names = cases.map(({ file, name }) => `${file}: ${name}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

describe.each([...Map.groupBy(cases, (one) => one.file)])('%s', (_, people) => {
  test.each(people.map((one) => [one.name, one] as const))('%s', (_, golden) => {
    expect(judge(content, golden).faults.map(({ message }) => message)).toEqual([])
  })
})
