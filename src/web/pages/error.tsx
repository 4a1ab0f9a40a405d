import type { Say } from '../../content/words.ts'
import { FIRST_FIELD } from './around.tsx'

/** First in main, takes the focus, and leads to the field. */
export const ErrorSummary = ({ say, message, field = FIRST_FIELD }: { say: Say; message: string; field?: string }) => (
  <div class="govuk-error-summary" id="summary" tabindex={-1} autofocus>
    <div role="alert">
      <h2 class="govuk-error-summary__title">{say('web-error-title')}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        </ul>
      </div>
    </div>
  </div>
)

/** Something has changed that is no fault of the person's: read first, before the question that follows. */
export const Notice = ({ text }: { text: string }) => (
  <p class="notice" id="notice" tabindex={-1}>
    {text}
  </p>
)
