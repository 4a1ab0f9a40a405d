import { stat } from 'node:fs/promises'
import type { Update } from 'grammy/types'
import type { Bundle } from '../../../src/app.ts'
import { backup } from '../../../src/store/backup.ts'
import { figure, type Figure } from '../figure.ts'
import { openFolder, openStore } from '../folder.ts'
import type { Step } from '../walk.ts'
import { answerAtOnce, deedsFor, openBot, presses, says } from './desk.ts'

const CHATS = 100
const ANSWERS = 20

/** What one chat takes in the file after twenty answers: rows, their indexes and all. */
export async function stored(bundle: Bundle, walk: readonly Step[]): Promise<Figure> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  const { db } = store
  const { bot, chats } = openBot(db, bundle)
  const newest = answerAtOnce(bot)
  // The first one brings the content along, which is kept once for all.
  await bot.handleUpdate({ ...presses(CHATS + 1, 'begin:'), update_id: 1 } as Update)
  const before = await sizeOf(folder.file, `${folder.file}.before`)
  // Telegram's own numbers have nine digits.
  let id = 700_000_000
  for (let chat = 1; chat <= CHATS; chat++) {
    await bot.handleUpdate({ ...presses(chat, 'begin:'), update_id: ++id } as Update)
    const { handle } = (await chats.find(chat))!
    for (const [seq, step] of walk.slice(0, ANSWERS).entries())
      for (const deed of deedsFor(step, seq, handle)) {
        const what = 'data' in deed ? presses(chat, deed.data, newest.get(chat)) : says(chat, deed.text)
        await bot.handleUpdate({ ...what, update_id: ++id } as Update)
      }
  }
  const bytes = ((await sizeOf(folder.file, `${folder.file}.after`)) - before) / CHATS
  return figure(`Telegram: stored for a chat after ${ANSWERS} answers`, 'B', [bytes], { atMost: 2048 })
}

/** Bytes of a packed copy of the store. */
async function sizeOf(file: string, copy: string): Promise<number> {
  await backup(file, copy)
  return (await stat(copy)).size
}
