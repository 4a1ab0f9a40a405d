import { leftIn } from '../../content/phrases.ts'
import type { AnswerLine, AskedQuestion, View } from '../../assessment/view.ts'
import type { Library } from '../../content/library.ts'
import type { Frame } from '../frame.ts'
import type { Picture } from '../assets.ts'
import type { Given } from '../form.ts'
import { exitLabel } from './choices.tsx'
import { ErrorSummary, Notice } from './error.tsx'
import { Fields, givenTo } from './fields.tsx'
import { History } from './history.tsx'
import { Page } from './page.tsx'
import { Reach } from './reach.tsx'

export interface QuestionPageProps {
  readonly frame: Frame
  readonly view: View
  readonly question: AskedQuestion
  /** What was answered before this question. */
  readonly answers: readonly AnswerLine[]
  readonly councils: Library['councils']
  /** Ids of the councils that a postcode just given may mean. */
  readonly meant?: readonly string[]
  readonly back: string
  readonly quiet: boolean
  /** Questions whose answers are not repeated here. */
  readonly hide: ReadonlySet<string>
  readonly picture?: Picture
  readonly given?: Given
  readonly error?: string
  /** Something to know that is no error: the question has moved on. */
  readonly notice?: string
  /** An earlier answer is being changed; `pending` is the question that waits meanwhile. */
  readonly change?: { readonly to: 'answers' | 'question'; readonly pending?: string }
}

/** One question: what was said so far, the question as a form, and how much is still to come. */
export const QuestionPage = (props: QuestionPageProps) => {
  const { frame, view, question, answers, error, notice, change } = props
  const { say } = frame
  return (
    <Page frame={frame} title={question.text} error={Boolean(error)} quiet={props.quiet} back={props.back}>
      {error && <ErrorSummary say={say} message={error} />}
      {notice && <Notice text={notice} />}
      <History frame={frame} answers={answers} hide={props.hide} />
      <form method="post" action="/answer" class="ask" novalidate data-swift>
        <input type="hidden" name="seq" value={view.seq} />
        <input type="hidden" name="question" value={question.id} />
        {change?.to === 'answers' && <input type="hidden" name="next" value="answers" />}
        {change?.pending && <input type="hidden" name="pending" value={change.pending} />}
        <p class="left">{change ? say('web-changing') : leftIn(view.progress, say)}</p>
        <Fields
          frame={frame}
          question={question}
          councils={props.councils}
          meant={props.meant ?? []}
          given={givenTo(question, props.given)}
          error={error}
          picture={props.picture}
        />
        <div class="govuk-button-group ask-buttons">
          <button type="submit" class="govuk-button">
            {say('web-continue')}
          </button>
          {hasField(question) &&
            question.allow.map((exit) => (
              <button type="submit" name="exit" value={exit} class="govuk-button govuk-button--secondary">
                {exitLabel(exit, say)}
              </button>
            ))}
        </div>
      </form>
      <Reach frame={frame} view={view} />
    </Page>
  )
}

const hasField = ({ kind }: AskedQuestion): boolean => kind !== 'single' && kind !== 'multi'
