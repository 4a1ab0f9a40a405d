import { isUuid } from '../../directory/mint.ts'
import { FIELDS, type Field, type OwnForm } from '../../directory/upkeep/form.ts'
import type { Sent } from '../form.ts'

/** More than any field takes is cut here already, so that a page never grows with what was sent. */
const LONGEST = 2000
const DAYS = [0, 1, 2, 3, 4, 5, 6]

/** The editors' form as it was sent; no id where it is none of ours. */
export function readOwnForm(sent: Sent): { id: string | undefined; seen: number; form: OwnForm } {
  const id = sent.one('id')
  const seen = Number(sent.one('seen') || '0')
  const text = (name: string): string => sent.one(name).slice(0, LONGEST)
  return {
    id: isUuid(id) ? id.toLowerCase() : undefined,
    seen: Number.isSafeInteger(seen) && seen >= 0 ? seen : 0,
    form: {
      fields: Object.fromEntries(Object.keys(FIELDS).map((field) => [field, text(field)])) as Record<Field, string>,
      types: sent.all('types').slice(0, 100),
      hours: DAYS.map((day) => [text(`opens-${day}`).trim(), text(`closes-${day}`).trim()] as const),
      checked: sent.one('checked') === 'yes',
    },
  }
}
