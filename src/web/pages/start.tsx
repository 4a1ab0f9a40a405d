import type { TopicMatch } from '../../assessment/assessments.ts'
import type { Frame } from '../frame.ts'
import { Tile } from './tile.tsx'
import { DangerLine } from './help.tsx'
import { Page } from './page.tsx'
import { Topics } from './topics.tsx'

interface StartProps {
  readonly frame: Frame
  readonly topics: readonly TopicMatch[]
  /** This browser has an assessment already. */
  readonly started: boolean
}

/** What this is, and two ways in: one's own words, or the list. */
export const StartPage = ({ frame, topics, started }: StartProps) => {
  const { say, link } = frame
  return (
    <Page frame={frame} title={say('web-start-title')}>
      <h1>{say('web-start-title')}</h1>
      <p class="lead">{say('web-start-what')}</p>
      <p class="danger-line">
        <DangerLine say={say} />
      </p>
      <ul class="govuk-list govuk-list--bullet facts">
        <li>{say('web-start-time')}</li>
        <li>{say('web-start-private')}</li>
        <li>{say('web-start-guide')}</li>
      </ul>
      <p class="start-links">
        {started && (
          <a href="/question" class="start-link">
            {say('web-to-question')}
          </a>
        )}
        <a href={link('/resume')} class="start-link">
          {say('web-code-link')}
        </a>
      </p>
      <Words frame={frame} words="" label={say('web-words-label')} />
      <form method="post" action="/start" class="panel" novalidate>
        <input type="hidden" name="pack" value={frame.pack.id} />
        <h2 id="topics-title">{say('web-topics-title')}</h2>
        <p class="govuk-hint" id="topics-hint">
          {say('web-topics-hint')}
        </p>
        <Topics say={say} topics={topics.map(asTopic)} name="topics" />
        <button type="submit" class="govuk-button start-button">
          {say('web-start-button')}
        </button>
      </form>
    </Page>
  )
}

interface FoundProps {
  readonly frame: Frame
  readonly words: string
  readonly found: readonly TopicMatch[]
  readonly others: readonly TopicMatch[]
  /** The words tell of something that nobody else may see. */
  readonly quiet: boolean
}

/** The topics that own words seem to mean, to be confirmed; the others stay within reach. */
export const FoundPage = ({ frame, words, found, others, quiet }: FoundProps) => {
  const { say, link } = frame
  const some = found.length > 0
  const title = say(some ? 'web-found-title' : 'web-found-none-title')
  const none = words.trim() === '' ? 'web-found-none-empty' : 'web-found-none'
  const all = <Topics say={say} topics={others.map(asTopic)} name="topics" />
  return (
    <Page frame={frame} title={title} quiet={quiet} back={link('/')}>
      <form method="post" action="/start" novalidate>
        <input type="hidden" name="pack" value={frame.pack.id} />
        <input type="hidden" name="said" value={words} />
        <h1>{title}</h1>
        <p class="lead">{say(some ? 'web-found-hint' : none)}</p>
        {some && <Found title={title} topics={found} />}
        {some && others.length > 0 && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{say('web-found-more')}</span>
            </summary>
            {all}
          </details>
        )}
        {!some && all}
        <button type="submit" class="govuk-button start-button">
          {say('web-start-button')}
        </button>
      </form>
      <Words frame={frame} words={words} label={say('web-try-other-words')} />
    </Page>
  )
}

interface WordsProps {
  readonly frame: Frame
  readonly words: string
  readonly label: string
}

const Words = ({ frame: { say, pack }, words, label }: WordsProps) => (
  <form method="post" action="/find" class="panel" novalidate>
    <input type="hidden" name="pack" value={pack.id} />
    <div class="govuk-form-group">
      <label class="govuk-label words-label" for="words">
        {label}
      </label>
      <div id="words-hint" class="govuk-hint">
        {say('web-words-hint')}
      </div>
      <textarea id="words" name="words" class="govuk-textarea" rows={2} maxlength={500} aria-describedby="words-hint">
        {words}
      </textarea>
    </div>
    <button type="submit" class="govuk-button govuk-button--secondary">
      {say('web-words-find')}
    </button>
  </form>
)

/** The topics that were found, ticked already; the heading above says what they are. */
const Found = ({ title, topics }: { title: string; topics: readonly TopicMatch[] }) => (
  <fieldset class="govuk-fieldset topics-found">
    <legend class="govuk-visually-hidden">{title}</legend>
    <div class="govuk-checkboxes choices">
      {topics.map((topic) => (
        <Tile choice={{ ...asTopic(topic), alone: false }} id={`found-${topic.id}`} name="topics" several checked />
      ))}
    </div>
  </fieldset>
)

const asTopic = ({ id, title, hint, group }: TopicMatch) => ({ id, label: title, hint, group })
