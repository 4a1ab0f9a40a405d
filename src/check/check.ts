import { prepare } from '../assessment/content.ts'
import type { shown } from '../advice/offer.ts'
import type { Library } from '../content/library.ts'
import type { Mapping } from '../content/mapping.ts'
import type { Pictures } from '../content/picture.ts'
import { TIERS } from '../content/schema.ts'
import { compose } from '../flow/compose.ts'
import { checkAsked } from './asked.ts'
import { checkDoors } from './doors.ts'
import { fault, type Fault, type Proof } from './fault.ts'
import { judge, readGolden, type GoldenCase } from './golden.ts'
import { checkFigures } from './figures.ts'
import { checkGraph } from './graph.ts'
import { checkLocales } from './locales.ts'
import { checkProvenance, unconfirmed } from './provenance.ts'
import { checkMapping, proveProducts } from './products.ts'
import { checkReferences } from './references.ts'
import { checkPictures } from './pictures.ts'
import { proveAlarms } from './alarms.ts'
import { proveGates } from './gates.ts'
import { proveEarly, proveReached, proveSuggested } from './reach.ts'
import { proveTiers, proveUnsoftened } from './tiers.ts'
import { readingAge } from '../content/texts.ts'
import { checkTexts } from './texts.ts'

export interface CheckOptions {
  /** ISO date: what "past its review date" means. */
  readonly today: string
  /** Folder of golden cases, or the cases themselves. */
  readonly golden: string | readonly GoldenCase[]
  /** Prove only this topic, while its author is at work: its equipment, its places, its golden cases. */
  readonly topic?: string
  /** The ways from a shop's words to a type; left out, they are not looked at. */
  readonly mapping?: Mapping
  /** Takes the place of what decides on products, to show that the proof bites. */
  readonly listing?: typeof shown
  /** The line drawings; left out, they are not looked at. */
  readonly pictures?: Pictures
}

export interface Report {
  readonly ok: boolean
  readonly topics: number
  readonly questions: number
  readonly states: number
  readonly equipmentTypes: number
  readonly tierCounts: Readonly<Record<string, number>>
  readonly adviceItems: number
  readonly safetyRules: number
  readonly goldenCases: number
  readonly locales: Readonly<Record<string, { complete: boolean }>>
  readonly readingAge: ReturnType<typeof readingAge>
  readonly expired: readonly string[]
  /** How many cases each exhaustive proof looked at. */
  readonly proofs: Readonly<Record<string, number>>
  readonly unconfirmed: ReturnType<typeof unconfirmed>
  readonly faults: readonly Fault[]
}

/**
 * Every proof that the content is safe to publish. The cheap ones come first: while something refers to nothing, the
 * plan is broken or a word is missing, there is nothing to walk.
 */
export async function check(library: Library, options: CheckOptions): Promise<Report> {
  const { topic } = options
  const all = typeof options.golden === 'string' ? await readGolden(options.golden) : options.golden
  const golden = topic === undefined ? all : all.filter((one) => one.file === `${topic}.yaml`)
  const references = checkReferences(library)
  const plan = references.length === 0 ? compose(library) : null
  const graph = plan ? checkGraph(plan) : []
  const { faults: dates, expired } = checkProvenance(library, options.today)
  const locales = checkLocales(library)
  const doors = references.length === 0 && locales.length === 0 ? checkDoors(library) : []
  const asked = plan ? checkAsked(library, plan) : []
  const faults = [
    ...references,
    ...graph,
    ...asked,
    ...doors,
    ...locales,
    ...dates,
    ...checkTexts(library),
    ...checkFigures(library),
    ...(options.mapping ? checkMapping(library, options.mapping) : []),
    ...(options.pictures ? checkPictures(library, options.pictures) : []),
  ]
  const proofs: Record<string, number> = {}
  if (references.length === 0 && graph.length === 0 && !locales.some(({ rule }) => rule === 'missing-text')) {
    for (const [name, proof] of Object.entries(
      topic === undefined
        ? prove(library, golden, options.listing)
        : proveTopic(library, golden, topic, options.listing),
    )) {
      proofs[name] = proof.cases
      faults.push(...proof.faults)
    }
  }
  return {
    ok: faults.length === 0,
    topics: library.topics.length,
    questions: Object.keys(library.questions).length,
    states: plan?.nodes.length ?? 0,
    equipmentTypes: library.equipment.length,
    tierCounts: Object.fromEntries(
      TIERS.map((tier) => [tier, library.equipment.filter((type) => type.tier === tier).length]),
    ),
    adviceItems: library.advice.length,
    safetyRules: library.safety.length,
    goldenCases: golden.length,
    locales: { [library.locale]: { complete: locales.length === 0 } },
    readingAge: readingAge(library),
    expired,
    proofs,
    unconfirmed: unconfirmed(library, options.today),
    faults,
  }
}

/** What the author of one topic waits for; the whole is proved before anything is published. */
function proveTopic(
  library: Library,
  golden: readonly GoldenCase[],
  topic: string,
  listing?: CheckOptions['listing'],
): Record<string, Proof> {
  const content = prepare(library)
  const part = {
    ...content,
    library: { ...library, equipment: library.equipment.filter((type) => type.topic === topic) },
  }
  const suggested = proveSuggested(part)
  return {
    suggested,
    reached: proveReached(content, suggested.opened.values(), topic),
    gates: proveGates(part, suggested.opened),
    tiers: proveTiers(part),
    products: proveProducts(part, suggested.opened, listing),
    early: proveEarly(content, topic),
    golden: { cases: golden.length, faults: golden.flatMap((one) => judge(content, one).faults) },
  }
}

function prove(
  library: Library,
  golden: readonly GoldenCase[],
  listing?: CheckOptions['listing'],
): Record<string, Proof> {
  const content = prepare(library)
  const judged = golden.map((one) => judge(content, one))
  const suggested = proveSuggested(content)
  const fired = new Set(judged.flatMap((one) => one.raised))
  return {
    suggested,
    reached: proveReached(content, suggested.opened.values()),
    gates: proveGates(content, suggested.opened),
    urgent: proveAlarms(content),
    tiers: proveTiers(content),
    products: proveProducts(content, suggested.opened, listing),
    early: proveEarly(content),
    packs: proveUnsoftened(content),
    golden: { cases: golden.length, faults: judged.flatMap((one) => one.faults) },
    cases: {
      cases: library.safety.length,
      faults: library.safety
        .filter((rule) => !fired.has(rule.id))
        .map((rule) =>
          fault('rule-without-case', [rule.id], `no golden case raises ${rule.id}; write one in test/golden`),
        ),
    },
  }
}
