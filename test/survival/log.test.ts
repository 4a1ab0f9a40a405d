import { join } from 'node:path'
import { expect, test } from 'vitest'
import { begin, client } from '../api/client.ts'
import { temporaryFolder } from '../store/temporary.ts'
import { startServer } from './server.ts'

test(
  'the log of a running service, at its most talkative, holds no id, code, answer or address',
  { timeout: 60_000 },
  async () => {
    const file = join(await temporaryFolder(), 'logged.sqlite')
    const server = await startServer(file, { LOG_LEVEL: 'debug' })
    const api = client(server)
    const { id, path, resumeCode } = await begin(api)
    await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'staff' })
    await api.post(`${path}/answers`, { seq: 0, question: 'who', answer: 'a canary' })
    await api.send(`${path}/answers`, '{"answer": "a canary"')
    await api.get(`/${id}/${resumeCode}`)
    await api.post('/assessments/resume', { code: resumeCode })
    await api.get('/topics?q=a%20canary')
    await server.request('/question', { headers: { Cookie: `__Host-handrail=${id}`, 'User-Agent': 'a canary' } })
    expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null })
    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThanOrEqual(8)
    expect(server.output()).toContain('/api/v1/assessments/:id/answers')
    for (const secret of [id, 'canary', 'staff']) expect(server.output()).not.toContain(secret)
    // The address that the service itself listens at is no secret; in the log of requests there is none.
    expect(lines.join('\n')).not.toContain('127.0.0.1')
  },
)
