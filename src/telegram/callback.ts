/**
 * What stands behind a button: the handle of the chat's assessment, the step at which it was shown, and what it does.
 * `k3Jd81ZpQw0-xYzA:12:over+` ticks "over" at step 12; with `12.5` it is about the fifth answer, which is being changed.
 * At most 64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton).
 */
export interface Press {
  readonly handle: string
  readonly seq: number
  /** Place in the list of answers of the one that is being changed. */
  readonly line?: number
  readonly act: Act
}

export type Act =
  /** An option, or a way to pass the question. */
  | { readonly kind: 'pick'; readonly option: string }
  | { readonly kind: 'tick'; readonly option: string; readonly on: boolean }
  | { readonly kind: 'council'; readonly area: string }
  | { readonly kind: 'do'; readonly what: string; readonly about?: string }

const FORM = /^([\w-]{16}):(\d{1,6})(?:\.(\d{1,4}))?:(.{1,40})$/

export const write = ({ handle, seq, line, act }: Press): string =>
  `${handle}:${seq}${line === undefined ? '' : `.${line}`}:${writeAct(act)}`

function writeAct(act: Act): string {
  switch (act.kind) {
    case 'pick':
      return act.option
    case 'tick':
      return `${act.option}${act.on ? '+' : '-'}`
    case 'council':
      return `@${act.area}`
    case 'do':
      return act.about === undefined ? `!${act.what}` : `!${act.what}.${act.about}`
  }
}

/** The press that a button stands for, or `null` where it is none of ours. */
export function read(data: string): Press | null {
  const [, handle, seq, line, act] = FORM.exec(data) ?? []
  if (!handle || !seq || !act) return null
  return { handle, seq: Number(seq), ...(line === undefined ? {} : { line: Number(line) }), act: readAct(act) }
}

function readAct(act: string): Act {
  if (act.startsWith('@')) return { kind: 'council', area: act.slice(1) }
  if (act.startsWith('!')) {
    const [what = '', ...about] = act.slice(1).split('.')
    return { kind: 'do', what, ...(about.length > 0 ? { about: about.join('.') } : {}) }
  }
  const mark = act.at(-1)
  if (mark === '+' || mark === '-') return { kind: 'tick', option: act.slice(0, -1), on: mark === '+' }
  return { kind: 'pick', option: act }
}

/** Topics found in own words before anything is begun: nothing is stored yet, so the button carries them. */
export interface Found {
  readonly what: 'show' | 'begin'
  readonly topics: ReadonlyArray<{ readonly id: string; readonly chosen: boolean }>
}

const FOUND = /^(show|begin):([a-z0-9*.-]*)$/

export const writeFound = ({ what, topics }: Found): string =>
  `${what}:${topics.map(({ id, chosen }) => `${id}${chosen ? '*' : ''}`).join('.')}`

export function readFound(data: string): Found | null {
  const [, what, list = ''] = FOUND.exec(data) ?? []
  if (what !== 'show' && what !== 'begin') return null
  const topics = list.split('.').filter((one) => one.replace('*', '') !== '')
  return { what, topics: topics.map((one) => ({ id: one.replace('*', ''), chosen: one.endsWith('*') })) }
}

/** The answer to "did it help?". */
export const writeHelped = (handle: string, answer: string): string => `helped:${handle}:${answer}`

export function readHelped(data: string): { handle: string; answer: string } | null {
  const [, handle, answer] = /^helped:([\w-]{16}):([a-z-]{1,16})$/.exec(data) ?? []
  return handle && answer ? { handle, answer } : null
}
