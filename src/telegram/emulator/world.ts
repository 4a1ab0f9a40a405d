import type { BotCommand, Chat, Message, MessageEntity, User, UserFromGetMe } from 'grammy/types'
import type { Keyboard } from './keyboard.ts'
import type { Upload } from './multipart.ts'
import { badRequest, forbidden } from './refusal.ts'

/** Everything that Telegram would know of one bot: its chats, what stands in them, and what was pressed. */
export interface World {
  readonly me: UserFromGetMe
  readonly clock: () => number
  readonly rooms: Map<number, Room>
  readonly presses: Map<string, Press>
  /** By the name that `listOf` gives. */
  readonly commands: Map<string, readonly BotCommand[]>
  /** Numbers of messages rise through all chats, as in the account of a bot. */
  nextMessage(): number
}

export interface Room {
  readonly chat: Chat
  readonly person: User
  readonly messages: Map<number, Stored>
  /** A bot may write to nobody who has not written to it first. */
  begun: boolean
  blocked: boolean
  left: boolean
  /** "Typing …", in the time in which it shows. */
  action?: string
}

export interface Stored {
  readonly id: number
  readonly by: 'bot' | 'person'
  /** ms */
  readonly at: number
  readonly text: string
  readonly entities: readonly MessageEntity[]
  readonly keyboard: Keyboard
  readonly document?: Upload
  /** What a person sent that is no text: a photo, a place and so on, as fields of the message. */
  readonly other?: object
  readonly edits: number
}

/** A button that somebody pressed, until the bot says that it has heard. */
export interface Press {
  readonly id: string
  readonly at: number
  answer?: Toast
}

/** What shows over the chat for a moment, or until it is closed. */
export interface Toast {
  readonly text: string
  readonly alert: boolean
}

export function createWorld(me: UserFromGetMe, clock: () => number): World {
  let messages = 0
  return {
    me,
    clock,
    rooms: new Map(),
    presses: new Map(),
    commands: new Map(),
    nextMessage: () => ++messages,
  }
}

/** Name of a list of commands: who it is for, and the language, `''` for all others. */
export const listOf = (scope = 'default', language = ''): string => `${scope}/${language}`

/** The commands that are shown in a chat: those of the narrowest scope, in the person's language where there are any. */
export function commandsIn({ commands }: World, { chat, person }: Room): readonly BotCommand[] {
  const scopes = [chat.type === 'private' ? 'all_private_chats' : 'all_group_chats', 'default']
  const lists = scopes.flatMap((scope) => [listOf(scope, person.language_code), listOf(scope)])
  return lists.map((list) => commands.get(list)).find((list) => list !== undefined) ?? []
}

/** The chat that a bot writes to, if it may. */
export function roomFor(world: World, id: number | string): Room {
  const room = typeof id === 'number' ? world.rooms.get(id) : undefined
  if (!room) throw badRequest('chat not found')
  if (room.blocked) throw forbidden('bot was blocked by the user')
  if (room.left) throw forbidden(`bot is not a member of the ${room.chat.type} chat`)
  if (!room.begun) throw forbidden("bot can't initiate conversation with a user")
  return room
}

export function put(world: World, room: Room, part: Partial<Stored> & Pick<Stored, 'by'>): Stored {
  const stored: Stored = {
    id: world.nextMessage(),
    at: world.clock(),
    text: '',
    entities: [],
    keyboard: [],
    edits: 0,
    ...part,
  }
  room.messages.set(stored.id, stored)
  return stored
}

/** A message as the Bot API gives it. */
export function messageOf(world: World, room: Room, stored: Stored): Message {
  const { id, by, at, text, entities, keyboard, document, other, edits } = stored
  const words = document ? { caption: text, caption_entities: entities } : { text, entities }
  return {
    message_id: id,
    from: by === 'bot' ? world.me : room.person,
    chat: room.chat,
    date: Math.floor(at / 1000),
    ...(edits > 0 ? { edit_date: Math.floor(world.clock() / 1000) } : {}),
    ...(text === '' ? {} : entities.length > 0 ? words : document ? { caption: text } : { text }),
    ...(document ? { document: fileOf(document, id) } : {}),
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    ...other,
  } as Message
}

const fileOf = ({ name, bytes }: Upload, id: number) => ({
  file_id: `document-${id}`,
  file_unique_id: `unique-${id}`,
  file_name: name,
  file_size: bytes.length,
})
