import type { Contact, Pack } from '../content/pack.ts'
import type { Say } from '../content/words.ts'
import type { Picture } from './assets.ts'

/** What every page needs besides its own content: words, whose service it is, where its assets are. */
export interface Frame {
  readonly say: Say
  readonly locale: string
  readonly pack: Pack
  /** The councils to turn to here: the person's own one where it is known. */
  readonly contacts: readonly Contact[]
  readonly assets: AssetPaths
  /** The drawing of this id, where there is one. */
  readonly picture: (id: string) => Picture | undefined
  /** For the one script tag; new with every answer of the server. */
  readonly nonce: string
  /** It can be gone on with in Telegram. */
  readonly telegram: boolean
  /** A path of this site that keeps the chosen pack. */
  readonly link: (path: string) => string
}

export interface AssetPaths {
  readonly css: string
  readonly js: string
  readonly theme: string
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ur'])

export const directionOf = (locale: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(locale.split('-')[0]!) ? 'rtl' : 'ltr')
