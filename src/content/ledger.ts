import { isCurrent } from './figures.ts'
import type { Library } from './library.ts'
import type { Equipment, SafetyRule, Words } from './schema.ts'
import { meanAge, readTexts } from './texts.ts'

/** One piece of content as its editors see it: how far it is confirmed, where it comes from, and until when it stands. */
export interface Entry {
  readonly id: string
  readonly kind: 'question' | 'advice' | 'equipment' | 'safety' | 'signpost' | 'service' | 'figure'
  /** A topic's id, or the section or list that it belongs to. */
  readonly topic: string
  readonly title: string
  /** `null`: a draft that no occupational therapist has signed. */
  readonly confirmedBy: { readonly name: string; readonly role: string; readonly on: string } | null
  readonly source: string
  readonly reviewed: string
  readonly reviewBy: string
  readonly confidence?: 'high' | 'medium' | 'low'
  /** What the facts leave to be checked, named. */
  readonly check?: string
  /** Safety text never hides: past its date it fails the check. */
  readonly safety: boolean
  /** The public does not see it today. */
  readonly hidden: boolean
  /** Mean over its longer texts. */
  readonly readingAge?: number
}

type Dated = Pick<Equipment, 'id' | 'source' | 'reviewed' | 'reviewBy' | 'confidence' | 'confirmedBy' | 'check'>

/** Every piece of content with its standing on a day (ISO date), packs included. */
export function ledger(library: Library, today: string): Entry[] {
  const texts = Map.groupBy(readTexts(library), ({ item }) => item.split('=')[0]!)
  const sections = sectionsOf(library)
  const packs = Object.values(library.packs)
  const entry = (item: Dated, kind: Entry['kind'], topic: string, title: Words | string, safety = false): Entry => {
    const { id, source, reviewed, reviewBy, confidence, confirmedBy, check } = item
    const readingAge = meanAge(texts.get(id) ?? [])
    return {
      id,
      kind,
      topic,
      title: typeof title === 'string' ? title : title.self,
      confirmedBy,
      source,
      reviewed,
      reviewBy,
      confidence,
      ...(check === undefined ? {} : { check }),
      safety,
      hidden: !safety && reviewBy < today && HIDES.has(kind),
      ...(readingAge === undefined ? {} : { readingAge }),
    }
  }
  const rule = (topic: string) => (one: SafetyRule) => entry(one, 'safety', topic, one.title, true)
  return [
    ...Object.values(library.questions).map((one) =>
      entry(one, 'question', sections.get(one.id) ?? 'fit', one.short, one.urgentScreen),
    ),
    ...library.advice.map((one) => entry(one, 'advice', one.topic, one.title, one.safety)),
    ...library.equipment.map((one) => entry(one, 'equipment', one.topic, one.name)),
    ...library.safety.map(rule('safety')),
    ...packs.flatMap((pack) => [
      ...pack.advice.map((one) => entry(one, 'advice', one.topic, one.title, one.safety)),
      ...pack.safety.map(rule('safety')),
    ]),
    ...Object.values(library.signposts).map((one) => entry(one, 'signpost', 'signposts', one.name)),
    ...services(library),
    ...figures(library, today),
  ]
}

/** What is left out of the advice once its date has passed. Questions go on being asked. */
const HIDES: ReadonlySet<Entry['kind']> = new Set(['advice', 'equipment'])

/** Where a question stands first. */
function sectionsOf({ sections, flows }: Library): Map<string, string> {
  const places = [...Object.values(sections), ...flows].flatMap(({ id, steps }) =>
    steps.map(({ ask }) => [ask, id] as const),
  )
  return new Map(places.toReversed())
}

/** A number is to be rung again each year. */
const services = (library: Library): Entry[] =>
  library.services.map((service) => ({
    id: service.id,
    kind: 'service',
    topic: 'services',
    title: service.name,
    confirmedBy: null,
    source: service.source,
    reviewed: service.lastChecked,
    reviewBy: nextYear(service.lastChecked),
    ...(service.note === undefined ? {} : { check: service.note }),
    safety: false,
    hidden: service.checked === 'unchecked' || service.checked === 'conflicting',
  }))

const nextYear = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`

const figures = (library: Library, today: string): Entry[] =>
  Object.values(library.figures).map((figure) => ({
    id: figure.id,
    kind: 'figure',
    topic: 'figures',
    title: figure.value,
    confirmedBy: null,
    source: figure.source,
    reviewed: figure.from,
    reviewBy: figure.until,
    ...(figure.check === undefined ? {} : { check: figure.check }),
    safety: false,
    hidden: !isCurrent(figure, today),
  }))
