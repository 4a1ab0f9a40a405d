import { put, type Found } from '../board.ts'
import { contactsIn } from '../../directory/contacts.ts'
import type { Turn } from '../desk.ts'
import { bold, escape, lines, link, parts } from '../html.ts'
import { callOf, withNumber } from '../urgent.ts'
import { oldFor } from './answers.ts'
import { doing } from './doing.ts'

/** `/web`: an address that opens the same assessment in a browser, once, for a quarter of an hour. */
export async function toWeb(turn: Turn): Promise<void> {
  const { desk, open } = turn
  const button = doing(turn)
  const stay = [button('tg-to-question', 'show')]
  if (!desk.baseUrl) return put(turn, { html: escape(desk.say('tg-no-web')), buttons: [stay] }, oldFor(turn))
  const code = await desk.moves.offer(open!.assessment, 'web')
  if (code === null) return put(turn, { html: escape(desk.say('tg-gone')) }, oldFor(turn))
  const url = new URL(`/go/${code}`, desk.baseUrl).href
  const page = parts(bold(desk.say('tg-web-title')), escape(desk.say('tg-web-lead')))
  // Telegram refuses buttons to a machine of one's own; there the address can be copied.
  if (mayBeButton(url))
    return turn.post
      .send({ html: page, buttons: [[{ text: desk.say('tg-web-open'), url }], stay] })
      .then(() => undefined)
  await turn.post.send({ html: parts(page, link(url, url)), buttons: [stay] })
}

const mayBeButton = (url: string): boolean => {
  const { hostname } = new URL(url)
  return hostname.includes('.') && !/^[\d.]+$/.test(hostname)
}

/** `/worker`: whom to call, and the way to let them see the same answers. */
export async function toWorker(turn: Turn, looked?: Found): Promise<void> {
  const { desk, open } = turn
  const { say } = desk
  const today = new Date(desk.clock()).toISOString().slice(0, 10)
  const contacts = contactsIn(desk.library, desk.pack, looked?.answers ?? [], today)
  const page = parts(
    bold(say('web-help-title')),
    ...contacts.map((one) =>
      lines(
        bold(one.name),
        callOf(say, one.phone),
        escape(one.hours),
        one.outOfHoursPhone && withNumber(say, 'web-help-out-of-hours', one.outOfHoursPhone),
      ),
    ),
    contacts.length === 0
      ? lines(escape(say('web-help-none')), link(say('web-help-find'), say('web-help-find-url')))
      : undefined,
    escape(say('web-help-danger', { phone: '999' })),
    open ? escape(say('tg-worker-code')) : undefined,
  )
  const button = open ? doing(turn) : undefined
  const buttons = button ? [[button('tg-worker-show', 'code')], [button('tg-to-question', 'show')]] : []
  await turn.post.send({ html: page, buttons })
}

/** The code to read out. Pressing the button is the consent: what it lets somebody do is said above it. */
export async function showCode(turn: Turn, { resumeCode }: { readonly resumeCode: string }): Promise<void> {
  const { desk } = turn
  const { say, pack } = desk
  const html = parts(
    bold(say('web-code-label')),
    `<code>${escape(resumeCode)}</code>`,
    escape(say('tg-code-keep', { days: pack.retentionDays })),
  )
  await turn.post.send({ html, buttons: [[doing(turn)('tg-to-question', 'show')]] })
}
