import { Hono } from 'hono'
import type { Bundle } from '../../../src/app.ts'
import { createEmulator } from '../../../src/telegram/emulator/emulator.ts'
import { listen } from '../../../src/telegram/emulator/serve.ts'
import { webhook } from '../../../src/telegram/webhook.ts'
import { figure, percentile, type Figure } from '../figure.ts'
import { openFolder, openStore } from '../folder.ts'
import type { Step } from '../walk.ts'
import { deedsFor, openBot, TOKEN } from './desk.ts'

const CHATS = 50
/** Everybody does something once in this time, which is fast for a person, ms. */
const PACE = 1000
const RUNS = 3
const LASTS = 8000
const SECRET = 'a-secret-of-the-bench'

/** How long somebody waits for the reply, all in: update by webhook, answer into SQLite, reply over HTTP. */
export async function* replies(bundle: Bundle, walk: readonly Step[]): AsyncGenerator<Figure> {
  const taken: number[][] = []
  for (let run = 0; run < RUNS; run++) taken.push(await talk(bundle, walk))
  for (const share of [50, 99])
    yield figure(
      `Telegram: p${share} of a reply, ${CHATS} chats`,
      'ms',
      taken.map((run) => percentile(run, share)),
    )
}

/** Waits of all presses, ms. */
async function talk(bundle: Bundle, walk: readonly Step[]): Promise<number[]> {
  await using folder = await openFolder()
  await using store = await openStore(folder.file, bundle)
  const telegram = createEmulator({ token: TOKEN })
  const api = await listen(telegram.app)
  const { bot, chats } = openBot(store.db, bundle, api.url)
  const app = new Hono()
  app.route('/', webhook(bot, SECRET))
  const served = await listen(app)
  try {
    await bot.api.setWebhook(`${served.url}/telegram`, { secret_token: SECRET })
    const people = Array.from({ length: CHATS }, () => telegram.person())
    const taken: number[] = []
    const late = performance.now() + LASTS
    await Promise.all(
      people.map(async (person, n) => {
        await rest((n * PACE) / CHATS)
        await person.say('/start')
        await person.press(person.bot().at(-1)!.id, 'begin:')
        const { handle } = (await chats.find(person.id))!
        for (const [seq, step] of walk.entries())
          for (const deed of deedsFor(step, seq, handle)) {
            if (performance.now() > late) return
            await rest(PACE)
            const from = performance.now()
            if ('data' in deed) await person.press(person.bot().at(-1)!.id, deed.data)
            else await person.say(deed.text)
            taken.push(performance.now() - from)
          }
      }),
    )
    return taken
  } finally {
    telegram.close()
    await served.close()
    await api.close()
  }
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
