import { Hono } from 'hono'
import type { Pack } from '../content/pack.ts'
import type { Library } from '../content/library.ts'
import type { AssetPaths } from './frame.ts'

const FOREVER = 'public, max-age=31536000, immutable'

export interface Assets {
  readonly routes: Hono
  readonly paths: (pack: Pack) => AssetPaths
}

/** The style, the script and one small theme a pack, each under a name that changes with its contents. */
export function createAssets(contents: { css: string; js: string }, library: Library): Assets {
  const css = { type: 'text/css; charset=utf-8', body: contents.css, name: `${fingerprint(contents.css)}.css` }
  const js = { type: 'text/javascript; charset=utf-8', body: contents.js, name: `${fingerprint(contents.js)}.js` }
  const themes = new Map(
    Object.values(library.packs).map((pack) => {
      const body = theme(pack)
      return [pack.id, { type: css.type, body, name: `${pack.id}-${fingerprint(body)}.css` }]
    }),
  )
  const files = new Map([css, js, ...themes.values()].map((file) => [file.name, file]))
  const routes = new Hono()
  routes.get('/assets/:name', (c, next) => {
    const file = files.get(c.req.param('name'))
    if (!file) return next()
    const headers = { 'Content-Type': file.type, 'Cache-Control': FOREVER, 'X-Content-Type-Options': 'nosniff' }
    return Promise.resolve(c.body(file.body, 200, headers))
  })
  return {
    routes,
    paths: (pack) => ({
      css: `/assets/${css.name}`,
      js: `/assets/${js.name}`,
      theme: `/assets/${themes.get(pack.id)!.name}`,
    }),
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
