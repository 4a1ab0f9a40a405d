import type { Library } from '../content/library.ts'
import { captionOf, type Pictures } from '../content/picture.ts'
import { fault, type Fault } from './fault.ts'

/** A page of advice shows a dozen of them, on a phone, over a poor connection. */
const LARGEST = 3 * 1024

/** What must not be in a drawing. Links to its own parts (`#…`) and the name of the language are no references. */
const FORBIDDEN: ReadonlyArray<readonly [RegExp, string]> = [
  [/<script|\son[a-z]+\s*=|javascript:/i, 'holds a script'],
  [/<image|<foreignObject|data:/i, 'holds a raster image or a page; draw it in lines'],
  [/(?:href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)|@import|<!ENTITY|<\?xml-stylesheet/i, 'refers to another file'],
  [/<text/i, 'holds words, which nobody can translate; put them into its title and desc'],
]

/** Drawings that say nothing to those who do not see them, or that are too large or not safe to serve. */
export function checkPictures(library: Library, pictures: Pictures): Fault[] {
  return [
    ...Object.entries(pictures).flatMap(([id, svg]) =>
      wrongIn(svg).map((what) => fault('bad-picture', [id], `content/pictures/${id}.svg: ${what}`)),
    ),
    ...Object.values(library.questions)
      .filter(({ picture }) => picture !== undefined && !Object.hasOwn(pictures, picture))
      .map(({ id, picture }) =>
        fault('bad-picture', [id], `${id}: there is no content/pictures/${picture}.svg; draw it or take the name out`),
      ),
    ...stray(library, pictures).map((id) =>
      fault(
        'bad-picture',
        [id],
        `content/pictures/${id}.svg: nothing has this id, so nobody sees it; rename it or take it out`,
      ),
    ),
  ]
}

function wrongIn(svg: string): string[] {
  const { title, desc } = captionOf(svg)
  const size = new TextEncoder().encode(svg).length
  return [
    ...(title ? [] : ['has no <title>; say what it is']),
    ...(desc ? [] : ['has no <desc>; say in words what is to be seen']),
    ...(/<svg\b[^>]*\sviewBox=/.test(svg) ? [] : ['has no viewBox, so it cannot be shown at any size']),
    ...(/<svg\b[^>]*\srole="img"/.test(svg) ? [] : ['has no role="img"']),
    ...(size > LARGEST ? [`is ${size} bytes; use at most ${LARGEST}`] : []),
    ...FORBIDDEN.filter(([pattern]) => pattern.test(svg)).map(([, what]) => what),
  ]
}

/** Drawings that belong to no type of equipment and to no question: nobody would ever see them. */
function stray(library: Library, pictures: Pictures): string[] {
  const used = new Set([
    ...library.equipment.map((type) => type.id),
    ...Object.values(library.questions).map((question) => question.picture),
  ])
  return Object.keys(pictures).filter((id) => !used.has(id))
}
