import type { Council } from '../../content/schema.ts'
import { Around, FIRST_FIELD, group, describedBy, type FieldProps } from './around.tsx'

/** Where home is: half a postcode, or a council from the list, those of the pack first. */
export const PlaceFields = ({ frame, question, councils, given, error }: FieldProps) => {
  const { say, pack } = frame
  const here = new Set(pack.councils.map((contact) => contact.area))
  const near = councils.filter((council) => here.has(council.id))
  const far = councils.filter((council) => !here.has(council.id))
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
              {near.length > 0 && (
                <optgroup label={say('web-councils-here')}>
                  <Options councils={near} chosen={given.area} />
                </optgroup>
              )}
              {near.length > 0 ? (
                <optgroup label={say('web-councils-all')}>
                  <Options councils={far} chosen={given.area} />
                </optgroup>
              ) : (
                <Options councils={far} chosen={given.area} />
              )}
            </select>
          </div>
        </Around>
      </fieldset>
    </div>
  )
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
