import { describe, expect, test } from 'vitest'
import { advise } from '../../src/advice/advise.ts'
import type { Answer, Facts } from '../../src/advice/condition.ts'
import { condition } from '../../src/advice/notation.ts'
import { packOf, prepare, type Content } from '../../src/assessment/content.ts'
import { answerLines, viewOf } from '../../src/assessment/look.ts'
import { follow, replay, type Entry, type Position } from '../../src/assessment/position.ts'
import type { Library } from '../../src/content/library.ts'
import { END } from '../../src/flow/compose.ts'
import { ask, flow, when } from '../../src/flow/define.ts'
import { asked } from '../../src/flow/walk.ts'
import { miniature, TODAY } from '../fixture/library.ts'

const PACK = 'default'
const mini = prepare(miniature())

const answer = (question: string, value: Answer): Entry => ({ kind: 'answer', question, value })
const change = (question: string, value: Answer): Entry => ({ kind: 'change', question, value })
const log = (answers: Facts): Entry[] => Object.entries(answers).map(([question, value]) => answer(question, value))
const at = (entries: readonly Entry[], content: Content = mini): Position => replay(content, PACK, entries)

function adviceAt(position: Position, content: Content = mini): string[] {
  const { library, findings, say } = content
  const made = {
    assessment: 'a1',
    library,
    findings,
    say,
    pack: packOf(library, PACK),
    contact: undefined,
    council: undefined,
  }
  const { facts, acknowledged } = position
  return advise({ ...made, facts, acknowledged, now: `${TODAY}T09:00:00.000Z` }).items.map((item) => item.id)
}

const opening: Facts = { who: 'me', 'red-now': ['none'], matters: 'skip' }
const bath: Facts = {
  ...opening,
  topics: ['bath'],
  'bath-hard': ['over'],
  sitbal: 'yes',
  weight: 'under-100',
  place: { area: 'E1' },
}

describe('answers off the path', () => {
  const before = at(log(bath))
  const after = at([...log(bath), change('bath-hard', ['heat'])])

  test('are kept', () => {
    expect(after.aside).toEqual({ sitbal: 'yes', weight: 'under-100' })
  })

  test('count for nothing: not as facts, not in the advice, not in the list of answers', () => {
    expect(Object.keys(after.facts)).toEqual(['who', 'red-now', 'matters', 'topics', 'bath-hard', 'place'])
    expect([adviceAt(before).includes('bath-board'), adviceAt(after).includes('bath-board')]).toEqual([true, false])
    expect(answerLines(mini, after).map((line) => line.question)).toEqual(Object.keys(after.facts))
  })

  test('come back when the path does', () => {
    const back = follow(mini, PACK, after, change('bath-hard', ['up']))
    expect(back.facts).toEqual({ ...bath, 'bath-hard': ['up'] })
    expect(back.aside).toEqual({})
    expect(adviceAt(back)).toContain('bath-board')
  })

  test('come back as they were last given, also when that was while they stood aside', () => {
    const meanwhile = follow(mini, PACK, after, change('sitbal', 'no'))
    expect(meanwhile.at).toBe(END)
    expect(follow(mini, PACK, meanwhile, change('bath-hard', ['over'])).facts.sitbal).toBe('no')
  })
})

describe('answers that come before their question', () => {
  const ahead = at([answer('topics', ['bath']), answer('sitbal', 'no'), answer('who', 'me')])

  test('wait, and count for nothing meanwhile', () => {
    expect(asked(mini.chart, ahead)).toBe('red-now')
    expect([ahead.facts, ahead.aside]).toEqual([{ who: 'me' }, { topics: ['bath'], sitbal: 'no' }])
    expect(adviceAt(ahead)).toEqual([])
  })

  test('count once the walk reaches them, and are not asked', () => {
    const reached = [answer('red-now', ['none']), answer('matters', 'skip'), answer('bath-hard', ['over'])]
    const position = reached.reduce((here, entry) => follow(mini, PACK, here, entry), ahead)
    expect(asked(mini.chart, position)).toBe('place')
    expect(position.facts).toMatchObject({ topics: ['bath'], sitbal: 'no' })
    expect(position.aside).toEqual({})
  })

  test('are shown filled in when they have to be asked after all', () => {
    const odd = at([answer('red-now', ['swim']), answer('who', 'me')])
    const view = viewOf(mini, PACK, odd, 2)
    expect(view.question).toMatchObject({ id: 'red-now', answer: ['swim'] })
  })
})

describe('an urgent rule that was gone on from', () => {
  const seen = at([answer('who', 'me'), answer('red-now', ['chest']), { kind: 'continue' }])

  test('does not stop the questions again while it stays raised', () => {
    expect(seen.acknowledged).toEqual(['M2'])
    const next = follow(mini, PACK, seen, answer('matters', 'skip'))
    expect([next.acknowledged, viewOf(mini, PACK, next, 4).kind]).toEqual([['M2'], 'question'])
  })

  test('lapses when the rule goes, and is shown anew when it comes back', () => {
    const gone = follow(mini, PACK, seen, change('red-now', ['none']))
    expect(gone.acknowledged).toEqual([])
    const again = follow(mini, PACK, gone, change('red-now', ['chest']))
    expect([again.acknowledged, viewOf(mini, PACK, again, 5).kind]).toEqual([[], 'urgent'])
  })

  test('is shown before anything else until then, also to a person who asks for the advice', () => {
    const unseen = at([answer('who', 'me'), answer('red-now', ['chest']), { kind: 'finish' }])
    expect(viewOf(mini, PACK, unseen, 3)).toMatchObject({ kind: 'urgent', urgent: { rule: 'M2' }, adviceReady: true })
  })
})

describe('an urgent rule that was gone on from, and is raised by another answer', () => {
  const [chest] = miniature().safety
  const two = condition({ any: [{ 'red-now': 'chest' }, { 'bath-hard': 'up' }] })
  const withRule = (change: Partial<typeof chest>): Content =>
    prepare({ ...miniature(), safety: [{ ...chest!, ...change }] })
  const seen = [answer('who', 'me'), answer('red-now', ['chest']), { kind: 'continue' } as const]
  const told = [...seen, answer('matters', 'skip'), answer('topics', ['bath']), answer('bath-hard', ['up'])]
  const kind = (content: Content, entries: readonly Entry[]): string =>
    viewOf(content, PACK, at(entries, content), entries.length).kind

  test('is shown again when life may be at risk', () => {
    const content = withRule({ when: two })
    expect(kind(content, told.slice(0, -1))).toBe('question')
    expect(kind(content, told)).toBe('urgent')
  })

  test('is shown once for each of them, and not for the same one twice', () => {
    const content = withRule({ when: two })
    const gone = [...told, { kind: 'continue' } as const]
    expect(kind(content, gone)).toBe('question')
    expect(kind(content, [...gone, answer('sitbal', 'yes')])).toBe('question')
    expect(kind(content, [...gone, change('bath-hard', ['up', 'over'])])).toBe('question')
  })

  test('is shown again for own words that say it too', () => {
    const content = withRule({ when: two })
    expect(kind(content, [...seen, answer('matters', 'I get chest pain')])).toBe('urgent')
    expect(kind(content, [...seen, answer('matters', 'to sit in the garden')])).toBe('question')
  })

  test('is not shown again where the answer only takes the place of the first', () => {
    const content = withRule({
      when: condition({ any: [{ 'red-now': 'chest', unknown: 'topics' }, { topics: 'bath' }] }),
    })
    expect(kind(content, [...seen, answer('matters', 'skip'), answer('topics', ['bath'])])).toBe('question')
  })

  test('is not shown again where no life is at risk: nobody is to learn to tap past a warning', () => {
    expect(kind(withRule({ when: two, code: 'U111' }), told)).toBe('question')
  })
})

describe('the advice so far', () => {
  const resting = at([...log({ ...opening, topics: ['bath'] }), { kind: 'finish' }])

  test('is shown until the person goes on or answers', () => {
    expect(viewOf(mini, PACK, resting, 5).kind).toBe('advice')
    expect(viewOf(mini, PACK, follow(mini, PACK, resting, { kind: 'continue' }), 6)).toMatchObject({
      kind: 'question',
      question: { id: 'bath-hard' },
    })
    expect(follow(mini, PACK, resting, answer('bath-hard', ['heat'])).resting).toBe(false)
  })

  test('leaves the walk where it is', () => {
    expect(asked(mini.chart, resting)).toBe('bath-hard')
  })
})

describe('on other content than it began with', () => {
  const entries = log(bath)
  const rebased = (change: Partial<Library>): Position => at(entries, prepare({ ...miniature(), ...change }))
  const { questions, flows } = miniature()

  test('what still fits is kept', () => {
    const reworded = {
      ...questions,
      sitbal: { ...questions.sitbal!, ask: { self: 'Do you sit well?', other: undefined } },
    }
    expect(rebased({ questions: reworded })).toEqual(at(entries))
  })

  test('a question whose option is gone is asked again; what came after waits', () => {
    const fewer = {
      ...questions,
      sitbal: { ...questions.sitbal!, options: questions.sitbal!.options.filter(({ id }) => id !== 'yes') },
    }
    const position = rebased({ questions: fewer })
    expect(position.at).toBe('bath/sitbal')
    expect(position.aside).toEqual({ sitbal: 'yes', weight: 'under-100', place: { area: 'E1' } })
  })

  test('a question of another kind is asked again', () => {
    const measured = { ...questions, sitbal: { ...questions.sitbal!, kind: 'number' as const, options: [] } }
    expect(rebased({ questions: measured }).at).toBe('bath/sitbal')
  })

  test('a new question is asked; what came after counts again at once', () => {
    const more = [
      flow('bath', ask('bath-hard'), ask('seat-height'), when({ 'bath-hard': 'over' }, ask('sitbal'))),
      flows[1]!,
    ]
    const content = prepare({ ...miniature(), flows: more })
    const position = at(entries, content)
    expect(position.at).toBe('bath/seat-height')
    expect(follow(content, PACK, position, answer('seat-height', 40)).at).toBe(END)
  })

  test('a question that is gone does not stand in the way', () => {
    const { sitbal: _, ...others } = questions
    const equipment = miniature().equipment.filter((type) => type.id === 'bath-lift')
    const position = rebased({
      questions: others,
      flows: [flow('bath', ask('bath-hard')), flow('chair', ask('chair-hard'))],
      equipment,
    })
    expect([position.at, position.aside]).toEqual([END, { sitbal: 'yes', weight: 'under-100' }])
  })

  test('a rule that is new is raised by answers that were given before', () => {
    const [chest] = miniature().safety
    const content = prepare({
      ...miniature(),
      safety: [chest!, { ...chest!, id: 'M9', when: condition({ sitbal: 'yes' }) }],
    })
    expect(viewOf(content, PACK, at(entries, content), 8)).toMatchObject({ kind: 'urgent', urgent: { rule: 'M9' } })
  })
})
