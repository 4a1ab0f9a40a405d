import { beforeAll, describe, expect, test } from 'vitest'
import { check, type Report } from '../../src/check/check.ts'
import { readHazards, type Hazard } from '../../src/check/hazards.ts'
import { obstacles, safetyCase, type SafetyCaseInput } from '../../src/check/safety-case.ts'
import { ledger } from '../../src/content/ledger.ts'
import { miniature, miniatureGolden, TODAY } from '../fixture/library.ts'

const entry = (id: string, status: string, after = 'major, very low: 2', evidence = '- proof `gates`'): string => `
### ${id} A thing may go wrong
- **Causes:** haste; words that go on
  over a second line.
- **Effect:** a fall.
- **Who may be hurt:** somebody.
- **Safety rules:** A, F; M2
- **Before controls:** major, medium: 3
- **Controls:**
  - Design: one.
  - Content: another, which is
    longer.
- **Evidence:**
  ${evidence}
- **After controls:** ${after}
- **Left to people:** much.
- **Owner:** clinical safety officer
- **Status:** ${status}
`
const LOG = [
  '# Log\nWords before the first.\n\n## A part\n',
  entry('HZ-01', 'controlled'),
  '\n## Another part\n',
  entry('HZ-02', 'open: nobody has tried it.', 'catastrophic, low: 4', '- none yet: nobody looked.'),
  entry('HZ-03', 'with the council'),
  entry('HZ-04', 'accepted by A. Person, clinical safety officer, on 3 May 2027'),
].join('')

const library = miniature()
let report: Report
beforeAll(async () => void (report = await check(library, { today: TODAY, golden: miniatureGolden() })))

const input = (change: Partial<SafetyCaseInput> = {}): SafetyCaseInput => ({
  service: '1.2.3',
  content: 'abc',
  date: TODAY,
  report,
  entries: ledger(library, TODAY),
  hazards: readHazards(LOG),
  ...change,
})

describe('reading the log', () => {
  test('each hazard with its fields, whatever line they are broken over', () => {
    const [first, second] = readHazards(LOG) as [Hazard, Hazard]
    expect(first).toMatchObject({
      id: 'HZ-01',
      causes: 'haste; words that go on over a second line.',
      rules: ['A', 'F', 'M2'],
      before: { severity: 'major', likelihood: 'medium', written: 3 },
      controls: ['Design: one.', 'Content: another, which is longer.'],
      evidence: [{ kind: 'proof', name: 'gates' }],
      status: { state: 'controlled', why: '' },
    })
    expect(second.evidence).toEqual([{ kind: 'none', why: 'nobody looked.' }])
    expect(second.status).toEqual({ state: 'open', why: 'nobody has tried it.' })
  })

  test.each([
    ['a field that is empty', /\*\*Effect:\*\* a fall\./, '**Effect:**', 'Effect'],
    ['a field that is missing', /- \*\*Owner:.*\n/, '', 'Owner'],
    ['a risk in other words', 'major, medium: 3', 'rather bad', 'Before controls'],
    ['evidence that no machine can find', '- proof `gates`', '- we looked at it', 'Evidence'],
    ['open, and nobody says why', /open: .*/, 'open', 'Status'],
    ['accepted by nobody in particular', /accepted by .*/, 'accepted', 'Status'],
  ])('%s is named with its hazard', (_, from, to, field) => {
    expect(() => readHazards(LOG.replace(from, to))).toThrow(new RegExp(`HZ-0\\d: cannot read "${field}`))
  })
})

describe('the safety case', () => {
  test('begins with how it was made, and when', () => {
    expect(safetyCase(input())).toMatch(/^> Generated on 21 November 2026 by `npm run handrail -- safety-case`/)
  })

  test('is the same for the same input', () => {
    expect(safetyCase(input())).toBe(safetyCase(input()))
  })

  test('says first what stands against relying on it', () => {
    const page = safetyCase(input())
    const { items } = report.unconfirmed
    expect(page).toContain('**Not ready for people to rely on.**')
    expect(obstacles({ report, hazards: readHazards(LOG) })).toEqual([
      `${items} of ${items} items of content are not confirmed by a clinician`,
      '1 hazard with a risk of 4 or 5 that is left',
      '3 of 4 hazards not accepted by anybody',
    ])
  })

  test('stands without a word against it once all is confirmed, accepted and proved', () => {
    const confirmed = { ...report, unconfirmed: { ...report.unconfirmed, confirmed: report.unconfirmed.items } }
    const hazards = readHazards(LOG).filter(({ status }) => status.state === 'accepted')
    expect(safetyCase(input({ report: confirmed, hazards }))).toContain('A clinical safety officer decides')
  })

  test('counts what was proved, what waits and what is left, by risk and by topic', () => {
    const page = safetyCase(input())
    expect(page).toContain(`| gates | ${report.proofs.gates!.toLocaleString('en-GB')} | no answers open a gate`)
    expect(page).toMatch(/\| bath \| \d+ \| 0 \| 0 \| 0 \| 0 \|/)
    expect(page).toContain('| 4 | 0 | 1 | 0 | 1 | 0 | 0 |')
    expect(page).toContain('| 2 | 0 | 3 | 1 | 0 | 1 | 1 |')
    expect(page).toContain('* HZ-02 A thing may go wrong: nobody has tried it.')
    expect(page).toContain('* HZ-02: nobody looked.')
  })

  test('a fault of the check is told, and stands against it', () => {
    const faulty = { ...report, faults: [{ rule: 'no-way-out' as const, path: ['a'], message: 'a trap' }] }
    expect(safetyCase(input({ report: faulty }))).toContain('* no-way-out: a trap')
    expect(obstacles({ report: faulty, hazards: [] })[0]).toBe('the check finds 1 fault')
  })

  test('every proof of the check is explained', () => {
    const rows = safetyCase(input())
      .split('\n')
      .filter((line) => /^\| \w+ \| [\d,]+ \| /.test(line))
    expect(rows.filter((line) => line.endsWith('|  |'))).toEqual([])
  })
})
