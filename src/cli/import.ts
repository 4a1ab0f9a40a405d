import { misuse } from './misuse.ts'
import type { Command } from './main.ts'

/** What can be imported; each is loaded only when it is called. */
const KINDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  places: () => import('./import-places.ts'),
  oruk: () => import('./import-oruk.ts'),
  feeds: () => import('./import-feeds.ts'),
}

/** `handrail import <kind> …`: take data of others in. */
export default async function (args: readonly string[]): Promise<number> {
  const [kind = '', ...rest] = args
  const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (!load) return misuse(`Say what to import: handrail import ${Object.keys(KINDS).join(' | ')}`)
  return (await load()).default(rest)
}
