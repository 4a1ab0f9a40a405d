import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { chart } from '../../flow/chart.ts'
import { drawings, type Drawing } from '../flows/draw.ts'
import { FlowsPage, KeyPage } from '../flows/page.tsx'
import { readForm } from '../form.ts'
import type { Site, Web, WebContext } from '../site.tsx'

const DAY = 86_400

/** The drawings of all flows, for editors. Without a key in the configuration the page does not exist. */
export function flowRoutes(site: Site): Hono<Web> {
  const { library, say, config } = site
  const routes = new Hono<Web>()
  const { editorKey } = config
  if (!editorKey) return routes
  const name = `${site.cookieName}-editor`
  const secure = name.startsWith('__Host-')
  let drawn: Drawing[] | undefined

  const isEditor = async (c: WebContext): Promise<boolean> => same(getCookie(c, name) ?? '', await digest(editorKey))

  routes.get('/flows', async (c) => {
    const frame = site.frame(c)
    if (!(await isEditor(c))) return site.page(c, <KeyPage frame={frame} />)
    drawn ??= drawings(chart(library).plan, library)
    return site.page(c, <FlowsPage frame={frame} drawings={drawn} library={library} />)
  })

  routes.post('/flows', async (c) => {
    const given = await digest((await readForm(c)).one('key'))
    if (!same(given, await digest(editorKey)))
      return site.page(c, <KeyPage frame={site.frame(c)} error={say('web-flows-wrong')} />, 422)
    setCookie(c, name, given, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: DAY })
    return c.redirect('/flows', 303)
  })

  return routes
}

/** What the editor's cookie holds: a digest, so that the key itself is not kept in a browser. */
async function digest(key: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`handrail editor ${key}`))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Equal, in a time that does not tell where the first difference is. */
function same(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < b.length; index++) difference |= (a.charCodeAt(index) || 0) ^ b.charCodeAt(index)
  return difference === 0
}
