import type { AskedQuestion } from '../../assessment/view.ts'
import type { Given } from '../form.ts'
import { Around, describedBy, FIRST_FIELD, group, type FieldProps } from './around.tsx'
import { Choices } from './choices.tsx'
import { PlaceFields } from './place.tsx'

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

const OneField = ({ frame, question, given, error, picture }: FieldProps) => {
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
      <Around frame={frame} question={question} error={error} picture={picture}>
        {question.kind === 'text' ? (
          <textarea
            {...common}
            class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
            rows={4}
            maxlength={500}
          >
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
