import type { Bundle } from '../../src/app.ts'
import { abreast } from './abreast.ts'
import { connect } from './client.ts'
import { figure, type Figure } from './figure.ts'
import { openFolder } from './folder.ts'
import { handrailPeople, startHandrail } from './handrail.ts'
import { answerNext } from './load.ts'
import { formsOf } from './people.ts'
import { PACK, type Step } from './walk.ts'

const STARTS = 5
const ASSESSMENTS = 10_000
const ANSWERS = 4
const CONNECTIONS = 8
/** A slow machine stops here, and the figure says how far it came, ms. */
const LONGEST = 75_000

/** The server as a process: how soon it is there, and how much it holds. */
export async function* server(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  const starts: number[] = []
  for (let run = 0; run < STARTS; run++) starts.push(await startUp(bundle, walk))
  yield figure('server: start to first answer', 's', starts, { atMost: 1.5 })
  yield await memory(walk)
}

/** Seconds from the start of the process to the first answer taken. */
async function startUp(bundle: Bundle, walk: readonly Step[]): Promise<number> {
  await using folder = await openFolder()
  const [person] = await handrailPeople(folder.file, bundle, walk, 1)
  const from = performance.now()
  await using handrail = await startHandrail(folder.file)
  using client = connect(handrail.url, 1)
  await answerNext(client, person!)
  return (performance.now() - from) / 1000
}

/** What the server holds after thousands of people have begun and answered, each from an address of their own. */
async function memory(walk: readonly Step[]): Promise<Figure> {
  await using folder = await openFolder()
  await using handrail = await startHandrail(folder.file)
  using client = connect(handrail.url, CONNECTIONS)
  const forms = formsOf(walk.slice(0, ANSWERS))
  const from = performance.now()
  let done = 0
  await abreast(CONNECTIONS, Array(ASSESSMENTS).keys(), async (n) => {
    if (performance.now() - from > LONGEST) return
    const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`
    const begun = await client.post({ path: '/start', body: `pack=${PACK}` }, { 'X-Forwarded-For': address })
    const person = { cookie: begun.cookie, posts: forms.values() }
    while (await answerNext(client, person)) continue
    done++
  })
  return figure(`server: memory after ${done} assessments`, 'MB', [await handrail.memory()], { atMost: 200 })
}
