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

interface Message {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The server closed a quiet connection in the moment in which it was used again: nothing was asked yet. */
class GivenUp extends Error {}

export function connect(url: string, connections: number): Client {
  const { hostname, port, origin } = new URL(url)
  if (hostname !== '127.0.0.1') throw new Error('only this machine is put under load')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const exchange = ({ method, path, headers, body }: Message): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request({ agent, hostname, port, path, method, headers, timeout: PATIENCE }, (response) => {
        read(response).then(resolve, reject)
      })
      asked.on('timeout', () => asked.destroy(new Error(`no response to ${method} ${path}`)))
      asked.on('error', (error: NodeJS.ErrnoException) =>
        reject(asked.reusedSocket && error.code === 'ECONNRESET' ? new GivenUp() : error),
      )
      asked.end(body)
    })
  const send = (message: Message): Promise<Reply> =>
    exchange(message).catch((error) => {
      if (error instanceof GivenUp) return exchange(message)
      throw error
    })
  return {
    get: (path) => send({ method: 'GET', path, headers: {} }),
    post: ({ path, body }, headers = {}) =>
      send({ method: 'POST', path, headers: { ...form(body), Origin: origin, ...headers }, body }),
    [Symbol.dispose]: () => agent.destroy(),
  }
}

const form = (body: string) => ({
  'Content-Type': 'application/x-www-form-urlencoded',
  'Content-Length': String(Buffer.byteLength(body)),
})

const read = (response: IncomingMessage): Promise<Reply> =>
  new Promise((resolve, reject) => {
    let body = ''
    response.setEncoding('utf8')
    response.on('data', (part: string) => (body += part))
    response.on('error', reject)
    response.on('end', () => {
      const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
      resolve({ status: response.statusCode ?? 0, cookie, body })
    })
  })
