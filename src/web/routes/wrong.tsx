import { Hono } from 'hono'
import { readForm } from '../form.ts'
import { WrongPage, WrongThanksPage } from '../pages/wrong.tsx'
import type { Site, Web } from '../site.tsx'

/** "Is this wrong?": anybody tells the editors what is wrong with an entry of the directory. */
export function wrongRoutes(site: Site): Hono<Web> {
  const { upkeep } = site
  const routes = new Hono<Web>()

  routes.get('/wrong/:entry', async (c) => {
    const entry = await upkeep.entry(c.req.param('entry'))
    return entry ? site.page(c, <WrongPage frame={site.frame(c)} entry={entry} />) : site.refuse(c, 'missing')
  })

  routes.post('/wrong/:entry', async (c) => {
    const note = (await readForm(c)).one('note')
    const noted = await upkeep.report(c.req.param('entry'), note, site.address(c))
    const frame = site.frame(c)
    switch (noted.kind) {
      case 'gone':
        return site.refuse(c, 'missing')
      case 'too-many':
        return site.refuse(c, 'too-many', noted.message)
      case 'misfit':
        return site.page(c, <WrongPage frame={frame} entry={noted.entry} note={note} error={noted.message} />, 422)
      case 'ok':
        return site.page(c, <WrongThanksPage frame={frame} entry={noted.entry} started={site.idOf(c) !== undefined} />)
    }
  })

  return routes
}
