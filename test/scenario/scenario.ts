import type { Answer } from '../../src/advice/condition.ts'
import type { Assessments } from '../../src/assessment/assessments.ts'
import type { Library } from '../../src/content/library.ts'
import type { Served } from '../api/client.ts'
import type { TelegramStage } from '../fixture/telegram.ts'
import type { Clock } from '../fixture/time.ts'

/**
 * Somebody who uses Handrail, whatever the channel: the second client of the assessment, beside the channels
 * themselves. A driver plays it in one channel with nothing but what that channel shows.
 */
export interface Scenario {
  begin(pack: string): Promise<Seen>
  see(): Promise<Seen>
  answer(answer: Input): Promise<Seen>
  /** Go back to a question that was answered earlier, and answer it anew. */
  change(question: string, answer: Input): Promise<Seen>
  /** Stop here and ask for the advice so far. */
  finish(): Promise<Seen>
  /** Go on after an urgent action, or after the advice so far. */
  carryOn(): Promise<Seen>
  advice(): Promise<Told>
  /** The code to come back with, as the person would write it down. */
  code(): Promise<string>
  /** On another device, with that code. */
  resume(code: string): Promise<Seen>
  erase(): Promise<void>
  close(): Promise<void>
}

/** What a person puts in: an answer as it is kept, or the postcode that a place is found by. */
export type Input = Answer | { readonly postcode: string }

/** What a person has in front of them. `refused` is what they were told when their last input did not go in. */
export type Seen = (Asked | Warned | { readonly kind: 'advice' } | { readonly kind: 'gone' }) & {
  readonly refused?: string
}

export interface Asked {
  readonly kind: 'question'
  /** Id of the question; a driver of a channel that shows only words finds it by them. */
  readonly question: string
  /** Ids of the options and of the ways to pass the question. */
  readonly choices: readonly string[]
}

export interface Warned {
  readonly kind: 'urgent'
  readonly title: string
  readonly action: string
}

/** The advice in the words that are shown, each list sorted. */
export interface Told {
  readonly urgent: readonly string[]
  readonly items: readonly string[]
  /** Names of what is not safe for this person. */
  readonly notSuitable: readonly string[]
}

/** A way to play a scenario. What its channel does not offer is said in `lacks`, with the reason. */
export interface Driver {
  readonly name: string
  readonly lacks: Partial<Record<Ability, string>>
  open(stage: Stage): Scenario
}

/** The service that is played on: in this process, in workerd, or anywhere that answers requests. */
export interface Stage {
  readonly app: Served
  readonly assessments: Assessments
  readonly library: Library
  readonly clock: Pick<Clock, 'pass'>
  /** The bot of this service, for a pack, with each update sent so many times. */
  readonly telegram?: (pack: string, times: number) => Promise<TelegramStage>
}

/** `pack`: another than the default one. `reopen`: come back by code. `amend`: change answers once the advice is there. */
export type Ability = 'pack' | 'reopen' | 'erase' | 'amend'

export const told = (lists: Told): Told => ({
  urgent: lists.urgent.toSorted(),
  items: lists.items.toSorted(),
  notSuitable: lists.notSuitable.toSorted(),
})
