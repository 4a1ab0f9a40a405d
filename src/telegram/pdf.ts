import { CALM, adviceHeadingOf, dialled, longDate, otherWays, texted } from '../content/phrases.ts'
import type { Advice, Item, ServiceLine, UrgentLine } from '../advice/document.ts'
import type { Library } from '../content/library.ts'
import type { Say } from '../content/words.ts'
import { openPaper, type Paper } from './pdf/paper.ts'

/**
 * The advice as a tagged PDF to keep, print or send on: large text, what is urgent first, every fold open. It holds no
 * name, no assessment id and no code that opens the answers again. Node only: the fonts are read from `build/`.
 */
export async function advicePdf(
  advice: Advice,
  library: Pick<Library, 'topics' | 'sources'>,
  say: Say,
): Promise<Uint8Array> {
  const paper = await openPaper(say('web-advice-title'), advice.locale, advice.madeAt)
  paper.heading(1, say('web-advice-title'))
  for (const line of advice.urgent) urgent(paper, line, say)
  if (advice.urgent.some(({ code }) => !CALM.has(code))) {
    paper.text(`${say('web-urgent-other-ways')}:`, { bold: true })
    paper.list(otherWays(say))
  }
  paper.text(advice.notAnAssessment)
  paper.text(say('web-made', { date: longDate(advice.madeAt), version: advice.version }), { small: true, quiet: true })
  paper.text(say('paper-kept'), { small: true, quiet: true })
  paper.section(() => council(paper, advice.place, say))
  if (advice.matters) {
    paper.heading(2, say('web-advice-matters'))
    paper.text(advice.matters)
  }
  if (advice.items.length === 0 && advice.urgent.length === 0) paper.text(say('web-advice-empty'))
  const names = new Map(advice.services.map((service) => [service.id, service.name]))
  const write = (item: Item, n?: number): void =>
    paper.section(() => advised(paper, { ...item, title: numbered(item.title, say, n) }, names, library, say))
  const first = advice.first.flatMap((id) => advice.items.find((item) => item.id === id) ?? [])
  if (first.length > 0)
    paper.section(() => {
      paper.heading(2, say('web-advice-first'))
      for (const [index, item] of first.entries()) write(item, index + 1)
    })
  const rest = advice.items.filter((item) => !advice.first.includes(item.id))
  for (const [topic, items] of Map.groupBy(rest, (item) => item.topic))
    paper.section(() => {
      paper.heading(2, adviceHeadingOf(topic, library.topics, say))
      for (const when of TIMES) for (const item of items.filter((one) => one.when === when)) write(item)
    })
  if (advice.notSuitable.length > 0) paper.section(() => notSafe(paper, advice.notSuitable, say))
  if (advice.services.length > 0)
    paper.section(() => {
      paper.heading(2, say('web-services'))
      for (const service of advice.services) paper.section(() => helper(paper, service, say))
    })
  return paper.end((n, all) => say('paper-page', { n, all }))
}

const TIMES = ['now', 'soon', 'later'] as const

const numbered = (title: string, say: Say, n: number | undefined): string =>
  n === undefined ? title : say('web-text-item', { n, title })

function urgent(paper: Paper, line: UrgentLine, say: Say): void {
  paper.section(() => {
    paper.band(say(CALM.has(line.code) ? 'web-advice-heed' : 'paper-urgent'))
    paper.heading(2, line.title)
    paper.text(line.action, { bold: true })
    if (line.phone) phone(paper, line.phone, say)
    paper.text(line.why)
    paper.list([...line.meanwhile, ...line.because])
  })
}

function advised(
  paper: Paper,
  item: Item,
  names: ReadonlyMap<string, string>,
  { sources }: Pick<Library, 'sources'>,
  say: Say,
): void {
  const { equipment: detail } = item
  const kind = say(`web-kind-${item.kind}`)
  paper.heading(3, item.title)
  paper.text(say('web-kind-when', { kind, when: say(`web-when-${item.when}`) }), { small: true, quiet: true })
  if (detail && detail.tier !== 'self-choose') paper.text(say(`web-tier-${detail.tier}`), { bold: true })
  paper.text(item.text)
  const fact = (name: string, text: string | undefined): void => {
    if (text) paper.fact(say(`web-equipment-${name}`), text)
  }
  if (detail) {
    fact('caution', detail.caution)
    fact('stop', detail.stopIf)
    fact('size', detail.size)
    fact('suits', detail.suits)
    fact('not-for', detail.notFor)
    fact('measure', detail.measure)
    fact('weight', detail.weightLimit)
    fact('price', detail.price)
    fact('vat', detail.vat)
    fact('second-hand', detail.secondHand)
    paper.text(`${say('web-equipment-routes')}:`, { bold: true })
    paper.list(detail.routes.map((route) => route.text))
  }
  paper.list(item.because)
  const helpers = new Set((item.services ?? []).flatMap((id) => names.get(id) ?? []))
  if (helpers.size > 0) {
    paper.text(say('web-item-who-helps'), { bold: true })
    paper.list([...helpers])
  }
  const source = sources[item.source]?.what ?? item.source
  paper.text(say('web-item-source', { source, reviewed: longDate(item.reviewed) }), { small: true, quiet: true })
}

function notSafe(paper: Paper, lines: Advice['notSuitable'], say: Say): void {
  paper.heading(2, say('web-not-safe'))
  paper.text(say('web-not-safe-lead'))
  for (const line of lines)
    paper.section(() => {
      paper.heading(3, line.title)
      paper.list(line.because)
      paper.text(`${say('web-not-safe-instead')} ${line.instead}`)
    })
}

function helper(paper: Paper, service: ServiceLine, say: Say): void {
  const fact = (name: string, text: string | undefined): void => {
    if (text) paper.fact(say(`web-service-${name}`), text)
  }
  paper.heading(3, service.name)
  paper.text(service.what)
  if (service.phone) phone(paper, service.phone, say)
  if (service.hours) paper.text(service.hours)
  if (service.text) paper.text(texted(say, service.text))
  if (service.url) website(paper, service.url, say)
  fact('how', service.how)
  fact('where', service.address)
  fact('for', service.eligibility)
  fact('cost', service.cost)
  paper.list(service.why)
  paper.text(say('web-service-checked', { date: longDate(service.lastChecked) }), { small: true, quiet: true })
}

function council(paper: Paper, place: Advice['place'], say: Say): void {
  paper.heading(2, say('web-help-title'))
  if (place) paper.text(place.council, { bold: true })
  if (place?.phone) phone(paper, place.phone, say)
  if (place?.hours) paper.text(place.hours)
  if (place?.outOfHoursPhone) paper.text(say('web-help-out-of-hours', { phone: place.outOfHoursPhone }))
  if (place?.url) website(paper, place.url, say)
  if (place?.phone) return
  paper.text(say('web-help-none'))
  paper.link(`${say('web-help-find')}: ${say('web-help-find-url')}`, say('web-help-find-url'))
}

const phone = (paper: Paper, number: string, say: Say): void =>
  paper.link(say('paper-phone', { phone: number }), `tel:${dialled(number)}`)

const website = (paper: Paper, url: string, say: Say): void => paper.link(say('paper-website', { url }), url)
