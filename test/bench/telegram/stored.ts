import type { Update } from 'grammy/types'
import type { Bundle } from '../../../src/app.ts'
import type { Database } from '../../../src/store/database.ts'
import { figure, type Figure } from '../figure.ts'
import { openFolder, openStore } from '../folder.ts'
import type { Step } from '../walk.ts'
import { answerAtOnce, deedsFor, openBot, presses, says } from './desk.ts'

const CHATS = 200
const ANSWERS = 20

/** What one chat takes in the file after twenty answers: rows, their indexes and all. */
export async function stored(bundle: Bundle, walk: readonly Step[]): Promise<Figure> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  const { db } = store
  const { bot, chats } = openBot(db, bundle)
  answerAtOnce(bot)
  const before = await sizeOf(db)
  let id = 0
  for (let chat = 1; chat <= CHATS; chat++) {
    await bot.handleUpdate({ ...presses(chat, 'begin:'), update_id: ++id } as Update)
    const { handle } = (await chats.find(chat))!
    for (const [seq, step] of walk.slice(0, ANSWERS).entries())
      for (const deed of deedsFor(step, seq, handle)) {
        const what = 'data' in deed ? presses(chat, deed.data) : says(chat, deed.text)
        await bot.handleUpdate({ ...what, update_id: ++id } as Update)
      }
  }
  const bytes = ((await sizeOf(db)) - before) / CHATS
  return figure(`Telegram: stored for a chat after ${ANSWERS} answers`, 'B', [bytes], { atMost: 2048 })
}

/** Bytes of the file when it is packed. */
async function sizeOf(db: Database): Promise<number> {
  await db.prepare('VACUUM').run()
  const pages = await db
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()')
    .first<{
      bytes: number
    }>()
  return pages!.bytes
}
