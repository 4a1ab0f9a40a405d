import type { Bytes } from './decode.ts'

/** One answer of a server. The body comes as it is read; `discard` gives it up. */
export interface Answer {
  readonly status: number
  header(name: string): string | undefined
  readonly body: Bytes
  discard(): void
}

/**
 * Ask for one address, following no redirect. Node's way looks at the address that the name stands for (guarded.ts);
 * a Worker stands in nobody's private network, and asks by fetch.
 * @throws FeedFault
 */
export type Ask = (url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Answer>

/** By the platform's own fetch: for Workers. */
export const webAsk: Ask = async (url, headers, signal) => {
  const response = await fetch(url, { headers, signal, redirect: 'manual' })
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    body: bytesOf(response.body),
    discard: () => void response.body?.cancel().catch(() => {}),
  }
}

async function* bytesOf(body: ReadableStream<Uint8Array<ArrayBuffer>> | null): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}
