import type { Frame } from '../frame.ts'
import { Page } from './page.tsx'

export const AboutPage = ({ frame }: { frame: Frame }) => {
  const { say, pack, link } = frame
  return (
    <Page frame={frame} title={say('web-about-title')} back={link('/')}>
      <h1>{say('web-about-title')}</h1>
      <p class="lead">{say('web-about-what', { title: pack.title })}</p>
      <p>{say('web-about-not')}</p>
      <p>{say('web-about-rights')}</p>
      <p>{say('web-about-safety')}</p>
      <p>{say('web-about-made')}</p>
    </Page>
  )
}

export const PrivacyPage = ({ frame, cookie }: { frame: Frame; cookie: string }) => {
  const { say, pack, link } = frame
  return (
    <Page frame={frame} title={say('web-privacy-title')} back={link('/')}>
      <h1>{say('web-privacy-title')}</h1>
      <p class="lead">{say('web-privacy-no-name')}</p>
      <p>{say('web-privacy-kept', { days: pack.retentionDays })}</p>
      <p>{say('web-privacy-place')}</p>
      <p>
        <a href="/delete">{say('web-privacy-delete')}</a>
      </p>
      <h2>{say('web-privacy-cookie-title')}</h2>
      <p>{say('web-privacy-cookie', { name: cookie })}</p>
      <h2>{say('web-privacy-count-title')}</h2>
      <p>{say('web-privacy-count')}</p>
      <p>{say('web-privacy-shops')}</p>
      <h2>{say('web-privacy-who-title')}</h2>
      <p>{say('web-privacy-who')}</p>
    </Page>
  )
}

const CAN = ['zoom', 'keyboard', 'reader', 'script', 'colours'] as const

export const AccessibilityPage = ({ frame }: { frame: Frame }) => {
  const { say, link } = frame
  return (
    <Page frame={frame} title={say('web-access-title')} back={link('/')}>
      <h1>{say('web-access-title')}</h1>
      <p class="lead">{say('web-access-want')}</p>
      <p>{say('web-access-can')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {CAN.map((what) => (
          <li>{say(`web-access-${what}`)}</li>
        ))}
      </ul>
      <p>{say('web-access-aim')}</p>
      <h2>{say('web-access-problem-title')}</h2>
      <p>{say('web-access-problem')}</p>
      <p>{say('web-access-easy')}</p>
      <p>
        {say('web-access-enforce')} <a href={say('web-access-enforce-url')}>{say('web-access-enforce-url')}</a>
      </p>
    </Page>
  )
}
