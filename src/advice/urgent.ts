import { holds, type Facts, type Findings } from './condition.ts'
import { CODES, type Code, type SafetyRule } from '../content/schema.ts'

/**
 * The codes that stop the questions until the person has seen what to do. The two others are said with the advice:
 * "see your GP within two weeks" and "stop using this equipment" must not bury an emergency by habit.
 */
const STOPPING: ReadonlySet<Code> = new Set(['E999', 'AE', 'GAS', 'MH', 'U111', 'SG', 'ASC', 'FIRE'])
/** While one of these is raised and not yet passed, nothing else is advised (rule G1). */
const NOTHING_ELSE: ReadonlySet<Code> = new Set(['E999', 'AE', 'GAS', 'MH'])

export const stops = (rule: SafetyRule): boolean => STOPPING.has(rule.code)
export const silencesAdvice = (rule: SafetyRule): boolean => NOTHING_ELSE.has(rule.code)

/** The safety rules that the answers raise, most urgent first. Free text raises a rule by its trigger words. */
export function raised(rules: readonly SafetyRule[], facts: Facts, findings: Findings): SafetyRule[] {
  const spoken = typeof facts.matters === 'string' ? heard(rules, facts.matters) : []
  return rules.filter((rule) => spoken.includes(rule) || holds(rule.when, facts, findings)).toSorted(byUrgency)
}

/** The safety rules whose trigger words stand in a free text, most urgent first. */
export function heard(rules: readonly SafetyRule[], text: string): SafetyRule[] {
  const words = ` ${plain(text)} `
  if (words.trim() === '') return []
  return rules.filter((rule) => rule.triggers.some((trigger) => words.includes(` ${plain(trigger)} `))).toSorted(byUrgency)
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

const byUrgency = (a: SafetyRule, b: SafetyRule): number => CODES.indexOf(a.code) - CODES.indexOf(b.code)
