import type { Frame } from '../frame.ts'
import { ErrorSummary } from './error.tsx'
import { Page } from './page.tsx'

/** Open an assessment again with its code. */
export const ResumePage = ({ frame, code = '', error }: { frame: Frame; code?: string; error?: string }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('web-resume-title')} error={Boolean(error)} back={frame.link('/')}>
      {error && <ErrorSummary say={say} message={error} field="code" />}
      <h1>{say('web-resume-title')}</h1>
      <form method="post" action={frame.link('/resume')} novalidate>
        <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--m" for="code">
            {say('web-resume-label')}
          </label>
          <div id="code-hint" class="govuk-hint">
            {say('web-resume-hint')}
          </div>
          {error && (
            <p id="error" class="govuk-error-message">
              <span class="govuk-visually-hidden">{say('web-error-word')}</span> {error}
            </p>
          )}
          <input
            class={`govuk-input govuk-input--width-20 code-input${error ? ' govuk-input--error' : ''}`}
            id="code"
            name="code"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={code}
            aria-describedby={error ? 'code-hint error' : 'code-hint'}
            aria-invalid={error ? 'true' : undefined}
          />
        </div>
        <button type="submit" class="govuk-button">
          {say('web-resume-button')}
        </button>
      </form>
    </Page>
  )
}

export const DeletePage = ({ frame }: { frame: Frame }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('web-delete-title')} back="/answers">
      <h1>{say('web-delete-title')}</h1>
      <p class="lead">{say('web-delete-lead')}</p>
      <form method="post" action="/delete">
        <div class="govuk-button-group">
          <button type="submit" class="govuk-button govuk-button--warning">
            {say('web-delete-button')}
          </button>
          <a href="/answers" class="govuk-link">
            {say('web-delete-keep')}
          </a>
        </div>
      </form>
    </Page>
  )
}

export const DeletedPage = ({ frame }: { frame: Frame }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('web-deleted-title')}>
      <h1>{say('web-deleted-title')}</h1>
      <p class="lead">{say('web-deleted-lead')}</p>
      <p>{say('web-deleted-browser')}</p>
      <p>
        <a href={frame.link('/')} class="govuk-button">
          {say('web-start-new')}
        </a>
      </p>
    </Page>
  )
}
