import type { Value } from './database.ts'

/** What both adapters need to know of a statement before it runs. */
export interface Sql {
  /** How many values it takes, counted as SQLite does: `?` is one more than the largest so far, `?3` is the third. */
  readonly parameters: number
  /** It surely only reads. A statement that is merely not known to read counts as a write: slower, never wrong. */
  readonly reads: boolean
}

/** D1 takes no more (developers.cloudflare.com/d1/platform/limits). SQLite would, and then the code fails there. */
const MOST_PARAMETERS = 100

const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[^]*?\*\//g
/** D1 refuses these; on SQLite they would break the transaction that other batches share. */
const OWN_TRANSACTION = /^\s*(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|ATTACH|DETACH|VACUUM)\b/i
const WRITES = /\b(INSERT|UPDATE|DELETE|REPLACE)\b/i

const KNOWN_LIMIT = 500
const known = new Map<string, Sql>()

/** @throws TypeError where the statement could not mean the same on SQLite and on D1. */
export function readSql(text: string): Sql {
  let sql = known.get(text)
  if (!sql) {
    sql = parse(text)
    // IN (?, ?, …) makes new texts; they must not pile up.
    if (known.size >= KNOWN_LIMIT) known.clear()
    known.set(text, sql)
  }
  return sql
}

function parse(text: string): Sql {
  const bare = text.replaceAll(QUOTED, (quoted) => (/^(--|\/\*)/.test(quoted) ? ' ' : "''"))
  // Both drivers would run the first statement and, in part, forget the rest in silence.
  if (/;\s*\S/.test(bare)) throw new TypeError('One statement at a time')
  if (text.includes('\0')) throw new TypeError('A NUL character ends a statement early')
  if (OWN_TRANSACTION.test(bare)) throw new TypeError('Transactions are the business of batch()')
  if (/[:@$]\w/.test(bare)) throw new TypeError('Parameters are ? or ?1, not named')
  let parameters = 0
  for (const [, number] of bare.matchAll(/\?(\d*)/g))
    parameters = number ? Math.max(parameters, +number) : parameters + 1
  if (parameters > MOST_PARAMETERS) throw new TypeError(`At most ${MOST_PARAMETERS} values in a statement`)
  return { parameters, reads: /^\s*(SELECT|VALUES|WITH)\b/i.test(bare) && !WRITES.test(bare) }
}

/**
 * SQLite's driver binds `undefined`, NaN, BigInt and a missing value as NULL without a word, and D1 fails in words of
 * its own. Here each is the same mistake with the same answer. Messages name the place, never the value: it may be an
 * answer that somebody gave.
 * @throws TypeError
 */
export function checkValues(sql: Sql, values: readonly unknown[]): asserts values is readonly Value[] {
  if (values.length !== sql.parameters) {
    throw new TypeError(`The statement takes ${sql.parameters} values and was given ${values.length}`)
  }
  for (const [i, value] of values.entries()) {
    if (value === null || typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) continue
    if (value instanceof Uint8Array) continue
    const found = typeof value === 'number' ? 'not a finite number' : typeof value
    throw new TypeError(`Value ${i + 1} is ${found}; only strings, finite numbers, bytes and null can be bound`)
  }
}
