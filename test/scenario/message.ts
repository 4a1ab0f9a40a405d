import type { Shown } from '../../src/telegram/emulator/screen.ts'

/** A line of a message as it looks. */
export interface Line {
  readonly text: string
  /** The whole line is in bold. */
  readonly bold: boolean
  readonly italic: boolean
}

export function linesOf({ text, entities }: Shown): Line[] {
  let from = 0
  return text.split('\n').map((line) => {
    const to = from + line.length
    const wholly = (type: string): boolean =>
      line !== '' && entities.some((one) => one.type === type && one.offset <= from && one.offset + one.length >= to)
    const read = { text: line, bold: wholly('bold'), italic: wholly('italic') }
    from = to + 1
    return read
  })
}

/** What stands in bold, in order. */
export const boldIn = ({ text, entities }: Shown): string[] =>
  entities.flatMap((one) => (one.type === 'bold' ? [text.slice(one.offset, one.offset + one.length)] : []))
