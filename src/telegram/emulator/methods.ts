import type * as z from 'zod'
import { fit } from './parameters.ts'
import { Refusal } from './refusal.ts'
import { chats } from './methods/chats.ts'
import { messages } from './methods/messages.ts'
import { receiving } from './methods/receiving.ts'
import type { Office } from './office.ts'

/** One method of the Bot API: its parameters, and what it does. */
export interface Method {
  readonly parameters: z.ZodType
  readonly run: (office: Office, parameters: never, gone: AbortSignal) => unknown
}

const methods: Readonly<Record<string, Method>> = { ...receiving, ...messages, ...chats }

/** Carry out a call. Throws a `Refusal` where Telegram would answer `ok: false`. */
export async function carryOut(
  office: Office,
  name: string,
  given: Record<string, unknown>,
  gone: AbortSignal,
): Promise<unknown> {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined
  if (!method) throw new Refusal(404, 'Not Found: method not found')
  return method.run(office, fit(method.parameters, given) as never, gone)
}
