import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { pino, type Logger } from 'pino'
import { createApp, type Bundle } from './app.ts'
import { expire } from './assessment/housekeeping.ts'
import { readConfig, requirePack } from './config.ts'
import { importDueFeeds } from './directory/nightly.ts'
import { guardedAsk } from './directory/oruk/read/guarded.ts'
import type { Database } from './store/database.ts'
import { openSqlite } from './store/sqlite.ts'

const HOUR = 3_600_000
/** Longest wait for requests under way when the service is asked to stop, ms. */
const PATIENCE = 10_000

/** What `npm run build` made, read from beside the program. */
export const readBundle = async (): Promise<Bundle> =>
  JSON.parse(await readFile(new URL('../build/handrail.json', import.meta.url), 'utf8')) as Bundle

/** Start the service on Node and SQLite. Resolves when it listens; `stop` waits for requests under way. */
export async function start(
  env: Record<string, string | undefined>,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const config = readConfig(env)
  const bundle = await readBundle()
  requirePack(config.PACK, bundle.library.packs)
  const log = pino({ level: config.LOG_LEVEL, base: null })
  await mkdir(dirname(config.DATABASE_FILE), { recursive: true })
  const db = await openSqlite(config.DATABASE_FILE, { migrations: bundle.migrations })
  const app = new Hono()
  app.use(compress())
  app.route(
    '/',
    createApp({
      bundle,
      db,
      config,
      log: (line) => log.info(line),
      report: (error) => log.error({ err: error }, 'a request failed'),
      address: (c) =>
        (config.TRUST_PROXY && c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()) ||
        (getConnInfo(c).remote.address ?? 'unknown'),
    }),
  )
  const tidy = async (): Promise<void> => {
    try {
      const erased = await expire(db, bundle.library.version, Date.now())
      if (erased > 0) log.info({ erased }, 'assessments past their time were erased')
    } catch (error) {
      log.error({ error: (error as Error).message }, 'erasing old assessments failed; it is tried again in an hour')
    }
  }
  await tidy()
  const stopFeeds = lookAtFeeds(db, bundle, config.PACK, log)
  const timer = setInterval(() => void tidy(), HOUR)
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: config.HOST, port: config.PORT }, () => resolve(listening))
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.PORT
  return {
    url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`,
    async stop() {
      clearInterval(timer)
      await stopFeeds()
      await new Promise<void>((resolve) => {
        const http = 'closeIdleConnections' in server ? server : undefined
        // A connection that has had its answer would be kept alive for seconds more, and the stop with it.
        const idle = setInterval(() => http?.closeIdleConnections(), 50)
        const late = setTimeout(() => http?.closeAllConnections(), PATIENCE)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(late)
          resolve()
        })
      })
      await db.close()
    },
  }
}

/** Look every hour which feeds of the pack were last looked at a night ago. What is under way has a few
 * seconds to end before the stop. */
function lookAtFeeds(db: Database, { library }: Bundle, pack: string, log: Logger): () => Promise<void> {
  const { feeds = [] } = library.packs[pack]!
  let stopped = false
  let work: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      await importDueFeeds({
        db,
        feeds,
        councils: library.councils,
        clock: Date.now,
        api: { ask: guardedAsk(), stopped: () => stopped },
        told: ({ feed, outcome, message, services }) =>
          outcome === 'kept'
            ? log.error({ feed, message, services }, 'a feed could not be taken in; its last good copy stays')
            : log.info({ feed, outcome, services }, 'a feed was looked at'),
      })
    } catch (error) {
      log.error({ error: (error as Error).message }, 'looking at the feeds failed; it is tried again in an hour')
    }
  }
  const next = (): void => void (work = work.then(look))
  if (feeds.length > 0) next()
  const timer = setInterval(next, HOUR)
  return async () => {
    stopped = true
    clearInterval(timer)
    // A page that is slow to come is not waited for: what was read of it is swept up at the next look.
    let late: ReturnType<typeof setTimeout> | undefined
    await Promise.race([work, new Promise<void>((done) => (late = setTimeout(done, PATIENCE)))])
    clearTimeout(late)
  }
}
