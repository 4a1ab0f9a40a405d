import type { Library } from '../../src/content/library.ts'
import type { Question } from '../../src/content/schema.ts'
import { speaker, type Say } from '../../src/content/words.ts'
import { read, type Act } from '../../src/telegram/callback.ts'
import type { Person } from '../../src/telegram/emulator/chat.ts'
import type { Button, Shown } from '../../src/telegram/emulator/screen.ts'
import type { TelegramStage } from '../fixture/telegram.ts'
import { SECOND } from '../fixture/time.ts'
import { told, type Asked, type Driver, type Input, type Scenario, type Seen } from './scenario.ts'
import { boldIn, linesOf } from './message.ts'

/** Somebody with Telegram on the phone, who reads what stands in the chat, taps buttons and types. */
export const byTelegram: Driver = driver('telegram', 1)
/** The same where every update comes twice, as after an answer that was lost. */
export const byTelegramTwice: Driver = driver('telegram, every update twice', 2)

function driver(name: string, times: number): Driver {
  return {
    name,
    lacks: {},
    open({ telegram, library, clock }): Scenario {
      if (!telegram) throw new Error('this stage has no Telegram')
      const say = speaker(library.locale, library.messages)
      let stage: TelegramStage
      let person: Person
      let toast: string | undefined

      const board = (): Shown => {
        const found = person.bot().findLast((one) => one.buttons.length > 0)
        if (!found) throw new Error('there is nothing to press')
        return found
      }
      async function type(text: string): Promise<void> {
        clock.pass(5 * SECOND)
        await person.say(text)
        toast = undefined
        await sound()
      }
      async function tap(label: string): Promise<void> {
        await press(buttons().find((one) => one.label === label) ?? missing(label))
      }
      async function press(button: Button): Promise<void> {
        clock.pass(SECOND)
        toast = (await person.press(board().id, button.data!))?.text || undefined
        await sound()
      }
      const buttons = (): Button[] => board().buttons.flat()
      const doing = (wanted: (act: Act) => boolean): Button | undefined =>
        buttons().find(({ data }) => {
          const act = data === undefined ? undefined : read(data)?.act
          return act !== undefined && wanted(act)
        })
      const missing = (label: string): never => {
        throw new Error(
          `there is no "${label}" under:\n${board().text}\n${buttons()
            .map((one) => one.label)
            .join(' | ')}`,
        )
      }
      /** Nothing that the bot did was refused, and nothing broke. */
      async function sound(): Promise<void> {
        const refused = stage.refusals()
        if (refused.length > 0) throw new Error(`Telegram refused: ${refused.join('; ')}`)
        if (stage.reported.length > 0) throw new Error('the bot reported an error', { cause: stage.reported[0] })
      }

      function seen(): Seen {
        const shown = board()
        const bold = boldIn(shown)
        const refused = /^⚠️ (?!Not safe)(.+)/.exec(shown.text)?.[1] ?? toast
        const told = refused === undefined ? {} : { refused }
        if (bold.some((text) => GONE.some((message) => text === say(message)))) return { kind: 'gone', ...told }
        const why = bold.indexOf(say('web-urgent-why'))
        if (why >= 2) return { kind: 'urgent', title: bold[why - 2]!, action: bold[why - 1]!, ...told }
        if (buttons().some((one) => one.label === say('tg-ask-later'))) return { kind: 'advice', ...told }
        return { ...asked(shown), ...told }
      }

      function asked(shown: Shown): Asked {
        const choices = shown.buttons.flat().flatMap(({ data }) => {
          const act = data === undefined ? undefined : read(data)?.act
          return act?.kind === 'pick' || act?.kind === 'tick' ? [act.option] : []
        })
        const question = questionIn(library, boldIn(shown), choices)
        if (!question) throw new Error(`what is asked here?\n${shown.text}`)
        return { kind: 'question', question: question.id, choices }
      }

      async function fillIn(answer: Input): Promise<Seen> {
        const now = seen()
        if (now.kind !== 'question') throw new Error(`nothing is asked: ${now.kind}`)
        const question = library.questions[now.question]!
        const picked = typeof answer === 'string' && doing((act) => act.kind === 'pick' && act.option === answer)
        if (picked) await press(picked)
        else if (Array.isArray(answer)) await tickAll(question, answer)
        else if (typeof answer === 'number') await type(`${answer} ${question.unit ?? 'cm'}`)
        else if (typeof answer === 'string') await type(answer)
        else if ('postcode' in answer) await type(answer.postcode)
        else await chooseCouncil((answer as { area: string }).area)
        return seen()
      }

      async function tickAll(question: Question, wanted: readonly string[]): Promise<void> {
        for (const option of wanted) {
          if (question.optionsFrom === 'topics') await openGroup(option)
          const off = doing((act) => act.kind === 'tick' && act.option === option && act.on)
          if (off) await press(off)
        }
        // What was ticked before and is not wanted now.
        for (let extra = ticked(wanted); extra; extra = ticked(wanted)) await press(extra)
        await press(doing((act) => act.kind === 'do' && act.what === 'done') ?? missing('Done'))
      }
      const ticked = (wanted: readonly string[]): Button | undefined =>
        doing((act) => act.kind === 'tick' && !act.on && !wanted.includes(act.option))

      /** Topics lie in three groups, and a long group on several pages. */
      async function openGroup(topic: string): Promise<void> {
        const here = (): Button | undefined => doing((act) => act.kind === 'tick' && act.option === topic)
        if (here()) return
        const back = buttons().find((one) => one.label === say('tg-all-groups'))
        if (back) await press(back)
        if (here()) return
        const { group } = library.topics.find(({ id }) => id === topic)!
        await press(doing((act) => act.kind === 'do' && act.what === 'open' && act.about === group) ?? missing(group))
        for (let page = 0; !here() && page < 5; page++) await tap(say('tg-more-of-these'))
      }

      async function chooseCouncil(area: string): Promise<void> {
        const button = doing((act) => act.kind === 'council' && act.area === area)
        if (button) return press(button)
        return type(library.councils.find(({ id }) => id === area)!.name)
      }

      /** What stands in the messages that come when this is done. */
      async function come(what: () => Promise<void>): Promise<readonly Shown[]> {
        const last = person.screen().at(-1)?.id ?? 0
        await what()
        return person.bot().filter((one) => one.id > last)
      }

      return {
        async begin(pack) {
          stage = await telegram(pack, times)
          person = stage.emulator.person()
          await type('/start')
          await tap(say('web-start-button'))
          return seen()
        },
        async see() {
          await type('/continue')
          return seen()
        },
        answer: fillIn,
        async change(question, answer) {
          await type('/change')
          await press(await lineOf(library.questions[question]!))
          return fillIn(answer)
        },
        async finish() {
          await type('/advice')
          return seen()
        },
        async carryOn() {
          const back = buttons().find((one) => one.label === say('tg-back-to-advice'))
          if (back) await press(back)
          await tap(say(seen().kind === 'urgent' ? 'tg-urgent-done' : 'web-advice-more'))
          return seen()
        },
        async advice() {
          const summary = await come(() => type('/advice'))
          const now = seen()
          if (now.kind === 'urgent') return told({ urgent: [now.title], items: [], notSuitable: [] })
          const items: string[] = []
          for (const one of board()
            .buttons.flat()
            .filter(({ data }) => isTopic(data)))
            for (const message of await come(() => press(one))) items.push(...titlesIn(message))
          // The same again, where an update came twice.
          const { urgent, notSuitable } = toldIn(summary, say)
          const once = (titles: readonly string[]): string[] => [...new Set(titles)]
          return told({ urgent: once(urgent), items: once(items), notSuitable: once(notSuitable) })
        },
        async code() {
          await type('/worker')
          await tap(say('tg-worker-show'))
          const shown = board()
          const { offset, length } = shown.entities.find((one) => one.type === 'code')!
          return shown.text.slice(offset, offset + length)
        },
        async resume(code) {
          person = stage.emulator.person()
          await type(code)
          return seen()
        },
        async erase() {
          await type('/delete')
          await tap(say('web-delete-button'))
        },
        close: async () => stage?.close(),
      }

      /** The button of an earlier answer, in the list that is the newest message. */
      async function lineOf(question: Question): Promise<Button> {
        for (;;) {
          const found = buttons().find((one) => one.label.startsWith(question.short))
          if (found) return found
          await tap(say('tg-older'))
        }
      }
    },
  }
}

/** Headings of the pages that say that there is nothing here. */
const GONE = ['web-gone-title', 'web-deleted-title', 'web-found-none-title', 'web-found-title']

const isTopic = (data: string | undefined): boolean => {
  const act = data === undefined ? undefined : read(data)?.act
  return act?.kind === 'do' && act.what === 'topic'
}

/** The question whose words stand in bold, and whose choices are those of the buttons. */
function questionIn(
  { questions, topics }: Library,
  bold: readonly string[],
  choices: readonly string[],
): Question | undefined {
  const fits = ({ kind, options, optionsFrom, allow }: Question): boolean => {
    const offered = new Set<string>([...(optionsFrom === 'topics' ? topics : options).map(({ id }) => id), ...allow])
    // The topics lie in closed groups at first; any other list has buttons for its options.
    const listed = optionsFrom !== 'topics' && (kind === 'single' || kind === 'multi')
    return choices.every((id) => offered.has(id)) && (!listed || choices.length > allow.length)
  }
  const worded = ({ short, ask }: Question): boolean =>
    [short, ask.self, ask.other].some((text) => text !== undefined && bold.includes(text))
  return Object.values(questions).find((question) => worded(question) && fits(question))
}

/** What is advised under a topic: a title in bold, and below it what kind of thing it is. */
const titlesIn = (message: Shown): string[] => {
  const lines = linesOf(message)
  return lines.flatMap((line, at) => (line.bold && lines[at + 1]?.italic ? [line.text] : []))
}

/** What the short form says: what is urgent, and what is not safe. */
function toldIn(summary: readonly Shown[], say: Say): { urgent: string[]; notSuitable: string[] } {
  const lines = summary.flatMap(linesOf)
  const urgent = lines.flatMap(({ text }, at) => (/^(🚨|☎️) /u.test(text) ? [lines[at + 1]!.text] : []))
  const from = lines.findIndex(({ text }) => text === `⚠️ ${say('web-not-safe')}`)
  const to = lines.findIndex(({ text }) => text === say('web-not-assessment'))
  const notSuitable = from === -1 ? [] : lines.slice(from + 1, to).flatMap(({ text, bold }) => (bold ? [text] : []))
  return { urgent, notSuitable }
}
