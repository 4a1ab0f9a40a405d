import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createService } from '../app.ts'
import { readBundle } from '../node.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createEmulator } from '../telegram/emulator/emulator.ts'
import { listen } from '../telegram/emulator/serve.ts'
import { createTry } from '../telegram/emulator/try/app.tsx'
import { inTurn, poll } from '../telegram/polling.ts'
import { misuse } from './misuse.ts'

/** The pack of the demonstration, which offers Telegram. */
const PACK = 'lancashire'

const USAGE = `handrail telegram --try [--port N]  talk to the Telegram bot in your browser, without a token.
To run the bot on Telegram itself, set TELEGRAM_BOT_TOKEN and start the service: see docs/telegram.md.`

/**
 * `handrail telegram --try`: the bot as it runs on Telegram, with Telegram's part played on this machine, and a page to
 * talk to it on. The database is gone afterwards.
 */
export default async function telegram(args: readonly string[]): Promise<number> {
  const port = args.includes('--port') ? Number(args[args.indexOf('--port') + 1]) : 0
  if (!args.includes('--try') || !Number.isInteger(port) || port < 0 || port > 65_535) return misuse(USAGE)
  const tried = await openTry(port)
  console.log(`Talk to the bot here: ${tried.url}`)
  console.log('Nothing leaves this machine. Stop with Ctrl+C; what was said is deleted then.')
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await tried.stop()
  return 0
}

/** Start everything that a chat needs: the bot, the pages that it links to, Telegram's part, and the page of the chat. */
export async function openTry(port = 0): Promise<{ url: string; stop: () => Promise<void> }> {
  const bundle = await readBundle()
  const folder = await mkdtemp(join(tmpdir(), 'handrail-try-'))
  const db = await openSqlite(join(folder, 'try.sqlite'), { migrations: bundle.migrations })
  const emulator = createEmulator({ username: 'handrail_try_bot' })
  const api = await listen(emulator.app)
  // The pages come first, for the bot must know their address; they are served once the service is made.
  let pages: ReturnType<typeof createService>['app'] | undefined
  const web = await listen({ fetch: (...request) => pages!.fetch(...request) })
  const service = createService({
    bundle,
    db,
    config: {
      PACK,
      BASE_URL: web.url,
      TELEGRAM_BOT_TOKEN: emulator.token,
      TELEGRAM_API_ROOT: api.url,
      TELEGRAM_MODE: 'polling',
    },
    address: () => 'this machine',
    pdf: async (...about) => (await import('../telegram/pdf.ts')).advicePdf(...about),
    report: (error) => console.error(error),
    telegram: { before: [inTurn] },
  })
  pages = service.app
  const bot = service.telegram!
  await bot.introduce()
  const polling = await poll(bot.bot)
  const chat = await listen(createTry(emulator), port)
  return {
    url: chat.url,
    async stop() {
      await polling.stop()
      for (const one of [chat, web, api]) await one.close()
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
