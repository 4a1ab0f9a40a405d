import { misuse } from './misuse.ts'
import type { Command } from './main.ts'

/** What can be imported, each by its own command. */
const KINDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  places: () => import('./import-places.ts'),
}

/** `handrail import <kind> …`: take data of others in. */
export default async function take(args: readonly string[]): Promise<number> {
  const [kind = '', ...rest] = args
  const command = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (!command)
    return misuse(`Say what to import: ${Object.keys(KINDS).join(', ')}. Such as: handrail import places <csv>`)
  return (await command()).default(rest)
}
