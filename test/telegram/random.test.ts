import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../src/telegram/emulator/emulator.ts'
import { makeApp, type TestApp } from '../fixture/app.ts'
import { openTelegram, type TelegramStage } from '../fixture/telegram.ts'
import { MINUTE } from '../fixture/time.ts'
import { anybody, deed, picksOn, type Anybody, type Deed } from './anybody.ts'

const SEED = 20261121
/** Topics begun with in one run, so that the runs together meet all. */
const TOGETHER = 3

let service: TestApp
let stage: TelegramStage
beforeAll(async () => {
  service = await makeApp()
  stage = await openTelegram(service, { pack: 'lancashire' })
})
afterAll(async () => {
  await stage.close()
  await service.close()
})

const topicsOn = (): string[] => {
  const { topicsOff } = service.library.packs.lancashire!
  return service.library.topics.map(({ id }) => id).filter((id) => !topicsOff.includes(id as never))
}

/** Somebody who has begun with these topics, found in their own words. */
async function begun(topics: readonly string[]): Promise<Anybody> {
  const somebody = anybody(service, stage)
  await somebody.person.say('/start')
  await somebody.person.press(somebody.person.bot()[0]!.id, `begin:${topics.map((id) => `${id}*`).join('.')}`)
  return somebody
}

/** Nothing was refused and nothing broke. */
function sound(after: string): void {
  expect(stage.reported.map(String), `reported after ${after}`).toEqual([])
  expect(stage.refusals(), `refused after ${after}`).toEqual([])
}

/** Whatever was done, there is an answer, and something to press. */
async function checked(somebody: Anybody, what: Deed): Promise<void> {
  const before = await somebody.standing()
  const calls = stage.emulator.calls.length
  await somebody.do(what)
  const after = await somebody.standing()
  const did = JSON.stringify(what)
  sound(did)
  if (what.kind !== 'wait') {
    const made = stage.emulator.calls.slice(calls).map(({ method }) => method)
    const spoke = made.some((method) => /^(send|edit|answerCallback)/.test(method))
    expect(spoke, `answered to ${did}`).toBe(true)
    expect(
      somebody.person.bot().some((one) => one.buttons.length > 0),
      `a way on after ${did}`,
    ).toBe(true)
  }
  if (!before || after?.assessment !== before.assessment) return
  // The log only grows, and at most by one for each thing done.
  expect(after.view.seq - before.view.seq, `entries by ${did}`).toBeGreaterThanOrEqual(0)
  expect(after.view.seq - before.view.seq, `entries by ${did}`).toBeLessThanOrEqual(1)
}

describe('somebody who does anything', () => {
  test('meets no error, loses no answer, and always has a way on, whatever the topics', async () => {
    const topics = topicsOn()
    const runs = Math.ceil(topics.length / TOGETHER)
    const sets = Array.from({ length: runs }, (_, n) => topics.slice(n * TOGETHER, (n + 1) * TOGETHER))
    const lists = fc.sample(fc.array(deed, { minLength: 40, maxLength: 50, size: 'max' }), {
      seed: SEED,
      numRuns: runs,
    })
    let answered = 0
    for (const [run, set] of sets.entries()) {
      const somebody = await begun(set)
      for (const what of lists[run]!) await checked(somebody, what)
      answered += (await somebody.standing())?.answers.length ?? 0
      // However it went, they can go on, or begin again.
      await somebody.person.say('/continue')
      expect(somebody.person.bot().at(-1)!.buttons.length).toBeGreaterThan(0)
    }
    expect(answered, 'they came some way').toBeGreaterThan(runs * 2)
  }, 120_000)

  test('an update that comes three times has one effect, and the same reply', async () => {
    const [list] = fc.sample(fc.array(deed, { minLength: 120, maxLength: 120, size: 'max' }), {
      seed: SEED + 1,
      numRuns: 1,
    })
    const somebody = await begun(['bath', 'stairs'])
    for (const what of list!) {
      await somebody.do(what)
      if (what.kind === 'wait') continue
      const once = { standing: await somebody.standing(), shown: somebody.newest() }
      for (let time = 0; time < 2; time++) await stage.emulator.again(stage.emulator.sent.at(-1)!)
      const did = JSON.stringify(what)
      sound(`${did}, three times`)
      const { standing, shown } = { standing: await somebody.standing(), shown: somebody.newest() }
      expect(standing?.assessment, did).toBe(once.standing?.assessment)
      expect(standing?.view.seq, did).toBe(once.standing?.view.seq)
      expect(standing?.answers, did).toEqual(once.standing?.answers)
      expect(mask(shown), did).toBe(mask(once.shown))
    }
  }, 120_000)
})

/** Links that work once are new each time. */
const mask = (shown: string): string => shown.replaceAll(/\/go\/[\w-]+/g, '/go/…')

describe('two things at once', () => {
  /** On to a question with answers to tap. */
  async function atChoice(): Promise<Anybody> {
    const somebody = await begun(['bath'])
    while (picksOn(somebody.person).length < 2) await somebody.do({ kind: 'tap', nth: 0 })
    return somebody
  }

  test('the same press from ten hands is one answer', async () => {
    const somebody = await atChoice()
    const [label] = picksOn(somebody.person)
    const before = (await somebody.standing())!
    await somebody.tapAtOnce(Array.from({ length: 10 }, () => label!))
    expect((await somebody.standing())!.view.seq).toBe(before.view.seq + 1)
    sound('ten hands')
  })

  test('of two answers one is taken, and the person sees the next question', async () => {
    const somebody = await atChoice()
    const before = (await somebody.standing())!
    await somebody.tapAtOnce(picksOn(somebody.person))
    const after = (await somebody.standing())!
    expect(after.view.seq).toBe(before.view.seq + 1)
    sound('two answers')
    await somebody.do({ kind: 'tap', nth: 0 })
    sound('going on')
  })

  test('one update, sent again while it is under way, is one answer', async () => {
    const somebody = await atChoice()
    const before = (await somebody.standing())!
    await somebody.do({ kind: 'tap', nth: 0 })
    const update = stage.emulator.sent.at(-1)!
    await Promise.all([1, 2, 3].map(() => stage.emulator.again(update)))
    expect((await somebody.standing())!.view.seq).toBe(before.view.seq + 1)
    sound('three at once')
  })

  test('beginning twice leaves one assessment', async () => {
    const somebody = anybody(service, stage)
    await somebody.person.say('/start')
    const [first] = somebody.person.bot()
    await Promise.all([1, 2, 3].map(() => somebody.person.press(first!.id, first!.buttons[0]![0]!.data!)))
    sound('three beginnings')
    expect(await somebody.standing()).toBeDefined()
  })
})

describe('when Telegram fails now and then', () => {
  const fault: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
    { kind: 'too-many', seconds: 0 },
    { kind: 'down', status: 500 },
    { kind: 'down', status: 502 },
    { kind: 'dropped' },
    { kind: 'lost' },
  )

  test('no answer is lost and none counts twice; what was tried again goes through', async () => {
    const troubled = await openTelegram(service, { pack: 'lancashire' })
    try {
      const plan = fc.sample(fc.tuple(deed, fault, fc.boolean()), { seed: SEED + 2, numRuns: 150 })
      const somebody = anybody(service, troubled)
      await somebody.person.say('/start')
      await somebody.person.press(somebody.person.bot()[0]!.id, 'begin:bath*.bed*')
      for (const [what, how, failing] of plan) {
        if (what.kind === 'say' && /^\/(delete|start)/.test(what.text)) continue
        service.clock.pass(MINUTE)
        const before = await somebody.standing()
        if (failing) troubled.emulator.fault(how)
        await somebody.do(what)
        troubled.emulator.clearFaults()
        // Telegram sends again what it has no answer to.
        if (failing && what.kind !== 'wait') await troubled.emulator.again(troubled.emulator.sent.at(-1)!)
        const after = await somebody.standing()
        expect(troubled.refusals(), JSON.stringify(what)).toEqual([])
        if (!before || after?.assessment !== before.assessment) continue
        expect(after.view.seq - before.view.seq).toBeGreaterThanOrEqual(0)
        expect(after.view.seq - before.view.seq).toBeLessThanOrEqual(1)
      }
      await somebody.person.say('/continue')
      expect(somebody.person.bot().at(-1)!.buttons.length).toBeGreaterThan(0)
    } finally {
      await troubled.close()
    }
  }, 60_000)

  test('whoever blocks the bot is forgotten, and can come back', async () => {
    const somebody = await begun(['bath'])
    await somebody.person.block()
    expect(await stage.chats.find(somebody.person.id)).toBeNull()
    await somebody.person.unblock()
    await somebody.person.say('/start')
    expect(somebody.person.bot().at(-1)!.buttons.length).toBeGreaterThan(0)
    sound('a block')
  })
})
