import * as z from 'zod'
import { checkKeyboard, markup } from '../keyboard.ts'
import { integer, json, truth, upload } from '../parameters.ts'
import { badRequest } from '../refusal.ts'
import { linkPreview, parseMode, readCaption, readText } from '../texts.ts'
import { messageOf, put, roomFor, type Room, type Stored, type World } from '../world.ts'
import { define } from './define.ts'

const chat = z.union([integer, z.string()])
const sending = {
  chat_id: chat,
  parse_mode: parseMode,
  reply_markup: markup.optional(),
  disable_notification: truth.optional(),
  protect_content: truth.optional(),
  reply_parameters: json(
    z.strictObject({ message_id: integer, allow_sending_without_reply: truth.optional() }),
  ).optional(),
}

/** "A message can only be deleted if it was sent less than 48 hours ago." */
const DELETABLE = 48 * 3_600_000
/** "Bots can currently send files of any type of up to 50 MB in size." */
const MOST_BYTES = 50 * 1024 * 1024

/** What a bot writes, writes anew and takes away. */
export const messages = {
  sendMessage: define(
    z.strictObject({ ...sending, text: z.string(), link_preview_options: linkPreview }),
    ({ world }, { chat_id, text, parse_mode, reply_markup, reply_parameters }) => {
      const room = roomFor(world, chat_id)
      checkReply(room, reply_parameters)
      const formatted = readText(text, parse_mode)
      delete room.action
      return messageOf(
        world,
        room,
        put(world, room, { by: 'bot', ...formatted, keyboard: checkKeyboard(reply_markup) }),
      )
    },
  ),

  sendDocument: define(
    z.strictObject({ ...sending, document: upload, caption: z.string().optional() }),
    ({ world }, { chat_id, document, caption = '', parse_mode, reply_markup, reply_parameters }) => {
      const room = roomFor(world, chat_id)
      checkReply(room, reply_parameters)
      if (document.bytes.length === 0) throw badRequest('file must be non-empty')
      if (document.bytes.length > MOST_BYTES) throw badRequest('file is too big')
      // Telegram mends names that it cannot keep; a person then finds a file under another name than was meant.
      if (!/^[\w.-]+$/.test(document.name)) throw badRequest(`the file name "${document.name}" would not be kept`)
      const formatted = readCaption(caption, parse_mode)
      const keyboard = checkKeyboard(reply_markup)
      delete room.action
      return messageOf(world, room, put(world, room, { by: 'bot', ...formatted, keyboard, document }))
    },
  ),

  editMessageText: define(
    z.strictObject({
      chat_id: chat,
      message_id: integer,
      text: z.string(),
      parse_mode: parseMode,
      reply_markup: markup.optional(),
      link_preview_options: linkPreview,
    }),
    ({ world }, { chat_id, message_id, text, parse_mode, reply_markup }) => {
      const room = roomFor(world, chat_id)
      const before = editable(room, message_id)
      if (before.document) throw badRequest('there is no text in the message to edit')
      return replace(world, room, before, { ...readText(text, parse_mode), keyboard: checkKeyboard(reply_markup) })
    },
  ),

  editMessageReplyMarkup: define(
    z.strictObject({ chat_id: chat, message_id: integer, reply_markup: markup.optional() }),
    ({ world }, { chat_id, message_id, reply_markup }) => {
      const room = roomFor(world, chat_id)
      return replace(world, room, editable(room, message_id), { keyboard: checkKeyboard(reply_markup) })
    },
  ),

  deleteMessage: define(
    z.strictObject({ chat_id: chat, message_id: integer }),
    ({ world }, { chat_id, message_id }) => {
      const room = roomFor(world, chat_id)
      const found = room.messages.get(message_id)
      if (!found) throw badRequest('message to delete not found')
      if (world.clock() - found.at >= DELETABLE) throw badRequest("message can't be deleted for everyone")
      room.messages.delete(message_id)
      return true
    },
  ),
}

function checkReply(
  room: Room,
  reply: { message_id: number; allow_sending_without_reply?: boolean } | undefined,
): void {
  if (reply && !reply.allow_sending_without_reply && !room.messages.has(reply.message_id))
    throw badRequest('message to be replied not found')
}

function editable(room: Room, id: number): Stored {
  const found = room.messages.get(id)
  if (!found) throw badRequest('message to edit not found')
  if (found.by !== 'bot') throw badRequest("message can't be edited")
  return found
}

function replace(world: World, room: Room, before: Stored, change: Partial<Stored>): unknown {
  const after: Stored = { ...before, ...change, edits: before.edits + 1 }
  const shown = ({ text, entities, keyboard }: Stored): string => JSON.stringify([text, entities, keyboard])
  if (shown(after) === shown(before))
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  room.messages.set(before.id, after)
  return messageOf(world, room, after)
}
