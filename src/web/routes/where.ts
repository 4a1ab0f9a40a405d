import type { View } from '../../assessment/view.ts'

/**
 * The page of a view. A question's path ends in how many were answered before it, so that the browser's own Back
 * button finds the question before: it says nothing of what was asked or answered.
 */
export const whereTo = (view: View): string =>
  view.kind === 'advice' ? '/advice' : view.kind === 'urgent' ? '/question' : `/question/${view.progress.answered}`
