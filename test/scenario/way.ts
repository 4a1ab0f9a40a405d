import { expect } from 'vitest'
import type { Facts } from '../../src/advice/condition.ts'
import type { Library } from '../../src/content/library.ts'
import { inVoice } from '../../src/content/wording.ts'
import { speaker } from '../../src/content/words.ts'
import type { Scenario, Seen } from './scenario.ts'
import { answerUntil } from './walk.ts'

/** A person on their way through an assessment, with the words in which a journey says what must happen. */
export interface Way {
  readonly scenario: Scenario
  /** Ids of the questions met, with the urgent actions and the advice between them: the same in every channel. */
  readonly met: readonly string[]
  begin(pack?: string): Promise<void>
  /** Answer until a question, "urgent" or "advice" is there; anything else that comes first fails. */
  until(place: string, answers: Facts): Promise<void>
  /** What is in front of the person now. */
  at(seen: Seen, place: string): void
  /** The advice holds these items, by their ids, and not those. */
  says(must: readonly string[], mustNot?: readonly string[]): Promise<void>
  /** These types of equipment are named as not safe for this person. */
  warnsOf(equipment: readonly string[]): Promise<void>
  /** The advice begins with these urgent actions and no others, by the ids of their rules. */
  urges(rules: readonly string[]): Promise<void>
}

export function wayOf(scenario: Scenario, library: Library): Way {
  const met: string[] = []
  const say = speaker(library.locale, library.messages)

  /** An item in any of the words that it may be said in. */
  function titles(id: string): string[] {
    const advice = [...library.advice, ...Object.values(library.packs).flatMap((pack) => pack.advice)].find(
      (item) => item.id === id,
    )
    if (advice) return [inVoice(advice.title, 'self'), inVoice(advice.title, 'other')]
    const name = nameOf(id)
    return [name, say('ask-about', { name })]
  }

  function nameOf(id: string): string {
    const type = library.equipment.find((one) => one.id === id)
    if (!type) throw new Error(`there is no advice or equipment "${id}"`)
    return type.name
  }

  function at(seen: Seen, place: string): void {
    expect(seen.kind === 'question' ? seen.question : seen.kind).toBe(place)
    if (seen.kind !== 'question') met.push(seen.kind)
  }

  return {
    scenario,
    met,
    at,
    async begin(pack = 'default') {
      at(await scenario.begin(pack), 'who')
    },
    async until(place, answers) {
      const here = (seen: Seen): boolean => seen.kind === 'question' && seen.question === place
      const note = (seen: Seen): void => void (seen.kind === 'question' && met.push(seen.question))
      at(await answerUntil(scenario, library, answers, here, note), place)
    },
    async says(must, mustNot = []) {
      const { items } = await scenario.advice()
      const said = (id: string): boolean => titles(id).some((title) => items.includes(title))
      expect(
        must.filter((id) => !said(id)),
        'must be said',
      ).toEqual([])
      expect(mustNot.filter(said), 'must not be said').toEqual([])
    },
    async warnsOf(equipment) {
      const { notSuitable } = await scenario.advice()
      expect(notSuitable).toEqual(expect.arrayContaining(equipment.map(nameOf)))
    },
    async urges(rules) {
      const { urgent } = await scenario.advice()
      const raised = library.safety.filter(
        ({ title }) => urgent.includes(inVoice(title, 'self')) || urgent.includes(inVoice(title, 'other')),
      )
      expect(raised.map((rule) => rule.id).toSorted()).toEqual(rules.toSorted())
      expect(urgent.length).toBe(rules.length)
    },
  }
}
