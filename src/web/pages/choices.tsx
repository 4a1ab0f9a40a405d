import type { AskedQuestion } from '../../assessment/view.ts'
import type { Say } from '../../content/words.ts'
import { Around, describedBy, FIRST_FIELD, group, type FieldProps } from './around.tsx'
import { Tile, type Choice } from './tile.tsx'
import { Topics } from './topics.tsx'

/** One or several of a list, the heading its legend. What stands alone comes last, after "or". */
export const Choices = ({ frame, question, given, error, picture }: FieldProps) => {
  const several = question.kind === 'multi'
  const choices = choicesOf(question, frame.say)
  const firstApart = choices.findIndex((choice) => choice.alone)
  const kind = several ? 'checkboxes' : 'radios'
  const grouped = question.options?.some((option) => option.group)
  return (
    <div class={group(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(question, error)}>
        <legend class="govuk-fieldset__legend">
          <h1 class="question" id="question" tabindex={-1}>
            {question.text}
          </h1>
        </legend>
        <Around frame={frame} question={question} error={error} picture={picture}>
          {grouped ? (
            <Topics
              say={frame.say}
              topics={question.options ?? []}
              name="answer"
              chosen={given.chosen}
              open={Boolean(error)}
            />
          ) : (
            <div class={`govuk-${kind} choices`}>
              {choices.map((choice, index) => (
                <>
                  {index === firstApart && index > 0 && (
                    <div class={`govuk-${kind}__divider`}>{frame.say('web-or')}</div>
                  )}
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
          )}
        </Around>
      </fieldset>
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
