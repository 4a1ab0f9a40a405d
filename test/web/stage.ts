import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Hono } from 'hono'
import { compile as compileStyle } from 'sass'
import { createApp, type AppDeps, type Bundle } from '../../src/app.ts'
import { compile } from '../../src/content/compile.ts'
import type { Library } from '../../src/content/library.ts'
import { loadPictures } from '../../src/content/load.ts'
import type { Database } from '../../src/store/database.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'

const MIGRATIONS = new URL('../../src/store/migrations/', import.meta.url)

let once: Promise<Bundle> | undefined

/** The real content, style and script, made once for all tests of a file. */
export const bundle = (): Promise<Bundle> => (once ??= make())

async function make(): Promise<Bundle> {
  const style = compileStyle('src/web/style/main.scss', {
    loadPaths: ['node_modules'],
    style: 'compressed',
    quietDeps: true,
  })
  const script = { bundle: true, minify: true, format: 'iife', target: 'es2019', write: false } as const
  const { outputFiles } = await build({ entryPoints: ['src/web/client/main.ts'], ...script })
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).toSorted()
  return {
    library: await compile(),
    assets: { css: style.css, js: outputFiles[0]!.text, pictures: await loadPictures('content') },
    migrations: await Promise.all(
      names.map(async (name) => ({ name, sql: await readFile(new URL(name, MIGRATIONS), 'utf8') })),
    ),
  }
}

export interface Stage {
  readonly app: Hono
  readonly db: SqliteDatabase
  readonly bundle: Bundle
  readonly close: () => Promise<void>
}

export interface StageOptions {
  readonly config?: Partial<AppDeps['config']>
  readonly clock?: () => number
  readonly wrap?: (db: Database) => Database
  /** Content other than the real one. */
  readonly library?: (real: Library) => Library
}

/** The whole service on a store that is gone afterwards. */
export async function openStage({
  config,
  clock,
  wrap = (db) => db,
  library = (real) => real,
}: StageOptions = {}): Promise<Stage> {
  const made = await bundle()
  const parts = { ...made, library: library(made.library) }
  const folder = await mkdtemp(join(tmpdir(), 'handrail-web-'))
  const db = await openSqlite(join(folder, `${randomBytes(4).toString('hex')}.sqlite`), {
    migrations: parts.migrations,
  })
  const app = createApp({
    bundle: parts,
    db: wrap(db),
    config: { PACK: 'lancashire', ...config },
    address: () => '203.0.113.7',
    ...(clock ? { clock } : {}),
  })
  return {
    app,
    db,
    bundle: parts,
    async close() {
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
