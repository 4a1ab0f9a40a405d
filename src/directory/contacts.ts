import type { Answer } from '../advice/condition.ts'
import type { Library } from '../content/library.ts'
import type { Contact, Pack } from '../content/pack.ts'
import { contactFor } from './places.ts'

/** The pack that knows every council and stands for none. */
const NEUTRAL = 'default'

/**
 * The councils to turn to: the person's own one where it is known, even one of another pack; else those of the pack.
 * @param answers of the person, as far as they are given
 * @param today ISO date
 */
export function contactsIn(
  { packs }: Library,
  here: Pack,
  answers: ReadonlyArray<{ readonly question: string; readonly answer: Answer }>,
  today: string,
): readonly Contact[] {
  const area = areaIn(answers)
  if (area === undefined) return here.id === NEUTRAL ? [] : currentContacts(here, today)
  const own = contactFor(here, area, today) ?? (packs[NEUTRAL] && contactFor(packs[NEUTRAL], area, today))
  return own ? [own] : []
}

function areaIn(answers: ReadonlyArray<{ readonly question: string; readonly answer: Answer }>): string | undefined {
  const place = answers.find((line) => line.question === 'place')?.answer
  return place !== undefined && typeof place === 'object' && 'area' in place ? place.area : undefined
}

const currentContacts = (pack: Pack, today: string): Contact[] =>
  pack.councils.filter(({ validFrom, validTo }) => (!validFrom || validFrom <= today) && (!validTo || today <= validTo))
