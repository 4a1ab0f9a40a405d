import { headingOf } from '../../content/phrases.ts'
import type { AnswerLine, View } from '../../assessment/view.ts'
import type { Library } from '../../content/library.ts'
import type { Frame } from '../frame.ts'
import { OfferTelegram } from './moving.tsx'
import { Page } from './page.tsx'

interface AnswersProps {
  readonly frame: Frame
  readonly view: View
  readonly answers: readonly AnswerLine[]
  readonly topics: Library['topics']
  readonly resumeCode: string
  readonly quiet: boolean
}

/** Check your answers: each with its way to change it, and the code to come back with. */
export const AnswersPage = ({ frame, view, answers, topics, resumeCode, quiet }: AnswersProps) => {
  const { say } = frame
  const back = view.kind === 'advice' ? '/advice' : '/question'
  return (
    <Page frame={frame} title={say('web-answers-title')} quiet={quiet} back={back}>
      <h1>{say('web-answers-title')}</h1>
      <p class="lead">{say(answers.length > 0 ? 'web-answers-lead' : 'web-answers-none')}</p>
      {[...Map.groupBy(answers, (line) => line.topic)].map(([topic, group]) => (
        <>
          <h2>{headingOf(topic, topics, say)}</h2>
          <dl class="govuk-summary-list">
            {group.map((line) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{line.text}</dt>
                <dd class="govuk-summary-list__value">{line.answerText}</dd>
                <dd class="govuk-summary-list__actions">
                  <a href={`/change/${line.question}?from=answers`} class="change">
                    {say('web-change')}{' '}
                    <span class="govuk-visually-hidden">{say('web-change-what', { question: line.text })}</span>
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ))}
      <div class="govuk-button-group">
        {view.kind !== 'advice' && (
          <a href="/question" class="govuk-button">
            {say('web-answers-carry-on')}
          </a>
        )}
        {view.adviceReady && (
          <form method="post" action="/finish">
            <input type="hidden" name="seq" value={view.seq} />
            <button type="submit" class={`govuk-button${view.kind === 'advice' ? '' : ' govuk-button--secondary'}`}>
              {say(view.kind === 'advice' ? 'web-answers-advice' : 'web-see-advice')}
            </button>
          </form>
        )}
      </div>
      <ResumeCode frame={frame} code={resumeCode} folded={quiet} />
      <p>
        <a href="/delete">{say('web-delete-link')}</a>
      </p>
    </Page>
  )
}

interface CodeProps {
  readonly frame: Frame
  readonly code: string
  /** It opens what nobody else may read: only on asking, and never on paper. */
  readonly folded: boolean
}

export const ResumeCode = ({ frame, code, folded }: CodeProps) => {
  const { say } = frame
  return (
    <section class={`code-box${folded ? ' no-print' : ''}`} id="code" aria-labelledby="code-title">
      <h2 id="code-title">{say('web-code-title')}</h2>
      {folded ? (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('web-code-show')}</span>
          </summary>
          <Code frame={frame} code={code} />
        </details>
      ) : (
        <Code frame={frame} code={code} />
      )}
      {frame.telegram && <OfferTelegram frame={frame} />}
    </section>
  )
}

const Code = ({ frame: { say, pack }, code }: Pick<CodeProps, 'frame' | 'code'>) => (
  <>
    <p>{say('web-code-lead')}</p>
    <p class="code">
      <span class="govuk-visually-hidden">{say('web-code-label')}: </span>
      {code}
    </p>
    <p class="quiet">{say('web-code-keep', { days: pack.retentionDays })}</p>
  </>
)
