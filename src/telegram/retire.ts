import type { Turn } from './desk.ts'

/** What becomes of the message that was edited in place until now, when something new is sent below it. */
export type Old =
  /** A press on its own button: it is edited itself. */
  | 'edit'
  /** It stays to be read, without its buttons. */
  | 'strip'
  /** It stays as it is: its buttons only show things. */
  | 'leave'
  /** It becomes one line of history. */
  | { readonly close: string }

/**
 * What was edited in place until now, and what was pressed, once something newer stands below: no button that is out of
 * date is left above it.
 */
export async function retire({ post, open, pressed }: Turn, old: Old): Promise<void> {
  if (old === 'leave') return
  for (const message of new Set([open?.message, pressed])) {
    if (message === undefined) continue
    if (typeof old === 'object' && message === open?.message) await post.edit(message, { html: old.close })
    else await post.strip(message)
  }
}
