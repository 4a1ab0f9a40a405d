import { SECOND } from '../fixture/time.ts'
import { browser, formTo, type Browser, type Filled } from './browser.ts'
import { all, first, textOf, type Element } from './html.ts'
import { told, type Driver, type Input, type Scenario, type Seen } from './scenario.ts'

/** Somebody at a browser without a script, who reads the page and presses its buttons. */
export const byWeb: Driver = {
  name: 'web',
  lacks: {},
  open({ app, clock }): Scenario {
    let here = browser(app)

    async function fillIn(answer: Input): Promise<void> {
      clock.pass(5 * SECOND)
      const form = formTo(here.page(), '/answer')
      const exit = all(form, 'button', { name: 'exit' }).find((button) => button.attributes.value === answer)
      await here.press(form, exit ? {} : fields(answer), exit?.attributes.value)
    }

    async function pressOn(action: string): Promise<Seen> {
      await here.press(formTo(here.page(), action))
      return seenOn(here)
    }

    return {
      async begin(pack) {
        await here.go(`/?pack=${pack}`)
        return pressOn('/start')
      },
      async see() {
        await here.go('/question')
        return seenOn(here)
      },
      async answer(answer) {
        await fillIn(answer)
        return seenOn(here)
      },
      async change(question, answer) {
        await here.go('/answers')
        const link = all(here.page(), 'a', { class: 'change' }).find(({ attributes }) =>
          attributes.href?.startsWith(`/change/${question}?`),
        )
        if (!link) throw new Error(`the list of answers has no way to change ${question}`)
        await here.go(link.attributes.href!)
        await fillIn(answer)
        await here.go('/question')
        return seenOn(here)
      },
      finish: () => pressOn('/finish'),
      carryOn: () => pressOn('/continue'),
      async advice() {
        await here.go('/advice')
        const lines = (tag: string, name: string, title: string) =>
          all(here.page(), tag, { class: name }).map((part) => textOf(first(part, title)!))
        return told({
          urgent: lines('section', 'urgent', 'h2'),
          items: lines('article', 'item', 'h3'),
          notSuitable: lines('div', 'not-safe-line', 'h3'),
        })
      },
      async code() {
        await here.go('/answers')
        return textOf(first(here.page(), 'p', { class: 'code' })!)
      },
      async resume(code) {
        here = browser(app)
        await here.go('/resume')
        await here.press(formTo(here.page(), '/resume'), { code })
        return seenOn(here)
      },
      async erase() {
        await here.go('/answers')
        await here.go('/delete')
        await here.press(formTo(here.page(), '/delete'))
      },
      close: () => Promise.resolve(),
    }
  },
}

function fields(answer: Input): Filled {
  if (typeof answer === 'number') return { answer: String(answer) }
  if (typeof answer === 'string' || isList(answer)) return { answer }
  return { ...answer }
}

const isList = (answer: Input): answer is readonly string[] => Array.isArray(answer)

function seenOn(here: Browser): Seen {
  const page = here.page()
  const told = refusal(page)
  if (here.status() === 404 || here.path() === '/resume') return { kind: 'gone', ...told }
  if (here.path() === '/advice') return { kind: 'advice', ...told }
  const urgent = first(page, 'section', { class: 'urgent' })
  if (urgent)
    return {
      kind: 'urgent',
      title: textOf(first(urgent, 'h1')!),
      action: textOf(first(urgent, 'p', { class: 'urgent-action' })!),
      ...told,
    }
  const form = formTo(page, '/answer')
  const ticks = all(form, 'input', { name: 'answer' }).filter(
    ({ attributes: { type } }) => type === 'radio' || type === 'checkbox',
  )
  return {
    kind: 'question',
    question: first(form, 'input', { name: 'question' })!.attributes.value!,
    choices: [...ticks, ...all(form, 'button', { name: 'exit' })].map(({ attributes }) => attributes.value!),
    ...told,
  }
}

/** What was wrong with the last input, or that it came too late. */
function refusal(page: Element): { refused?: string } {
  const message = first(page, 'p', { id: 'error' }) ?? first(page, 'p', { class: 'notice' })
  return message ? { refused: textOf(message) } : {}
}
