import type { Answer, Facts } from '../advice/condition.ts'
import { END } from './compose.ts'
import type { Chart, Standing } from './chart.ts'
import { LIMITS } from './limits.ts'
import { validate } from './validate.ts'

/**
 * Walk on from a standing as far as the given answers carry: each question met is fed with the newest answer given
 * to it, so a shared question is asked once, and an answer may wait until its question is met. Stops at the first
 * question without a fitting answer, or at the end.
 */
export function walk(chart: Chart, given: Facts, from: Standing = chart.begin()): Standing {
  let here = from
  for (let steps = 0; here.at !== END && steps < LIMITS.steps; steps++) {
    const question = chart.node(here.at)!.question
    const answer = here.facts[question] ?? given[question]
    if (answer === undefined || !stillFits(chart, question, answer)) return here
    here = chart.answer(here, answer)
  }
  return here
}

/** An answer given under older content may no longer be on offer: then its question is asked again. */
function stillFits(chart: Chart, id: string, answer: Answer): boolean {
  const question = chart.question(id)
  return question !== undefined && 'answer' in validate(question, answer, chart.areas)
}

/** The question asked at a standing, or `undefined` at the end. */
export const asked = (chart: Chart, standing: Standing): string | undefined => chart.node(standing.at)?.question
