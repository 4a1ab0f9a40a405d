import { Hono } from 'hono'
import { readForm } from '../form.ts'
import { EXIT_TARGET } from '../guard.ts'
import { DeletedPage, DeletePage, ResumePage } from '../pages/return.tsx'
import type { Site, Web } from '../site.tsx'
import { whereTo } from './where.ts'

/** Coming back with a code, leaving in a hurry, deleting everything. */
export function returnRoutes(site: Site): Hono<Web> {
  const { assessments, say } = site
  const routes = new Hono<Web>()

  routes.get('/resume', (c) => site.page(c, <ResumePage frame={site.frame(c)} />))
  routes.post('/resume', async (c) => {
    const code = (await readForm(c)).one('code').slice(0, 100)
    const again = (error: string) => site.page(c, <ResumePage frame={site.frame(c)} code={code} error={error} />, 422)
    if (code.trim() === '') return again(say('web-resume-empty'))
    const resumed = await assessments.resume(code, site.address(c))
    if (resumed.kind === 'too-many') return site.refuse(c, 'too-many', resumed.message)
    if (resumed.kind === 'gone') return again(say('web-resume-wrong'))
    site.remember(c, resumed.id)
    return c.redirect(whereTo(resumed.view), 303)
  })

  routes.get('/delete', async (c) => {
    const id = site.idOf(c)
    const looked = id ? await assessments.look(id) : undefined
    return looked?.kind === 'ok' ? site.page(c, <DeletePage frame={site.frame(c, looked)} />) : site.refuse(c, 'gone')
  })
  routes.post('/delete', async (c) => {
    const id = site.idOf(c)
    if (id) await assessments.erase(id)
    site.forget(c)
    return c.redirect('/deleted', 303)
  })
  routes.get('/deleted', (c) => site.page(c, <DeletedPage frame={site.frame(c)} />))

  routes.get('/leave', (c) => {
    // A link on another site must not be able to take someone's place away.
    if (c.req.header('Sec-Fetch-Site') !== 'cross-site') site.forget(c)
    return c.redirect(EXIT_TARGET, 303)
  })

  return routes
}
