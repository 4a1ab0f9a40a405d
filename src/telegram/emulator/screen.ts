import type { MessageEntity } from 'grammy/types'
import type { Room } from './world.ts'

/** A message as it stands on the screen now. */
export interface Shown {
  readonly id: number
  readonly by: 'bot' | 'person'
  readonly text: string
  readonly entities: readonly MessageEntity[]
  /** Rows of buttons under it. */
  readonly buttons: ReadonlyArray<ReadonlyArray<Button>>
  readonly document?: { readonly name: string; readonly bytes: Uint8Array }
  /** How often it was written anew. */
  readonly edits: number
}

export interface Button {
  readonly label: string
  /** What the bot gets when it is pressed. */
  readonly data?: string
  /** Where it leads instead. */
  readonly url?: string
}

export function shownIn({ messages }: Room): Shown[] {
  return [...messages.values()].map(({ id, by, text, entities, keyboard, document, edits }) => ({
    id,
    by,
    text,
    entities,
    edits,
    buttons: keyboard.map((row) =>
      row.map((one) => ({
        label: one.text,
        ...('callback_data' in one ? { data: one.callback_data } : {}),
        ...('url' in one ? { url: one.url } : {}),
      })),
    ),
    ...(document ? { document } : {}),
  }))
}
