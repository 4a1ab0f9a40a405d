import type { AskedQuestion } from '../assessment/view.ts'
import type { Desk } from './desk.ts'
import type { Button } from './page.ts'
import { pressOn, ticksOf, type Showing } from './showing.ts'
import { labelOf } from './wording.ts'

const GROUPS = ['health', 'home', 'daily'] as const
type Group = (typeof GROUPS)[number]

/** Topics that are in sight at once: nobody reads through thirty-seven on a phone. */
const AT_ONCE = 8

export interface OpenGroup {
  readonly group: Group
  readonly page: number
}

/** Which group lies open: "home.1" is its second page; an option's id opens the page on which it stands. */
export function groupOf(question: AskedQuestion, at: string | undefined): OpenGroup | undefined {
  const [name = '', page = '0'] = (at ?? '').split('.')
  const group = GROUPS.find((one) => one === name)
  if (group) return { group, page: Number(page) || 0 }
  const option = question.options?.find(({ id }) => id === name)
  if (!option?.group) return undefined
  return { group: option.group, page: Math.floor(inGroup(question, option.group).indexOf(option) / AT_ONCE) }
}

const inGroup = (question: AskedQuestion, group: Group) =>
  (question.options ?? []).filter((option) => option.group === group)

/** The three groups, each with how much of it is ticked; or one of them, opened. */
export function topicButtons(desk: Desk, showing: Showing, open: OpenGroup | undefined): Button[][] {
  const { say } = desk
  const { question } = showing
  const button = pressOn(showing)
  const ticked = ticksOf(showing)
  const done = [button(say('tg-done', { n: ticked.length }), { kind: 'do' as const, what: 'done' })]
  const tick = (option: NonNullable<AskedQuestion['options']>[number]): Button[] => {
    const on = ticked.includes(option.id)
    const text = `${on ? '✅' : '⬜'} ${labelOf(desk, question, option)}`
    return [button(text, { kind: 'tick', option: option.id, on: !on })]
  }
  if (!open) {
    const chosen = (question.options ?? []).filter(({ id }) => ticked.includes(id))
    return [
      ...chosen.slice(0, AT_ONCE).map(tick),
      ...GROUPS.filter((group) => inGroup(question, group).length > 0).map((group) => [
        button(say('tg-group', { group: say(`web-group-${group}`), n: inGroup(question, group).length }), {
          kind: 'do' as const,
          what: 'open',
          about: group,
        }),
      ]),
      done,
    ]
  }
  const all = inGroup(question, open.group)
  const pages = Math.ceil(all.length / AT_ONCE)
  const page = Math.min(open.page, pages - 1)
  const next = `${open.group}.${(page + 1) % pages}`
  return [
    ...all.slice(page * AT_ONCE, (page + 1) * AT_ONCE).map(tick),
    [
      ...(pages > 1 ? [button(say('tg-more-of-these'), { kind: 'do' as const, what: 'open', about: next })] : []),
      button(say('tg-all-groups'), { kind: 'do' as const, what: 'open' }),
    ],
    done,
  ]
}
