import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** The built service as its own process, on its own database file. */
export interface Server {
  readonly url: string
  /** The same interface as an app in this process has, so that one client serves both. */
  readonly request: (url: string, init?: RequestInit) => Promise<Response>
  /** Everything it has printed. */
  output(): string
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; signal: string | null }>
}

export async function startServer(file: string, env: Record<string, string> = {}): Promise<Server> {
  const child = spawn(process.execPath, ['build/handrail.mjs', 'serve'], {
    env: { PATH: process.env.PATH ?? '', DATABASE_FILE: file, PORT: '0', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const ended = once(child, 'exit')
  const url = await ready(child, () => printed)
  return {
    url,
    request: (path, init) => fetch(`${url}${path}`, init),
    output: () => printed,
    async kill(signal) {
      child.kill(signal)
      const [code, by] = await ended
      return { code, signal: by }
    },
  }
}

async function ready(child: ChildProcess, printed: () => string): Promise<string> {
  for (;;) {
    const url = /Handrail is ready: (http\S+)/.exec(printed())?.[1]
    if (url) return url
    if (child.exitCode !== null) throw new Error(`the service did not start:\n${printed()}`)
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')])
  }
}
