import bundle from '../build/handrail.json'
import { createApp, type Bundle } from './app.ts'
import { expire } from './assessment/housekeeping.ts'
import { importDueFeeds } from './directory/nightly.ts'
import { webAsk } from './directory/oruk/read/ask.ts'
import { openD1 } from './store/d1.ts'

interface Env {
  readonly DB: Parameters<typeof openD1>[0]
  readonly PACK: string
  readonly BASE_URL?: string
  readonly EDITOR_KEY?: string
}

/** A Worker may make a thousand calls in one go, and D1 is called too. What is left over is fetched in later nights. */
const DETAILS_A_NIGHT = 500

// The library is read when the isolate starts; the statechart is composed with the first request, once an isolate.
const made = bundle as unknown as Bundle
const apps = new WeakMap<object, ReturnType<typeof createApp>>()

const appFor = (env: Env): ReturnType<typeof createApp> => {
  const ready = apps.get(env.DB)
  if (ready) return ready
  const app = createApp({
    bundle: made,
    db: openD1(env.DB),
    config: env,
    address: (c) => c.req.header('cf-connecting-ip') ?? 'unknown',
  })
  apps.set(env.DB, app)
  return app
}

export default {
  fetch: (request: Request, env: Env, context: Parameters<ReturnType<typeof createApp>['fetch']>[2]) =>
    appFor(env).fetch(request, env, context),
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const db = openD1(env.DB)
    await expire(db, made.library.version, Date.now())
    await importDueFeeds({
      db,
      feeds: made.library.packs[env.PACK]?.feeds ?? [],
      councils: made.library.councils,
      clock: Date.now,
      api: { ask: webAsk, mostDetails: DETAILS_A_NIGHT },
      told: ({ feed, outcome, message, services }) =>
        outcome === 'kept'
          ? console.error(`feed ${feed}: ${message}; its last good copy stays`)
          : console.log(`feed ${feed}: ${outcome}, ${services} services`),
    })
  },
}
