import type { Frame } from '../frame.ts'
import { Page } from './page.tsx'

export type FaultKind = 'gone' | 'missing' | 'not-shown' | 'forbidden' | 'too-large' | 'too-many' | 'down'

interface FaultProps {
  readonly frame: Frame
  readonly kind: FaultKind
  readonly message?: string
  /** The browser has an assessment to go back to. */
  readonly started: boolean
}

/** Something is wrong: what, why, and what to do next. The council's number stands below as on every page. */
export const Fault = ({ frame, kind, message, started }: FaultProps) => {
  const { say, link } = frame
  const title = say(`web-${kind}-title`)
  const goBack = started && kind !== 'gone'
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{message ?? say(`web-${kind}-lead`)}</p>
      {kind === 'gone' && (
        <>
          <p>{say('web-gone-do')}</p>
          <p>
            <a href={link('/')} class="govuk-button">
              {say('web-start-new')}
            </a>
          </p>
          <p>
            <a href={link('/resume')}>{say('web-use-code')}</a>
          </p>
        </>
      )}
      {goBack && (
        <p>
          <a href="/question" class="govuk-button">
            {say('web-to-question')}
          </a>
        </p>
      )}
      {!goBack && kind !== 'gone' && (
        <p>
          <a href={link('/')} class="govuk-button">
            {say('web-to-start')}
          </a>
        </p>
      )}
    </Page>
  )
}
