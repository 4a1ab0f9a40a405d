import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite.ts'
import { begin, client } from '../api/client.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { startServer, type Server } from './server.ts'

const portOf = ({ url }: Server): number => Number(new URL(url).port)

/** A request of which only the first half has been sent. */
async function halfSent(
  server: Server,
  path: string,
  body: string,
): Promise<{ socket: Socket; finish(): Promise<string> }> {
  const socket = connect(portOf(server), '127.0.0.1')
  await once(socket, 'connect')
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  const half = Math.floor(body.length / 2)
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, half)}`,
  )
  return {
    socket,
    async finish() {
      socket.write(body.slice(half))
      await once(socket, 'close')
      return received
    },
  }
}

/** Until the service takes no new callers. */
async function untilShut(server: Server): Promise<void> {
  for (;;) {
    const socket = connect(portOf(server), '127.0.0.1')
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'open'),
      once(socket, 'error').then(
        () => 'shut',
        () => 'shut',
      ),
    ]).catch(() => 'shut')
    socket.destroy()
    if (outcome === 'shut') return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test(
  'told to stop, it takes nobody new, finishes what is under way, keeps it, and ends well',
  { timeout: 60_000 },
  async () => {
    const file = join(await temporaryFolder(), 'stopped.sqlite')
    const server = await startServer(file)
    const { id, path } = await begin(client(server))
    const slow = await halfSent(
      server,
      `/api/v1${path}/answers`,
      JSON.stringify({ seq: 0, question: 'who', answer: 'me' }),
    )
    // So that the half request has arrived before the signal does.
    expect((await client(server).get(path)).status).toBe(200)
    const stopping = server.kill('SIGTERM')
    await untilShut(server)
    const answer = await slow.finish()
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(answer).toContain('"seq":1')
    const answered = performance.now()
    expect(await stopping).toEqual({ code: 0, signal: null })
    expect(performance.now() - answered).toBeLessThan(2000)

    const db = await openSqlite(file, { migrations: [] })
    const { results } = await db.prepare('SELECT question, value FROM answer WHERE assessment_id = ?').bind(id).all()
    expect(results).toEqual([{ question: 'who', value: '"me"' }])
    await db.close()
  },
)

test(
  'callers who keep their connection open without asking anything do not hold it up',
  { timeout: 60_000 },
  async () => {
    const server = await startServer(join(await temporaryFolder(), 'idle.sqlite'))
    const idle = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const socket = connect(portOf(server), '127.0.0.1')
        socket.on('error', () => {})
        await once(socket, 'connect')
        socket.write('GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n')
        await once(socket, 'data')
        return socket
      }),
    )
    const since = performance.now()
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(performance.now() - since).toBeLessThan(5000)
    for (const socket of idle) socket.destroy()
  },
)

test('it starts again on the file that it left, and the answers are there', { timeout: 60_000 }, async () => {
  const file = join(await temporaryFolder(), 'again.sqlite')
  const before = await startServer(file)
  const { path, resumeCode } = await begin(client(before))
  await client(before).post(`${path}/answers`, { seq: 0, question: 'who', answer: 'me' })
  await before.kill('SIGTERM')
  const after = await startServer(file)
  const resumed = await client(after).post('/assessments/resume', { code: resumeCode })
  expect(resumed.body).toMatchObject({ view: { seq: 1, question: { id: 'age' } } })
  await after.kill('SIGTERM')
})

test('a wrong setting stops the start with a message that names it', async () => {
  await expect(startServer(join(await temporaryFolder(), 'never.sqlite'), { PACK: 'atlantis' })).rejects.toThrow(
    /PACK: there is no pack "atlantis"/,
  )
  await expect(startServer(join(await temporaryFolder(), 'never.sqlite'), { PORT: 'three thousand' })).rejects.toThrow(
    /PORT/,
  )
})
