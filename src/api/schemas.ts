import * as z from 'zod'

/** What the JSON API accepts. The OpenAPI document is made from these, so the two cannot drift apart. */
const seq = z.int().min(0).describe('The seq of the view that is being answered')

export const beginBody = z.object({
  locale: z.string().max(10).optional().describe('A language such as "en"'),
  pack: z.string().max(64).optional().describe('A local version'),
  channel: z.enum(['web', 'api', 'telegram', 'console']).optional(),
})

export const answerBody = z.object({
  seq,
  question: z.string().min(1).max(100).describe('The question asked, or an earlier one on the path to change it'),
  answer: z
    .union([
      z.string().max(2000),
      z.array(z.string().max(100)).max(100),
      z.number(),
      z.object({ postcode: z.string().max(20), area: z.string().max(20).optional() }),
      z.object({ area: z.string().max(20) }),
    ])
    .describe(
      'An option id, several, a number in cm or kg, a place, or "not_sure", "rather_not_say", "skip" where allowed',
    ),
})

export const stepBody = z.object({ seq })
export const resumeBody = z.object({ code: z.string().min(1).max(40) })
