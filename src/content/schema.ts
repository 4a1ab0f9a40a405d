import * as z from 'zod'
import { condition } from '../advice/notation.ts'
import type { Condition } from '../advice/condition.ts'

/**
 * What a content file may say. Every schema is strict: a misspelt key is a fault, not a silence.
 * The files are YAML under `content/`; `load.ts` reads them, `docs/writing-a-topic.md` explains them.
 */
export const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'use lower case words joined by hyphens')
export const date = z.iso.date()

/** A condition in the short notation; kept parsed. */
export const when = z.unknown().transform((raw, context): Condition => {
  try {
    return condition(raw)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return { op: 'always' }
  }
})

/** Words for the person themselves and, where they differ, for someone asking about another person. */
export const words = z.union([
  z.string().min(1).transform((self) => ({ self, other: undefined as string | undefined })),
  z.strictObject({ self: z.string().min(1), other: z.string().min(1).optional() }),
])
export type Words = z.output<typeof words>

/** Where an item comes from and how far it has been confirmed. `confirmedBy` stays empty until an OT signs. */
export const provenance = {
  source: z.string().min(1),
  reviewed: date,
  reviewBy: date,
  confirmedBy: z.strictObject({ name: z.string(), role: z.string(), on: date }).nullable().default(null),
  confidence: z.enum(['high', 'medium', 'low']),
  /** What the fact base marks CHECK or `~`: named so that an editor can confirm just that. */
  check: z.string().optional(),
}

const option = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower case letters, digits and hyphens').max(24),
  label: words,
  hint: words.optional(),
  /** Button text for Telegram; the label where absent. */
  short: z.string().max(64).optional(),
  /** Choosing this one clears the others ("None of these"). */
  alone: z.boolean().default(false),
})
export type Option = z.output<typeof option>

export const question = z
  .strictObject({
    id,
    kind: z.enum(['single', 'multi', 'number', 'place', 'text']),
    ask: words,
    /** What staff say aloud on a call: at most 12 words. */
    spoken: z.string().min(1),
    /** For Telegram and lists: a few words with the question mark. */
    short: z.string().min(1),
    /** Completes "About …, you said": a noun phrase without "your" or "their" where possible. */
    about: z.string().min(1),
    why: words.optional(),
    hint: words.optional(),
    options: z.array(option).default([]),
    /** The choices are the topics themselves. */
    optionsFrom: z.literal('topics').optional(),
    unit: z.enum(['cm', 'kg']).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    allow: z.array(z.enum(['not_sure', 'rather_not_say', 'skip'])).default(['not_sure', 'rather_not_say']),
    /** Serves every topic, and is asked in the fit section when a candidate still needs it. Lower comes first. */
    shared: z.number().int().optional(),
    /** Part of the safety screen: "not sure" is not offered. */
    urgentScreen: z.boolean().default(false),
    /** A drawing that shows how to find the answer: `measure-knee` is `content/pictures/measure-knee.svg`. */
    picture: id.optional(),
    ...provenance,
  })
  .refine((q) => q.optionsFrom || (q.kind === 'single' || q.kind === 'multi') === q.options.length > 1, {
    message: 'single and multi questions need two or more options; other kinds have none',
  })
export type Question = z.output<typeof question>

export const finding = z.union([
  z.strictObject({ id, when }),
  z.strictObject({ id, number: z.union([z.string(), z.strictObject({ minus: z.tuple([z.string(), z.string()]) })]) }),
])

export const TIMINGS = ['now', 'soon', 'later'] as const
export const KINDS = ['tip', 'equipment', 'adaptation', 'professional', 'service', 'benefit', 'carer'] as const

export const adviceItem = z.strictObject({
  id,
  topic: id,
  kind: z.enum(['tip', 'adaptation', 'professional', 'service', 'benefit', 'carer']),
  when,
  timing: z.enum(TIMINGS),
  /** 0-100: what comes first within the same timing. */
  priority: z.number().int().min(0).max(100).default(50),
  title: words,
  text: words,
  signpost: z.array(id).default([]),
  /** Safety text fails the build past its review date; other text is hidden. */
  safety: z.boolean().default(false),
  ...provenance,
})
export type AdviceItem = z.output<typeof adviceItem>

export const TIERS = ['self-choose', 'get-advice', 'assessed-only'] as const
export type Tier = (typeof TIERS)[number]
export const ROUTES = [
  'shop',
  'hire',
  'try-centre',
  'loan-store',
  'nhs',
  'red-cross',
  'grant',
  'minor-adaptation',
  'handyperson',
  'ot-assessment',
  'telecare',
  'charity',
  'pharmacist',
] as const
/** The routes that end in a purchase or a hire: never on an assessed-only type. */
export const BUYING: readonly string[] = ['shop', 'hire']

export const equipment = z.strictObject({
  id,
  name: z.string(),
  iso9999: z.string().regex(/^\d\d( \d\d){0,2}$/),
  iso9999Edition: z.union([z.literal(2016), z.literal(2022)]),
  isoConfirmed: z.boolean(),
  kind: z.enum(['equipment', 'adaptation']).default('equipment'),
  topic: id,
  tier: z.enum(TIERS),
  timing: z.enum(TIMINGS).default('soon'),
  priority: z.number().int().min(0).max(100).default(50),
  what: words,
  /** When it is worth thinking of. */
  wanted: when,
  /** What must be known and true first: unknown keeps it shut, and the parts that are false are the reasons why not. */
  gate: when.default({ op: 'always' }),
  /** Any of these being true keeps it shut. For what may stay unknown; whatever must be known goes into the gate. */
  exclude: z.array(when).default([]),
  /** Would someone in this position be likely to buy it anyway? Defaults to `wanted`. */
  likelyBought: when.optional(),
  /** `limit`: commonest greatest user weight of standard models, kg. */
  weight: z.strictObject({ limit: z.number(), heavyDuty: z.number().optional() }).optional(),
  size: z
    .strictObject({
      rule: z.enum(['seat-raise', 'seat-height', 'ramp-length', 'stick-length']),
      from: z.array(id).min(1).max(2),
    })
    .optional(),
  suits: z.string(),
  notFor: z.string(),
  measure: z.string(),
  price: z.strictObject({ from: z.number(), to: z.number(), year: z.string(), note: z.string().optional() }).nullable(),
  routes: z.array(z.enum(ROUTES)).min(1),
  /** Sold to everybody, such as a kettle: then there is no VAT relief on it. */
  everyday: z.boolean().default(false),
  /** Second-hand: look for wear and the label, or only with a service record. What bears weight is always looked at. */
  secondHand: z.enum(['check', 'service']).optional(),
  stopIf: z.string(),
  /** What to do instead while the gate is shut. */
  instead: z.string(),
  signpost: z.array(id).default([]),
  ...provenance,
})
export type Equipment = z.output<typeof equipment>

/** Most urgent first. E999 … GP2 as in the escalation table of the fact base. */
export const CODES = ['E999', 'AE', 'GAS', 'MH', 'U111', 'SG', 'ASC', 'FIRE', 'STOP', 'GP2'] as const
export type Code = (typeof CODES)[number]

export const safetyRule = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z]?\d*[a-z]?(-[a-z0-9-]+)?$/),
  code: z.enum(CODES),
  when,
  title: words,
  /** At most 25 words, number first. */
  action: words,
  /** One sentence. */
  why: words,
  phone: z.string().optional(),
  /** What not to do, and what to do while waiting: short lines for the advice page. */
  meanwhile: z.array(z.string()).default([]),
  /** Words in free text that raise this rule. */
  triggers: z.array(z.string()).default([]),
  signpost: z.array(id).default([]),
  /** Sensitive: the page offers "exit this page". */
  sensitive: z.boolean().default(false),
  ...provenance,
})
export type SafetyRule = z.output<typeof safetyRule>

export const topic = z.strictObject({
  id,
  group: z.enum(['health', 'home', 'daily']),
  title: words,
  hint: words,
  /** Lay words, misspellings and phrases that mean this topic. */
  lexicon: z.array(z.string()).min(5),
  order: z.number().int(),
})
export type Topic = z.output<typeof topic>

/** Words of one meaning in everyday speech. Those that mean '' say nothing about any topic. */
export const synonyms = z.strictObject({ means: z.string(), words: z.array(z.string()).min(1) })
export type Synonyms = z.output<typeof synonyms>

export const signpost = z.strictObject({
  id,
  name: z.string(),
  what: z.string(),
  /** How to reach it: what to say and whom to ask. */
  how: z.string(),
  url: z.url().optional(),
  phone: z.string().optional(),
  ...provenance,
})
export type Signpost = z.output<typeof signpost>

/**
 * Which services of a local directory meet a need: the taxonomy terms that feeds file them under, by name or code, and
 * words for those filed under nothing (alternatives between "|"). Not `local`: only the council and national services.
 */
export const needMatch = z
  .strictObject({
    type: id,
    terms: z.array(z.string().trim().min(2)).default([]),
    words: z.string().trim().min(3).optional(),
    local: z.boolean().default(true),
    /** Why there is no local search. */
    why: z.string().min(10).optional(),
    /** Ids of national services, for when nothing else is known. */
    national: z.array(id).default([]),
    ...provenance,
  })
  .refine((one) => !one.local || (one.terms.length > 0 && one.words !== undefined), {
    error: 'give terms and words, or say `local: false` and why',
  })
  .refine((one) => one.local || (one.why !== undefined && one.terms.length === 0 && one.words === undefined), {
    error: 'where `local` is false, say why, and give no terms and no words',
  })
export type NeedMatch = z.output<typeof needMatch>

export const nationalService = z.strictObject({
  id,
  name: z.string(),
  types: z.array(id).min(1),
  what: z.string(),
  phone: z.string().optional(),
  text: z.string().optional(),
  url: z.url(),
  hours: z.string().optional(),
  /** Public only when verified or seen; the others wait for an editor's check. */
  checked: z.enum(['verified', 'seen', 'unchecked', 'conflicting']),
  lastChecked: date,
  source: z.string(),
  note: z.string().optional(),
})
export type NationalService = z.output<typeof nationalService>

/**
 * A figure that changes each year, such as a rate of benefit: it stands here once, and the words name it in braces.
 * Outside its dates the words say `otherwise` in its place, and an editor is told.
 */
export const figure = z.strictObject({
  id,
  /** As it reads in a sentence: "£76.70 a week". */
  value: z.string().min(1),
  /** What reads as well in the same sentence once the value is out of date: "a weekly sum". */
  otherwise: z.string().min(1),
  from: date,
  until: date,
  source: z.string().min(1),
  check: z.string().optional(),
})
export type Figure = z.output<typeof figure>

/** What took over from a council or board that ended; where the area was split, the districts that came to this part. */
const successor = z.union([
  z.string().transform((id) => ({ id, districts: [] as string[] })),
  z.strictObject({ id: z.string(), districts: z.array(z.string()).min(1) }),
])

/** Somebody responsible for an area, by its ONS code, with the first and the last day (none: always, and until further notice). */
const body = {
  id: z.string(),
  name: z.string(),
  from: date.optional(),
  to: date.optional(),
  successors: z.array(successor).default([]),
}
const hasHeir = ({ to, successors }: { to?: string | undefined; successors: readonly unknown[] }): boolean =>
  to === undefined || successors.length > 0
const NO_HEIR = { error: 'a council or board that ends needs its successors' }

/** A council that is responsible for adult social care. */
export const council = z.strictObject(body).refine(hasHeir, NO_HEIR)
export type Council = z.output<typeof council>

/** A district council under a county council: `area` is the county. */
export const district = z.strictObject({ ...body, area: z.string() }).refine(hasHeir, NO_HEIR)
export type District = z.output<typeof district>

/** An integrated care board, or a council that has ended. */
export const dated = z.strictObject(body).refine(hasHeir, NO_HEIR)
export type Dated = z.output<typeof dated>

export const source = z.strictObject({ key: z.string(), what: z.string(), url: z.string().optional() })
export type Source = z.output<typeof source>
