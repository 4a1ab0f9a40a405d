import type { Library } from '../../src/content/library.ts'
import type { View } from './shapes.ts'

/** A number below `most`, from a walk's own seeds: the same walk every time. */
export type Draw = (most: number) => number

export function drawFrom(seeds: readonly number[]): Draw {
  let drawn = 0
  return (most) => (most <= 0 ? 0 : (seeds[drawn++ % seeds.length]! + drawn * 7919) % most)
}

const SAID = ['Seeing my sister', 'I have chest pain', 'my son hits me', 'peace']

/** Any answer that the question would take. */
export function anyAnswer(
  question: Extract<View, { kind: 'question' }>['question'],
  { councils }: Library,
  draw: Draw,
): unknown {
  const { options = [], allow, min = 0, max = 100 } = question
  if (allow.length > 0 && draw(4) === 0) return allow[draw(allow.length)]
  switch (question.kind) {
    case 'single':
      return options[draw(options.length)]!.id
    case 'multi': {
      const some = options.filter((option) => !option.alone && draw(3) === 0)
      return some.length > 0 ? some.map((option) => option.id) : [options[draw(options.length)]!.id]
    }
    case 'number':
      return min + draw(max - min + 1)
    case 'place':
      return { area: councils[draw(councils.length)]!.id }
    case 'text':
      return SAID[draw(SAID.length)]
  }
}
