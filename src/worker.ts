import bundle from '../build/handrail.json'
import { createApp, type Bundle } from './app.ts'
import { expire } from './assessment/housekeeping.ts'
import { openD1 } from './store/d1.ts'

interface Env {
  readonly DB: Parameters<typeof openD1>[0]
  readonly PACK: string
  readonly BASE_URL?: string
  readonly EDITOR_KEY?: string
}

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
    await expire(openD1(env.DB), made.library.version, Date.now())
  },
}
