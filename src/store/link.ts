import { breaks, Connection } from './connection.ts'

/** One connection, used by one caller at a time, and made anew after an error that may have broken it. */
export class Link {
  readonly #file: string
  readonly #mode: 'read' | 'write'
  #connection: Connection | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(file: string, mode: 'read' | 'write', connection?: Connection) {
    this.#file = file
    this.#mode = mode
    this.#connection = connection
  }

  /** Waits its turn, then works with the connection. */
  use<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(() => this.#work(work))
    this.#last = turn.catch(() => {})
    return turn
  }

  /** After the work that is waiting now. */
  async close(farewell?: string): Promise<void> {
    await this.#last
    // A farewell is a courtesy to the next start: on a full disk it fails, and closing goes on.
    if (farewell) await this.#connection?.exec(farewell).catch(() => {})
    await this.#drop()
  }

  async #work<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    this.#connection ??= await Connection.open(this.#file, this.#mode)
    try {
      return await work(this.#connection)
    } catch (error) {
      if (breaks(error)) await this.#drop()
      throw error
    }
  }

  async #drop(): Promise<void> {
    const connection = this.#connection
    this.#connection = undefined
    await connection?.close()
  }
}
