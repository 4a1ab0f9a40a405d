import { write } from '../callback.ts'
import type { Turn } from '../desk.ts'
import type { Button } from '../page.ts'

/** Writes buttons that do something which holds at any step, such as to show where things stand. */
export const doing = ({ desk, open }: Turn, seq = 0) =>
  function button(message: string, what: string, about?: string): Button {
    const act = { kind: 'do', what, ...(about === undefined ? {} : { about }) } as const
    return { text: desk.say(message), data: write({ handle: open!.handle, seq, act }) }
  }
