import type { Context, MiddlewareHandler } from 'hono'

/** Where "Exit this page" leads. */
export const EXIT_TARGET = 'https://www.bbc.co.uk/weather'

const YEAR = 31_536_000

/**
 * The headers of every page. `same-origin` rather than `no-referrer`: under the latter browsers send `Origin: null`
 * with our own forms, and a phone too old for Sec-Fetch-Site could then not be told from another site's form.
 */
export const headers: MiddlewareHandler<{ Variables: { nonce: string } }> = async (c, next) => {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
  c.set('nonce', nonce)
  await next()
  const set = (name: string, value: string): void => c.res.headers.set(name, value)
  set('Content-Security-Policy', policy(nonce))
  set('Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`)
  if (!c.res.headers.has('Referrer-Policy')) set('Referrer-Policy', 'same-origin')
  set('X-Content-Type-Options', 'nosniff')
  set('X-Frame-Options', 'DENY')
  set('Cross-Origin-Opener-Policy', 'same-origin')
  set('Cross-Origin-Resource-Policy', 'same-origin')
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()')
  if (!c.res.headers.has('Cache-Control')) set('Cache-Control', 'no-store')
}

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `form-action 'self' ${new URL(EXIT_TARGET).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/**
 * Refuse a form that another site sent. Sec-Fetch-Site decides where the browser has it, else Origin, else Referer
 * (browsers from before 2020 send no Origin with a form).
 */
export function ownFormsOnly(
  baseUrl: string | undefined,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const ours = new Set([new URL(c.req.url).origin, ...(baseUrl ? [new URL(baseUrl).origin] : [])])
    const site = c.req.header('Sec-Fetch-Site')
    const from = c.req.header('Origin') ?? originOf(c.req.header('Referer'))
    const own = site === 'same-origin' || (from !== undefined && ours.has(from))
    return own ? next() : refuse(c)
  }
}

function originOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).origin : undefined
}
