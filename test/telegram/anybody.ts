import * as fc from 'fast-check'
import type { AnswerLine, View } from '../../src/assessment/view.ts'
import { read } from '../../src/telegram/callback.ts'
import type { Other, Person } from '../../src/telegram/emulator/chat.ts'
import type { TestApp } from '../fixture/app.ts'
import type { TelegramStage } from '../fixture/telegram.ts'
import { MINUTE } from '../fixture/time.ts'

/** One thing that somebody does, without a thought for what is asked. */
export type Deed =
  /** Tap a button of the newest message that has any. */
  | { readonly kind: 'tap'; readonly nth: number }
  /** Tap a button that was there at some time. */
  | { readonly kind: 'old'; readonly nth: number }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'send'; readonly what: Other }
  | { readonly kind: 'edit' }
  | { readonly kind: 'wait'; readonly minutes: number }

const TYPED = [
  'yes',
  'yeah',
  'no',
  "can't",
  'not sure',
  'no idea',
  'none of these',
  'done',
  '1',
  '2, 3',
  '43cm',
  '5 ft 3',
  '12 stone',
  'forty three',
  'sometimes',
  'my knees hurt when I get out of the bath',
  'PR1 2AB',
  'BB1',
  'EH1 1AA',
  'Kent',
  'Lancashire County Council',
  'my name is John Smith and I was born on 3/4/1948',
  'NHS number 943 476 5919',
  '<b>bold</b> & <script>alert(1)</script>',
  '👵🏽👍',
  'Łódź ż ó ł',
  '١٢٣',
  '\u202Eabc\u0000def',
  'x'.repeat(4000),
  '0',
  '-1',
  '99999999999999999999',
  '__proto__',
  'constructor',
  'start',
  'help',
  'stop',
  'ABCDE-FGHJK',
]

const COMMANDS = '/start /continue /change /back /advice /web /worker /language /help /unknown /delete'.split(' ')
const OTHERS = ['photo', 'voice', 'sticker', 'location', 'contact', 'video_note'] as const

/** Mostly taps on what is there, as people do; and now and then everything else. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant('tap' as const), nth: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('old' as const), nth: fc.nat(1000) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...TYPED) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...COMMANDS) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('send' as const), what: fc.constantFrom(...OTHERS) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'edit' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat(2000) }) },
)

/** How things stand: what a person would lose if it went wrong. */
export interface Standing {
  readonly assessment: string
  readonly view: View
  readonly answers: readonly AnswerLine[]
}

/** Somebody who does anything, and all that they can look at afterwards. */
export interface Anybody {
  readonly person: Person
  do(deed: Deed): Promise<void>
  /** Press the same button at the same time, or several at once. */
  tapAtOnce(labels: readonly string[]): Promise<void>
  standing(): Promise<Standing | undefined>
  /** What stands on the screen, as words and buttons, without what the person wrote. */
  newest(): string
}

export function anybody(service: TestApp, stage: TelegramStage): Anybody {
  const person = stage.emulator.person()
  const seen: Array<{ message: number; data: string }> = []

  const buttons = () => {
    const board = person.bot().findLast((one) => one.buttons.length > 0)
    const here = (board?.buttons.flat() ?? []).flatMap(({ label, data }) =>
      data === undefined ? [] : [{ label, message: board!.id, data }],
    )
    for (const one of here) if (!seen.some(({ data }) => data === one.data)) seen.push(one)
    return here
  }
  const press = async (one: { message: number; data: string } | undefined): Promise<void> => {
    if (one) await person.press(one.message, one.data)
  }

  return {
    person,
    async do(deed) {
      const here = buttons()
      switch (deed.kind) {
        case 'tap':
          return press(here[deed.nth % here.length])
        case 'old':
          return press(seen[deed.nth % seen.length])
        case 'say':
          return person.say(deed.text)
        case 'send':
          return person.send(deed.what)
        case 'edit': {
          const own = person.screen().findLast((one) => one.by === 'person' && one.text !== '')
          return own && person.edit(own.id, `${own.text} indeed`)
        }
        case 'wait':
          return service.clock.pass(deed.minutes * MINUTE)
      }
    },
    async tapAtOnce(labels) {
      const here = buttons()
      await Promise.all(labels.map((label) => press(here.find((one) => one.label === label))))
    },
    async standing() {
      const open = await stage.chats.find(person.id)
      const looked = open && (await service.assessments.look(open.assessment))
      return looked?.kind === 'ok'
        ? { assessment: open!.assessment, view: looked.view, answers: looked.answers }
        : undefined
    },
    newest() {
      const last = person.bot().at(-1)
      return JSON.stringify([last?.text, last?.buttons.map((row) => row.map(({ label }) => label))])
    },
  }
}

/** The options that can be answered with one tap, by their buttons. */
export const picksOn = (person: Person): string[] =>
  (
    person
      .bot()
      .findLast((one) => one.buttons.length > 0)
      ?.buttons.flat() ?? []
  ).flatMap(({ label, data }) => (data !== undefined && read(data)?.act.kind === 'pick' ? [label] : []))
