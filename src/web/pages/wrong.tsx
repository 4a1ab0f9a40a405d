import type { Entry } from '../../assessment/upkeep.ts'
import { LIMITS } from '../../flow/limits.ts'
import type { Frame } from '../frame.ts'
import { ErrorSummary } from './error.tsx'
import { Page } from './page.tsx'

interface WrongProps {
  readonly frame: Frame
  readonly entry: Entry
  readonly note?: string
  readonly error?: string
}

/** A small form: what is wrong with this entry? No account, no name. */
export const WrongPage = ({ frame, entry, note = '', error }: WrongProps) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('wrong-title')} error={Boolean(error)} back="/advice">
      {error && <ErrorSummary say={say} message={error} field="note" />}
      <h1>{say('wrong-title')}</h1>
      <p class="lead">{entry.name}</p>
      {entry.organization && entry.organization !== entry.name && <p>{entry.organization}</p>}
      <p class="notice">{say('wrong-private')}</p>
      <form method="post" action={`/wrong/${entry.id}`} novalidate>
        <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--m" for="note">
            {say('wrong-label')}
          </label>
          <div id="note-hint" class="govuk-hint">
            {say('wrong-hint')}
          </div>
          {error && (
            <p id="error" class="govuk-error-message">
              <span class="govuk-visually-hidden">{say('web-error-word')}</span> {error}
            </p>
          )}
          <textarea
            class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
            id="note"
            name="note"
            rows={4}
            maxlength={LIMITS.text}
            autocomplete="off"
            aria-describedby={error ? 'note-hint error' : 'note-hint'}
            aria-invalid={error ? 'true' : undefined}
          >
            {note}
          </textarea>
        </div>
        <button type="submit" class="govuk-button">
          {say('wrong-send')}
        </button>
      </form>
    </Page>
  )
}

export const WrongThanksPage = ({
  frame,
  entry,
  started,
}: Omit<WrongProps, 'note'> & { readonly started: boolean }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('wrong-thanks')}>
      <h1>{say('wrong-thanks')}</h1>
      <p class="lead">{say('wrong-thanks-lead', { name: entry.name })}</p>
      <p>
        <a href={started ? '/advice' : frame.link('/')} class="govuk-button">
          {say(started ? 'wrong-back-advice' : 'wrong-back-start')}
        </a>
      </p>
    </Page>
  )
}
