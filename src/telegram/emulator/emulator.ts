import { Hono, type Context } from 'hono'
import type { Update, UserFromGetMe } from 'grammy/types'
import { openChat, type Person } from './chat.ts'
import { createFaults, refusalOf, type Fault, type Faults } from './faults.ts'
import { carryOut } from './methods.ts'
import type { Office } from './office.ts'
import { readParameters } from './parameters.ts'
import { Refusal } from './refusal.ts'
import { createUpdates, type Hand } from './updates.ts'
import { createHook } from './webhook.ts'
import { createWorld, type World } from './world.ts'

export interface EmulatorOptions {
  readonly token?: string
  /** Name of the bot, without @. */
  readonly username?: string
  /** ms */
  readonly clock?: () => number
  /** How a webhook is reached. */
  readonly fetch?: typeof globalThis.fetch
  /** Ids of updates and of people rise from here: several emulators on one store need to begin apart. */
  readonly first?: number
  /** First wait before a webhook is tried again, ms. */
  readonly patience?: number
}

/** Telegram, as far as one bot and the people who write to it can tell. */
export interface Emulator {
  /** Serves `/bot<token>/<method>`: give its address to the bot as `apiRoot`. */
  readonly app: Hono
  readonly token: string
  readonly me: UserFromGetMe
  readonly world: World
  /** All calls in order, with what they were answered. */
  readonly calls: readonly Call[]
  readonly fault: Faults['plan']
  readonly clearFaults: Faults['clear']
  /** Somebody who can write to the bot. The same id is the same person. */
  person(id?: number, about?: { name?: string; language?: string }): Person
  /** A group with the bot in it, and somebody who writes there. */
  group(id?: number): Person
  /** Give each update to the bot in this process, without polling or webhook. */
  giveTo(hand: Hand): void
  /** Every update so far, to send one again. */
  readonly sent: readonly Update[]
  again(update: Update): Promise<void>
  /** Send nothing more. */
  close(): void
}

export interface Call {
  readonly method: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** Absent where the call was carried out. `planned` where the refusal was a fault on demand. */
  readonly refused?: { readonly code: number; readonly description: string; readonly planned: boolean }
}

export const TOKEN = '7000000001:emulated-bot-token-0123456789abcdef'

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { token = TOKEN, username = 'handrail_test_bot', clock = Date.now, patience = 20, first = 1 } = options
  const world = createWorld(botNamed(Number(token.split(':')[0]), username), clock)
  const updates = createUpdates(first)
  const faults = createFaults()
  const calls: Call[] = []
  const sent: Update[] = []
  const office: Office = {
    world,
    updates,
    hook: undefined,
    openHook: (url, secret) =>
      createHook({
        url,
        secret,
        clock,
        patience,
        fetch: options.fetch ?? globalThis.fetch,
        reply: async (method, given) => void (await answer(method, given, new AbortController().signal)),
      }),
  }
  const push = async (what: Parameters<typeof updates.push>[0]): Promise<void> => {
    sent.push(await updates.push(what))
  }

  /** One call, with the fault that was planned for it. */
  async function answer(method: string, given: Record<string, unknown>, gone: AbortSignal): Promise<Response> {
    const fault = faults.meet(method, given)
    try {
      if (fault?.kind === 'dropped') throw new Broken()
      const planned = fault && refusalOf(fault)
      if (planned) return refuse(method, given, planned, true)
      if (fault?.kind === 'down') return new Response('<html>Bad Gateway</html>', { status: fault.status })
      const result = await carryOut(office, method, given, gone)
      calls.push({ method, parameters: given })
      if (fault?.kind === 'lost') throw new Broken()
      return Response.json({ ok: true, result })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refuse(method, given, error, false)
    }
  }

  function refuse(method: string, parameters: Record<string, unknown>, refusal: Refusal, planned: boolean): Response {
    const { code, description, parameters: more } = refusal
    calls.push({ method, parameters, refused: { code, description, planned } })
    const body = { ok: false, error_code: code, description, ...(more ? { parameters: more } : {}) }
    return Response.json(body, { status: code })
  }

  const app = new Hono()
  app.all('*', async (c) => {
    const [, given, method] = /^\/bot([^/]+)\/(\w+)$/.exec(c.req.path) ?? []
    if (given === undefined || method === undefined) return refuse('', {}, new Refusal(404, 'Not Found'), false)
    if (given !== token) return refuse(method, {}, wrong(given), false)
    try {
      return await answer(method, await readParameters(c.req.raw), c.req.raw.signal)
    } catch (error) {
      if (error instanceof Refusal) return refuse(method, {}, error, false)
      if (error instanceof Broken) return hangUp(c)
      throw error
    }
  })

  let people = 5000 + first
  return {
    app,
    token,
    me: world.me,
    world,
    calls,
    sent,
    fault: faults.plan,
    clearFaults: faults.clear,
    person: (id = ++people, about = {}) => openChat({ world, push, id, kind: 'private', ...about }),
    group: (id = -++people) => openChat({ world, push, id, kind: 'group' }),
    giveTo: updates.giveTo,
    again: (update) => updates.again(update),
    close: () => office.hook?.close(),
  }
}

/** "Each bot is given a unique authentication token": what is no token at all is not found, another's is not let in. */
const wrong = (token: string): Refusal =>
  /^\d+:[\w-]{30,}$/.test(token) ? new Refusal(401, 'Unauthorized') : new Refusal(404, 'Not Found')

/** The connection breaks. */
class Broken extends Error {}

/** Behind a real server the socket is cut; without one the call fails as `fetch` does when a connection breaks. */
function hangUp(c: Context): Response {
  const incoming = (c.env as { incoming?: { socket: { destroy(): void } } } | undefined)?.incoming
  if (!incoming) throw new TypeError('fetch failed')
  incoming.socket.destroy()
  return new Response(null)
}

const botNamed = (id: number, username: string): UserFromGetMe => ({
  id,
  is_bot: true,
  first_name: 'Handrail',
  username,
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})

export type { Fault }
