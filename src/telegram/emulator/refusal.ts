import type { ResponseParameters } from 'grammy/types'

/** What the Bot API answers instead of a result: its own code and, word for word where it is known, its description. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: ResponseParameters,
  ) {
    super(`${code} ${description}`)
  }
}

export const badRequest = (what: string): Refusal => new Refusal(400, `Bad Request: ${what}`)
export const forbidden = (what: string): Refusal => new Refusal(403, `Forbidden: ${what}`)
export const conflict = (what: string): Refusal => new Refusal(409, `Conflict: ${what}`)
export const tooMany = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
