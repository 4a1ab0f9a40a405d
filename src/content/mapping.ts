import * as z from 'zod'
import { date, id } from './schema.ts'

const words = z.array(z.string().min(2)).default([])

/**
 * One way from a shop's words to a type of equipment (`content/products/mapping.yaml`). It counts only once somebody has
 * reviewed it: until then the products that would go this way are left out.
 */
export const mappingEntry = z
  .strictObject({
    /** An equipment type that people choose themselves. */
    type: id,
    /** Only for the feed of this supplier; for all where absent. */
    supplier: id.optional(),
    /** The supplier's own categories, whole, as the feed writes them. */
    categories: words,
    /** Google's categories: the path from the top, or the number. */
    google: words,
    /** Words that all stand in the product's name: "sock aid" needs both. One line of the list is enough. */
    words,
    /** Words that rule it out, although the rest fits. */
    unless: words,
    /** Who has looked at what this brings in, and when. Nobody yet: `null`. */
    reviewed: z.strictObject({ by: z.string().min(2), role: z.string().min(2), on: date }).nullable(),
    /** Looked at again by this day. */
    reviewBy: date,
    note: z.string().optional(),
  })
  .refine(({ categories, google, words }) => categories.length + google.length + words.length > 0, {
    message: 'name categories, google or words: something must lead to the type',
  })
export type MappingEntry = z.output<typeof mappingEntry>
export type Mapping = readonly MappingEntry[]

/** Whether an entry may be relied on, on a day (ISO date). */
export const isReviewed = (entry: MappingEntry, today: string): boolean =>
  entry.reviewed !== null && entry.reviewed.on <= today && today <= entry.reviewBy
