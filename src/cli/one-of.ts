import type { Command } from './main.ts'
import { misuse } from './misuse.ts'

/** A command of several kinds, `handrail <name> <kind> …`. Each is loaded only when it is called. */
export function oneOf(name: string, kinds: Readonly<Record<string, () => Promise<{ default: Command }>>>): Command {
  return async ([kind = '', ...rest]) => {
    const load = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
    if (!load) return misuse(`Say what to ${name}: handrail ${name} ${Object.keys(kinds).join(' | ')}`)
    return (await load()).default(rest)
  }
}
