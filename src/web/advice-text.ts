import { CALM, adviceHeadingOf, longDate, otherWays } from '../content/phrases.ts'
import type { Advice, Item, ServiceLine } from '../advice/document.ts'
import type { Library } from '../content/library.ts'
import type { Say } from '../content/words.ts'

/** The advice as plain text, to paste into a message or read without a browser. */
export function adviceText(advice: Advice, library: Pick<Library, 'topics'>, say: Say): string {
  const first = advice.first.flatMap((id) => advice.items.find((item) => item.id === id) ?? [])
  const rest = Map.groupBy(
    advice.items.filter((item) => !advice.first.includes(item.id)),
    (item) => item.topic,
  )
  const blocks = [
    heading(say('web-advice-title')),
    ...advice.urgent.map((line) =>
      block(line.title, line.action, call(line.phone, say), line.why, ...line.meanwhile.map(bullet)),
    ),
    ...(advice.urgent.some(({ code }) => !CALM.has(code))
      ? [block(`${say('web-urgent-other-ways')}:`, ...otherWays(say).map(bullet))]
      : []),
    ...(advice.matters ? [block(say('web-advice-matters'), advice.matters)] : []),
    ...(first.length > 0 ? [heading(say('web-advice-first'))] : []),
    ...first.map((item, index) => itemText(item, say, index + 1)),
    ...[...rest].flatMap(([topic, items]) => [
      heading(adviceHeadingOf(topic, library.topics, say)),
      ...items.map((item) => itemText(item, say)),
    ]),
    ...(advice.notSuitable.length > 0 ? [heading(say('web-not-safe'))] : []),
    ...advice.notSuitable.map((line) =>
      block(line.title, ...line.because, `${say('web-not-safe-instead')} ${line.instead}`),
    ),
    ...(advice.services.length > 0 ? [heading(say('web-services'))] : []),
    ...advice.services.map((one) => block(...serviceLines(one, say))),
    heading(say('web-not-assessment')),
    advice.notAnAssessment,
    ...(advice.place
      ? [block(advice.place.council, call(advice.place.phone, say), advice.place.hours, advice.place.url)]
      : []),
    say('web-made', { date: longDate(advice.madeAt), version: advice.version }),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** What a service is and how to reach it; of one near by also for whom it is, what it costs and why it is shown. */
function serviceLines(one: ServiceLine, say: Say): Array<string | undefined> {
  const known = [one.name, one.what, one.council, call(one.phone, say), one.url, one.hours, one.address]
  if (!one.entry) return known
  return [...known, one.email, one.eligibility, one.cost, one.caution, ...one.why.map(bullet)]
}

function itemText(item: Item, say: Say, n?: number): string {
  const { equipment } = item
  const fact = (name: string, text: string | undefined) => text && `${say(`web-equipment-${name}`)}: ${text}`
  return block(
    n === undefined ? item.title : say('web-text-item', { n, title: item.title }),
    item.text,
    ...item.because,
    equipment && fact('caution', equipment.caution),
    equipment && fact('size', equipment.size),
    equipment && fact('suits', equipment.suits),
    equipment && fact('not-for', equipment.notFor),
    equipment && fact('measure', equipment.measure),
    equipment && fact('weight', equipment.weightLimit),
    equipment && fact('price', equipment.price),
    equipment && fact('vat', equipment.vat),
    equipment && fact('second-hand', equipment.secondHand),
    ...(equipment?.routes.map((route) => bullet(route.text)) ?? []),
    equipment && fact('stop', equipment.stopIf),
  )
}

const heading = (text: string): string => `${text.toUpperCase()}\n${'='.repeat(text.length)}`
const block = (...lines: ReadonlyArray<string | undefined>): string => lines.filter(Boolean).join('\n')
const bullet = (text: string): string => `- ${text}`
const call = (phone: string | undefined, say: Say): string | undefined =>
  phone === undefined ? undefined : say('web-text-call', { phone })
