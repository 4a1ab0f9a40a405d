import { Refusal, tooMany } from './refusal.ts'

/** What goes wrong on the way, on demand. */
export type Fault =
  /** "Too Many Requests", with the seconds to wait. */
  | { readonly kind: 'too-many'; readonly seconds: number }
  /** Telegram has a fault of its own; from 502 on the answer is a page and no JSON. */
  | { readonly kind: 'down'; readonly status: 500 | 502 | 503 | 504 }
  /** The connection breaks before the call is carried out. */
  | { readonly kind: 'dropped' }
  /** The call is carried out, and its answer is lost. */
  | { readonly kind: 'lost' }
  /** Any refusal, word for word. */
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }

interface Planned {
  readonly fault: Fault
  readonly method: string | undefined
  readonly chat: number | undefined
  left: number
}

export interface Faults {
  /** Let the next calls go wrong: all, or those of a method, or of a chat. */
  plan(fault: Fault, on?: { method?: string; chat?: number; times?: number }): void
  /** The fault that this call meets, used up with it. */
  meet(method: string, parameters: Record<string, unknown>): Fault | undefined
  clear(): void
}

export function createFaults(): Faults {
  let planned: Planned[] = []
  return {
    plan: (fault, { method, chat, times = 1 } = {}) => void planned.push({ fault, method, chat, left: times }),
    meet(method, parameters) {
      const found = planned.find(
        (one) =>
          (one.method ?? method) === method && (one.chat === undefined || one.chat === Number(parameters.chat_id)),
      )
      if (!found) return undefined
      found.left--
      planned = planned.filter((one) => one.left > 0)
      return found.fault
    },
    clear: () => void (planned = []),
  }
}

/** The refusal that a fault is answered with, where it is one. */
export function refusalOf(fault: Fault): Refusal | undefined {
  switch (fault.kind) {
    case 'too-many':
      return tooMany(fault.seconds)
    case 'refused':
      return new Refusal(fault.code, fault.description)
    case 'down':
      return fault.status === 500 ? new Refusal(500, 'Internal Server Error') : undefined
    default:
      return undefined
  }
}
