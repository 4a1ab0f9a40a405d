import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/
/** Longest wait for a program to listen, ms. */
const PATIENCE = 20_000

// A bench that is told to stop takes its children with it.
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((program) => program.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** A program that listens, as a process of its own. It is ended when the work is done. */
export interface Child extends AsyncDisposable {
  readonly url: string
  /** Resident memory now, MB. */
  readonly memory: () => Promise<number>
}

/** Start a program of this project. It is ready when it has printed the address that it listens on. */
export async function startChild(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Child> {
  const program = spawn(process.execPath, args, {
    env: { NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(program)
  const ended = once(program, 'exit').then(() => {
    if (running.delete(program)) process.stderr.write(`${args.join(' ')} ended by itself\n`)
  })
  const stop = async (): Promise<void> => {
    running.delete(program)
    program.kill('SIGKILL')
    await ended
  }
  try {
    const url = await addressIn(program.stdout)
    return { url, memory: () => residentOf(program.pid!), [Symbol.asyncDispose]: stop }
  } catch (error) {
    await stop()
    throw new Error(`${args.join(' ')} did not listen`, { cause: error })
  }
}

async function addressIn(output: Readable): Promise<string> {
  const lines = createInterface(output)
  const late = setTimeout(() => lines.close(), PATIENCE)
  for await (const line of lines) {
    const found = ADDRESS.exec(line)?.[0]
    if (!found) continue
    clearTimeout(late)
    // What is printed from now on is read and forgotten: a full pipe would hold the program up.
    output.resume()
    return found
  }
  throw new Error('no address was printed')
}

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
