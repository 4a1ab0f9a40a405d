import * as z from 'zod'

/** The advice document, as strict as the shapes beside it. */
const words = z.string().min(1)
const code = z.enum(['E999', 'AE', 'GAS', 'MH', 'U111', 'SG', 'ASC', 'FIRE', 'STOP', 'GP2'])
const phone = words.optional()

const equipment = z.strictObject({
  id: words,
  iso9999: z.string().regex(/^\d\d( \d\d){0,2}$/),
  iso9999Edition: z.literal([2016, 2022]),
  tier: z.enum(['self-choose', 'get-advice', 'assessed-only']),
  suits: words,
  notFor: words,
  measure: words,
  weightLimit: words.optional(),
  price: words,
  routes: z.array(z.strictObject({ id: words, text: words })).min(1),
  size: words.optional(),
  vat: words.optional(),
  secondHand: words.optional(),
  stopIf: words,
  caution: words.optional(),
  products: z.int().min(1).optional(),
})

const item = z.strictObject({
  id: words,
  topic: words,
  kind: z.enum(['tip', 'equipment', 'adaptation', 'professional', 'service', 'benefit', 'carer']),
  when: z.enum(['now', 'soon', 'later']),
  title: words,
  text: words,
  because: z.array(words).min(1),
  source: words,
  reviewed: z.iso.date(),
  reviewBy: z.iso.date(),
  equipment: equipment.optional(),
  services: z.array(words).optional(),
})

const service = z.strictObject({
  id: words,
  type: words,
  name: words,
  what: words,
  how: words.optional(),
  council: words.optional(),
  phone,
  text: words.optional(),
  url: z.url().optional(),
  address: words.optional(),
  hours: words.optional(),
  distanceKm: z.number().optional(),
  eligibility: words.optional(),
  cost: words.optional(),
  lastChecked: z.iso.date(),
  caution: words.optional(),
  open: words.optional(),
  email: words.optional(),
  entry: z.strictObject({ id: z.uuid(), list: words }).optional(),
  why: z.array(words).min(1),
})

export const advice = z.strictObject({
  assessment: words,
  version: words,
  madeAt: z.iso.datetime(),
  locale: words,
  notAnAssessment: words,
  matters: words.optional(),
  urgent: z.array(
    z.strictObject({
      rule: words,
      code,
      title: words,
      action: words,
      phone,
      why: words,
      meanwhile: z.array(words),
      because: z.array(words),
    }),
  ),
  first: z.array(words).max(3),
  items: z.array(item),
  notSuitable: z.array(
    z.strictObject({ equipment: words, title: words, because: z.array(words).min(1), instead: words }),
  ),
  services: z.array(service),
  place: z
    .strictObject({
      area: words,
      council: words,
      district: words.optional(),
      ward: words.optional(),
      phone,
      hours: words.optional(),
      outOfHoursPhone: words.optional(),
      url: z.url().optional(),
    })
    .optional(),
})
export type Advice = z.output<typeof advice>
