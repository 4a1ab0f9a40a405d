import type { Bot } from 'grammy'

/** One call of the Bot API, as it would have gone out. */
export interface Call {
  readonly method: string
  readonly payload: {
    readonly chat_id?: number
    readonly message_id?: number
    readonly text?: string
    readonly reply_markup?: { readonly inline_keyboard: ReadonlyArray<readonly Key[]> }
    readonly [field: string]: unknown
  }
}

export interface Key {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
}

/** What Telegram answers to the next call of a method instead of doing it. */
export interface Fault {
  readonly method: string
  readonly error_code: number
  readonly description: string
}

const SENDS: ReadonlySet<string> = new Set(['sendMessage', 'sendDocument'])

/** Write down what the bot calls, and answer as Telegram would: messages are numbered, an edit that changes nothing fails. */
export function callsOf(bot: Bot): { calls: Call[]; faults: Fault[] } {
  const calls: Call[] = []
  const faults: Fault[] = []
  const shown = new Map<number, string>()
  bot.api.config.use((_previous, method, payload) => {
    const call = { method, payload: { ...(payload as Call['payload']) } }
    calls.push(call)
    const answer = (result: unknown) => Promise.resolve({ ok: true, result } as never)
    const at = faults.findIndex((fault) => fault.method === method)
    if (at !== -1) return Promise.resolve({ ok: false, ...faults.splice(at, 1)[0]! } as never)
    const look = JSON.stringify([call.payload.text, call.payload.reply_markup])
    if (method === 'editMessageText') {
      if (shown.get(call.payload.message_id!) === look)
        return Promise.resolve({
          ok: false,
          error_code: 400,
          description: 'Bad Request: message is not modified',
        } as never)
      shown.set(call.payload.message_id!, look)
      return answer({ message_id: call.payload.message_id })
    }
    if (SENDS.has(method)) {
      const id = 1000 + calls.filter((one) => SENDS.has(one.method)).length
      shown.set(id, look)
      return answer({ message_id: id })
    }
    return answer(true)
  })
  return { calls, faults }
}
