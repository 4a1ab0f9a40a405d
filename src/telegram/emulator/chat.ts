import type { Chat, MessageEntity, User } from 'grammy/types'
import { shownIn, type Shown } from './screen.ts'
import type { Happening } from './updates.ts'
import { commandsIn, messageOf, put, type Press, type Room, type Stored, type Toast, type World } from './world.ts'

/** What people send besides words. */
export type Other = 'photo' | 'voice' | 'sticker' | 'location' | 'contact' | 'video_note'

/** Somebody with the app open at the chat with the bot. Each act resolves when the bot has had it, see `Updates.push`. */
export interface Person {
  readonly id: number
  say(text: string): Promise<void>
  /** Press a button by its words, on the newest message that has it. Gives what then showed over the chat. */
  tap(label: string, message?: number): Promise<Toast | undefined>
  /** Press a button that is no longer there: the app still showed it. */
  press(message: number, data: string): Promise<Toast | undefined>
  send(what: Other): Promise<void>
  /** Write one's own message anew. */
  edit(message: number, text: string): Promise<void>
  block(): Promise<void>
  unblock(): Promise<void>
  /** All that stands in the chat, oldest first. */
  screen(): readonly Shown[]
  /** What the bot wrote, oldest first. */
  bot(): readonly Shown[]
  /** Commands that the app offers. */
  commands(): ReadonlyArray<{ command: string; description: string }>
  /** Wait until the screen is as told: for a bot that fetches its updates. */
  until(ready: (screen: readonly Shown[]) => boolean, ms?: number): Promise<void>
}

export interface ChatOptions {
  readonly world: World
  readonly push: (what: Happening) => Promise<void>
  readonly id: number
  readonly kind: 'private' | 'group'
  readonly name?: string
  readonly language?: string
}

export function openChat({ world, push, id, kind, name = 'Ada', language = 'en' }: ChatOptions): Person {
  const room = world.rooms.get(id) ?? openRoom()

  function openRoom(): Room {
    const person: User = { id: Math.abs(id), is_bot: false, first_name: name, language_code: language }
    const chat: Chat =
      kind === 'private' ? { id, type: kind, first_name: name } : { id, type: kind, title: `Group ${-id}` }
    const opened: Room = { chat, person, messages: new Map(), begun: kind === 'group', blocked: false, left: false }
    world.rooms.set(id, opened)
    return opened
  }

  const write = (part: Partial<Stored>): Promise<void> => {
    room.begun = true
    return push({ message: messageOf(world, room, put(world, room, { by: 'person', ...part })) } as Happening)
  }

  async function press(message: number, data: string): Promise<Toast | undefined> {
    const stored = room.messages.get(message)
    const made: Press = { id: `press-${world.presses.size + 1}`, at: world.clock() }
    world.presses.set(made.id, made)
    await push({
      callback_query: {
        id: made.id,
        from: room.person,
        chat_instance: String(id),
        data,
        // "If the message is too old", or gone, there is only its number.
        message: stored ? messageOf(world, room, stored) : { chat: room.chat, message_id: message, date: 0 },
      },
    } as Happening)
    return made.answer
  }

  const moved = (was: string, is: string): Promise<void> => {
    room.blocked = is === 'kicked'
    const user = world.me
    const change = { chat: room.chat, from: room.person, date: Math.floor(world.clock() / 1000) }
    return push({
      my_chat_member: {
        ...change,
        old_chat_member: { status: was, user, ...(was === 'kicked' ? { until_date: 0 } : {}) },
        new_chat_member: { status: is, user, ...(is === 'kicked' ? { until_date: 0 } : {}) },
      },
    } as Happening)
  }

  const screen = (): readonly Shown[] => shownIn(room)

  return {
    id,
    say: (text) => write({ text, entities: commandsOf(text) }),
    async tap(label, message) {
      const found = screen()
        .toReversed()
        .filter((one) => message === undefined || one.id === message)
        .flatMap((one) => one.buttons.flat().map((button) => ({ ...button, message: one.id })))
        .find((button) => button.label === label)
      if (!found) throw new Error(`there is no button "${label}" on:\n${readable(screen())}`)
      if (found.data === undefined) throw new Error(`the button "${label}" leads to ${found.url}, not to the bot`)
      return press(found.message, found.data)
    },
    press,
    send: (what) => write({ other: OTHERS[what] }),
    async edit(message, text) {
      const before = room.messages.get(message)
      if (before?.by !== 'person') throw new Error('people write only their own messages anew')
      const after: Stored = { ...before, text, entities: commandsOf(text), edits: before.edits + 1 }
      room.messages.set(message, after)
      await push({ edited_message: messageOf(world, room, after) } as Happening)
    },
    block: () => moved('member', 'kicked'),
    unblock: () => moved('kicked', 'member'),
    screen,
    bot: () => screen().filter((one) => one.by === 'bot'),
    commands: () => commandsIn(world, room),
    async until(ready, ms = 5000) {
      for (const late = Date.now() + ms; !ready(screen());) {
        if (Date.now() > late) throw new Error(`it did not come; on the screen stands:\n${readable(screen())}`)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
  }
}

/** Telegram marks the commands in a text; bots find them by these marks. */
const commandsOf = (text: string): MessageEntity[] =>
  [...text.matchAll(/(?<=^|\s)\/[a-z\d_]{1,32}(?:@\w+)?(?=$|\s)/gi)].map((found) => ({
    type: 'bot_command',
    offset: found.index,
    length: found[0].length,
  }))

const readable = (screen: readonly Shown[]): string =>
  screen
    .slice(-3)
    .map(
      (one) =>
        `${one.by}: ${one.text}\n  ${one.buttons.map((row) => row.map((b) => `[${b.label}]`).join(' ')).join('\n  ')}`,
    )
    .join('\n')

const FILE = { file_id: 'file', file_unique_id: 'unique', file_size: 1000 }
const OTHERS: Readonly<Record<Other, object>> = {
  photo: { photo: [{ ...FILE, width: 90, height: 60 }] },
  voice: { voice: { ...FILE, duration: 3, mime_type: 'audio/ogg' } },
  sticker: { sticker: { ...FILE, type: 'regular', width: 512, height: 512, is_animated: false, is_video: false } },
  location: { location: { latitude: 53.76, longitude: -2.7 } },
  contact: { contact: { phone_number: '+441632960000', first_name: 'Ada' } },
  video_note: { video_note: { ...FILE, length: 240, duration: 3 } },
}
