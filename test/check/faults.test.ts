import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { FAULT_RULES, type Fault } from '../../src/check/fault.ts'
import { checkGraph } from '../../src/check/graph.ts'
import { compose } from '../../src/flow/compose.ts'
import { miniature, miniatureGolden, TODAY } from '../fixture/library.ts'
import { BROKEN, changed, type Broken } from './broken.ts'

async function faultsOf({
  library = {},
  golden = miniatureGolden(),
  pictures = {},
  mapping = [],
  listing,
  node,
}: Partial<Broken> = {}): Promise<readonly Fault[]> {
  const whole = { ...miniature(), ...library }
  if (!node)
    return (await check(whole, { today: TODAY, golden, pictures, mapping, ...(listing ? { listing } : {}) })).faults
  const plan = compose(whole)
  return checkGraph({ ...plan, nodes: changed(plan.nodes, node) })
}

/** Mistakes that are wrong in two ways. */
const BESIDE: Partial<Record<(typeof FAULT_RULES)[number], string[]>> = {
  'no-way-out': ['walk-without-end'],
  'unasked-condition': ['unreachable-question'],
  'rule-never-fires': ['golden-case', 'rule-without-case'],
  'equipment-never-suggested': ['unreachable-question', 'golden-case'],
  'safety-softened': ['golden-case'],
}

test('the miniature is sound', async () => {
  expect(await faultsOf()).toEqual([])
})

test('every rule has a fixture that breaks it', () => {
  expect(Object.keys(BROKEN).toSorted()).toEqual([...FAULT_RULES].toSorted())
})

describe('each rule bites', () => {
  test.each(FAULT_RULES.map((rule) => [rule, BROKEN[rule].mistake] as const))('%s: %s', async (rule) => {
    const { names, path } = BROKEN[rule]
    const found = (await faultsOf(BROKEN[rule])).filter((fault) => fault.rule === rule)
    expect(found.length).toBeGreaterThan(0)
    for (const fault of found) expect(fault.path.length).toBeGreaterThan(0)
    expect(found.map((fault) => fault.message).join('\n')).toContain(names)
    if (path) expect(found.map((fault) => fault.path)).toContainEqual(path)
  })

  test.each(FAULT_RULES)('%s: and nothing else is put down to it', async (rule) => {
    const others = new Set((await faultsOf(BROKEN[rule])).map((fault) => fault.rule))
    others.delete(rule)
    expect([...others]).toEqual(BESIDE[rule] ?? [])
  })
})

describe('mistakes that a plan cannot recover from are reported before anything is walked', () => {
  test.each(['missing-question', 'missing-reference', 'missing-text'] as const)('%s', async (rule) => {
    const whole = { ...miniature(), ...BROKEN[rule].library }
    const report = await check(whole, { today: TODAY, golden: miniatureGolden() })
    expect([report.ok, report.proofs]).toEqual([false, {}])
  })
})
