import { CALM, adviceHeadingOf, longDate, otherWays, texted } from '../content/phrases.ts'
import type { Advice, Item, ServiceLine } from '../advice/document.ts'
import type { Desk } from './desk.ts'
import { bold, bullet, escape, italic, lines, link, parts } from './html.ts'
import { callOf, listed, withNumber } from './urgent.ts'

const TIMES = ['now', 'soon', 'later'] as const
/** Titles of one time that the summary names; the rest is behind the topics. */
const NAMED = 8

/** The advice in short: what is urgent, what to do first, soon and later, what is not safe, and what this is not. */
export function summary({ say }: Desk, advice: Advice, unfinished: boolean): string {
  const first = advice.first.flatMap((id) => advice.items.find((item) => item.id === id) ?? [])
  const rest = advice.items.filter((item) => !advice.first.includes(item.id))
  const nothing = advice.items.length === 0 && advice.urgent.length === 0
  return parts(
    bold(say('web-advice-title')),
    ...advice.urgent.map((line) => urgentLine(say, line)),
    advice.urgent.some(({ code }) => !CALM.has(code))
      ? listed(say('web-urgent-other-ways'), otherWays(say))
      : undefined,
    unfinished ? escape(say('web-advice-so-far')) : undefined,
    advice.matters && lines(bold(say('web-advice-matters')), `“${escape(advice.matters)}”`),
    nothing ? escape(say('web-advice-empty')) : undefined,
    first.length > 0 ? bold(say('web-advice-first')) : undefined,
    ...first.map((item, at) =>
      parts(lines(bold(`${at + 1}. ${item.title}`), escape(item.text), because(item), care(say, item))),
    ),
    ...TIMES.map((when) =>
      titles(
        say,
        when,
        rest.filter((item) => item.when === when),
      ),
    ),
    notSafe(say, advice),
    lines(bold(say('web-not-assessment')), escape(advice.notAnAssessment)),
    council(say, advice),
  )
}

function urgentLine(say: Desk['say'], line: Advice['urgent'][number]): string {
  const heading = say(CALM.has(line.code) ? 'web-advice-heed' : 'web-advice-urgent')
  return lines(
    `${CALM.has(line.code) ? '☎️' : '🚨'} ${line.phone ? callOf(say, line.phone) : bold(heading)}`,
    bold(line.title),
    bold(line.action),
    escape(line.why),
    ...line.meanwhile.map(bullet),
  )
}

/** "Do this soon": names only, so that the list is not a wall. */
function titles(say: Desk['say'], when: (typeof TIMES)[number], items: readonly Item[]): string | undefined {
  if (items.length === 0) return undefined
  const more = items.length - NAMED
  return lines(
    bold(say(`tg-when-${when}`)),
    ...items.slice(0, NAMED).map((item) => bullet(item.title)),
    more > 0 ? escape(say('tg-and-more', { n: more })) : undefined,
  )
}

export function notSafe(say: Desk['say'], { notSuitable }: Advice): string | undefined {
  if (notSuitable.length === 0) return undefined
  return parts(
    lines(`⚠️ ${bold(say('web-not-safe'))}`, escape(say('web-not-safe-lead'))),
    ...notSuitable.map((one) =>
      lines(
        bold(one.title),
        ...one.because.map((line) => italic(line)),
        `${bold(say('web-not-safe-instead'))} ${escape(one.instead)}`,
      ),
    ),
  )
}

function council(say: Desk['say'], { place }: Advice): string | undefined {
  if (!place?.phone) return lines(escape(say('web-help-none')), link(say('web-help-find'), say('web-help-find-url')))
  return lines(
    bold(place.council),
    callOf(say, place.phone),
    place.hours && escape(place.hours),
    place.outOfHoursPhone && withNumber(say, 'web-help-out-of-hours', place.outOfHoursPhone),
    place.url && link(say('web-service-website', { name: place.council }), place.url),
  )
}

/** The topics that have advice, in the order in which it is given. */
export const topicsIn = (advice: Advice): string[] => [...new Set(advice.items.map((item) => item.topic))]

/** All that is advised under one topic. What is to be known before equipment is used is never left to a second tap. */
export function topicText(desk: Desk, advice: Advice, topic: string): string {
  const { say, library } = desk
  const items = advice.items
    .filter((item) => item.topic === topic)
    .toSorted((a, b) => TIMES.indexOf(a.when) - TIMES.indexOf(b.when))
  return parts(
    bold(adviceHeadingOf(topic, library.topics, say)),
    ...items.map((item) =>
      lines(
        bold(item.title),
        italic(say('web-kind-when', { kind: say(`web-kind-${item.kind}`), when: say(`web-when-${item.when}`) })),
        tier(say, item),
        escape(item.text),
        care(say, item),
        because(item),
      ),
    ),
    escape(advice.notAnAssessment),
  )
}

const because = ({ because: reasons }: Item): string | undefined =>
  reasons.length > 0 ? reasons.map((line) => italic(line)).join('\n') : undefined

const tier = (say: Desk['say'], { equipment }: Item): string | undefined =>
  equipment && equipment.tier !== 'self-choose' ? bold(say(`web-tier-${equipment.tier}`)) : undefined

function care(say: Desk['say'], { equipment }: Item): string | undefined {
  if (!equipment) return undefined
  const fact = (name: string, text: string | undefined) =>
    text && `${bold(`${say(`web-equipment-${name}`)}:`)} ${escape(text)}`
  return lines(fact('caution', equipment.caution), fact('stop', equipment.stopIf))
}

/** How to choose one type of equipment: all that the page says of it. */
export function equipmentText({ say, library }: Desk, item: Item): string {
  const { equipment } = item
  if (!equipment) return parts(bold(item.title), escape(item.text))
  const fact = (name: string, text: string | undefined) =>
    text && lines(bold(say(`web-equipment-${name}`)), escape(text))
  return parts(
    lines(bold(item.title), tier(say, item), escape(item.text)),
    care(say, item),
    fact('size', equipment.size),
    fact('suits', equipment.suits),
    fact('not-for', equipment.notFor),
    fact('measure', equipment.measure),
    fact('weight', equipment.weightLimit),
    fact('price', equipment.price),
    fact('vat', equipment.vat),
    fact('second-hand', equipment.secondHand),
    listed(
      say('web-equipment-routes'),
      equipment.routes.map((route) => route.text),
    ),
    because(item),
    italic(
      say('web-item-source', {
        source: library.sources[item.source]?.what ?? item.source,
        reviewed: longDate(item.reviewed),
      }),
    ),
  )
}

/** Who can help, each with the number to tap. */
export const servicesText = ({ say }: Desk, { services }: Advice): string =>
  parts(bold(say('web-services')), ...services.map((service) => serviceText(say, service)))

function serviceText(say: Desk['say'], service: ServiceLine): string {
  return lines(
    bold(service.name),
    escape(service.what),
    service.phone && callOf(say, service.phone),
    service.hours && escape(service.hours),
    service.text && escape(texted(say, service.text)),
    service.address && escape(service.address),
    service.how && escape(service.how),
    service.cost && escape(service.cost),
    service.url && link(say('web-service-website', { name: service.name }), service.url),
    italic(say('web-service-checked', { date: longDate(service.lastChecked) })),
  )
}
