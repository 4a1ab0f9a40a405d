import type { UrgentAction, View } from '../../assessment/view.ts'
import type { Frame } from '../frame.ts'
import { OtherWays } from './other-ways.tsx'
import { Page } from './page.tsx'
import { Phone } from './phone.tsx'
import { Reach } from './reach.tsx'

type Shown = Pick<UrgentAction, 'code' | 'title' | 'action' | 'phone' | 'why' | 'meanwhile' | 'also' | 'sensitive'>

interface UrgentPageProps {
  readonly frame: Frame
  readonly urgent: Shown
  /** The way on, where there is one. */
  readonly onward?: { readonly action: string; readonly fields: Readonly<Record<string, string>> }
  readonly view?: View
}

/** Something comes before any question: what to do, at once and large, and nothing else in the way. */
export const UrgentPage = ({ frame, urgent, onward, view }: UrgentPageProps) => {
  const { say } = frame
  return (
    <Page frame={frame} title={urgent.title} quiet={urgent.sensitive}>
      <section class="urgent" aria-labelledby="question">
        <h1 class="urgent-title" id="question" tabindex={-1}>
          {urgent.title}
        </h1>
        <p class="urgent-action">{urgent.action}</p>
        {urgent.phone && <CallNow say={say} number={urgent.phone} />}
        <p class="urgent-guide">{say('web-urgent-guide')}</p>
      </section>
      <OtherWays say={say} />
      <h2>{say('web-urgent-why')}</h2>
      <p>{urgent.why}</p>
      {urgent.meanwhile.length > 0 && (
        <>
          <h2>{say('web-urgent-meanwhile')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {urgent.meanwhile.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </>
      )}
      {urgent.also.length > 0 && (
        <>
          <h2>{say('web-urgent-also')}</h2>
          {urgent.also.map((one) => (
            <div class="also">
              <h3>{one.title}</h3>
              <p>{one.action}</p>
              {one.phone && (
                <p>
                  <Phone number={one.phone} label={say('web-call', { number: one.phone })} />
                </p>
              )}
            </div>
          ))}
        </>
      )}
      {onward ? (
        <form method="post" action={onward.action} class="carry-on" data-swift={view ? '' : undefined}>
          {Object.entries(onward.fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p class="quiet">{say('web-urgent-carry-on-hint')}</p>
          <button type="submit" class="govuk-button govuk-button--secondary">
            {say('web-urgent-carry-on')}
          </button>
        </form>
      ) : (
        <p class="quiet">{say('web-urgent-no-more')}</p>
      )}
      {view && <Reach frame={frame} view={view} />}
    </Page>
  )
}

/** The number as the largest thing on the page. */
export const CallNow = ({ say, number }: { say: Frame['say']; number: string }) => (
  <p>
    <Phone number={number} large label={say('web-call', { number })} />
  </p>
)
