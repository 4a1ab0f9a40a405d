import type { Update } from 'grammy/types'
import { conflict } from './refusal.ts'

/** Kinds that a bot gets only when it asks for them. */
const ASKED_FOR = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

export type Happening = Omit<Update, 'update_id'>

/** Somebody in this process who takes updates as they come. */
export type Hand = (update: Update) => Promise<void>

export interface Poll {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
  /** Seconds. */
  readonly timeout?: number | undefined
}

/** What happened in the chats, in order, until the bot has it: by a hand, by a webhook, or fetched by the bot itself. */
export interface Updates {
  /** Resolves when a hand or a webhook has taken it; at once where the bot fetches. */
  push(what: Happening): Promise<Update>
  /** The same update a second time, as after a lost answer. */
  again(update: Update): Promise<void>
  poll(poll: Poll, gone: AbortSignal): Promise<readonly Update[]>
  allow(kinds: readonly string[] | undefined): void
  readonly allowed: readonly string[] | undefined
  /** Give every further update to this one, or to nobody. */
  giveTo(hand: Hand | undefined): void
  drop(): void
  readonly waiting: number
}

export function createUpdates(first = 1): Updates {
  let next = first
  let queue: Update[] = []
  let allowed: readonly string[] | undefined
  let hand: Hand | undefined
  let wake: () => void = () => {}
  let fetching: (() => void) | undefined

  async function hold(update: Update): Promise<void> {
    if (hand) return hand(update)
    queue.push(update)
    queue = queue.toSorted((a, b) => a.update_id - b.update_id)
    wake()
  }

  const wanted = (what: Happening): boolean =>
    Object.keys(what).some((kind) => (allowed ? allowed.includes(kind) : !ASKED_FOR.has(kind)))

  return {
    async push(what) {
      const update = { ...what, update_id: next++ } as Update
      if (wanted(what)) await hold(update)
      return update
    },
    again: hold,
    async poll({ offset, limit = 100, timeout = 0 }, gone) {
      fetching?.()
      let ended = false
      const mine = (): void => {
        ended = true
        wake()
      }
      fetching = mine
      // "An update is considered confirmed as soon as getUpdates is called with an offset higher than its update_id."
      if (offset !== undefined)
        queue = offset < 0 ? queue.slice(offset) : queue.filter((update) => update.update_id >= offset)
      const late = Date.now() + timeout * 1000
      gone.addEventListener('abort', mine)
      try {
        while (queue.length === 0 && !ended && Date.now() < late) await heard(late - Date.now())
        if (ended && !gone.aborted)
          throw conflict('terminated by other getUpdates request; make sure that only one bot instance is running')
        return ended ? [] : queue.slice(0, limit)
      } finally {
        gone.removeEventListener('abort', mine)
        if (fetching === mine) fetching = undefined
      }
    },
    allow: (kinds) => void (kinds && (allowed = kinds.length > 0 ? kinds : undefined)),
    get allowed() {
      return allowed
    },
    giveTo(taker) {
      hand = taker
      const held = queue
      if (!hand) return
      queue = []
      for (const update of held) void hand(update)
    },
    drop: () => void (queue = []),
    get waiting() {
      return queue.length
    },
  }

  /** Something came, or the time is over. */
  function heard(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
