import * as z from 'zod'
import { readHtml, trimmed, type Formatted } from './entities.ts'
import { json } from './parameters.ts'
import { badRequest } from './refusal.ts'

/** "Text of the message to be sent, 1-4096 characters after entities parsing." */
const MOST_TEXT = 4096
/** "Document caption, 0-1024 characters after entities parsing." */
const MOST_CAPTION = 1024
/** What is beyond the hundredth entity of a message loses its style without a word. */
const MOST_ENTITIES = 100

export const parseMode = z.literal('HTML', 'this emulator reads the HTML style only').optional()
export const linkPreview = json(z.strictObject({ is_disabled: z.boolean().optional() })).optional()

/**
 * A text as it will stand in the chat, within the limit. Counted in UTF-16 units, as entities are: an emoji is two,
 * which is never too few.
 */
export function readText(given: string, mode: 'HTML' | undefined): Formatted {
  const text = read(given, mode)
  if (text.text === '') throw badRequest('message text is empty')
  if (text.text.length > MOST_TEXT) throw badRequest('message is too long')
  return text
}

export function readCaption(given: string, mode: 'HTML' | undefined): Formatted {
  const text = read(given, mode)
  if (text.text.length > MOST_CAPTION) throw badRequest('message caption is too long')
  return text
}

function read(given: string, mode: 'HTML' | undefined): Formatted {
  if (!given.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  const text = trimmed(mode ? readHtml(given) : { text: given, entities: [] })
  if (text.entities.length > MOST_ENTITIES) throw badRequest(`there are more than ${MOST_ENTITIES} entities`)
  return text
}
