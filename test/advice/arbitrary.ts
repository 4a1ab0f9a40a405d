import fc from 'fast-check'
import {
  COMPARISONS,
  EXITS,
  type Answer,
  type Condition,
  type Facts,
  type Findings,
} from '../../src/advice/condition.ts'

/** A small world of questions for random conditions: two single choices, a list, two numbers and a place. */
const OPTIONS = ['x', 'y', 'z'] as const
const CHOICES = ['a', 'b', 'list'] as const
const NUMBERS = ['n', 'k'] as const
export const QUESTIONS = [...CHOICES, ...NUMBERS, 'place'] as const

const exit = fc.constantFrom(...EXITS)
const figure = fc.integer({ min: -50, max: 50 }).map((tenths) => tenths / 10)
const optional = (answer: fc.Arbitrary<Answer>) =>
  fc.option(fc.oneof({ weight: 4, arbitrary: answer }, exit), { nil: undefined })

/** Random facts: any question may be unasked, passed with an exit, or answered. */
export const facts: fc.Arbitrary<Facts> = fc
  .record({
    a: optional(fc.constantFrom(...OPTIONS)),
    b: optional(fc.constantFrom(...OPTIONS)),
    list: optional(fc.subarray([...OPTIONS], { minLength: 1 })),
    n: optional(figure),
    k: optional(figure),
    place: optional(fc.constant({ area: 'E1' })),
  })
  .map((all) =>
    Object.fromEntries(Object.entries(all).filter((pair): pair is [string, Answer] => pair[1] !== undefined)),
  )

const term = fc.oneof(
  fc.constantFrom(...NUMBERS, 'difference'),
  fc.tuple(fc.constantFrom(...NUMBERS, 'difference'), fc.constantFrom(...NUMBERS)).map((minus) => ({ minus })),
)

/** Random conditions of every kind, that may use these findings. */
export function conditions(findings: readonly string[] = []): fc.Arbitrary<Condition> {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.constant<Condition>({ op: 'always' }),
    fc.record({
      op: fc.constant('is' as const),
      question: fc.constantFrom(...CHOICES, 'place'),
      of: fc.subarray([...OPTIONS, ...EXITS], { minLength: 1 }),
    }),
    fc.record({ op: fc.constant('number' as const), term, test: fc.constantFrom(...COMPARISONS), than: figure }),
    fc.record({ op: fc.constant('unknown' as const), question: fc.constantFrom(...QUESTIONS) }),
    ...(findings.length > 0
      ? [fc.record({ op: fc.constant('finding' as const), id: fc.constantFrom(...findings) })]
      : []),
  )
  const { whole } = fc.letrec<{ whole: Condition }>((tie) => {
    const some = fc.array(tie('whole'), { minLength: 1, maxLength: 4 })
    return {
      whole: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        leaf,
        fc.record({ op: fc.constant('not' as const), of: tie('whole') }),
        fc.record({ op: fc.constant('possible' as const), of: tie('whole') }),
        fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: some }),
        fc.record({ op: fc.constant('atLeast' as const), n: fc.integer({ min: 0, max: 5 }), of: some }),
      ),
    }
  })
  return whole
}

/** Random findings, one of which uses the other; `difference` is a number. */
export const findings: fc.Arbitrary<Findings> = fc
  .record({ plain: conditions(), built: conditions(['plain']) })
  .map(({ plain, built }) => ({
    plain: { when: plain },
    built: { when: built },
    difference: { number: { minus: ['n', 'k'] as const } },
  }))

/** A condition with findings and facts to decide it by. */
export const cases = fc.record({ condition: conditions(['plain', 'built', 'difference', 'nowhere']), findings, facts })
