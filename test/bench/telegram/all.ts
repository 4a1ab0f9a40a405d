import type { Bundle } from '../../../src/app.ts'
import type { Figure } from '../figure.ts'
import type { Step } from '../walk.ts'
import { replies } from './replies.ts'
import { stored } from './stored.ts'
import { updates } from './updates.ts'

/** What the Telegram bot takes, beside a peer, and what it keeps. */
export async function* telegram(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  yield* updates(bundle, walk)
  yield* replies(bundle, walk)
  yield await stored(bundle, walk)
}
