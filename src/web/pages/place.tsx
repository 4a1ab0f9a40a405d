import type { Council } from '../../content/schema.ts'
import { Around, FIRST_FIELD, group, describedBy, type FieldProps } from './around.tsx'

/** Where home is: a postcode, or a council from the list: first those that a postcode may mean, then those of the pack. */
export const PlaceFields = ({ frame, question, councils, meant, given, error }: FieldProps) => {
  const { say } = frame
  const groups = grouped(councils, meant, new Set(frame.pack.councils.map((contact) => contact.area)))
  const invalid = error ? ('true' as const) : undefined
  return (
    <div class={group(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(question, error)}>
        <legend class="govuk-fieldset__legend">
          <h1 class="question" id="question" tabindex={-1}>
            {question.text}
          </h1>
        </legend>
        <Around frame={frame} question={question} error={error}>
          <div class="govuk-form-group">
            <label class="govuk-label" for={FIRST_FIELD}>
              {say('web-postcode')}
            </label>
            <input
              class={`govuk-input govuk-input--width-10${error ? ' govuk-input--error' : ''}`}
              id={FIRST_FIELD}
              name="postcode"
              type="text"
              autocomplete="postal-code"
              autocapitalize="characters"
              spellcheck={false}
              maxlength={60}
              value={given.postcode}
              aria-invalid={invalid}
              aria-describedby={error ? 'error' : undefined}
            />
          </div>
          <p class="or">{say('web-or')}</p>
          <div class="govuk-form-group">
            <label class="govuk-label" for="area">
              {say('web-council')}
            </label>
            <select class={`govuk-select${error ? ' govuk-select--error' : ''}`} id="area" name="area">
              <option value="">{say('web-choose-council')}</option>
              {groups.map(([label, list]) =>
                label === undefined ? (
                  <Options councils={list} chosen={given.area} />
                ) : (
                  <optgroup label={say(label)}>
                    <Options councils={list} chosen={given.area} />
                  </optgroup>
                ),
              )}
            </select>
          </div>
        </Around>
      </fieldset>
    </div>
  )
}

type Group = readonly [label: string | undefined, councils: readonly Council[]]

/** The councils in groups, each in one of them; where there is only one group it needs no name. */
function grouped(councils: readonly Council[], meant: readonly string[], here: ReadonlySet<string>): Group[] {
  const first = councils.filter(({ id }) => meant.includes(id))
  const near = councils.filter(({ id }) => here.has(id) && !meant.includes(id))
  const far = councils.filter(({ id }) => !here.has(id) && !meant.includes(id))
  if (first.length + near.length === 0) return [[undefined, far]]
  const groups: Group[] = [
    ['web-councils-meant', first],
    ['web-councils-here', near],
    ['web-councils-all', far],
  ]
  return groups.filter(([, list]) => list.length > 0)
}

const Options = ({ councils, chosen }: { councils: readonly Council[]; chosen: string }) => (
  <>
    {councils.map((council) => (
      <option value={council.id} selected={council.id === chosen}>
        {council.name}
      </option>
    ))}
  </>
)
