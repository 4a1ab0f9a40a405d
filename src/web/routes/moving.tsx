import { Hono } from 'hono'
import { readForm } from '../form.ts'
import { ArrivePage, TelegramPage, UsedPage } from '../pages/moving.tsx'
import type { Site, Web } from '../site.tsx'
import { whereTo } from './where.ts'

/** A code as the address carries it; what is none is not looked up. */
const CODE = /^[\w-]{16,64}$/

/** From the web to Telegram and from Telegram to the web, by links that work once. */
export function movingRoutes(site: Site): Hono<Web> {
  const { assessments, moves, config } = site
  const routes = new Hono<Web>()

  routes.post('/telegram-link', async (c) => {
    const id = site.idOf(c)
    const looked = id ? await assessments.look(id) : undefined
    if (!id || looked?.kind !== 'ok') return site.refuse(c, 'gone')
    const frame = site.frame(c, looked)
    const code = frame.telegram ? await moves.offer(id, 'telegram') : null
    if (code === null) return site.refuse(c, 'missing')
    return site.page(c, <TelegramPage frame={frame} url={`https://t.me/${config.telegramBot}?start=${code}`} />)
  })
  routes.get('/telegram-link', (c) => c.redirect('/answers', 303))

  routes.get('/go/:code', (c) => {
    const code = c.req.param('code')
    const frame = site.frame(c)
    return CODE.test(code) ? site.page(c, <ArrivePage frame={frame} code={code} />) : site.refuse(c, 'missing')
  })
  routes.post('/go', async (c) => {
    const code = (await readForm(c)).one('code')
    // Each press is somebody else: whoever comes second, even with the same link, is turned away.
    const by = `web:${crypto.randomUUID()}`
    const id = CODE.test(code) ? await moves.take(code, 'web', by) : null
    const looked = id === null ? undefined : await assessments.look(id)
    if (id === null || looked?.kind !== 'ok') return site.page(c, <UsedPage frame={site.frame(c)} />, 404)
    site.remember(c, id)
    return c.redirect(whereTo(looked.view), 303)
  })
  routes.get('/go', (c) => c.redirect('/', 303))

  return routes
}
