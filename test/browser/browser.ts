import { existsSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { chromium, type Browser } from 'playwright-core'
import type { Library } from '../../src/content/library.ts'
import { openStage, type Stage, type StageOptions } from '../web/stage.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

/** Without Chromium the browser tests are skipped, and say so. */
export const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`browser tests are skipped: there is no Chromium at ${CHROMIUM}`)

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS })

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** The whole service on a free port, compressed as the Node entrance does it. */
export async function serveStage(
  options?: StageOptions,
  prepare?: (stage: Stage) => Promise<unknown>,
): Promise<Served & { readonly library: Library }> {
  const stage = await openStage(options)
  await prepare?.(stage)
  const app = new Hono()
  app.use(compress())
  app.route('/', stage.app)
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(listening))
  })
  const address = server.address()
  return {
    library: stage.bundle.library,
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async close() {
      await new Promise((resolve) => server.close(resolve))
      await stage.close()
    },
  }
}
