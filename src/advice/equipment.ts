import type { AdviseInput } from './advise.ts'
import type { Considered } from './consider.ts'
import type { Item } from './document.ts'
import type { Size } from './size.ts'
import { BUYING, type Equipment } from '../content/schema.ts'
import { withFigures } from '../content/figures.ts'
import { because, inVoice, voiceOf } from '../content/wording.ts'
import type { Say } from '../content/words.ts'
import { showMeasure } from '../flow/units.ts'

type Suggested = Extract<Considered, { verdict: 'suggest' }>

/** A suggested type of equipment, in full. An assessed-only type is something to ask about, never to buy. */
export function equipmentItem(type: Equipment, suggested: Suggested, { library, say, facts, now }: AdviseInput): Item {
  const assessed = type.tier === 'assessed-only'
  const size = suggested.size && sizeText(suggested.size, say)
  const limit = type.weight && showMeasure(type.weight.limit, 'kg')
  return {
    id: type.id,
    topic: topicOf(type, suggested.because, facts),
    kind: type.kind,
    when: type.timing,
    title: assessed ? say('ask-about', { name: type.name }) : type.name,
    text: inVoice(type.what, voiceOf(facts)),
    because: because(library, say, suggested.because, facts),
    source: library.sources[type.source]?.what ?? type.source,
    reviewed: type.reviewed,
    reviewBy: type.reviewBy,
    equipment: {
      id: type.id,
      iso9999: type.iso9999,
      iso9999Edition: type.iso9999Edition,
      tier: type.tier,
      suits: type.suits,
      notFor: type.notFor,
      measure: type.measure,
      ...(limit ? { weightLimit: weightText(type, limit, say) } : {}),
      price: priceText(type, say),
      routes: type.routes
        .filter((route) => !(assessed && BUYING.includes(route)))
        .map((route) => ({ id: route, text: say(`route-${route}`, { minor: minorMost(library, now) }) })),
      ...buying(type, say),
      ...(size ? { size } : {}),
      stopIf: type.stopIf,
      ...(limit && suggested.checkWeight ? { caution: say('weight-caution', { limit }) } : {}),
    },
  }
}

/** Up to what cost a small change is free, as it stands on the day. */
const minorMost = ({ figures }: AdviseInput['library'], now: string): string =>
  withFigures(figures, '{minor-most}', now.slice(0, 10))

/** What to know before paying: relief from VAT (the supplier is told before the sale), and second-hand (safety H12). */
function buying(type: Equipment, say: Say): { vat?: string; secondHand?: string } {
  if (type.tier === 'assessed-only' || !type.routes.includes('shop')) return {}
  const used = type.secondHand ?? (type.weight ? 'check' : undefined)
  return {
    ...(type.everyday ? {} : { vat: say('vat-relief') }),
    ...(used ? { secondHand: say(`second-hand-${used}`) } : {}),
  }
}

/** The chosen topic that brought it up: a rail beside the toilet does not belong under the bath. */
function topicOf(type: Equipment, because: Suggested['because'], { topics }: AdviseInput['facts']): string {
  const chosen: readonly string[] = Array.isArray(topics) ? topics : []
  if (chosen.includes(type.topic)) return type.topic
  return chosen.find((topic) => because.some(({ question }) => question.startsWith(`${topic}-`))) ?? type.topic
}

function weightText(type: Equipment, limit: string, say: Say): string {
  const heavy = type.weight?.heavyDuty
  return heavy ? say('weight-limit-heavy', { limit, heavy: showMeasure(heavy, 'kg') }) : say('weight-limit', { limit })
}

function priceText({ price, tier }: Equipment, say: Say): string {
  if (tier === 'assessed-only') return say('price-none')
  if (!price) return say('price-unknown')
  const band = say(price.from === price.to ? 'price-one' : 'price', {
    from: price.from.toLocaleString('en-GB'),
    to: price.to.toLocaleString('en-GB'),
    year: price.year,
  })
  return price.note ? say('price-note', { price: band, note: price.note }) : band
}

function sizeText(size: Size, say: Say): string | undefined {
  const cm = (value: number): string => showMeasure(value, 'cm')
  switch (size.size) {
    case 'seat-raise':
      return say('size-seat-raise', { step: cm(size.step), gap: cm(size.gap) })
    case 'seat-height':
      return say('size-seat-height', { height: cm(size.height) })
    case 'ramp-length':
      return say('size-ramp-length', { rise: cm(size.rise), alone: cm(size.alone), helped: cm(size.helped) })
    case 'stick-length':
      return say('size-stick-length', { length: cm(size.length) })
    case 'none':
      return undefined
  }
}
