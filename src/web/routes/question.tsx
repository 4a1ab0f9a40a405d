import { Hono } from 'hono'
import type { Looked, Stepped } from '../../assessment/assessments.ts'
import type { View } from '../../assessment/view.ts'
import { currentCouncils } from '../../directory/councils.ts'
import { answerIn, givenIn, readForm, seqOf, type Given, type Sent } from '../form.ts'
import { mixedUp } from '../pages/choices.tsx'
import { QuestionPage, type QuestionPageProps } from '../pages/question.tsx'
import { UrgentPage } from '../pages/urgent.tsx'
import type { Site, Web, WebContext } from '../site.tsx'
import { whereTo } from './where.ts'

type Found = Extract<Looked, { kind: 'ok' }>
type Extra = Pick<QuestionPageProps, 'given' | 'error' | 'notice' | 'change' | 'meant'>

/** Ask, answer, go back, change. */
export function questionRoutes(site: Site): Hono<Web> {
  const { assessments, library } = site
  const routes = new Hono<Web>()

  routes.get('/question/:at?', async (c) => {
    const looked = await look(c)
    if (!looked) return site.refuse(c, 'gone')
    const at = Number(c.req.param('at') ?? NaN)
    const earlier = looked.view.kind === 'urgent' ? undefined : looked.answers[at]
    if (earlier) return changing(c, looked, earlier.question, 'question')
    return looked.view.kind === 'advice' ? c.redirect('/advice', 303) : show(c, looked)
  })

  routes.get('/change/:question', async (c) => {
    const looked = await look(c)
    if (!looked) return site.refuse(c, 'gone')
    const next = c.req.query('from') === 'answers' ? 'answers' : 'question'
    return changing(c, looked, c.req.param('question'), next)
  })

  routes.get('/back', async (c) => {
    const looked = await look(c)
    if (!looked) return site.refuse(c, 'gone')
    return c.redirect(looked.answers.length > 0 ? `/question/${looked.answers.length - 1}` : '/', 303)
  })

  routes.post('/answer', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const form = await readForm(c)
    const mixed = await mixedAnswer(c, id, form)
    if (mixed) return mixed
    const stepped = await assessments.answer(id, {
      seq: seqOf(form),
      question: form.one('question'),
      answer: answerIn(form),
      by: { source: 'web' },
    })
    if (stepped.kind === 'ok') return c.redirect(afterwards(stepped.view, form), 303)
    return unsettled(c, id, form, stepped)
  })
  routes.get('/answer', (c) => c.redirect('/question', 303))

  routes.post('/continue', async (c) => {
    const id = site.idOf(c)
    if (!id) return site.refuse(c, 'gone')
    const stepped = await assessments.carryOn(id, seqOf(await readForm(c)), { source: 'web' })
    if (stepped.kind === 'gone') return site.refuse(c, 'gone')
    if (stepped.kind === 'too-many') return site.refuse(c, 'too-many', stepped.message)
    return c.redirect(whereTo(stepped.view), 303)
  })
  routes.get('/continue', (c) => c.redirect('/question', 303))

  async function look(c: WebContext): Promise<Found | undefined> {
    const id = site.idOf(c)
    const looked = id ? await assessments.look(id) : undefined
    if (looked?.kind === 'ok') return looked
    if (id) site.forget(c)
    return undefined
  }

  /** The answer did not go in: say why, with the form as it was sent. */
  async function unsettled(c: WebContext, id: string, form: Sent, stepped: Exclude<Stepped, { kind: 'ok' }>) {
    if (stepped.kind === 'too-many') return site.refuse(c, 'too-many', stepped.message)
    if (stepped.kind === 'stale' && stepped.same) return c.redirect(afterwards(stepped.view, form), 303)
    const looked = await look(c)
    if (stepped.kind === 'gone' || !looked) return site.refuse(c, 'gone')
    if (stepped.kind === 'stale') return here(c, looked, stepped.message)
    const meant = stepped.councils.map((council) => council.id)
    return again(c, id, form, looked, stepped.message, meant)
  }

  /** What stands now, after something else was answered meanwhile. */
  function here(c: WebContext, looked: Found, notice: string) {
    return looked.view.kind === 'advice' ? c.redirect('/advice', 303) : show(c, looked, { notice }, 409)
  }

  /** The same question again, with what was wrong. */
  async function again(
    c: WebContext,
    id: string,
    form: Sent,
    looked: Found,
    error: string,
    meant: readonly string[] = [],
  ) {
    const question = form.one('question')
    const current = looked.view.question?.id === question
    const asked = current ? looked : await assessments.revisit(id, question)
    if (asked.kind !== 'ok' || asked.view.question?.id !== question) return here(c, looked, error)
    const change: Extra['change'] = current
      ? undefined
      : changeOf(looked, form.one('next') === 'answers' ? 'answers' : 'question')
    const given: Given | undefined = givenIn(form)
    return show(c, asked, { given, error, meant, ...(change ? { change } : {}) }, 422)
  }

  /** "None of these" or "Not sure" with others: named here, where the labels are. */
  async function mixedAnswer(c: WebContext, id: string, form: Sent) {
    if (form.all('answer').length < 2 || form.one('exit') !== '') return undefined
    const asked = await assessments.revisit(id, form.one('question'))
    if (asked.kind !== 'ok' || asked.view.question?.id !== form.one('question') || asked.view.seq !== seqOf(form))
      return undefined
    const choice = mixedUp(asked.view.question, form.all('answer'), site.say)
    const looked = choice && (await look(c))
    return looked ? again(c, id, form, looked, site.say('web-choose-alone', { choice: `“${choice}”` })) : undefined
  }

  async function changing(c: WebContext, looked: Found, question: string, to: 'answers' | 'question') {
    const asked = await assessments.revisit(site.idOf(c)!, question)
    if (asked.kind !== 'ok' || asked.view.question?.id !== question) return c.redirect('/question', 303)
    if (looked.view.kind === 'question' && looked.view.question?.id === question) return show(c, looked)
    return show(c, asked, { change: changeOf(looked, to) })
  }

  function show(c: WebContext, { view, answers, pack }: Found, extra: Extra = {}, status = 200) {
    const frame = site.frame(c, { pack, answers })
    const { urgent, question } = view
    if (view.kind === 'urgent' && urgent) {
      const onward = urgent.canContinue ? { action: '/continue', fields: { seq: String(view.seq) } } : undefined
      return site.page(c, <UrgentPage frame={frame} urgent={urgent} onward={onward} view={view} />, status)
    }
    if (!question) return c.redirect('/advice', 303)
    const at = answers.findIndex((line) => line.question === question.id)
    const before = at === -1 ? answers : answers.slice(0, at)
    const back =
      extra.change?.to === 'answers'
        ? '/answers'
        : before.length > 0
          ? `/question/${before.length - 1}`
          : frame.link('/')
    const drawn = library.questions[question.id]?.picture
    const page = {
      frame,
      picture: drawn === undefined ? undefined : frame.picture(drawn),
      view,
      question,
      answers: before,
      councils: currentCouncils(library, site.today()),
      back,
      quiet: site.private.asked.has(question.id),
      hide: site.private.answered,
      ...extra,
    }
    return site.page(c, <QuestionPage {...page} />, status)
  }

  return routes
}

const changeOf = ({ view }: Found, to: 'answers' | 'question'): NonNullable<Extra['change']> => ({
  to,
  ...(view.question ? { pending: view.question.id } : {}),
})

/** After a change made from the list of answers: back to the list, unless the change brought up a new question. */
function afterwards(view: View, form: Sent): string {
  const nothingNew = view.kind === 'advice' || (view.kind === 'question' && view.question?.id === form.one('pending'))
  return form.one('next') === 'answers' && nothingNew ? '/answers' : whereTo(view)
}
