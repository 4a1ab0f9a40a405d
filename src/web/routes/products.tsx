import { Hono } from 'hono'
import { ProductsPage } from '../pages/products.tsx'
import { isPrivate } from '../../assessment/privacy.ts'
import type { Site, Web } from '../site.tsx'

/** A page number; what is none is the first. */
const PAGE = /^[1-9]\d{0,3}$/
const PRODUCT = /^[0-9a-f]{16}$/

/** What equipment can look like and what it costs, and the way out to a supplier. No address says what was answered. */
export function productRoutes(site: Site): Hono<Web> {
  const { assessments } = site
  const routes = new Hono<Web>()

  routes.get('/advice/products/:type', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const asked = c.req.query('page') ?? ''
    const page = PAGE.test(asked) ? Number(asked) : 1
    const [found, looked] = await Promise.all([
      assessments.products(id, c.req.param('type'), page),
      assessments.look(id),
    ])
    if (found.kind === 'gone' || looked.kind === 'gone') return site.refuse(c, 'gone')
    if (found.kind === 'too-early') return c.redirect('/question', 303)
    if (found.kind === 'no-type') return site.refuse(c, 'missing')
    const { listing } = found
    // Whoever keeps an old address of the last page meanwhile finds the list, not an empty page.
    if (page > listing.pages) return c.redirect(`/advice/products/${listing.type}`, 303)
    const quiet = isPrivate(site.private, looked.answers, [])
    return site.page(c, <ProductsPage frame={site.frame(c, looked)} listing={listing} quiet={quiet} />)
  })

  routes.get('/out/:product', async (c) => {
    const product = c.req.param('product')
    if (!PRODUCT.test(product)) return site.refuse(c, 'not-shown')
    const assessment = site.idOf(c)
    const ahead = /prefetch|preview/i.test(`${c.req.header('Sec-Purpose') ?? ''} ${c.req.header('Purpose') ?? ''}`)
    const gone = await assessments.goOut(product, {
      channel: 'web',
      from: site.address(c),
      counted: c.req.method === 'GET' && !ahead,
      ...(assessment === undefined ? {} : { assessment }),
    })
    if (gone.kind !== 'ok') return site.refuse(c, 'not-shown')
    // Stricter than our other pages: not even our own name goes along.
    c.header('Referrer-Policy', 'no-referrer')
    return c.redirect(gone.link, 303)
  })

  return routes
}
