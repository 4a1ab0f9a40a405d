import type { AnswerLine } from '../../assessment/view.ts'
import type { Frame } from '../frame.ts'

interface HistoryProps {
  readonly frame: Frame
  readonly answers: readonly AnswerLine[]
  readonly hide: ReadonlySet<string>
}

/** How many answers stay in sight above the question. */
const IN_SIGHT = 2

/**
 * What was asked and answered so far, above the new question. A plain list: no role=log and no live region, which
 * screen readers would read again from the top with every answer.
 */
export const History = ({ frame: { say }, answers, hide }: HistoryProps) => {
  if (answers.length === 0) return null
  const earlier = answers.slice(0, -IN_SIGHT)
  return (
    <section class="history" aria-labelledby="so-far">
      <h2 id="so-far" class="history-title">
        {say('web-so-far')}
      </h2>
      {earlier.length > 0 && (
        <details class="govuk-details earlier">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('web-so-far-earlier', { n: earlier.length })}</span>
          </summary>
          <Turns say={say} answers={earlier} hide={hide} />
        </details>
      )}
      <Turns say={say} answers={answers.slice(-IN_SIGHT)} hide={hide} />
    </section>
  )
}

const Turns = ({ say, answers, hide }: Omit<HistoryProps, 'frame'> & { say: Frame['say'] }) => (
  <ol class="turns">
    {answers.map((line) => (
      <li class="turn">
        <p class="turn-asked">
          <span class="govuk-visually-hidden">{say('web-we-asked')}</span> {line.text}
        </p>
        <p class="turn-said">
          <span class="govuk-visually-hidden">{say('web-you-said')}</span>{' '}
          {hide.has(line.question) ? say('web-private') : line.answerText}
        </p>
        <a href={`/change/${line.question}`} class="turn-change">
          {say('web-change')}{' '}
          <span class="govuk-visually-hidden">{say('web-change-what', { question: line.text })}</span>
        </a>
      </li>
    ))}
  </ol>
)
