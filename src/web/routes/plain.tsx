import { Hono } from 'hono'
import { AboutPage, AccessibilityPage, PrivacyPage } from '../pages/plain.tsx'
import type { Site, Web } from '../site.tsx'

/** What this is, what happens to one's answers, and who can use it. */
export function plainRoutes(site: Site): Hono<Web> {
  const routes = new Hono<Web>()
  routes.get('/about', (c) => site.page(c, <AboutPage frame={site.frame(c)} />))
  routes.get('/privacy', (c) => site.page(c, <PrivacyPage frame={site.frame(c)} cookie={site.cookieName} />))
  routes.get('/accessibility', (c) => site.page(c, <AccessibilityPage frame={site.frame(c)} />))
  return routes
}
