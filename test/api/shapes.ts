import * as z from 'zod'

/**
 * The fixed faces as programs outside the project rely on them. Strict: a key that nobody announced fails, and so does
 * one that has gone. Written by hand on purpose, so that a change of the code's own types shows here.
 */
const exit = z.enum(['not_sure', 'rather_not_say', 'skip'])
const words = z.string().min(1)
const whole = z.int().min(0)
const code = z.enum(['E999', 'AE', 'GAS', 'MH', 'U111', 'SG', 'ASC', 'FIRE', 'STOP', 'GP2'])

export const answer = z.union([
  z.string(),
  z.array(z.string()),
  z.number(),
  z.strictObject({
    area: z.string(),
    district: z.string().optional(),
    ward: z.string().optional(),
    outward: z.string().optional(),
  }),
])

const question = z.strictObject({
  id: words,
  topic: words,
  text: words,
  why: words.optional(),
  hint: words.optional(),
  say: words,
  short: words,
  kind: z.enum(['single', 'multi', 'number', 'place', 'text']),
  options: z
    .array(
      z.strictObject({
        id: words,
        label: words,
        hint: words.optional(),
        short: words.optional(),
        alone: z.literal(true).optional(),
        group: z.enum(['health', 'home', 'daily']).optional(),
      }),
    )
    .min(2)
    .optional(),
  unit: z.enum(['cm', 'kg']).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  allow: z.array(exit),
  answer: answer.optional(),
})

const action = { code, title: words, action: words, phone: words.optional() }

const urgent = z.strictObject({
  rule: words,
  ...action,
  why: words,
  meanwhile: z.array(words),
  also: z.array(z.strictObject(action)),
  canContinue: z.boolean(),
  sensitive: z.boolean(),
})

const anyView = {
  seq: whole,
  progress: z.strictObject({ answered: whole, leastLeft: whole, mostLeft: whole }),
  adviceReady: z.boolean(),
  locale: words,
  version: z.string().regex(/^[0-9a-f]{12}$/),
}

export const view = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('question'), question, ...anyView }),
  z.strictObject({ kind: z.literal('urgent'), urgent, ...anyView }),
  z.strictObject({ kind: z.literal('advice'), ...anyView }),
])
export type View = z.output<typeof view>

const id = z.string().regex(/^[\w-]{22}$/)

export const begun = z.strictObject({ id, resumeCode: z.string().regex(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/), view })
export const resumed = z.strictObject({ id, view })
export const stepped = z.strictObject({ view })
export const looked = z.strictObject({
  id,
  view,
  answers: z.array(z.strictObject({ question: words, topic: words, text: words, answer, answerText: words })),
})
export const topics = z.array(
  z.strictObject({
    id: words,
    group: z.enum(['health', 'home', 'daily']),
    title: words,
    hint: words,
    sure: z.boolean(),
  }),
)

const failed = {
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  message: words,
  field: words.optional(),
  councils: z
    .array(z.strictObject({ id: words, name: words }))
    .min(1)
    .optional(),
}
export const failure = z.strictObject({ error: z.strictObject(failed) })
/** A refusal that says where things stand. */
export const refusal = z.strictObject({ error: z.strictObject(failed), view })
