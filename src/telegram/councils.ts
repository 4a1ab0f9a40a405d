import type { Council } from '../content/schema.ts'
import type { Desk } from './desk.ts'
import type { Button } from './page.ts'
import { pressOn, type Showing } from './showing.ts'

/** Councils on one page of buttons. */
const AT_ONCE = 10

/**
 * The councils as buttons: those of the pack at first; then, in pages named by their first and last, all of England;
 * or those that `at` names, such as the ones that share a postcode ("E10000017,E06000009").
 * @param at `all` for the pages, a page's number, or ids of councils
 */
export function councilButtons(desk: Desk, showing: Showing, at: string | undefined): Button[][] {
  const { library, pack, say } = desk
  const button = pressOn(showing)
  const choose = ({ id, name }: Council): Button[] => [button(name, { kind: 'council', area: id })]
  const open = (text: string, about?: string): Button =>
    button(text, { kind: 'do', what: 'open', ...(about === undefined ? {} : { about }) })
  const all = library.councils.toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const pages = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, page) =>
    all.slice(page * AT_ONCE, (page + 1) * AT_ONCE),
  )
  const near = all.filter(({ id }) => pack.councils.some(({ area }) => area === id))
  const named = at === undefined ? [] : all.filter(({ id }) => at.split(',').includes(id))
  if (named.length > 0) return [...named.map(choose), [open(say('tg-other-councils'), 'all')]]
  const page = at === undefined ? undefined : pages[Number(at)]
  if (page) return [...page.map(choose), [open(say('tg-other-councils'), 'all')]]
  if (at === 'all' || near.length === 0)
    return pairs(pages.map((one, index) => open(`${start(one[0]!)} – ${start(one.at(-1)!)}`, String(index))))
  return [...near.map(choose), [open(say('tg-other-councils'), 'all')]]
}

/** Enough of a name to find one's place in the alphabet. */
const start = ({ name }: Council): string => name.split(/[\s,]/)[0]!

const pairs = (buttons: readonly Button[]): Button[][] =>
  buttons.flatMap((one, at) => (at % 2 === 0 ? [[one, ...buttons.slice(at + 1, at + 2)]] : []))
