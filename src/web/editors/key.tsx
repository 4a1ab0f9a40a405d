import type { Frame } from '../frame.ts'
import { ErrorSummary } from '../pages/error.tsx'
import { Page } from '../pages/page.tsx'

interface KeyProps {
  readonly frame: Frame
  /** The editors' page that the key is to open. */
  readonly to: string
  readonly error?: string
  /** What was typed into the form that the key is for: it goes on with the key. */
  readonly typed?: ReadonlyArray<readonly [field: string, value: string]>
}

/** The small form before the editors' pages. */
export const KeyPage = ({ frame, to, error, typed = [] }: KeyProps) => {
  const { say } = frame
  const title = say('web-editors-shut')
  return (
    <Page frame={frame} title={title} error={Boolean(error)}>
      {error && <ErrorSummary say={say} message={error} field="key" />}
      <h1>{title}</h1>
      <form method="post" action={to}>
        {typed.map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <div class="govuk-form-group">
          <label class="govuk-label" for="key">
            {say('web-editors-key')}
          </label>
          <input
            class="govuk-input govuk-input--width-20"
            id="key"
            name="key"
            type="password"
            autocomplete="current-password"
          />
        </div>
        <button type="submit" class="govuk-button">
          {say('web-editors-open')}
        </button>
      </form>
    </Page>
  )
}
