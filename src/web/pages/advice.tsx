import { CALM, adviceHeadingOf, longDate } from '../../content/phrases.ts'
import type { Advice, Item, UrgentLine } from '../../advice/document.ts'
import type { View } from '../../assessment/view.ts'
import type { Library } from '../../content/library.ts'
import type { Frame } from '../frame.ts'
import { Council, Keep } from './advice-close.tsx'
import { Because } from './advice-item.tsx'
import { FirstItems, TopicItems } from './advice-items.tsx'
import { NotSafe, Services } from './advice-services.tsx'
import { OtherWays } from './other-ways.tsx'
import { Page } from './page.tsx'
import { Phone } from './phone.tsx'

export interface AdviceProps {
  readonly frame: Frame
  readonly advice: Advice
  readonly view: View
  readonly library: Pick<Library, 'topics' | 'sources'>
  readonly resumeCode: string
  readonly quiet: boolean
  /** There is a document to save. */
  readonly saved: boolean
}

/** All that can be said: what is urgent, what to do first, then topic by topic, and who can help. */
export const AdvicePage = ({ frame, advice, view, library, resumeCode, quiet, saved }: AdviceProps) => {
  const { say } = frame
  const first = advice.first.flatMap((id) => advice.items.find((item) => item.id === id) ?? [])
  const topics = byTopic(advice.items.filter((item) => !advice.first.includes(item.id)))
  const services = new Map(advice.services.map((service) => [service.id, service.name]))
  const unfinished = view.progress.mostLeft > 0
  const nothing = advice.items.length === 0 && advice.urgent.length === 0
  const shown = { frame, services, sources: library.sources }
  return (
    <Page frame={frame} title={say('web-advice-title')} quiet={quiet} back="/back">
      <h1>{say('web-advice-title')}</h1>
      {advice.urgent.map((line) => (
        <Urgent frame={frame} line={line} />
      ))}
      {advice.urgent.some(({ code }) => !CALM.has(code)) && <OtherWays say={say} />}
      {unfinished && <Unfinished frame={frame} seq={view.seq} />}
      {advice.matters && (
        <div class="matters">
          <h2>{say('web-advice-matters')}</h2>
          <blockquote>{advice.matters}</blockquote>
        </div>
      )}
      {nothing && <p class="lead">{say('web-advice-empty')}</p>}
      {topics.length + (first.length > 0 ? 1 : 0) > 1 && (
        <nav class="contents" aria-labelledby="contents">
          <h2 id="contents" class="contents-title">
            {say('web-advice-topics')}
          </h2>
          <ul class="govuk-list">
            {first.length > 0 && <Anchor to="first" text={say('web-advice-first')} />}
            {topics.map(([topic]) => (
              <Anchor to={`topic-${topic}`} text={adviceHeadingOf(topic, library.topics, say)} />
            ))}
            {advice.notSuitable.length > 0 && <Anchor to="not-safe" text={say('web-not-safe')} />}
            {advice.services.length > 0 && <Anchor to="services" text={say('web-services')} />}
          </ul>
        </nav>
      )}
      {first.length > 0 && (
        <section aria-labelledby="first" class="first">
          <h2 id="first">{say('web-advice-first')}</h2>
          <FirstItems {...shown} items={first} />
        </section>
      )}
      {topics.map(([topic, items]) => (
        <section aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`}>{adviceHeadingOf(topic, library.topics, say)}</h2>
          <TopicItems {...shown} items={items} inSight={topics.length > FEW_TOPICS ? 2 : 4} />
          <p class="to-contents no-print">
            <a href="#contents">{say('web-advice-to-contents')}</a>
          </p>
        </section>
      ))}
      <NotSafe say={say} lines={advice.notSuitable} />
      <Services say={say} services={advice.services} />
      <Council frame={frame} advice={advice} />
      <Keep frame={frame} code={resumeCode} quiet={quiet} saved={saved} />
      <p class="quiet made">{say('web-made', { date: longDate(advice.madeAt), version: advice.version })}</p>
    </Page>
  )
}

const Anchor = ({ to, text }: { to: string; text: string }) => (
  <li>
    <a href={`#${to}`}>{text}</a>
  </li>
)

const Urgent = ({ frame: { say }, line }: { frame: Frame; line: UrgentLine }) => (
  <section
    class={CALM.has(line.code) ? 'urgent urgent-calm' : 'urgent'}
    aria-label={say(CALM.has(line.code) ? 'web-advice-heed' : 'web-advice-urgent')}
  >
    <h2 class="urgent-title">{line.title}</h2>
    <p class="urgent-action">{line.action}</p>
    {line.phone && (
      <p>
        <Phone number={line.phone} large={!CALM.has(line.code)} label={say('web-call', { number: line.phone })} />
      </p>
    )}
    <p>{line.why}</p>
    {line.meanwhile.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {line.meanwhile.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    )}
    <Because lines={line.because} />
  </section>
)

const Unfinished = ({ frame: { say }, seq }: { frame: Frame; seq: number }) => (
  <form method="post" action="/continue" class="unfinished no-print">
    <input type="hidden" name="seq" value={seq} />
    <p>{say('web-advice-so-far')}</p>
    <button type="submit" class="govuk-button">
      {say('web-advice-more')}
    </button>
  </form>
)

/** With more topics than these, each shows less of itself before it is opened. */
const FEW_TOPICS = 2

const TIMES = ['now', 'soon', 'later'] as const

/** Items by topic in the order given, what is for now before what can wait. */
function byTopic(items: readonly Item[]): Array<[string, Item[]]> {
  const topics = Map.groupBy(items, (item) => item.topic)
  return [...topics].map(([topic, list]) => [
    topic,
    list.toSorted((a, b) => TIMES.indexOf(a.when) - TIMES.indexOf(b.when)),
  ])
}
