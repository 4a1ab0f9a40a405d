import type { Hook } from './webhook.ts'
import type { Updates } from './updates.ts'
import type { World } from './world.ts'

/** What the methods work on. */
export interface Office {
  readonly world: World
  readonly updates: Updates
  /** Where updates are sent, if anywhere. */
  hook: Hook | undefined
  openHook(url: string, secret: string | undefined): Hook
}
