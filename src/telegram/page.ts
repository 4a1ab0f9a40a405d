/** A button under a message: something to do, or an address to open. */
export type Button = { readonly text: string; readonly data: string } | { readonly text: string; readonly url: string }

/** One message with its buttons, in Telegram's HTML. */
export interface Page {
  readonly html: string
  readonly buttons?: ReadonlyArray<readonly Button[]>
}

export const markup = (buttons: Page['buttons'] = []) => ({
  inline_keyboard: buttons
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((button) =>
        'url' in button ? { text: button.text, url: button.url } : { text: button.text, callback_data: button.data },
      ),
    ),
})
