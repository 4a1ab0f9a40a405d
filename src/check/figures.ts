import { figuresIn } from '../content/figures.ts'
import type { Library } from '../content/library.ts'
import { textsOf } from '../content/texts.ts'
import { fault, type Fault } from './fault.ts'

/** Money in running words. Prices of equipment stand in their own field. */
const MONEY = /£\s?\d/

/** A figure that changes each year stands once, in figures.yaml: words name it in braces, and only advice can. */
export function checkFigures(library: Library): Fault[] {
  const advice = new Set(
    [...library.advice, ...Object.values(library.packs).flatMap((pack) => pack.advice)].map(({ id }) => id),
  )
  return textsOf(library).flatMap(({ item, field, text }): Fault[] => {
    const where = [`${item}.${field}`]
    const named = figuresIn(text)
    const unknown = named.filter((id) => !library.figures[id])
    return [
      ...unknown.map((id) => fault('missing-figure', where, `${item}.${field}: no figure "${id}" in figures.yaml`)),
      ...(named.length > 0 && !advice.has(item)
        ? [fault('missing-figure', where, `${item}.${field}: only the words of advice can name a figure`)]
        : []),
      ...(MONEY.test(text)
        ? [
            fault(
              'loose-figure',
              where,
              `${item}.${field}: put the sum into figures.yaml and name it in braces: “${text}”`,
            ),
          ]
        : []),
    ]
  })
}
