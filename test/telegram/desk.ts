import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bot } from 'grammy'
import { createChats, type Chats } from '../../src/assessment/chats.ts'
import { createFollowUps, type FollowUps } from '../../src/assessment/follow-ups.ts'
import { createMoves, type Moves } from '../../src/assessment/moves.ts'
import type { Assessments } from '../../src/assessment/assessments.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import type { Library } from '../../src/content/library.ts'
import { speaker, type Say } from '../../src/content/words.ts'
import type { Database } from '../../src/store/database.ts'
import { openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { createBot, type BotDeps } from '../../src/telegram/bot.ts'
import { bundle } from '../fixture/bundle.ts'
import { seededRandom } from '../fixture/random.ts'
import { frozenClock, type Clock } from '../fixture/time.ts'
import { callsOf, type Call, type Fault } from './calls.ts'

/** The bot on a store of its own, with everything that it says to Telegram written down. */
export interface Stage {
  readonly bot: Bot
  readonly assessments: Assessments
  readonly chats: Chats
  readonly followUps: FollowUps
  readonly moves: Moves
  readonly library: Library
  readonly say: Say
  readonly db: SqliteDatabase
  readonly clock: Clock
  readonly calls: Call[]
  readonly faults: Fault[]
  readonly reported: unknown[]
  /** As new, for the next test: making a stage takes half a second. */
  clear(): Promise<void>
  close(): Promise<void>
}

export interface StageOptions extends Partial<Pick<BotDeps, 'baseUrl' | 'pdf'>> {
  readonly pack?: string
  readonly wrap?: (db: Database) => Database
  readonly library?: (real: Library) => Library
}

export const ME = {
  id: 1,
  is_bot: true,
  first_name: 'Handrail',
  username: 'HandrailBot',
} as NonNullable<BotDeps['botInfo']>

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { wrap = (db: Database) => db, pack = 'lancashire' } = options
  const shipped = await bundle()
  const library = options.library?.(shipped.library) ?? shipped.library
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bot-'))
  const db = await openSqlite(join(folder, 'test.sqlite'), { migrations: shipped.migrations })
  const clock = frozenClock()
  const random = seededRandom()
  const deps = { db: wrap(db), clock, random }
  const assessments = createAssessments({ ...deps, library, pack })
  const [chats, followUps, moves] = [createChats(deps), createFollowUps(deps), createMoves(deps)]
  const say = speaker(library.locale, library.messages)
  const reported: unknown[] = []
  const bot = createBot({
    token: '1:test',
    botInfo: ME,
    assessments,
    chats,
    followUps,
    moves,
    library,
    say,
    pack: library.packs[pack]!,
    baseUrl: 'baseUrl' in options ? options.baseUrl : 'https://handrail.example.gov.uk',
    clock,
    ...(options.pdf ? { pdf: options.pdf } : {}),
    report: (error) => void reported.push(error),
  })
  const { calls, faults } = callsOf(bot)
  return {
    bot,
    assessments,
    chats,
    followUps,
    moves,
    library,
    say,
    db,
    clock,
    calls,
    faults,
    reported,
    async clear() {
      await db.batch(
        ['assessment', 'follow_up', 'move', 'usage', 'attempt'].map((table) => db.prepare(`DELETE FROM ${table}`)),
      )
      for (const list of [calls, faults, reported]) list.length = 0
    },
    async close() {
      await db.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
