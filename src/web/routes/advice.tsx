import { Hono } from 'hono'
import { adviceText } from '../advice-text.ts'
import { readForm, seqOf } from '../form.ts'
import { AdvicePage } from '../pages/advice.tsx'
import { AnswersPage } from '../pages/answers.tsx'
import { isPrivate } from '../../assessment/privacy.ts'
import type { Site, Web } from '../site.tsx'
import { whereTo } from './where.ts'

/** The list of answers, stopping, and the advice as a page and as plain text. */
export function adviceRoutes(site: Site): Hono<Web> {
  const { assessments, library, say } = site
  const routes = new Hono<Web>()

  routes.get('/answers', async (c) => {
    const id = site.idOf(c)
    const [looked, found] = id ? await Promise.all([assessments.look(id), assessments.advice(id)]) : []
    if (looked?.kind !== 'ok') return site.refuse(c, 'gone')
    const frame = site.frame(c, looked)
    const raised = found?.kind === 'advice' ? found.advice.urgent : []
    const quiet = isPrivate(site.private, looked.answers, raised)
    return site.page(c, <AnswersPage frame={frame} {...looked} topics={library.topics} quiet={quiet} />)
  })

  routes.post('/finish', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const by = { source: 'web' } as const
    const first = await assessments.finish(id, seqOf(await readForm(c)), by)
    // Whoever asks for the advice wants it as it is now, even where another tab has answered meanwhile.
    const stepped = first.kind === 'stale' ? await assessments.finish(id, first.view.seq, by) : first
    if (stepped.kind === 'gone') return site.refuse(c, 'gone')
    if (stepped.kind === 'too-many') return site.refuse(c, 'too-many', stepped.message)
    return c.redirect(stepped.view.adviceReady ? '/advice' : whereTo(stepped.view), 303)
  })
  routes.get('/finish', (c) => c.redirect('/advice', 303))

  routes.get('/advice', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const [found, looked] = await Promise.all([assessments.advice(id), assessments.look(id)])
    if (found.kind === 'gone' || looked.kind === 'gone') return site.refuse(c, 'gone')
    if (found.kind === 'too-early') return c.redirect('/question', 303)
    const frame = site.frame(c, looked)
    const { view, resumeCode } = looked
    const { advice } = found
    const quiet = isPrivate(site.private, looked.answers, advice.urgent)
    const saved = site.pdf !== undefined
    return site.page(c, <AdvicePage {...{ frame, advice, view, library, resumeCode, quiet, saved }} />)
  })

  routes.get('/advice/text', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const found = await assessments.advice(id)
    if (found.kind === 'gone') return site.refuse(c, 'gone')
    return found.kind === 'advice' ? c.text(adviceText(found.advice, library, say)) : c.redirect('/question', 303)
  })

  routes.get('/advice/pdf', async (c) => {
    const id = site.idOf(c)
    if (!site.pdf) return site.refuse(c, 'missing')
    if (!id) return site.refuse(c, 'gone')
    const found = await assessments.advice(id)
    if (found.kind === 'gone') return site.refuse(c, 'gone')
    if (found.kind === 'too-early') return c.redirect('/question', 303)
    // A name that tells nothing: the file may lie where others see it.
    return c.body(Uint8Array.from(await site.pdf(found.advice, library, say)), 200, {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="guide.pdf"',
    })
  })

  return routes
}
