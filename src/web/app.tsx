import { Hono } from 'hono'
import { bodyLimit } from '../body-limit.ts'
import { LIMITS } from '../flow/limits.ts'
import { headers, ownFormsOnly } from './guard.ts'
import { adviceRoutes } from './routes/advice.tsx'
import { editorRoutes } from './routes/editors.tsx'
import { movingRoutes } from './routes/moving.tsx'
import { plainRoutes } from './routes/plain.tsx'
import { productRoutes } from './routes/products.tsx'
import { questionRoutes } from './routes/question.tsx'
import { returnRoutes } from './routes/return.tsx'
import { serviceEditorRoutes } from './routes/service-editors.tsx'
import { startRoutes } from './routes/start.tsx'
import { wrongRoutes } from './routes/wrong.tsx'
import { createSite, type Web, type WebDeps } from './site.tsx'

export type { WebDeps } from './site.tsx'

/**
 * The resident chat as one Hono app: pages that work without a script, on Node and on Workers alike.
 * Mount it at the root; it answers every path that nothing before it took.
 */
export function createWeb(deps: WebDeps): Hono<Web> {
  const site = createSite(deps)
  const app = new Hono<Web>()
  app.onError((error, c) => {
    deps.report?.(error)
    return site.refuse(c, 'down')
  })
  app.route('/', site.files.routes)
  app.use(headers)
  app.use(ownFormsOnly(deps.config.baseUrl, (c) => site.refuse(c, 'forbidden')))
  app.use(bodyLimit({ maxSize: LIMITS.body, onError: (c) => site.refuse(c, 'too-large') }))
  for (const routes of [
    startRoutes,
    questionRoutes,
    adviceRoutes,
    productRoutes,
    returnRoutes,
    movingRoutes,
    plainRoutes,
    wrongRoutes,
    editorRoutes,
    serviceEditorRoutes,
  ])
    app.route('/', routes(site))
  // A mounted app's `notFound` is not asked, so the last route stands for it.
  app.all('*', (c) => site.refuse(c, 'missing'))
  return app
}
