import { Hono } from 'hono'
import type { TopicMatch } from '../../assessment/assessments.ts'
import type { SafetyRule } from '../../content/schema.ts'
import { LIMITS } from '../../flow/limits.ts'
import { readForm, type Sent } from '../form.ts'
import { FoundPage, StartPage } from '../pages/start.tsx'
import { UrgentPage } from '../pages/urgent.tsx'
import { isPrivate } from '../../assessment/privacy.ts'
import type { Site, Web } from '../site.tsx'
import { whereTo } from './where.ts'

/** The first page, own words to topics, and the beginning of an assessment. */
export function startRoutes(site: Site): Hono<Web> {
  const { assessments, library } = site
  const routes = new Hono<Web>()

  routes.get('/', (c) => {
    const frame = site.frame(c)
    const started = site.idOf(c) !== undefined
    return site.page(
      c,
      <StartPage frame={frame} topics={assessments.topics(undefined, frame.pack.id)} started={started} />,
    )
  })

  routes.post('/find', async (c) => {
    const form = await readForm(c)
    const frame = site.frame(c, { pack: form.one('pack') })
    const words = form.one('words').slice(0, LIMITS.text)
    const raised = assessments.heard(words, frame.pack.id)
    const urgent = form.one('seen') === '' && urgentOf(raised)
    if (urgent) {
      const onward = { action: '/find', fields: { words, pack: frame.pack.id, seen: 'yes' } }
      return site.page(c, <UrgentPage frame={frame} urgent={urgent} onward={onward} />)
    }
    const all = assessments.topics(undefined, frame.pack.id)
    const found = words.trim() === '' ? [] : assessments.topics(words, frame.pack.id)
    return site.page(
      c,
      <FoundPage
        {...{ frame, words, found, others: without(all, found), quiet: isPrivate(site.private, [], raised) }}
      />,
    )
  })
  routes.get('/find', (c) => c.redirect('/', 303))

  routes.post('/start', async (c) => {
    const form = await readForm(c)
    const pack = site.pack(form.one('pack')).id
    const begun = await assessments.begin({
      channel: 'web',
      pack,
      locale: library.locale,
      from: site.address(c),
      ahead: ahead(form, pack),
    })
    if (begun.kind === 'too-many') return site.refuse(c, 'too-many', begun.message)
    site.remember(c, begun.id)
    return c.redirect(whereTo(begun.view), 303)
  })
  routes.get('/start', (c) => c.redirect('/', 303))

  /** The chosen topics; and words that raised an urgent action, so that it stays with the assessment. */
  function ahead(form: Sent, pack: string) {
    const topics = form.all('topics')
    const said = form.one('said').slice(0, LIMITS.text)
    return [
      ...(topics.length > 0 ? [{ question: 'topics', answer: topics }] : []),
      ...(assessments.heard(said, pack).length > 0 ? [{ question: 'matters', answer: said }] : []),
    ]
  }

  /** The most urgent of the rules that free words raise, as an urgent page shows it; private if one of them is. */
  function urgentOf(raised: ReturnType<typeof assessments.heard>) {
    const [first, ...also] = raised
    if (!first) return undefined
    const rules = [...library.safety, ...Object.values(library.packs).flatMap((pack) => pack.safety)]
    const rule = rules.find((one) => one.id === first.rule)
    const code = (of: { code: string }) => of.code as SafetyRule['code']
    return {
      ...first,
      code: code(first),
      meanwhile: rule?.meanwhile ?? [],
      sensitive: isPrivate(site.private, [], raised),
      also: also.map((one) => ({ ...one, code: code(one) })),
    }
  }

  return routes
}

const without = (all: readonly TopicMatch[], found: readonly TopicMatch[]): TopicMatch[] =>
  all.filter((topic) => !found.some((one) => one.id === topic.id))
