import type { Advice } from '../../advice/document.ts'
import type { Frame } from '../frame.ts'
import { ResumeCode } from './answers.tsx'
import { Mention } from './help.tsx'
import { Phone } from './phone.tsx'

/** That this decides nothing, and whom to ask for an assessment. */
export const Council = ({ frame: { say }, advice: { notAnAssessment, place } }: { frame: Frame; advice: Advice }) => (
  <section class="rights" aria-labelledby="rights">
    <h2 id="rights">{say('web-not-assessment')}</h2>
    <p>{notAnAssessment}</p>
    {place && (
      <p>
        {place.council}
        {place.phone && (
          <>
            {': '}
            <Phone number={place.phone} label={say('web-call', { number: place.phone })} />
          </>
        )}
        {place.hours && <span class="quiet block">{place.hours}</span>}
        {place.outOfHoursPhone && (
          <span class="quiet block">
            <Mention text={say('web-help-out-of-hours', { phone: place.outOfHoursPhone })} />
          </span>
        )}
        {place.url && (
          <a href={place.url} class="block" rel="noreferrer">
            {say('web-service-website', { name: place.council })}
          </a>
        )}
      </p>
    )}
    {!place?.phone && (
      <p>
        {say('web-help-none')} <a href={say('web-help-find-url')}>{say('web-help-find')}</a>
      </p>
    )}
  </section>
)

interface KeepProps {
  readonly frame: Frame
  readonly code: string
  readonly quiet: boolean
  /** There is a document to save. */
  readonly saved: boolean
}

/** Ways to keep the advice, come back to it, or take everything back. */
export const Keep = ({ frame, code, quiet, saved }: KeepProps) => {
  const { say } = frame
  return (
    <section class="keep" aria-labelledby="keep">
      <h2 id="keep">{say('web-keep-title')}</h2>
      <div class="govuk-button-group no-print">
        <button type="button" class="govuk-button govuk-button--secondary" data-print data-with-script hidden>
          {say('web-print')}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          data-copy="/advice/text"
          data-copied={say('web-copied')}
          data-with-script
          hidden
        >
          {say('web-copy')}
        </button>
      </div>
      <ul class="govuk-list keep-links no-print">
        {saved && (
          <li>
            <a href="/advice/pdf" download>
              {say('web-save-pdf')}
            </a>
          </li>
        )}
        <li>
          <a href="/advice/text">{say('web-as-text')}</a>
        </li>
        <li>
          <a href="/answers">{say('web-check-answers')}</a>
        </li>
        <li>
          <a href="/delete">{say('web-delete-link')}</a>
        </li>
      </ul>
      <ResumeCode frame={frame} code={code} folded={quiet} />
    </section>
  )
}
