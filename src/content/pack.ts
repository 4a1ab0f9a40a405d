import * as z from 'zod'
import { adviceItem, date, id, safetyRule } from './schema.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)

const contact = z.strictObject({
  name: z.string(),
  /** ONS code of the upper-tier council. */
  area: z.string(),
  phone: z.string(),
  hours: z.string(),
  outOfHoursPhone: z.string().optional(),
  url: z.url(),
  email: z.string().optional(),
  validFrom: date.optional(),
  validTo: date.optional(),
  checked: z.enum(['verified', 'seen', 'unchecked', 'conflicting']),
  lastChecked: date,
  source: z.string(),
})
export type Contact = z.output<typeof contact>

/** A feed of services (Open Referral UK) that is looked at every night. */
const feed = z.strictObject({
  id,
  name: z.string(),
  url: z.url({ protocol: /^https$/, error: 'give an address that begins with https://' }),
  /** ONS codes that the feed as a whole is for: they hold for its services that name no area. */
  areas: z.array(z.string().regex(/^[EWSNK]\d{8}$/, 'give an ONS code, such as E10000017')).default([]),
})

/** A council's or partnership's local version: a folder, no code. It adds; it never removes or softens a safety rule. */
export const pack = z.strictObject({
  id,
  name: z.string(),
  /** What the assistant calls itself here. */
  title: z.string(),
  colours: z.strictObject({ brand: colour, onBrand: colour, link: colour, button: colour }),
  councils: z.array(contact).default([]),
  /** First halves of postcodes and the councils that share them. */
  outwardCodes: z.record(z.string(), z.array(z.string())).default({}),
  feeds: z.array(feed).default([]),
  /** Topics that are switched off here. */
  topicsOff: z.array(id).default([]),
  languages: z.array(z.string()).default(['en']),
  retentionDays: z.number().int().min(1).max(90).default(30),
  advice: z.array(adviceItem).default([]),
  safety: z.array(safetyRule).default([]),
  /** Who has signed off the content for this pack; the words "draft" stay until someone has. */
  signedOffBy: z.strictObject({ name: z.string(), role: z.string(), on: date }).nullable().default(null),
})
export type Pack = z.output<typeof pack>
