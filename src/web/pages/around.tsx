import type { Child } from 'hono/jsx'
import type { AskedQuestion } from '../../assessment/view.ts'
import type { Library } from '../../content/library.ts'
import type { Given } from '../form.ts'
import type { Picture } from '../assets.ts'
import type { Frame } from '../frame.ts'
import { HowTo } from './drawing.tsx'

export interface FieldProps {
  readonly frame: Frame
  readonly question: AskedQuestion
  readonly councils: Library['councils']
  /** Ids of the councils that a postcode just given may mean. */
  readonly meant: readonly string[]
  readonly given: Given
  readonly error?: string
  /** Shows how to find the answer. */
  readonly picture?: Picture
}

/** Id of the field that an error summary leads to: the first one. */
export const FIRST_FIELD = 'answer'

export const group = (error: string | undefined): string => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`

export const describedBy = (question: AskedQuestion, error: string | undefined): string | undefined =>
  [question.hint && 'hint', error && 'error'].filter(Boolean).join(' ') || undefined

/** Hint, drawing, "why we ask" and error in their order, then the field itself. */
export const Around = ({
  frame: { say },
  question,
  error,
  picture,
  children,
}: Pick<FieldProps, 'frame' | 'question' | 'error' | 'picture'> & { children: Child }) => (
  <>
    {question.hint && (
      <div id="hint" class="govuk-hint">
        {question.hint}
      </div>
    )}
    {picture && <HowTo picture={picture} />}
    {question.why && (
      <details class="govuk-details why">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{say('web-why')}</span>
        </summary>
        <div class="govuk-details__text">{question.why}</div>
      </details>
    )}
    {error && (
      <p id="error" class="govuk-error-message">
        <span class="govuk-visually-hidden">{say('web-error-word')}</span> {error}
      </p>
    )}
    {children}
  </>
)
