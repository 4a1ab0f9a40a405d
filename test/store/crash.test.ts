import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Connection } from '../../src/store/connection.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { temporaryFolder } from './temporary.ts'

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url))
const ROUNDS = 40

/** Start a writer, kill it in the middle of its work, and give the numbers of the writes it was told are done. */
async function killedWriter(file: string): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'close')
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), 10 + Math.random() * 120)
    said += text
  })
  const [, signal] = await gone
  expect(signal).toBe('SIGKILL')
  // What follows the last line end was not said to the end.
  return said.split('\n').slice(1, -1).map(Number)
}

test(`killed ${ROUNDS} times in the middle of writing, it loses and tears nothing`, { timeout: 180_000 }, async () => {
  const file = join(await temporaryFolder(), 'crash.sqlite')
  const acknowledged: number[] = []
  const reopened: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await killedWriter(file)))

    const since = performance.now()
    const db = await openSqlite(file, { migrations: [] })
    const { results } = await db.prepare('SELECT n FROM one').all<{ n: number }>()
    reopened.push(performance.now() - since)

    const kept = new Set(results.map(({ n }) => n))
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
    const torn =
      'SELECT n FROM one EXCEPT SELECT n FROM two UNION ALL SELECT * FROM (SELECT n FROM two EXCEPT SELECT n FROM one)'
    expect((await db.prepare(torn).all()).results).toEqual([])
    const connection = await Connection.open(file, 'read')
    expect(await connection.all('PRAGMA integrity_check', [])).toEqual([{ integrity_check: 'ok' }])
    await connection.close()
    await db.close()
  }
  reopened.sort((a, b) => a - b)
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  console.log(
    `kill -9: ${ROUNDS} rounds, ${acknowledged.length} acknowledged writes, none lost or torn; ` +
      `reopened in ${reopened[ROUNDS / 2]!.toFixed(0)} ms (median), ${reopened.at(-1)!.toFixed(0)} ms (longest)`,
  )
})
