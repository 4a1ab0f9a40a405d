import * as z from 'zod'
import { integer, json, truth } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { listOf, roomFor } from '../world.ts'
import { define } from './define.ts'

const chat = z.union([integer, z.string()])

/** An answer to a press must come soon; the exact time is Telegram's own, this is the shortest that was reported, ms. */
const PRESS_LIVES = 15_000
/** "Text of the notification … 0-200 characters." */
const MOST_TOAST = 200

const scope = json(
  z.looseObject({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
).optional()
const language = z
  .string()
  .regex(/^([a-z]{2})?$/, 'give a two-letter ISO 639-1 language code')
  .optional()

/** "1-32 characters. Can contain only lowercase English letters, digits and underscores", and "1-256 characters". */
const commandList = json(
  z
    .array(z.strictObject({ command: z.string(), description: z.string() }))
    .max(100, 'at most 100 commands can be specified'),
)

/** Presses, what a chat shows besides messages, and the list of commands. */
export const chats = {
  answerCallbackQuery: define(
    z.strictObject({
      callback_query_id: z.string(),
      text: z.string().optional(),
      show_alert: truth.optional(),
      url: z.string().optional(),
      cache_time: integer.optional(),
    }),
    ({ world }, { callback_query_id, text = '', show_alert = false }) => {
      const press = world.presses.get(callback_query_id)
      if (!press || press.answer || world.clock() - press.at > PRESS_LIVES)
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      if (text.length > MOST_TOAST) throw badRequest('MESSAGE_TOO_LONG')
      press.answer = { text, alert: show_alert }
      return true
    },
  ),

  sendChatAction: define(
    z.strictObject({ chat_id: chat, action: z.enum(['typing', 'upload_document', 'find_location']) }),
    ({ world }, { chat_id, action }) => {
      roomFor(world, chat_id).action = action
      return true
    },
  ),

  leaveChat: define(z.strictObject({ chat_id: chat }), ({ world }, { chat_id }) => {
    const room = roomFor(world, chat_id)
    if (room.chat.type === 'private') throw badRequest("can't leave private chats")
    room.left = true
    return true
  }),

  setMyCommands: define(
    z.strictObject({ commands: commandList, scope, language_code: language }),
    ({ world }, { commands, scope, language_code }) => {
      for (const { command, description } of commands) {
        if (!/^[a-z\d_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID')
        if (description.trim() === '' || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
      }
      world.commands.set(listOf(scope?.type, language_code), commands)
      return true
    },
  ),

  getMyCommands: define(
    z.strictObject({ scope, language_code: language }),
    ({ world }, { scope, language_code }) => world.commands.get(listOf(scope?.type, language_code)) ?? [],
  ),

  deleteMyCommands: define(
    z.strictObject({ scope, language_code: language }),
    ({ world }, { scope, language_code }) => {
      world.commands.delete(listOf(scope?.type, language_code))
      return true
    },
  ),
}
