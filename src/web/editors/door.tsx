import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { readForm } from '../form.ts'
import type { Site, Web, WebContext } from '../site.tsx'
import { KeyPage } from './key.tsx'

const DAY = 86_400

type Show = (c: WebContext) => Child | Response | Promise<Child | Response>
type Act = (c: WebContext) => Response | Promise<Response>

/**
 * Pages for editors and the forms on them, each under its path. Without a key in the configuration they do not exist.
 * Whoever sends a form after the key's day is over is asked for the key again, and what was typed goes on with it.
 */
export function behindKey(
  site: Site,
  pages: Readonly<Record<string, Show>>,
  forms: Readonly<Record<string, Act>> = {},
): Hono<Web> {
  const { say, config, assessments } = site
  const routes = new Hono<Web>()
  const { editorKey } = config
  if (!editorKey) return routes
  const name = `${site.cookieName}-editor`
  const secure = name.startsWith('__Host-')
  const isEditor = async (c: WebContext): Promise<boolean> => same(getCookie(c, name) ?? '', await digest(editorKey))

  /** Let in whoever gives the key; else say why not. */
  async function letIn(c: WebContext, key: string): Promise<{ error: string; status: number } | undefined> {
    if (!(await assessments.mayTryKey(site.address(c)))) return { error: say('web-editors-too-many'), status: 429 }
    const given = await digest(key)
    if (!same(given, await digest(editorKey!))) return { error: say('web-editors-wrong'), status: 422 }
    setCookie(c, name, given, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: DAY })
    return undefined
  }

  for (const [path, act] of Object.entries(forms))
    routes.post(path, async (c) => {
      if (await isEditor(c)) return act(c)
      const form = await readForm(c)
      const given = form.one('key')
      const refused = given === '' ? { error: say('web-editors-again'), status: 403 } : await letIn(c, given)
      if (!refused) return act(c)
      const typed = form.entries.filter(([field]) => field !== 'key')
      const page = <KeyPage frame={site.frame(c)} to={c.req.path} error={refused.error} typed={typed} />
      return site.page(c, page, refused.status)
    })

  for (const [path, show] of Object.entries(pages)) {
    routes.get(path, async (c) => {
      const shown = (await isEditor(c)) ? await show(c) : <KeyPage frame={site.frame(c)} to={c.req.path} />
      return shown instanceof Response ? shown : site.page(c, shown)
    })
    routes.post(path, async (c) => {
      const refused = await letIn(c, (await readForm(c)).one('key'))
      if (!refused) return c.redirect(c.req.path, 303)
      const page = <KeyPage frame={site.frame(c)} to={c.req.path} error={refused.error} />
      return site.page(c, page, refused.status)
    })
  }
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
