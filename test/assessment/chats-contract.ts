import { beforeAll, describe, expect, test } from 'vitest'
import { createChats, type Chats } from '../../src/assessment/chats.ts'
import { createFollowUps, type FollowUps } from '../../src/assessment/follow-ups.ts'
import { expire } from '../../src/assessment/housekeeping.ts'
import { createMoves, type Moves } from '../../src/assessment/moves.ts'
import type { Assessments } from '../../src/assessment/assessments.ts'
import { createAssessments } from '../../src/assessment/service.ts'
import type { Library } from '../../src/content/library.ts'
import type { Database } from '../../src/store/database.ts'
import { passing } from '../../src/check/walks.ts'
import { seededRandom } from '../fixture/random.ts'
import { DAY, frozenClock, MINUTE, type Clock } from '../fixture/time.ts'

/** Chats, ways to another channel and wished questions, on whatever store. Each test keeps to chats of its own. */
export function chatsContract(name: string, open: () => Promise<{ db: Database; library: Library }>): void {
  describe(`chats on ${name}`, () => {
    let db: Database
    let library: Library
    let clock: Clock
    let assessments: Assessments
    let chats: Chats
    let moves: Moves
    let followUps: FollowUps
    let next = 0

    beforeAll(async () => {
      const opened = await open()
      db = opened.db
      library = opened.library
      clock = frozenClock()
      const deps = { db, clock, random: seededRandom(4) }
      assessments = createAssessments({ ...deps, library })
      ;[chats, moves, followUps] = [createChats(deps), createMoves(deps), createFollowUps(deps)]
    })

    const begin = async (): Promise<string> => {
      const begun = await assessments.begin({ channel: 'telegram' })
      if (begun.kind !== 'ok') throw new Error(begun.message)
      return begun.id
    }
    /** Chat ids of Telegram have up to 52 bits (core.telegram.org/bots/api#chat). */
    const someone = (): number => 4_503_599_627_370_000 + ++next

    test('a chat is found with what is open in it, until the assessment is erased', async () => {
      const [chat, id] = [someone(), await begin()]
      expect(await chats.find(chat)).toBeNull()
      const opened = await chats.open(chat, id, 'en')
      expect(opened).toMatchObject({ chat, assessment: id, locale: 'en' })
      expect(opened!.handle).toMatch(/^[\w-]{16}$/)
      await chats.show(chat, opened!.handle, 77)
      expect(await chats.find(chat)).toEqual({ ...opened, message: 77 })
      await assessments.erase(id)
      expect(await chats.find(chat)).toBeNull()
    })

    test('of two that open at once one is in the chat', async () => {
      const [chat, one, two] = [someone(), await begin(), await begin()]
      const opened = await Promise.all([chats.open(chat, one, 'en'), chats.open(chat, two, 'en')])
      expect(opened.filter((each) => each !== null)).toHaveLength(1)
      expect((await chats.find(chat))?.assessment).toBe(opened.find((each) => each !== null)!.assessment)
    })

    test('where the one before is past its time, a new one takes its place', async () => {
      const chat = someone()
      await chats.open(chat, await begin(), 'en')
      clock.pass(31 * DAY)
      expect(await chats.find(chat)).toBeNull()
      const id = await begin()
      expect((await chats.open(chat, id, 'en'))?.assessment).toBe(id)
      await expire(db, library.version, clock())
      expect((await chats.find(chat))?.assessment).toBe(id)
    })

    test('another put in its place brings a new handle, so that older buttons are dead', async () => {
      const [chat, one, two] = [someone(), await begin(), await begin()]
      const first = await chats.open(chat, one, 'en')
      const second = await chats.reopen(chat, two, 'en')
      expect(second.handle).not.toBe(first!.handle)
      await chats.show(chat, first!.handle, 5)
      expect(await chats.find(chat)).toEqual(second)
      expect((await assessments.look(one)).kind).toBe('ok')
    })

    test('a draft is put in the place of the one that was seen, and of no other', async () => {
      const [chat, id] = [someone(), await begin()]
      const opened = (await chats.open(chat, id, 'en'))!
      expect(await chats.redraft(opened, { seq: 1, ticks: ['a'] })).toBe(true)
      expect(await chats.redraft(opened, { seq: 1, ticks: ['b'] })).toBe(false)
      const now = (await chats.find(chat))!
      expect(now.draft).toEqual({ seq: 1, ticks: ['a'] })
      expect(await chats.redraft(now, { seq: 1, ticks: ['a', 'b'] })).toBe(true)
      expect(await chats.redraft((await chats.find(chat))!, null)).toBe(true)
      expect((await chats.find(chat))!.draft).toBeUndefined()
    })

    test('a forgotten chat leaves its assessment', async () => {
      const [chat, id] = [someone(), await begin()]
      await chats.open(chat, id, 'en')
      await chats.forget(chat)
      expect(await chats.find(chat)).toBeNull()
      expect((await assessments.look(id)).kind).toBe('ok')
    })

    test('a way to another channel works once, in its direction, for a quarter of an hour', async () => {
      const id = await begin()
      const code = (await moves.offer(id, 'web'))!
      expect(code).toMatch(/^[\w-]{22}$/)
      expect(await moves.take(code, 'telegram', 'x')).toBeNull()
      const takes = await Promise.all(['a', 'b', 'c'].map((by) => moves.take(code, 'web', by)))
      expect(takes.filter((each) => each === id)).toHaveLength(1)
      const late = (await moves.offer(id, 'web'))!
      clock.pass(15 * MINUTE)
      expect(await moves.take(late, 'web', 'x')).toBeNull()
      expect(await moves.take('nobody-made-this-code-x', 'web', 'x')).toBeNull()
    })

    test('whoever took it may take it again, for an update may come twice', async () => {
      const id = await begin()
      const code = (await moves.offer(id, 'telegram'))!
      expect(await moves.take(code, 'telegram', 'telegram:9')).toBe(id)
      expect(await moves.take(code, 'telegram', 'telegram:9')).toBe(id)
      expect(await moves.take(code, 'telegram', 'telegram:10')).toBeNull()
    })

    test('from what is gone there is no way, and the way goes with it', async () => {
      const id = await begin()
      const code = (await moves.offer(id, 'web'))!
      await assessments.erase(id)
      expect(await moves.take(code, 'web', 'x')).toBeNull()
      expect(await moves.offer(id, 'web')).toBeNull()
    })

    test('a wished question is one however often it is wished, is claimed once, and is counted once', async () => {
      const chat = someone()
      const wished = await followUps.wish(chat, 'default', 'en')
      expect(await followUps.wish(chat, 'default', 'en')).toEqual(wished)
      expect(await followUps.due()).toEqual([])
      clock.pass(14 * DAY)
      expect(await followUps.due()).toEqual([wished])
      expect(await Promise.all([followUps.claim(chat), followUps.claim(chat)])).toEqual(
        expect.arrayContaining([true, false]),
      )
      expect(await followUps.due()).toEqual([])
      await followUps.release(chat)
      expect(await followUps.due()).toEqual([wished])
      expect(await Promise.all([followUps.answer(chat, 'yes'), followUps.answer(chat, 'yes')])).toEqual(
        expect.arrayContaining([true, false]),
      )
      expect(await followUps.find(chat)).toBeNull()
    })

    test('words of danger that come outside a question are kept once, with what matters', async () => {
      const id = await begin()
      const by = { source: 'telegram', sourceId: '1' } as const
      await assessments.tell(id, 'I have chest pain', by)
      expect(await assessments.seen(id, by)).toBe(true)
      await assessments.tell(id, 'I have chest pain', by)
      let looked = await assessments.look(id)
      expect(looked.kind === 'ok' && looked.view.seq).toBe(1)
      for (let asked = 0; asked < 20 && looked.kind === 'ok' && looked.view.question; asked++) {
        const { seq, question } = looked.view
        const answer = question.id === 'who' ? 'me' : passing(library.questions[question.id]!)
        await assessments.answer(id, { seq, answer, by: { source: 'telegram' } })
        looked = await assessments.look(id)
      }
      expect(looked.kind === 'ok' && looked.view.kind).toBe('urgent')
      expect((await assessments.tell('nobody', 'I have chest pain', by)).kind).toBe('gone')
    })
  })
}
