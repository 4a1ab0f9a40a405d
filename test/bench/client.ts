import { Agent, request, type IncomingMessage } from 'node:http'
import type { Post } from './people.ts'

/** Longest wait for one response, ms. */
const PATIENCE = 10_000

/** Sends forms to a server on this machine, over connections that stay open until the work is done. */
export interface Client extends Disposable {
  readonly get: (path: string) => Promise<Reply>
  readonly post: (post: Post, headers?: Readonly<Record<string, string>>) => Promise<Reply>
}

export interface Reply {
  readonly status: number
  /** The cookies that were set, as they are to be sent back. */
  readonly cookie: string
  readonly body: string
}

export function connect(url: string, connections: number): Client {
  const { hostname, port, origin } = new URL(url)
  if (hostname !== '127.0.0.1') throw new Error('only this machine is put under load')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string,
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request({ agent, hostname, port, path, method, headers, timeout: PATIENCE }, (response) => {
        read(response).then(resolve, reject)
      })
      asked.on('timeout', () => asked.destroy(new Error(`no response to ${method} ${path}`)))
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server may give up a quiet connection in the moment in which it is used again.
        if (asked.reusedSocket && error.code === 'ECONNRESET') send(method, path, headers, body).then(resolve, reject)
        else reject(error)
      })
      asked.end(body)
    })
  return {
    get: (path) => send('GET', path, {}),
    post: ({ path, body }, headers = {}) => send('POST', path, { ...form(body), Origin: origin, ...headers }, body),
    [Symbol.dispose]: () => agent.destroy(),
  }
}

const form = (body: string) => ({
  'Content-Type': 'application/x-www-form-urlencoded',
  'Content-Length': String(Buffer.byteLength(body)),
})

async function read(response: IncomingMessage): Promise<Reply> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
  return { status: response.statusCode ?? 0, cookie, body: Buffer.concat(parts).toString() }
}
