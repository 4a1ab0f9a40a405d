import { FluentResource } from '@fluent/bundle'
import { EXITS } from '../advice/condition.ts'
import type { Library } from '../content/library.ts'
import { ROUTES } from '../content/schema.ts'
import { MISFITS } from '../flow/validate.ts'
import { fault, type Fault } from './fault.ts'

/** Telegram's limits: 4,096 characters a message, 64 bytes of callback data, and a button one can read. */
const MESSAGE = 4096
const BUTTON = 64
const CALLBACK = 64
/** Bytes of callback data that are not the option's id: assessment handle, sequence number, separators. */
const HANDLE = 36

/**
 * Interface strings that the advice and the assessment say in every channel, also those put together from ids, which no
 * search of the code finds. A test holds the list against the code.
 */
export const SAID: readonly string[] = [
  ...EXITS.map((exit) => `exit-${exit}`),
  ...ROUTES.map((route) => `route-${route}`),
  ...MISFITS.map((misfit) => `misfit-${misfit}`),
  ...['postcode-unknown', 'postcode-shared', 'postcode-elsewhere', 'not-on-path'].map((misfit) => `misfit-${misfit}`),
  ...['seat-raise', 'seat-height', 'ramp-length', 'stick-length'].map((size) => `size-${size}`),
  'vat-relief',
  ...['ask', 'assessed-only', 'not-suggested', 'not-safe', 'not-sold', 'none', 'none-fit'].map(
    (why) => `products-${why}`,
  ),
  ...['order', 'demonstration', 'size', 'weight', 'measure'].map((line) => `products-${line}`),
  ...['check', 'service'].map((used) => `second-hand-${used}`),
  'because',
  'list-and',
  'not-an-assessment',
  'ask-about',
  'why-council',
  'service-hours',
  'service-council',
  'service-council-one-of',
  'place-with-district',
  'service-why-asked',
  'service-why-near',
  'service-open-always',
  ...['old', 'unchecked'].flatMap((how) => [`service-${how}-ring`, `service-${how}-write`]),
  ...['term', 'words', 'near', 'area', 'listed', 'national', 'age-from', 'age-to', 'age-between'].map(
    (why) => `directory-why-${why}`,
  ),
  ...['open', 'closed-today', 'closed-day', 'closed', 'hours', 'days-range', 'midday', 'midnight'].map(
    (when) => `directory-${when}`,
  ),
  ...[0, 1, 2, 3, 4, 5, 6].map((day) => `directory-day-${day}`),
  ...['cost-free', 'cost', 'cost-bare', 'cost-bare-free', 'checked', 'stale', 'stale-unknown'].map(
    (what) => `directory-${what}`,
  ),
  ...['last', 'exact', 'at-least', 'up-to', 'between'].map((left) => `web-left-${left}`),
  ...['bsl', 'sms', 'relay', 'silent'].map((way) => `web-urgent-${way}`),
  ...['relay', 'text'].map((how) => `web-service-${how}`),
  ...['start', 'safety', 'choice', 'fit', 'carer', 'close', 'other'].map((section) => `web-section-${section}`),
  'web-advice-start',
  'services-need',
  'services-own-list',
  'wrong-empty',
  'wrong-long',
  'wrong-too-many',
  ...['name', 'organization', 'description', 'contact', 'area', 'types'].map((field) => `fault-${field}-missing`),
  ...['phone', 'email', 'url', 'postcode', 'age', 'hours'].map((field) => `fault-${field}-wrong`),
  'fault-too-long',
  'fault-ages-crossed',
  'price',
  'price-one',
  'price-none',
  'price-unknown',
  'price-note',
  'weight-limit',
  'weight-limit-heavy',
  'weight-caution',
  'stale',
  'too-many-entries',
  'too-fast',
  'too-many-starts',
  'too-many-codes',
]

/** Every text exists and fits the narrowest channel. */
export function checkLocales(library: Library): Fault[] {
  const there = new Set(new FluentResource(library.messages).body.map((entry) => entry.id))
  const missing = SAID.filter((id) => !there.has(id)).map((id) =>
    fault('missing-text', [`interface/ ${id}`], `the interface string "${id}" is missing`),
  )
  return [...missing, ...Object.values(library.questions).flatMap(fits)]
}

function fits(question: Library['questions'][string]): Fault[] {
  const faults: Fault[] = []
  const tooLong = (what: string, why: string): void =>
    void faults.push(fault('text-too-long', [what], `${what}: ${why}`))
  const topics = question.optionsFrom === 'topics'
  for (const option of question.options) {
    const button = option.short ?? option.label.self
    const what = `${question.id}=${option.id}`
    if (!topics && button.length > BUTTON)
      tooLong(what, `${button.length} characters; add a "short" of at most ${BUTTON}`)
    if (HANDLE + bytes(option.id) > CALLBACK) tooLong(what, 'the option id is too long for a Telegram button')
  }
  const message = [question.ask.other ?? question.ask.self, question.hint?.self ?? '', question.why?.self ?? ''].join(
    '\n',
  )
  if (message.length > MESSAGE)
    tooLong(question.id, `${message.length} characters; a Telegram message holds ${MESSAGE}`)
  return faults
}

const bytes = (text: string): number => new TextEncoder().encode(text).length
