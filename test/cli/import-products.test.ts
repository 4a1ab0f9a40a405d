import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import importProducts from '../../src/cli/import.ts'
import { products } from '../../src/directory/products.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { csv, row } from '../fixture/feed.ts'
import { migrations, temporaryFolder } from '../store/temporary.ts'

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
  vi.stubEnv('DATABASE_FILE', join(folder, 'shop.sqlite'))
  // The test runner sets one of its own.
  vi.stubEnv('BASE_URL', '')
  onTestFinished(() => void vi.unstubAllEnvs())
})

/** Run the command as somebody types it: its exit code and what it said. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const keep = (text: unknown): true => {
    said += String(text)
    return true
  }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text) => void keep(`${text}\n`)),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep),
  ]
  const code = await importProducts(args)
  for (const spy of spies) spy.mockRestore()
  return { code, said }
}
const file = async (text: string | Uint8Array, name = 'elm.csv'): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}
const open = async (name: string): Promise<SqliteDatabase> => {
  const db = await openSqlite(join(folder, name), { migrations: await migrations() })
  onTestFinished(() => db.close())
  return db
}
const skus = async (db: SqliteDatabase): Promise<string[]> =>
  (
    await products(db).list(
      'walking-stick',
      { leastLimit: null, limitMayBeUnsaid: true, size: null },
      { suppliers: ['elm'], now: Date.now() },
      { from: 0, size: 99 },
    )
  ).products.map(({ sku }) => sku)

test('a feed is taken over, and what was refused is told with its rows', async () => {
  const path = await file(csv(row(), row({ id: 'S2', name: 'Quad stick', iso9999: '12 03 16' })))
  const { code, said } = await run('products', path, '--supplier', 'elm', '--name', 'Elm Aids')
  expect(code).toBe(0)
  expect(said).toContain('2 products read, 1 accepted')
  expect(said).toContain('Refused, assessed-only: 1 (row 2)')
  expect(said).toContain('No pack names elm')
  expect(await skus(await open('shop.sqlite'))).toEqual(['S1'])
})

test('--json is one JSON document and nothing else', async () => {
  const path = await file(csv(row()))
  const { code, said } = await run('products', path, '--supplier', 'elm', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(said)).toMatchObject({ file: path, ok: true, rows: 1, accepted: 1, refused: [], unnamed: ['elm'] })
})

test('a broken feed names file, line and column, and what was there stays', async () => {
  await run('products', await file(csv(row())), '--supplier', 'elm')
  const broken = await file(csv(row(), 'S2,"Oak'), 'broken.csv')
  const { code, said } = await run('products', broken, '--supplier', 'elm')
  expect(code).toBe(1)
  expect(said).toContain(`${broken}, line 3, column 2: row 2 opens a quote`)
  expect(said).toContain('Nothing was changed')
  expect(await skus(await open('shop.sqlite'))).toEqual(['S1'])
})

test('--sql brings the same products into another store', async () => {
  const sql = join(folder, 'out.sql')
  const path = await file(csv(row({ name: "Oak walking stick, the carer's" }), row({ id: 'S2' })))
  await run('products', path, '--supplier', 'elm', '--sql', sql)
  const other = await open('other.sqlite')
  const statements = (await readFile(sql, 'utf8')).trimEnd().split('\n')
  await other.batch(statements.map((statement) => other.prepare(statement)))
  expect(await skus(other)).toEqual(await skus(await open('shop.sqlite')))
  await other.batch(statements.map((statement) => other.prepare(statement)))
  expect(await skus(other)).toHaveLength(2)
})

test.each([
  [[], 'Say what to import'],
  [['sweets'], 'Say what to import'],
  [['products'], 'Usage'],
  [['products', 'nowhere.csv'], 'no file "nowhere.csv"'],
  [['products', 'a', 'b'], 'Usage'],
  [['products', 'a', '--colour'], 'Usage'],
])('wrong use is told: %j', async (args, message) => {
  const { code, said } = await run(...args)
  expect(code).toBe(2)
  expect(said).toContain(message)
})
