import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'

const READY = /http:\/\/127\.0\.0\.1:\d+/
/** Longest wait for a program to listen, ms. */
const PATIENCE = 20_000

/** A program that listens, as a process of its own. */
export interface Child {
  readonly url: string
  /** Resident memory now, MB. */
  readonly memory: () => Promise<number>
}

/** Run a program until the work is done. It must print the address that it listens on. */
export async function withChild<T>(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  work: (child: Child) => Promise<T>,
): Promise<T> {
  const program = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(program, 'exit')
  try {
    const lines = createInterface(program.stdout)
    const url = await Promise.race([
      firstUrl(lines),
      ended.then(() => Promise.reject(new Error(`${args.join(' ')} ended before it listened`))),
      late(args),
    ])
    return await work({ url, memory: () => residentOf(program.pid!) })
  } finally {
    program.kill('SIGKILL')
    await ended
  }
}

async function firstUrl(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = READY.exec(line)
    if (found) return found[0]
  }
  throw new Error('no address was printed')
}

const late = (args: readonly string[]): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${args.join(' ')} did not listen in time`)), PATIENCE).unref()
  })

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
