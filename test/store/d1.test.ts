import { expect, test } from 'vitest'
import { openD1, type D1PreparedStatement } from '../../src/store/d1.ts'
import { Conflict, Unavailable } from '../../src/store/database.ts'

/** Messages as D1 gives them: what cannot be provoked in a test is taken from its documentation. */
test.each([
  ['D1_ERROR: UNIQUE constraint failed: answer.assessment_id, answer.seq: SQLITE_CONSTRAINT', Conflict],
  ['D1_ERROR: D1 DB reset because its code was updated.', Unavailable],
  ['D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.', Unavailable],
  ['D1_ERROR: Network connection lost.', Unavailable],
  ['D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.', Unavailable],
  ["D1_ERROR: Can't read from request stream because client disconnected.", Unavailable],
  ['D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.', Unavailable],
  ['D1_ERROR: D1 DB is overloaded. Requests queued for too long.', Unavailable],
  ["D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.", Unavailable],
  ['D1_ERROR: D1 DB exceeded its CPU time limit and was reset.', Unavailable],
  ['D1_ERROR: Exceeded maximum DB size: SQLITE_FULL', Unavailable],
  ['D1_ERROR: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT', undefined],
  ['D1_ERROR: no such table: nowhere: SQLITE_ERROR', undefined],
  ["D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'", undefined],
])('%s', async (message, kind) => {
  const fail = () => Promise.reject(new Error(message))
  const statement: D1PreparedStatement = { bind: () => statement, first: fail, all: fail, run: fail }
  const db = openD1({ prepare: () => statement, batch: fail })
  for (const call of [
    () => db.batch([db.prepare('SELECT 1')]),
    () => db.prepare('SELECT 1').first(),
    () => db.prepare('SELECT 1').run(),
  ]) {
    const error: unknown = await call().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ message })
    expect([error instanceof Conflict, error instanceof Unavailable]).toEqual([kind === Conflict, kind === Unavailable])
  }
})
