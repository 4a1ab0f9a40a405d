import { GrammyError, HttpError, type Api } from 'grammy'
import { markup, type Page } from './page.ts'

/** Writing into one chat. What Telegram merely has no use for is no error; that the bot was blocked is. */
export interface Post {
  /** @returns the id of the new message */
  send(page: Page): Promise<number>
  /** Put a page in the place of a message; false where that message is gone or too old. */
  edit(message: number, page: Page): Promise<boolean>
  /** Put other buttons under a message; false where it is gone or too old. */
  keys(message: number, buttons: Page['buttons']): Promise<boolean>
  /** Take the buttons off a message. */
  strip(message: number): Promise<void>
  document(name: string, bytes: Uint8Array): Promise<void>
}

/** @param file makes a file to send of bytes and a name */
export function postTo(
  api: Api,
  chat: number,
  file: (bytes: Uint8Array, name: string) => Parameters<Api['sendDocument']>[1],
): Post {
  /** The message as it is, with other buttons. */
  async function keys(message: number, buttons: Page['buttons']): Promise<boolean> {
    try {
      await api.editMessageReplyMarkup(chat, message, { reply_markup: markup(buttons) })
      return true
    } catch (error) {
      if (isUnmodified(error)) return true
      if (isGone(error)) return false
      throw error
    }
  }
  const form = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const
  return {
    async send({ html, buttons }) {
      const sent = await api.sendMessage(chat, html, { ...form, ...(buttons ? { reply_markup: markup(buttons) } : {}) })
      return sent.message_id
    },
    async edit(message, { html, buttons }) {
      try {
        await api.editMessageText(chat, message, html, { ...form, reply_markup: markup(buttons) })
        return true
      } catch (error) {
        if (isUnmodified(error)) return true
        if (isGone(error)) return false
        throw error
      }
    },
    keys,
    async strip(message) {
      await keys(message, [])
    },
    async document(name, bytes) {
      await api.sendDocument(chat, file(bytes, name))
    },
  }
}

const says = (error: unknown, code: number, words: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === code && words.test(error.description)

export const isUnmodified = (error: unknown): boolean => says(error, 400, /message is not modified/i)
const isGone = (error: unknown): boolean =>
  says(error, 400, /message to (edit|delete) not found|message can't be edited|MESSAGE_ID_INVALID|message not found/i)
/** A button that was pressed too long ago to be answered. Its spinner has stopped by itself. */
export const isTooOld = (error: unknown): boolean => says(error, 400, /query is too old|query id is invalid/i)
/** The person blocked the bot, left, or deleted the account (core.telegram.org/bots/api#making-requests). */
export const isShut = (error: unknown): boolean =>
  says(error, 403, /./) || says(error, 400, /chat not found|user is deactivated|PEER_ID_INVALID/i)
/** Telegram's fault or the network's, not ours or the store's. */
export const isTelegrams = (error: unknown): boolean => error instanceof GrammyError || error instanceof HttpError
