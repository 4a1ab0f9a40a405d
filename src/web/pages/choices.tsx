import type { AskedQuestion } from '../../assessment/view.ts'
import type { Say } from '../../content/words.ts'
import { Around, describedBy, FIRST_FIELD, group, type FieldProps } from './around.tsx'

interface Choice {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly alone: boolean
}

/** One or several of a list, the heading its legend. What stands alone comes last, after "or". */
export const Choices = ({ frame, question, given, error, picture }: FieldProps) => {
  const several = question.kind === 'multi'
  const choices = choicesOf(question, frame.say)
  const firstApart = choices.findIndex((choice) => choice.alone)
  const kind = several ? 'checkboxes' : 'radios'
  return (
    <div class={group(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(question, error)}>
        <legend class="govuk-fieldset__legend">
          <h1 class="question" id="question" tabindex={-1}>
            {question.text}
          </h1>
        </legend>
        <Around frame={frame} question={question} error={error} picture={picture}>
          <div class={`govuk-${kind} choices`}>
            {choices.map((choice, index) => (
              <>
                {index === firstApart && index > 0 && <div class={`govuk-${kind}__divider`}>{frame.say('web-or')}</div>}
                <Tile
                  choice={choice}
                  id={index === 0 ? FIRST_FIELD : `${FIRST_FIELD}-${index + 1}`}
                  name="answer"
                  several={several}
                  checked={given.chosen.includes(choice.id)}
                />
              </>
            ))}
          </div>
        </Around>
      </fieldset>
    </div>
  )
}

interface TileProps {
  readonly choice: Choice
  readonly id: string
  readonly name: string
  readonly several: boolean
  readonly checked: boolean
}

export const Tile = ({ choice, id, name, several, checked }: TileProps) => {
  const kind = several ? 'checkboxes' : 'radios'
  return (
    <div class={`govuk-${kind}__item tile`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={name}
        type={several ? 'checkbox' : 'radio'}
        value={choice.id}
        checked={checked}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
        data-alone={several && choice.alone ? '' : undefined}
      />
      <label class={`govuk-label govuk-${kind}__label`} for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-hint`} class={`govuk-hint govuk-${kind}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  )
}

/** The options, those that stand alone after the others, then the ways to pass the question. */
function choicesOf(question: AskedQuestion, say: Say): Choice[] {
  const options = (question.options ?? []).map((option) => ({ ...option, alone: option.alone ?? false }))
  const exits = question.allow.map((exit) => ({ id: exit, label: exitLabel(exit, say), alone: true }))
  return [...options.filter((option) => !option.alone), ...options.filter((option) => option.alone), ...exits]
}

export const exitLabel = (exit: AskedQuestion['allow'][number], say: Say): string =>
  exit === 'skip' ? say('web-skip') : say(`exit-${exit}`)

/** The label of a choice that was ticked together with others although it stands alone. */
export function mixedUp(question: AskedQuestion, chosen: readonly string[], say: Say): string | undefined {
  if (question.kind !== 'multi' || chosen.length < 2) return undefined
  return choicesOf(question, say).find((choice) => choice.alone && chosen.includes(choice.id))?.label
}
