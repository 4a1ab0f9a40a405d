import * as z from 'zod'

const words = z.string().min(1)

/** A listing of products, as strict as the shapes beside it. */
export const listing = z.strictObject({
  type: words,
  name: words,
  what: words,
  tier: z.enum(['self-choose', 'get-advice', 'assessed-only']),
  show: z.enum(['products', 'ask', 'nothing']),
  why: words.optional(),
  because: z.array(words),
  instead: words.optional(),
  checked: z.array(words),
  order: words.optional(),
  demonstration: words.optional(),
  vat: words.optional(),
  bearsWeight: z.boolean(),
  products: z.array(
    z.strictObject({
      id: z.string().regex(/^[0-9a-f]{16}$/),
      name: words,
      supplier: z.strictObject({ id: words, name: words }),
      price: z.int().min(1),
      vatReliefPrice: z.int().min(1).optional(),
      stock: z.enum(['in', 'order', 'unknown', 'out']),
      weightLimit: z.number().optional(),
      size: z.strictObject({ from: z.number(), to: z.number() }).optional(),
      length: z.number().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      picture: z.url().optional(),
      demonstration: z.boolean(),
      asOf: z.iso.date(),
      out: z.string().regex(/^\/out\/[0-9a-f]{16}$/),
    }),
  ),
  total: z.int().min(0),
  leftOut: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(1),
  routes: z.array(words),
  services: z.array(z.looseObject({ id: words, name: words })),
})
