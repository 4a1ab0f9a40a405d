import type { InlineKeyboardButton } from 'grammy/types'
import * as z from 'zod'
import { json } from './parameters.ts'
import { badRequest } from './refusal.ts'

/** Rows of buttons under a message. */
export type Keyboard = ReadonlyArray<ReadonlyArray<InlineKeyboardButton>>

/** Telegram's own limits, met in practice: more are refused or do not show. */
const MOST_BUTTONS = 100
const MOST_IN_A_ROW = 8

const button = z.strictObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  copy_text: z.strictObject({ text: z.string().min(1).max(256) }).optional(),
})

/** `reply_markup`: this emulator knows buttons under a message, which is all that a bot without state needs. */
export const markup = json(z.strictObject({ inline_keyboard: z.array(z.array(button)) }))

/** Hold buttons against the Bot API's rules; gives them as they are shown, without empty rows. */
export function checkKeyboard(given: z.output<typeof markup> | undefined): Keyboard {
  const rows = (given?.inline_keyboard ?? []).filter((row) => row.length > 0)
  if (rows.flat().length > MOST_BUTTONS || rows.some((row) => row.length > MOST_IN_A_ROW))
    throw badRequest('REPLY_MARKUP_TOO_LONG')
  return rows.map((row) =>
    row.map((one) => {
      if (one.text.trim() === '') throw badRequest("can't parse inline keyboard button: text must be non-empty")
      // "Exactly one of the fields other than text … must be used to specify the type of the button."
      const kinds = [one.callback_data, one.url, one.copy_text].filter((kind) => kind !== undefined)
      if (kinds.length !== 1)
        throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
      // "Data to be sent in a callback query to the bot when the button is pressed, 1-64 bytes."
      const bytes = one.callback_data === undefined ? 1 : new TextEncoder().encode(one.callback_data).length
      if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
      if (one.url !== undefined && !isLink(one.url))
        throw badRequest(`inline keyboard button URL '${one.url}' is invalid: Wrong HTTP URL`)
      return one as InlineKeyboardButton
    }),
  )
}

/** Telegram takes no address of a single machine, such as http://localhost. */
function isLink(url: string): boolean {
  if (/^tg:\/\/./.test(url)) return true
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).hostname.includes('.')
}
