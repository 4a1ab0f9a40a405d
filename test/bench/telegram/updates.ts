import type { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import type { Bundle } from '../../../src/app.ts'
import { abreast } from '../abreast.ts'
import { figure, type Figure } from '../figure.ts'
import { openFolder, openStore } from '../folder.ts'
import type { Step } from '../walk.ts'
import { openPeer } from './conversation.ts'
import { answerAtOnce, deedsFor, openBot, presses, says, type Happening } from './desk.ts'

const RUNS = 3
const CHATS = 32
const ABREAST = 16

/**
 * Updates a second through `handleUpdate`, with every update's effect in an SQLite file before the next one of that
 * chat, beside a bot built on `@grammyjs/conversations` that asks as many questions and keeps its state in the same store.
 */
export async function* updates(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  const ours: number[] = []
  const theirs: number[] = []
  // One run of each that warms up, then by turns.
  for (let run = 0; run <= RUNS; run++) {
    const our = await throughOurs(bundle, walk, run)
    const their = await throughPeer(walk.length, run)
    if (run === 0) continue
    ours.push(our)
    theirs.push(their)
  }
  yield figure(`Telegram: updates, ${ABREAST} chats at a time`, '/s', ours, { atLeast: 1500 })
  yield figure('peer: updates of a conversation as long', '/s', theirs)
  yield figure(
    "Telegram: times the peer's updates",
    '',
    ours.map((rate, run) => rate / theirs[run]!),
  )
}

async function throughOurs(bundle: Bundle, walk: readonly Step[], run: number): Promise<number> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  const { bot, chats } = openBot(store.db, bundle)
  const newest = answerAtOnce(bot)
  const send = sender(bot)
  const people = Array.from({ length: CHATS }, (_, n) => run * CHATS + n + 1)
  for (const id of people) await send(presses(id, 'begin:'))
  const handles = new Map(await Promise.all(people.map(async (id) => [id, (await chats.find(id))!.handle] as const)))
  let done = 0
  const from = performance.now()
  await abreast(ABREAST, people, async (id) => {
    for (const [seq, step] of walk.entries())
      for (const deed of deedsFor(step, seq, handles.get(id)!)) {
        await send('data' in deed ? presses(id, deed.data, newest.get(id)) : says(id, deed.text))
        done++
      }
  })
  const rate = (done / (performance.now() - from)) * 1000
  const { n } = (await store.db
    .prepare('SELECT COUNT(*) AS n FROM answer WHERE assessment_id IN (SELECT assessment_id FROM chat)')
    .first<{ n: number }>())!
  if (n !== CHATS * walk.length) throw new Error(`${n} answers are in, and not ${CHATS * walk.length}`)
  return rate
}

async function throughPeer(questions: number, run: number): Promise<number> {
  await using folder = await openFolder()
  await using peer = await openPeer(folder.file, questions)
  const send = sender(peer.bot)
  const people = Array.from({ length: CHATS }, (_, n) => run * CHATS + n + 1)
  for (const id of people) await send(says(id, '/start'))
  const from = performance.now()
  await abreast(ABREAST, people, async (id) => {
    for (let n = 0; n < questions; n++) await send(presses(id, `${n}:yes`))
  })
  const rate = ((CHATS * questions) / (performance.now() - from)) * 1000
  if (peer.finished() !== CHATS) throw new Error(`${peer.finished()} conversations ended, and not ${CHATS}`)
  return rate
}

/** Gives each update its number. */
function sender(bot: Bot): (what: Happening) => Promise<void> {
  let id = 0
  return (what) => bot.handleUpdate({ ...what, update_id: ++id } as Update)
}
