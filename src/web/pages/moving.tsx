import type { Frame } from '../frame.ts'
import { Page } from './page.tsx'

/** A button, for whoever follows it makes a way that works once: nothing that merely looks at the page does. */
export const OfferTelegram = ({ frame: { say } }: { frame: Frame }) => (
  <form method="post" action="/telegram-link" class="no-print">
    <p>{say('tg-offer-lead')}</p>
    <button type="submit" class="govuk-button govuk-button--secondary">
      {say('tg-offer-button')}
    </button>
  </form>
)

/** The way to Telegram, with what to know before one goes. */
export const TelegramPage = ({ frame, url }: { frame: Frame; url: string }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('tg-offer-title')} back="/answers">
      <h1>{say('tg-offer-title')}</h1>
      <p class="lead">{say('tg-offer-private')}</p>
      <p>{say('tg-offer-once')}</p>
      <p>
        <a href={url} class="govuk-button" rel="noreferrer">
          {say('tg-offer-open')}
        </a>
      </p>
    </Page>
  )
}

/** From Telegram to this browser: on a press, for programs that look at links before people do would use it up. */
export const ArrivePage = ({ frame, code }: { frame: Frame; code: string }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('tg-go-title')}>
      <h1>{say('tg-go-title')}</h1>
      <p class="lead">{say('tg-go-lead')}</p>
      <form method="post" action="/go">
        <input type="hidden" name="code" value={code} />
        <button type="submit" class="govuk-button">
          {say('tg-go-button')}
        </button>
      </form>
    </Page>
  )
}

/** The link was used before, or is too old. */
export const UsedPage = ({ frame }: { frame: Frame }) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('tg-go-title')}>
      <h1>{say('tg-go-title')}</h1>
      <p class="lead">{say('tg-go-used')}</p>
      <p>
        <a href={frame.link('/resume')}>{say('web-code-link')}</a>
      </p>
    </Page>
  )
}
