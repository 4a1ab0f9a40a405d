import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import type { Facts } from '../../src/advice/condition.ts'
import type { Advice } from '../../src/advice/document.ts'
import { condition } from '../../src/advice/notation.ts'
import { prepare } from '../../src/assessment/content.ts'
import type { Library } from '../../src/content/library.ts'
import type { Pack } from '../../src/content/pack.ts'
import type { AdviceItem, Equipment, SafetyRule } from '../../src/content/schema.ts'
import { miniature, TODAY } from '../fixture/library.ts'

const mini = miniature()
const [tip] = mini.advice as [AdviceItem]
const [board] = mini.equipment as [Equipment]
const [chest] = mini.safety as [SafetyRule]
const always = condition('always')

interface Asked {
  readonly library?: Partial<Library>
  readonly pack?: Partial<Pack>
  readonly acknowledged?: readonly string[]
  readonly now?: string
}

function advice(
  facts: Facts,
  { library, pack, acknowledged = [], now = `${TODAY}T09:00:00.000Z` }: Asked = {},
): Advice {
  const { findings, say, library: whole } = prepare({ ...mini, ...library })
  const own = { ...mini.packs.default!, ...pack }
  return advise({
    assessment: 'a1',
    library: whole,
    findings,
    say,
    pack: own,
    facts,
    acknowledged,
    contact: undefined,
    council: undefined,
    now,
  })
}

const item = (id: string, change: Partial<AdviceItem> = {}): AdviceItem => ({ ...tip, id, when: always, ...change })
const ids = ({ items }: Advice): string[] => items.map(({ id }) => id)
const fits: Facts = { topics: ['bath'], 'bath-hard': ['over'], sitbal: 'yes', weight: 'under-100' }

describe('an emergency', () => {
  const inDanger: Facts = { ...fits, 'red-now': ['chest'] }

  test('is all that is said, until the person has gone on from it', () => {
    const said = advice(inDanger)
    expect(said.urgent.map(({ rule }) => rule)).toEqual(['M2'])
    expect([said.items, said.first, said.notSuitable]).toEqual([[], [], []])
    expect(ids(advice(inDanger, { acknowledged: ['M2'] }))).toContain('bath-board')
  })

  test('stays at the top of the advice afterwards, with its reason', () => {
    const [urgent] = advice(inDanger, { acknowledged: ['M2'] }).urgent
    expect(urgent).toMatchObject({
      rule: 'M2',
      code: 'E999',
      phone: '999',
      because: ['About red-now, you said “Pain in the chest”.'],
    })
  })

  test('that was gone on from does not let another one pass', () => {
    const second = { ...chest, id: 'M9', when: condition({ sitbal: 'yes' }) }
    const said = advice(inDanger, { library: { safety: [chest, second] }, acknowledged: ['M2'] })
    expect([said.urgent.length, said.items]).toEqual([2, []])
  })

  test('of a less urgent code leaves the advice standing', () => {
    expect(ids(advice(inDanger, { library: { safety: [{ ...chest, code: 'U111' }] } }))).toContain('bath-board')
  })

  test('a pack adds its own and takes none away', () => {
    const local = { ...chest, id: 'L1', code: 'FIRE' as const, when: condition({ 'bath-hard': 'over' }) }
    expect(advice(inDanger, { pack: { safety: [local] } }).urgent.map(({ rule }) => rule)).toEqual(['M2', 'L1'])
  })
})

describe('what comes first', () => {
  test('by time, then free changes, people, equipment and changes to the home, then by priority', () => {
    const later = item('later', { timing: 'later', priority: 100 })
    const soonTip = item('soon-tip', { timing: 'soon', priority: 1 })
    const soonPerson = item('soon-person', { timing: 'soon', kind: 'professional', priority: 99 })
    const soonHome = item('soon-home', { timing: 'soon', kind: 'adaptation', priority: 100 })
    const nowLow = item('now-low', { priority: 1 })
    const nowHigh = item('now-high', { priority: 2 })
    const said = advice(fits, {
      library: { advice: [later, soonHome, soonPerson, soonTip, nowLow, nowHigh], equipment: [board] },
    })
    expect(ids(said)).toEqual(['now-high', 'now-low', 'soon-tip', 'soon-person', 'bath-board', 'soon-home', 'later'])
  })

  test('equipment that is a change to the home stands with those', () => {
    const rail = { ...board, id: 'rail', kind: 'adaptation' as const, priority: 100 }
    expect(ids(advice(fits, { library: { advice: [], equipment: [rail, board] } }))).toEqual(['bath-board', 'rail'])
  })

  test('at most three, the most important of what is for now', () => {
    const all = [10, 40, 20, 30].map((priority) => item(`p${priority}`, { priority }))
    const soon = item('soon', { timing: 'soon', priority: 100 })
    expect(advice({}, { library: { advice: [...all, soon] } }).first).toEqual(['p40', 'p30', 'p20'])
  })

  test('where nothing is for now, the most important of what is for soon', () => {
    const soon = item('soon', { timing: 'soon' })
    expect(
      advice({}, { library: { advice: [item('later', { timing: 'later', priority: 100 }), soon] } }).first,
    ).toEqual(['soon'])
  })

  test('nothing where there is nothing to do', () => {
    expect(advice({}, { library: { advice: [] } }).first).toEqual([])
  })
})

describe('what is said', () => {
  test('one thing once, though two topics lead to it', () => {
    const everywhere = { ...board, wanted: condition({ any: [{ 'bath-hard': 'over' }, { 'chair-hard': 'yes' }] }) }
    const said = advice(
      { ...fits, topics: ['bath', 'chair'], 'chair-hard': 'yes' },
      { library: { equipment: [everywhere] } },
    )
    expect(ids(said).filter((id) => id === 'bath-board')).toEqual(['bath-board'])
    expect(said.items.find(({ id }) => id === 'bath-board')!.because).toEqual([
      'About bath-hard, you said “Stepping over the side”.',
      'About chair-hard, you said “Yes”.',
    ])
  })

  test('the topic is a reason only where there is no other', () => {
    const because = (when: object): readonly string[] =>
      advice(fits, { library: { advice: [item('one', { when: condition(when) })] } }).items[0]!.because
    expect(because({ topics: 'bath' })).toEqual(['About topics, you said “Having a bath”.'])
    expect(because({ topics: 'bath', sitbal: 'yes' })).toEqual(['About sitbal, you said “Yes”.'])
    expect(because({ sitbal: 'yes', not: { unknown: 'weight' } })).toEqual(['About sitbal, you said “Yes”.'])
  })

  test('an old text is not shown, unless it is about safety', () => {
    const old = { reviewBy: '2026-11-20' }
    const last = { reviewBy: TODAY }
    const items = [item('old', old), item('old-safety', { ...old, safety: true }), item('last-day', last)]
    const types = [
      { ...board, ...old },
      { ...board, id: 'last-day-board', ...last },
    ]
    expect(ids(advice(fits, { library: { advice: items, equipment: types } }))).toEqual([
      'old-safety',
      'last-day',
      'last-day-board',
    ])
  })

  test('equipment that may only be assessed for is something to ask about, with no way to buy', () => {
    const lift = {
      ...board,
      id: 'lift',
      name: 'Bath lift',
      tier: 'assessed-only' as const,
      routes: ['shop', 'hire', 'ot-assessment'] as Equipment['routes'],
    }
    const [said] = advice(fits, { library: { advice: [], equipment: [lift] } }).items
    expect(said!.title).toBe('Ask about: Bath lift')
    expect(said!.equipment!.routes.map(({ id }) => id)).toEqual(['ot-assessment'])
    expect(said!.equipment!.price).toBe('Ask first. The price depends on the assessment')
  })

  test('not safe for you, because; and what to do instead', () => {
    const said = advice({ ...fits, sitbal: 'no' })
    expect(ids(said)).not.toContain('bath-board')
    expect(said.notSuitable).toEqual([
      {
        equipment: 'bath-board',
        title: 'Bath board',
        because: ['About sitbal, you said “No”.'],
        instead: 'Wash at the basin.',
      },
    ])
  })

  test('a weight that was not given is a caution', () => {
    const caution = (weight: string) =>
      advice({ ...fits, weight }).items.find(({ id }) => id === 'bath-board')!.equipment!.caution
    expect(caution('under-100')).toBeUndefined()
    expect(caution('rather_not_say')).toMatch(/^We do not know your weight\. Check the limit on the label.* 130 kg/)
  })

  test('the words for someone else, when somebody asks for them', () => {
    const text = { self: 'Sit down to wash.', other: 'Help them to sit down to wash.' }
    const said = (who: string): string =>
      advice({ who }, { library: { advice: [item('sit', { text })] } }).items[0]!.text
    expect([said('me'), said('carer'), said('staff')]).toEqual([text.self, text.other, text.other])
  })

  test('there is always somebody to ask', () => {
    expect(advice({}, { library: { advice: [], equipment: [] } }).services.map(({ type }) => type)).toEqual([
      'asc-front-door',
    ])
  })
})
