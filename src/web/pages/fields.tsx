import type { Child } from 'hono/jsx'
import type { AskedQuestion } from '../../assessment/view.ts'
import type { Library } from '../../content/library.ts'
import type { Frame } from '../frame.ts'
import type { Given } from '../form.ts'
import { Choices } from './choices.tsx'
import { PlaceFields } from './place.tsx'

export interface FieldProps {
  readonly frame: Frame
  readonly question: AskedQuestion
  readonly councils: Library['councils']
  readonly given: Given
  readonly error?: string
}

/** Id of the field that an error summary leads to: the first one. */
export const FIRST_FIELD = 'answer'

export const Fields = (props: FieldProps) => {
  switch (props.question.kind) {
    case 'single':
    case 'multi':
      return <Choices {...props} />
    case 'place':
      return <PlaceFields {...props} />
    case 'number':
    case 'text':
      return <OneField {...props} />
  }
}

/** What is in the form already: what was just typed, else the newest answer to this question. */
export function givenTo(question: AskedQuestion, typed?: Given): Given {
  if (typed) return typed
  const { answer } = question
  const empty = { chosen: [], text: '', postcode: '', area: '' }
  if (answer === undefined) return empty
  if (typeof answer === 'number') return { ...empty, text: `${answer} ${question.unit ?? 'cm'}` }
  if (typeof answer === 'string') return { ...empty, chosen: [answer], text: isExit(question, answer) ? '' : answer }
  if ('area' in answer) return { ...empty, area: answer.area }
  return { ...empty, chosen: answer }
}

const isExit = (question: AskedQuestion, answer: string): boolean => question.allow.some((exit) => exit === answer)

const OneField = ({ frame, question, given, error }: FieldProps) => {
  const inputClass = `govuk-input${error ? ' govuk-input--error' : ''}`
  const common = {
    id: FIRST_FIELD,
    name: 'answer',
    'aria-describedby': describedBy(question, error),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  return (
    <div class={group(error)}>
      <h1 class="question" id="question" tabindex={-1}>
        <label for={FIRST_FIELD}>{question.text}</label>
      </h1>
      <Around frame={frame} question={question} error={error}>
        {question.kind === 'text' ? (
          <textarea {...common} class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`} rows={4} maxlength={500}>
            {given.text}
          </textarea>
        ) : (
          <input
            {...common}
            class={`${inputClass} govuk-input--width-10`}
            type="text"
            // Letters are needed for a unit ("17 in"); a keypad of digits only would shut them out.
            inputmode={question.unit ? 'text' : 'numeric'}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={given.text}
          />
        )}
      </Around>
    </div>
  )
}

export const group = (error: string | undefined): string =>
  `govuk-form-group${error ? ' govuk-form-group--error' : ''}`

export const describedBy = (question: AskedQuestion, error: string | undefined): string | undefined =>
  [question.hint && 'hint', error && 'error'].filter(Boolean).join(' ') || undefined

/** Hint, "why we ask" and error in their order, then the field itself. */
export const Around = ({
  frame: { say },
  question,
  error,
  children,
}: Pick<FieldProps, 'frame' | 'question' | 'error'> & { children: Child }) => (
  <>
    {question.hint && (
      <div id="hint" class="govuk-hint">
        {question.hint}
      </div>
    )}
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
