import type { Facts, Findings, Place } from './condition.ts'
import { holds } from './condition.ts'
import { consider } from './consider.ts'
import type { Advice, Item, UrgentLine } from './document.ts'
import { equipmentItem } from './equipment.ts'
import { explain, type Reason } from './reason.ts'
import { servicesFor, type Local, type Wanted } from './services.ts'
import { phoneOf, raised, rulesIn, silencesAdvice } from './urgent.ts'
import type { Library } from '../content/library.ts'
import type { Contact, Pack } from '../content/pack.ts'
import { withFigures } from '../content/figures.ts'
import type { AdviceItem, SafetyRule, Words } from '../content/schema.ts'
import { because, inVoice, voiceOf } from '../content/wording.ts'
import type { Say } from '../content/words.ts'

export interface AdviseInput {
  readonly assessment: string
  readonly library: Library
  /** The library's findings and the composed ones. */
  readonly findings: Findings
  /** Those of the safety rules, where the rules are newer than the rest of the library. */
  readonly safetyFindings?: Findings
  readonly say: Say
  readonly pack: Pack
  readonly facts: Facts
  /** Ids of the safety rules that the person has gone on from. */
  readonly acknowledged: readonly string[]
  readonly contact: Contact | undefined
  readonly council: string | undefined
  /** In words: which council does what a signposting type leads to, where that needs saying. */
  readonly doer?: ((type: string) => string | undefined) | undefined
  /** ISO date and time. */
  readonly now: string
}

/** An advice item with what is needed to rank it and to find services for it. */
interface Ranked {
  readonly item: Item
  readonly priority: number
  readonly signpost: readonly string[]
}

/** Free changes before equipment before changes to the home. */
const RANK: Readonly<Record<Item['kind'], number>> = {
  tip: 0,
  carer: 0,
  professional: 1,
  service: 1,
  benefit: 2,
  equipment: 2,
  adaptation: 3,
}
const TIME: Readonly<Record<Item['when'], number>> = { now: 0, soon: 1, later: 2 }
const FIRST = 3

/** An advice that is made but for the services near by, which have to be looked up. */
export interface Prepared {
  /** Signposting types that the advice names, in its order. None while only an emergency is spoken of. */
  readonly types: readonly string[]
  complete(local?: Local): Advice
}

/** Everything that can be said to this person, with no services but the council and the national ones. */
export const advise = (input: AdviseInput): Advice => prepareAdvice(input).complete()

/**
 * Everything that can be said to this person: urgent actions, what to do first, the advice by topic, what is not safe
 * for them, and who can help. While an emergency has not been gone on from, only that is said (rule G1).
 */
export function prepareAdvice(input: AdviseInput): Prepared {
  const { library, say, pack, facts } = input
  const rules = raised(rulesIn(library, pack), facts, input.safetyFindings ?? input.findings)
  const silent = rules.some((rule) => silencesAdvice(rule) && !input.acknowledged.includes(rule.id))
  const ranked = silent ? [] : rank([...spoken(input), ...equipped(input)].filter(inTime(input)))
  const wanted = new Map<string, Wanted>()
  for (const rule of rules) for (const type of rule.signpost) note(wanted, type, inVoice(rule.title, voiceOf(facts)))
  for (const { item, signpost } of ranked) for (const type of signpost) note(wanted, type, item.title, item.because)
  if (!wanted.has('asc-front-door')) note(wanted, 'asc-front-door', say('why-council'))
  return {
    types: silent ? [] : [...wanted.keys()],
    complete(local) {
      const { services, idsOf } = servicesFor(library, say, wanted, { ...input, local })
      return {
        assessment: input.assessment,
        version: library.version,
        madeAt: input.now,
        locale: library.locale,
        notAnAssessment: say('not-an-assessment'),
        ...(typeof facts.matters === 'string' && facts.matters !== 'skip' ? { matters: facts.matters } : {}),
        urgent: rules.map((rule) => urgentLine(rule, input)),
        first: firstOf(ranked),
        items: ranked.map(({ item, signpost }) => ({
          ...item,
          services: [...new Set(signpost.flatMap(idsOf))],
        })),
        notSuitable: silent ? [] : notSuitable(input),
        services,
        ...place(input),
      }
    },
  }
}

/** In a crisis: what must change today, and nothing for the long term (the second of the three conversations). */
function inTime({ facts, findings }: AdviseInput): (ranked: Ranked) => boolean {
  if (!holds({ op: 'finding', id: 'in-crisis' }, facts, findings)) return () => true
  return ({ item }) => item.when !== 'later' && item.kind !== 'adaptation'
}

function note(wanted: Map<string, Wanted>, type: string, why: string, because: readonly string[] = []): void {
  const before = wanted.get(type) ?? { why: [], because: [] }
  wanted.set(type, {
    why: [...new Set([...before.why, why])],
    because: [...new Set([...before.because, ...because])],
  })
}

function spoken(input: AdviseInput): Ranked[] {
  const { library, findings, facts, pack, now } = input
  return [...library.advice, ...pack.advice]
    .filter((advice) => (advice.safety || now.slice(0, 10) <= advice.reviewBy) && holds(advice.when, facts, findings))
    .map((advice) => ({
      item: spokenItem(advice, explain(advice.when, facts, findings), input),
      priority: advice.priority,
      signpost: advice.signpost,
    }))
}

function spokenItem(advice: AdviceItem, reasons: readonly Reason[], { library, say, facts, now }: AdviseInput): Item {
  const voice = voiceOf(facts)
  const told = (words: Words): string => withFigures(library.figures, inVoice(words, voice), now.slice(0, 10))
  return {
    id: advice.id,
    topic: advice.topic,
    kind: advice.kind,
    when: advice.timing,
    title: told(advice.title),
    text: told(advice.text),
    because: because(library, say, reasons, facts),
    source: library.sources[advice.source]?.what ?? advice.source,
    reviewed: advice.reviewed,
    reviewBy: advice.reviewBy,
  }
}

function equipped(input: AdviseInput): Ranked[] {
  const { library, findings, facts, now } = input
  return library.equipment
    .filter((type) => now.slice(0, 10) <= type.reviewBy)
    .flatMap((type) => {
      const considered = consider(type, facts, findings)
      if (considered.verdict !== 'suggest') return []
      return [{ item: equipmentItem(type, considered, input), priority: type.priority, signpost: type.signpost }]
    })
}

function notSuitable({ library, findings, facts, say }: AdviseInput): Advice['notSuitable'] {
  return library.equipment.flatMap((type) => {
    const considered = consider(type, facts, findings)
    if (considered.verdict !== 'unsafe') return []
    return [
      {
        equipment: type.id,
        title: type.name,
        because: because(library, say, considered.because, facts),
        instead: type.instead,
      },
    ]
  })
}

const rank = (all: readonly Ranked[]): Ranked[] =>
  all.toSorted(
    (a, b) => TIME[a.item.when] - TIME[b.item.when] || RANK[a.item.kind] - RANK[b.item.kind] || b.priority - a.priority,
  )

/** The most important things to do now; when nothing is for now, the most important soon. */
function firstOf(ranked: readonly Ranked[]): string[] {
  const now = ranked.filter(({ item }) => item.when === 'now')
  const from = now.length > 0 ? now : ranked.filter(({ item }) => item.when === 'soon')
  return from
    .toSorted((a, b) => b.priority - a.priority)
    .slice(0, FIRST)
    .map(({ item }) => item.id)
}

function urgentLine(
  rule: SafetyRule,
  { library, findings, safetyFindings, say, facts, contact }: AdviseInput,
): UrgentLine {
  const voice = voiceOf(facts)
  const phone = phoneOf(rule, contact?.phone)
  return {
    rule: rule.id,
    code: rule.code,
    title: inVoice(rule.title, voice),
    action: inVoice(rule.action, voice),
    ...(phone ? { phone } : {}),
    why: inVoice(rule.why, voice),
    meanwhile: rule.meanwhile,
    because: because(library, say, explain(rule.when, facts, safetyFindings ?? findings), facts),
  }
}

function place({ facts, contact, council }: AdviseInput): Pick<Advice, 'place'> {
  const { area, district, ward } = (typeof facts.place === 'object' ? facts.place : {}) as Partial<Place>
  if (!area) return {}
  return {
    place: {
      area,
      ...(district ? { district } : {}),
      ...(ward ? { ward } : {}),
      council: council ?? area,
      ...(contact
        ? {
            phone: contact.phone,
            hours: contact.hours,
            url: contact.url,
            ...(contact.outOfHoursPhone ? { outOfHoursPhone: contact.outOfHoursPhone } : {}),
          }
        : {}),
    },
  }
}
