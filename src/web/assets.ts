import { Hono } from 'hono'
import type { Pack } from '../content/pack.ts'
import type { Library } from '../content/library.ts'
import { captionOf, type Caption, type Pictures } from '../content/picture.ts'
import type { AssetPaths } from './frame.ts'

const FOREVER = 'public, max-age=31536000, immutable'

/** The style of a drawing stands inside it; opened by itself, it may do no more than that. */
const DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

export interface AssetContents {
  readonly css: string
  readonly js: string
  readonly pictures: Pictures
}

/** A drawing as a page shows it. */
export interface Picture extends Caption {
  readonly src: string
}

export interface Assets {
  readonly routes: Hono
  readonly paths: (pack: Pack) => AssetPaths
  readonly picture: (id: string) => Picture | undefined
}

interface File {
  readonly type: string
  readonly body: string
  readonly name: string
  readonly policy?: string
}

/** The style, the script, the drawings and one small theme a pack, each under a name that changes with its contents. */
export function createAssets(contents: AssetContents, library: Library): Assets {
  const css = { type: 'text/css; charset=utf-8', body: contents.css, name: `${fingerprint(contents.css)}.css` }
  const js = { type: 'text/javascript; charset=utf-8', body: contents.js, name: `${fingerprint(contents.js)}.js` }
  const themes = new Map(
    Object.values(library.packs).map((pack) => {
      const body = theme(pack)
      return [pack.id, { type: css.type, body, name: `${pack.id}-${fingerprint(body)}.css` }]
    }),
  )
  const drawings = Object.entries(contents.pictures).map(([id, body]) => {
    const name = `${id}-${fingerprint(body)}.svg`
    return { id, type: 'image/svg+xml', body, name, policy: DRAWING_POLICY }
  })
  const pictures = new Map(drawings.map(({ id, name, body }) => [id, { src: `/assets/${name}`, ...captionOf(body) }]))
  const files = new Map([css, js, ...themes.values(), ...drawings].map((file): [string, File] => [file.name, file]))
  const routes = new Hono()
  routes.get('/assets/:name', (c, next) => {
    const file = files.get(c.req.param('name'))
    if (!file) return next()
    const headers = { 'Content-Type': file.type, 'Cache-Control': FOREVER, 'X-Content-Type-Options': 'nosniff' }
    if (file.policy) c.header('Content-Security-Policy', file.policy)
    return Promise.resolve(c.body(file.body, 200, headers))
  })
  return {
    routes,
    paths: (pack) => ({
      css: `/assets/${css.name}`,
      js: `/assets/${js.name}`,
      theme: `/assets/${themes.get(pack.id)!.name}`,
    }),
    picture: (id) => pictures.get(id),
  }
}

/** The pack's colours as custom properties; the schema lets nothing but `#rrggbb` through. */
const theme = ({ colours }: Pack): string =>
  `:root{--brand:${colours.brand};--on-brand:${colours.onBrand};--link:${colours.link};--button:${colours.button}}`

/** FNV-1a, twice with different seeds: a name for a file, not a secret. */
function fingerprint(text: string): string {
  const half = (seed: number): string => {
    let hash = seed
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
    return (hash >>> 0).toString(16).padStart(8, '0')
  }
  return half(0x811c9dc5) + half(0x9747b28c)
}
