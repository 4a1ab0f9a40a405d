/**
 * The one way to data, in the shape of Cloudflare D1, so that "read, compute, one guarded batch" is the only form of
 * write on SQLite and on D1 alike. There are no interactive transactions: a batch is all or nothing.
 */
export interface Database {
  prepare(sql: string): Statement
  /** All or nothing, in order. Rejects with {@link Conflict} when a primary or unique key says that someone was first. */
  batch(statements: readonly Statement[]): Promise<unknown>
}

export interface Statement {
  bind(...values: Value[]): Statement
  first<Row>(): Promise<Row | null>
  all<Row>(): Promise<{ results: Row[] }>
  run(): Promise<unknown>
}

/**
 * What may be bound, and what is read. Not `undefined`, NaN or BigInt: SQLite would take them for NULL in silence, D1
 * refuses them. Bytes come back as a `Uint8Array` of their own on both.
 */
export type Value = string | number | null | Uint8Array

/** A key that guards against a second writer was there already. Nothing of the batch was written. */
export class Conflict extends Error {
  override name = 'Conflict'
}

/** The store cannot be read or written now: disk full, read-only, locked. Nothing of the batch was written. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
