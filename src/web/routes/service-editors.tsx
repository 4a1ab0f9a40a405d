import type { Hono } from 'hono'
import { behindKey } from '../editors/door.tsx'
import { readOwnForm } from '../editors/sent-service.ts'
import { DeleteServicePage, ServiceFormPage } from '../editors/service-form.tsx'
import { ServicesPage } from '../editors/services.tsx'
import { readForm } from '../form.ts'
import type { Site, Web, WebContext } from '../site.tsx'
import { formOf } from '../../directory/upkeep/form.ts'

const LIST = '/editors/services'

/** Where editors look after local services: notes, own entries, entries that are hidden. */
export function serviceEditorRoutes(site: Site): Hono<Web> {
  const { upkeep, library } = site
  const back = (c: WebContext) => c.redirect(LIST, 303)
  const idIn = async (c: WebContext): Promise<string> => (await readForm(c)).one('id')

  return behindKey(
    site,
    {
      [LIST]: async (c) => {
        const words = (c.req.query('find') ?? '').slice(0, 200).trim()
        const [notes, own, hidden, found] = await Promise.all([
          upkeep.notes(),
          upkeep.own(),
          upkeep.hidden(),
          words === '' ? [] : upkeep.find(words),
        ])
        return <ServicesPage frame={site.frame(c)} {...{ notes, own, hidden, found, words }} />
      },
      [`${LIST}/new`]: (c) => (
        <ServiceFormPage frame={site.frame(c)} library={library} id={crypto.randomUUID()} seen={0} form={formOf()} />
      ),
      [`${LIST}/:id`]: async (c) => {
        const one = await upkeep.ownOne(c.req.param('id')!)
        if (!one) return site.refuse(c, 'missing')
        const { service, revision } = one
        const frame = site.frame(c)
        return <ServiceFormPage {...{ frame, library }} id={service.id} seen={revision} form={formOf(service)} />
      },
      [`${LIST}/:id/delete`]: async (c) => {
        const one = await upkeep.ownOne(c.req.param('id')!)
        return one ? <DeleteServicePage frame={site.frame(c)} service={one.service} /> : site.refuse(c, 'missing')
      },
    },
    {
      [`${LIST}/save`]: async (c) => {
        const sent = await readForm(c)
        const { id, seen, form } = readOwnForm(sent)
        if (id === undefined) return site.refuse(c, 'missing')
        const saved = await upkeep.save(id, seen, form)
        if (saved.kind === 'ok') return back(c)
        const frame = site.frame(c)
        if (saved.kind === 'misfit') {
          const { faults } = saved
          return site.page(c, <ServiceFormPage {...{ frame, library, id, seen, form, faults }} />, 422)
        }
        const now = (await upkeep.ownOne(id))?.revision ?? 0
        return site.page(c, <ServiceFormPage {...{ frame, library, id, form }} seen={now} overtaken />, 409)
      },
      [`${LIST}/confirm`]: async (c) => {
        await upkeep.confirm(await idIn(c))
        return back(c)
      },
      [`${LIST}/delete`]: async (c) => {
        await upkeep.remove(await idIn(c))
        return back(c)
      },
      [`${LIST}/hide`]: async (c) => {
        await upkeep.hide(await idIn(c))
        return back(c)
      },
      [`${LIST}/show`]: async (c) => {
        await upkeep.show(await idIn(c))
        return back(c)
      },
      [`${LIST}/settle`]: async (c) => {
        const note = Number(await idIn(c))
        if (Number.isSafeInteger(note)) await upkeep.settle(note)
        return back(c)
      },
    },
  )
}
