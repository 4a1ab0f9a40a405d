import { Agent, request, type IncomingMessage } from 'node:http'
import type { Person, Post } from './people.ts'

/** Longest wait for one response, ms. */
const PATIENCE = 10_000

/** Sends forms to a server on this machine over connections that stay open. */
export interface Client {
  readonly post: (post: Post, headers?: Readonly<Record<string, string>>) => Promise<Reply>
  readonly get: (path: string) => Promise<Reply>
}

export interface Reply {
  readonly status: number
  /** The cookies set, as they are to be sent back. */
  readonly cookie: string
  readonly body: string
}

/** Work with a client of at most `connections` connections, closed afterwards. */
export async function withClient<T>(url: string, connections: number, work: (client: Client) => Promise<T>): Promise<T> {
  const { hostname, port, origin } = new URL(url)
  if (hostname !== '127.0.0.1') throw new Error('only this machine is put under load')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const options = { agent, hostname, port, path, method, headers, timeout: PATIENCE }
      const asked = request(options, (response) => void read(response).then(resolve, reject))
      asked.on('timeout', () => asked.destroy(new Error(`no response to ${method} ${path}`)))
      asked.on('error', reject)
      asked.end(body)
    })
  try {
    return await work({
      get: (path) => send('GET', path, {}),
      post: ({ path, body }, headers = {}) => send('POST', path, { ...form(body), Origin: origin, ...headers }, body),
    })
  } finally {
    agent.destroy()
  }
}

const form = (body: string) => ({
  'Content-Type': 'application/x-www-form-urlencoded',
  'Content-Length': String(Buffer.byteLength(body)),
})

async function read(response: IncomingMessage): Promise<Reply> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  const cookie = (response.headers['set-cookie'] ?? []).map((one) => one.slice(0, one.indexOf(';'))).join('; ')
  return { status: response.statusCode ?? 0, cookie, body: Buffer.concat(parts).toString() }
}

/** Every answer must be taken: a redirect to the next page. */
async function answer(client: Client, { cookie }: Person, post: Post): Promise<void> {
  const { status } = await client.post(post, { Cookie: cookie })
  if (status !== 302 && status !== 303) throw new Error(`POST ${post.path} was answered with ${status}`)
}

/** As fast as the answers come back: each connection sends one person's forms after the other. Answers a second. */
export async function flatOut(client: Client, connections: number, people: readonly Person[], ms: number): Promise<number> {
  const waiting = people.values()
  const from = performance.now()
  let answers = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const person of waiting)
        for (const post of person.posts) {
          if (performance.now() - from >= ms) return
          await answer(client, person, post)
          answers++
        }
    }),
  )
  return (answers / (performance.now() - from)) * 1000
}

/**
 * So many answers a second, come what may, from people taking turns. How long each took from the moment when it was
 * due, ms: a server that stalls cannot hide behind a client that waits.
 */
export async function steady(client: Client, rate: number, people: readonly Person[], ms: number): Promise<number[]> {
  const from = performance.now()
  const last = new Map<Person, Promise<void>>()
  const taken: number[] = []
  for (let n = 0; n < (rate * ms) / 1000; n++) {
    const due = from + (n / rate) * 1000
    const wait = due - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    const person = people[n % people.length]!
    const post = person.posts[Math.floor(n / people.length)]
    if (!post) throw new Error('too few people for so many answers')
    const before = last.get(person) ?? Promise.resolve()
    last.set(person, before.then(() => answer(client, person, post)).then(() => void taken.push(performance.now() - due)))
  }
  await Promise.all(last.values())
  return taken
}
