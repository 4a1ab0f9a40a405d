import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Something that listens on this machine, until it is closed. */
export interface Listening {
  readonly url: string
  close(): Promise<void>
}

/** Serve an app on this machine alone. Connections that are still open when it is closed are cut. */
export async function listen(app: Pick<Hono, 'fetch'>, port = 0): Promise<Listening> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => resolve(starting))
    starting.once('error', reject)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
