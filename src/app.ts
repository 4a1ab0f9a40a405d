import { Hono, type Context } from 'hono'
import { createApi } from './api/api.ts'
import { createOruk } from './api/oruk.ts'
import { createAssessments } from './assessment/service.ts'
import { createUpkeep } from './assessment/upkeep.ts'
import type { Library } from './content/library.ts'
import type { Pictures } from './content/picture.ts'
import { speaker } from './content/words.ts'
import { createDirectory } from './directory/directory.ts'
import { pointOf } from './directory/locate.ts'
import { createPlaces } from './directory/places.ts'
import type { Database } from './store/database.ts'
import { createTelegram, type Telegram, type TelegramExtras } from './telegram/telegram.ts'
import type { TelegramConfig } from './config.ts'
import { createMoves } from './assessment/moves.ts'
import { createWeb, type WebDeps } from './web/app.tsx'

/** What the build made: everything that is asked and said, and the page's style, script and drawings. */
export interface Bundle {
  readonly library: Library
  readonly assets: { readonly css: string; readonly js: string; readonly pictures: Pictures }
  readonly migrations: ReadonlyArray<{ readonly name: string; readonly sql: string }>
}

export interface AppDeps {
  readonly bundle: Bundle
  readonly db: Database
  readonly config: {
    readonly PACK: string
    readonly BASE_URL?: string | undefined
    readonly EDITOR_KEY?: string | undefined
  } & Partial<TelegramConfig>
  /** The sender's address, for rate limits only. */
  readonly address: (c: Context) => string
  /** One line a request: never an id, an answer or an address. */
  readonly log?: (line: { method: string; path: string; status: number; ms: number }) => void
  /** Told of every error that is not the client's, without what the client sent. */
  readonly report?: (error: unknown) => void
  /** Makes the advice a document, where the platform can. */
  readonly pdf?: WebDeps['pdf']
  readonly clock?: () => number
  readonly random?: (bytes: Uint8Array<ArrayBuffer>) => void
  /** What only one of the platforms has for the Telegram bot. */
  readonly telegram?: TelegramExtras
}

/** The pages and the API, and the Telegram bot where there is one. */
export interface Service {
  readonly app: Hono
  readonly telegram?: Telegram
}

/** The pages and the API alone. */
export const createApp = (deps: AppDeps): Hono => createService(deps).app

/** The whole service, the same on Node and on Workers. */
export function createService(deps: AppDeps): Service {
  const { bundle, db, config, address, log, report, pdf, clock = Date.now } = deps
  const { library, assets } = bundle
  const random = deps.random ?? ((bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes))
  const today = () => new Date(clock()).toISOString().slice(0, 10)
  const places = createPlaces(db, library, today)
  const directory = createDirectory({ db, locate: (postcode) => pointOf(places, postcode) })
  const assessments = createAssessments({ db, library, clock, pack: config.PACK, random, places, directory })
  const moves = createMoves({ db, clock, random })
  const say = speaker(library.locale, library.messages)
  const telegram = createTelegram({
    ...deps.telegram,
    ...(pdf ? { pdf } : {}),
    db,
    config,
    assessments,
    moves,
    library,
    say,
    clock,
    random,
    ...(report ? { report } : {}),
  })
  const app = new Hono()
  if (log)
    app.use(async (c, next) => {
      const from = performance.now()
      await next()
      log({
        method: c.req.method,
        path: withoutIds(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - from),
      })
    })
  app.get('/livez', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await db.prepare('SELECT 1 AS ready').first()
      return c.text('ok')
    } catch {
      return c.text('the store is out of reach', 503)
    }
  })
  app.route('/api/v1', createApi({ assessments, address, version: library.version, ...(report ? { report } : {}) }))
  if (telegram?.routes) app.route('/', telegram.routes)
  const upkeep = createUpkeep({ db, library, say, directory, places, clock, random })
  app.route('/oruk/v3', createOruk({ directory, baseUrl: config.BASE_URL, ...(report ? { report } : {}) }))
  app.route(
    '/',
    createWeb({
      assessments,
      moves,
      upkeep,
      library,
      assets,
      address,
      ...(report ? { report } : {}),
      ...(pdf ? { pdf } : {}),
      say,
      today,
      config: {
        pack: config.PACK,
        ...(config.BASE_URL ? { baseUrl: config.BASE_URL } : {}),
        ...(config.EDITOR_KEY ? { editorKey: config.EDITOR_KEY } : {}),
        ...(config.TELEGRAM_BOT_NAME ? { telegramBot: config.TELEGRAM_BOT_NAME } : {}),
      },
    }),
  )
  return { app, ...(telegram ? { telegram } : {}) }
}

/**
 * An id is a secret, and a postcode nearly an address: neither reaches a log, not even from a path that somebody got
 * wrong. Nor does the equipment that somebody looks at.
 */
const withoutIds = (path: string): string =>
  path
    .replace(/\/places\/.*/, '/places/:postcode')
    .replace(/\/advice\/products\/[^/]+/, '/advice/products/:type')
    .replace(/\/assessments\/(?!resume$)[^/]+/, '/assessments/:id')
    .replaceAll(/\/[\w-]{16,}(?=\/|$)/g, '/:id')
