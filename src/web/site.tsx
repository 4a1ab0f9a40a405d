import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Advice } from '../advice/document.ts'
import type { Assessments } from '../assessment/assessments.ts'
import type { Moves } from '../assessment/moves.ts'
import type { Upkeep } from '../assessment/upkeep.ts'
import type { AnswerLine } from '../assessment/view.ts'
import type { Library } from '../content/library.ts'
import type { Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import { contactsIn } from '../directory/contacts.ts'
import { createAssets, type AssetContents, type Assets } from './assets.ts'
import type { Frame } from './frame.ts'
import { Fault, type FaultKind } from './pages/fault.tsx'
import { privateIn, type Private } from '../assessment/privacy.ts'

export interface WebDeps {
  readonly assessments: Assessments
  /** Ways to go on in another channel. */
  readonly moves: Moves
  /** Notes on services, and what editors do with them. */
  readonly upkeep: Upkeep
  readonly library: Library
  readonly say: Say
  readonly config: {
    readonly pack: string
    readonly baseUrl?: string
    readonly editorKey?: string
    /** Name of the Telegram bot; without it Telegram is not offered. */
    readonly telegramBot?: string
  }
  /** Contents of the built style and script, and the drawings. */
  readonly assets: AssetContents
  /** `2026-11-21` */
  readonly today: () => string
  /** The client's address, for rate limits. */
  readonly address: (c: Context) => string
  /** The advice as a tagged PDF; absent where the platform cannot make one. */
  readonly pdf?: (advice: Advice, library: Library, say: Say) => Promise<Uint8Array>
  /** Told of what went wrong inside; never of what a person wrote. */
  readonly report?: (error: unknown) => void
}

export type Web = { Variables: { nonce: string } }
export type WebContext = Context<Web>

/** What all routes share: the way in to assessments, the cookie, the frame of a page, the pages that refuse. */
export interface Site extends WebDeps {
  readonly files: Assets
  readonly private: Private
  readonly cookieName: string
  readonly idOf: (c: WebContext) => string | undefined
  readonly remember: (c: WebContext, id: string) => void
  readonly forget: (c: WebContext) => void
  readonly pack: (id: string | undefined) => Pack
  readonly frame: (c: WebContext, about?: About) => Frame
  readonly page: (c: WebContext, page: Child, status?: number) => Response | Promise<Response>
  readonly refuse: (c: WebContext, kind: FaultKind, message?: string) => Response | Promise<Response>
}

/** What is known about the assessment whose page is shown. */
interface About {
  readonly pack?: string
  readonly answers?: readonly AnswerLine[]
}

const COOKIE = 'handrail'
const ID = /^[\w-]{16,64}$/

export function createSite(deps: WebDeps): Site {
  const secure = mayBeSecure(deps.config.baseUrl)
  const files = createAssets(deps.assets, deps.library)
  const cookieName = secure ? `__Host-${COOKIE}` : COOKIE
  const cookie = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  const pack = (id: string | undefined): Pack =>
    (id !== undefined && Object.hasOwn(deps.library.packs, id) ? deps.library.packs[id] : undefined) ??
    deps.library.packs[deps.config.pack]!

  const site: Site = {
    ...deps,
    files,
    private: privateIn(deps.library),
    cookieName,
    pack,
    idOf(c) {
      const id = getCookie(c, cookieName)
      return id !== undefined && ID.test(id) ? id : undefined
    },
    remember: (c, id) => setCookie(c, cookieName, id, cookie),
    forget: (c) => void deleteCookie(c, cookieName, cookie),
    frame(c, about) {
      const here = pack(about?.pack ?? c.req.query('pack'))
      return {
        say: deps.say,
        locale: deps.library.locale,
        pack: here,
        contacts: contactsIn(deps.library, here, about?.answers ?? [], deps.today()),
        assets: files.paths(here),
        picture: files.picture,
        nonce: c.get('nonce'),
        telegram: here.telegram && deps.config.telegramBot !== undefined,
        link: (path) => (here.id === deps.config.pack ? path : `${path}?pack=${here.id}`),
      }
    },
    page: (c, page, status = 200) => c.html(html`<!doctype html>${page}`, status as 200),
    refuse(c, kind, message) {
      const status = STATUS[kind]
      if (status === 429 || status === 503) c.header('Retry-After', '60')
      const page = <Fault frame={site.frame(c)} kind={kind} message={message} started={site.idOf(c) !== undefined} />
      return site.page(c, page, status)
    },
  }
  return site
}

const STATUS: Record<FaultKind, number> = {
  gone: 404,
  missing: 404,
  'not-shown': 404,
  forbidden: 403,
  'too-large': 413,
  'too-many': 429,
  down: 503,
}

/** Browsers keep Secure cookies on https and on their own machine; on a plain http host they would drop them. */
function mayBeSecure(baseUrl: string | undefined): boolean {
  if (!baseUrl) return true
  const { protocol, hostname } = new URL(baseUrl)
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
