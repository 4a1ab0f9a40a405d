import type { Child } from 'hono/jsx'
import { directionOf, type Frame } from '../frame.ts'
import { Help } from './help.tsx'

export interface PageProps {
  readonly frame: Frame
  readonly title: string
  /** Something in the form was wrong: the title says so first. */
  readonly error?: boolean
  /** The page may be seen by someone who must not know: a title that tells nothing, and a quick way out. */
  readonly quiet?: boolean
  readonly back?: string
  readonly children: Child
}

/** The frame of every page: skip link, header, one main, help in the same place, footer. */
export const Page = ({ frame, title, error, quiet, back, children }: PageProps) => {
  const { say, pack, assets, locale, link } = frame
  return (
    <html lang={locale} dir={directionOf(locale)} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content={pack.colours.brand} />
        <meta name="robots" content="noindex" />
        <title>{quiet ? say('web-title-quiet') : titleOf(frame, title, error)}</title>
        <link rel="icon" href={icon(pack.colours.brand)} />
        <link rel="stylesheet" href={assets.css} />
        <link rel="stylesheet" href={assets.theme} />
        <script src={assets.js} nonce={frame.nonce} defer></script>
      </head>
      <body class="govuk-template__body">
        <div id="skips">
          <a href="#main" class="govuk-skip-link">
            {say('web-skip-to-main')}
          </a>
          {quiet && (
            <nav aria-label={say('web-exit-skip')}>
              <a href="/leave" class="govuk-skip-link" rel="nofollow noreferrer">
                {say('web-exit-skip')}
              </a>
            </nav>
          )}
        </div>
        <Header frame={frame} />
        <output id="status" class="status" data-saved={say('web-saved')} data-saving={say('web-saving')}></output>
        <div id="page" class="wrap" data-quiet={quiet ? '' : undefined}>
          {quiet && <ExitThisPage frame={frame} />}
          {back && (
            <nav aria-label={say('web-back')}>
              <a href={back} class="govuk-back-link">
                {say('web-back')}
              </a>
            </nav>
          )}
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <Help frame={frame} />
        </div>
        <footer class="footer">
          <nav class="wrap" aria-label={say('web-footer')}>
            <ul class="footer-links">
              <FooterLink href={link('/about')}>{say('web-about')}</FooterLink>
              <FooterLink href={link('/privacy')}>{say('web-privacy')}</FooterLink>
              <FooterLink href={link('/accessibility')}>{say('web-accessibility')}</FooterLink>
              <FooterLink href={link('/resume')}>{say('web-use-code')}</FooterLink>
            </ul>
          </nav>
          {!frame.pack.signedOffBy && <p class="wrap draft">{say('web-draft')}</p>}
        </footer>
      </body>
    </html>
  )
}

const Header = ({ frame: { pack, link } }: { frame: Frame }) => (
  <header class="header">
    <div class="wrap header-row">
      <a href={link('/')} class="header-name">
        {pack.title}
      </a>
      {pack.name !== pack.title && <span class="header-council">{pack.name}</span>}
    </div>
  </header>
)

const ExitThisPage = ({ frame: { say } }: { frame: Frame }) => (
  <section class="exit" aria-label={say('web-exit')}>
    <a href="/leave" class="govuk-button govuk-button--warning exit-button" rel="nofollow noreferrer">
      {say('web-exit')}
    </a>
    <p class="exit-hint" data-with-script hidden>
      {say('web-exit-hint')}
    </p>
  </section>
)

const FooterLink = ({ href, children }: { href: string; children: Child }) => (
  <li>
    <a href={href}>{children}</a>
  </li>
)

const titleOf = ({ say, pack }: Frame, page: string, error?: boolean): string =>
  say(error ? 'web-title-error' : 'web-title', { page, service: pack.title })

/** A plain rail in the brand's colour, so that no browser asks for /favicon.ico. */
const icon = (colour: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M2 11 14 5M4 10v4m8-8v8" fill="none" stroke="${colour}" stroke-width="2.4" stroke-linecap="round"/></svg>`,
  )}`
