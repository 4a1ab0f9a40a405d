import { abreast } from './abreast.ts'
import { startChild, type Child } from './child.ts'
import type { Client } from './client.ts'
import type { Person } from './people.ts'

/** The peer with so many questions. */
export const startPeer = (questions: number): Promise<Child> =>
  startChild(['test/bench/peer/serve.ts', String(questions)])

/** People who have opened the first page: that gives them their cookies and the token that every form must carry. */
export async function peerPeople(client: Client, questions: number, many: number): Promise<Person[]> {
  const people: Person[] = []
  await abreast(4, Array(many).keys(), async () => {
    const { cookie, body } = await client.get('/question-1')
    const token = /name="_csrf"[^>]* value="([^"]*)"/.exec(body)?.[1]
    if (!token) throw new Error('the peer gave no form')
    const form = new URLSearchParams({ _csrf: token, answer: 'yes' }).toString()
    const posts = Array.from({ length: questions }, (_, index) => ({ path: `/question-${index + 1}`, body: form }))
    people.push({ cookie, posts: posts.values() })
  })
  return people
}
