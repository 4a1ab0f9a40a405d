import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Child } from 'hono/jsx'
import { readForm } from '../form.ts'
import type { Site, Web, WebContext } from '../site.tsx'
import { KeyPage } from './key.tsx'

const DAY = 86_400

/** Pages for editors, each under its path. Without a key in the configuration they do not exist. */
export function behindKey(site: Site, pages: Readonly<Record<string, (c: WebContext) => Child>>): Hono<Web> {
  const { say, config, assessments } = site
  const routes = new Hono<Web>()
  const { editorKey } = config
  if (!editorKey) return routes
  const name = `${site.cookieName}-editor`
  const secure = name.startsWith('__Host-')
  const isEditor = async (c: WebContext): Promise<boolean> => same(getCookie(c, name) ?? '', await digest(editorKey))

  for (const [path, show] of Object.entries(pages)) {
    const refuse = (c: WebContext, error: string, status: number) =>
      site.page(c, <KeyPage frame={site.frame(c)} to={path} error={error} />, status)

    routes.get(path, async (c) =>
      site.page(c, (await isEditor(c)) ? show(c) : <KeyPage frame={site.frame(c)} to={path} />),
    )
    routes.post(path, async (c) => {
      if (!(await assessments.mayTryKey(site.address(c)))) return refuse(c, say('web-editors-too-many'), 429)
      const given = await digest((await readForm(c)).one('key'))
      if (!same(given, await digest(editorKey))) return refuse(c, say('web-editors-wrong'), 422)
      setCookie(c, name, given, { path: '/', httpOnly: true, sameSite: 'Strict', secure, maxAge: DAY })
      return c.redirect(path, 303)
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
