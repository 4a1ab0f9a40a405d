import { openSqlite } from '../../src/store/sqlite.ts'

/** Writes pairs of rows with eight hands until it is killed, and says the number of each once it is acknowledged. */
const db = await openSqlite(process.argv[2]!, {
  migrations: [
    {
      name: '0001_pairs.sql',
      sql: 'CREATE TABLE one (n INTEGER PRIMARY KEY, text TEXT) STRICT; CREATE TABLE two (n INTEGER PRIMARY KEY)',
    },
  ],
})
const last = await db.prepare('SELECT coalesce(max(n), 0) AS n FROM one').first<{ n: number }>()
let next = last!.n + 1
const one = db.prepare('INSERT INTO one VALUES (?, ?)')
const two = db.prepare('INSERT INTO two VALUES (?)')

async function hand(): Promise<never> {
  for (;;) {
    const n = next++
    await db.batch([one.bind(n, 'x'.repeat(300)), two.bind(n)])
    process.stdout.write(`${n}\n`)
  }
}

process.stdout.write('ready\n')
await Promise.all(Array.from({ length: 8 }, hand))
