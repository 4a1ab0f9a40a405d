import type { Update } from 'grammy/types'
import type { Call, Key } from './calls.ts'
import type { Stage } from './desk.ts'

/** Somebody with Telegram on their phone: sees the newest messages, presses buttons, writes. */
export interface Person {
  readonly chat: number
  /** Send a text or a command. */
  write(text: string): Promise<void>
  /** Press the button whose words begin so, on the message that has it last. */
  press(words: string): Promise<void>
  /** Press what stands behind a button, such as an old one. */
  pressData(data: string, message?: number): Promise<void>
  /** Send the last update once more, as Telegram does when it had no answer. */
  resend(): Promise<void>
  /** Any other update of this chat. */
  send(update: object): Promise<void>
  /** What the bot did in answer to the last update. */
  readonly answered: Call[]
  /** The text of the newest page, tags and all. */
  page(): string
  /** Everything that was said in answer to the last update. */
  said(): string
  keys(): Key[]
  key(words: string): Key
  message(): number
  /** The words of the toast over the chat, if there was one. */
  toast(): string | undefined
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')

let update = 100

export function person(stage: Stage, chat = 7): Person {
  let from = 0
  let last: Update | undefined
  const messages = new Map<number, Call['payload']>()

  async function send(body: object): Promise<void> {
    last = { update_id: ++update, ...body } as Update
    await deliver()
  }
  async function deliver(): Promise<void> {
    from = stage.calls.length
    await stage.bot.handleUpdate(structuredClone(last!))
    for (const call of stage.calls.slice(from)) note(call)
  }
  let newest = 1000
  function note({ method, payload }: Call): void {
    if (payload.chat_id !== chat) return
    if (method === 'sendMessage') messages.set((newest = sentId(payload)), payload)
    if (method === 'editMessageText') messages.set(payload.message_id!, payload)
    if (method === 'editMessageReplyMarkup')
      messages.set(payload.message_id!, { ...messages.get(payload.message_id!), reply_markup: payload.reply_markup! })
  }
  const sentId = (payload: Call['payload']): number => {
    const sent = stage.calls.filter(({ method }) => method === 'sendMessage' || method === 'sendDocument')
    return 1001 + sent.findIndex((call) => call.payload === payload)
  }
  const keysOf = (payload: Call['payload'] | undefined): Key[] => payload?.reply_markup?.inline_keyboard.flat() ?? []
  const who = { id: chat, is_bot: false, first_name: 'A' }
  const room = { id: chat, type: 'private', first_name: 'A' }
  const self: Person = {
    chat,
    send,
    write: (text) =>
      send({
        message: {
          message_id: ++newest,
          date: 0,
          chat: room,
          from: who,
          text,
          ...(text.startsWith('/')
            ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(/\s/)[0]!.length }] }
            : {}),
        },
      }),
    async press(words) {
      const found = [...messages].toReversed().find(([, payload]) => keysOf(payload).some((key) => starts(key, words)))
      if (!found)
        throw new Error(
          `no button "${words}"; there are ${self
            .keys()
            .map(({ text }) => text)
            .join(' | ')}`,
        )
      await self.pressData(keysOf(found[1]).find((key) => starts(key, words))!.callback_data!, found[0])
    },
    pressData: (data, message = self.message()) =>
      send({
        callback_query: {
          id: `c${update}`,
          from: who,
          chat_instance: '1',
          data,
          message: { message_id: message, date: 0, chat: room },
        },
      }),
    resend: deliver,
    get answered() {
      return stage.calls.slice(from)
    },
    message: () => [...messages.keys()].at(-1)!,
    page: () => plain(messages.get(self.message())?.text ?? ''),
    said: () =>
      self.answered
        .filter(({ method }) => method === 'sendMessage' || method === 'editMessageText')
        .map(({ payload }) => plain(payload.text ?? ''))
        .join('\n---\n'),
    keys: () => keysOf(messages.get(self.message())),
    key(words) {
      const key = self.keys().find((one) => starts(one, words))
      if (!key)
        throw new Error(
          `no button "${words}" among ${self
            .keys()
            .map(({ text }) => text)
            .join(' | ')}`,
        )
      return key
    },
    toast: () =>
      self.answered.find(({ method }) => method === 'answerCallbackQuery')?.payload.text as string | undefined,
  }
  return self
}

const starts = ({ text }: Key, words: string): boolean => text.replace(/^(?:✅ |⬜ |\d+\. )+/u, '').startsWith(words)
