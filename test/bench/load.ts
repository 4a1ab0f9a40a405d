import type { Client } from './client.ts'
import type { Person } from './people.ts'

/** Send a person's next form; it must be taken, with a redirect to the next page. False when there is none left. */
export async function answerNext(client: Client, { cookie, posts }: Person): Promise<boolean> {
  const next = posts.next()
  if (next.done) return false
  const { status } = await client.post(next.value, { Cookie: cookie })
  if (status !== 302 && status !== 303) throw new Error(`POST ${next.value.path} was answered with ${status}`)
  return true
}

/** When a load ends: after this time, or as soon as so many answers have been taken. */
export interface Bound {
  readonly ms: number
  readonly answers: number
}

/** As fast as the replies come back: each connection sends one person's forms, then the next one's. Answers a second. */
export async function flatOut(
  client: Client,
  people: Iterator<Person>,
  connections: number,
  bound: Bound,
): Promise<number> {
  const from = performance.now()
  let answers = 0
  const goOn = (): boolean => answers < bound.answers && performance.now() - from < bound.ms
  const oneConnection = async (): Promise<void> => {
    while (goOn()) {
      const person = people.next()
      if (person.done) throw new Error('too few people have begun')
      while (goOn() && (await answerNext(client, person.value))) answers++
    }
  }
  await Promise.all(Array.from({ length: connections }, oneConnection))
  return (answers / (performance.now() - from)) * 1000
}

/**
 * So many answers a second, come what may, from people taking turns. How long each took since the moment when it was
 * due, ms: a server that stalls cannot hide behind a client that waits for it.
 */
export async function steady(client: Client, people: readonly Person[], rate: number, ms: number): Promise<number[]> {
  const from = performance.now()
  const taken: number[] = []
  const sent: Promise<void>[] = []
  let failure: unknown
  const send = async (person: Person, due: number): Promise<void> => {
    try {
      if (!(await answerNext(client, person))) throw new Error('too few people have begun')
      taken.push(performance.now() - due)
    } catch (error) {
      failure ??= error
    }
  }
  for (let n = 0; n < (rate * ms) / 1000 && !failure; n++) {
    const due = from + (n / rate) * 1000
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    sent.push(send(people[n % people.length]!, due))
  }
  await Promise.all(sent)
  if (failure) throw failure
  return taken
}
