import type { WebContext } from './site.tsx'

/** A form that was sent, as text. Anything that is not a form of ours reads as an empty one. */
export interface Sent {
  readonly one: (field: string) => string
  readonly all: (field: string) => string[]
  readonly entries: ReadonlyArray<readonly [field: string, value: string]>
}

export async function readForm(c: WebContext): Promise<Sent> {
  const ours = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
  // Workers warn in the log of every form that is read by `text()`.
  const sent = ours ? new TextDecoder().decode(await c.req.arrayBuffer()) : ''
  const fields = new URLSearchParams(sent)
  return {
    one: (field) => fields.get(field) ?? '',
    all: (field) => fields.getAll(field),
    entries: [...fields],
  }
}

/** The `seq` of a form; what is not a whole number is older than any. */
export const seqOf = (form: Sent): number => {
  const seq = Number(form.one('seq') || '-1')
  return Number.isSafeInteger(seq) ? seq : -1
}

/** What was given to a question: shown again as it was typed when it does not fit. */
export interface Given {
  readonly chosen: readonly string[]
  readonly text: string
  readonly postcode: string
  readonly area: string
}

export const givenIn = (form: Sent): Given => ({
  chosen: form.all('answer'),
  text: form.one('answer'),
  postcode: form.one('postcode'),
  area: form.one('area'),
})

/** The fields of a question's form as one answer for the door: an exit, a place, several options, or one value. */
export function answerIn(form: Sent): unknown {
  const exit = form.one('exit')
  if (exit !== '') return exit
  const { chosen, postcode, area } = givenIn(form)
  if (form.all('postcode').length > 0 || form.all('area').length > 0) return { postcode, area }
  return chosen.length > 1 ? chosen : (chosen[0] ?? '')
}
