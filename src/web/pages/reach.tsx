import type { View } from '../../assessment/view.ts'
import type { Frame } from '../frame.ts'

/** What is always in reach while answering: the advice so far, one's answers, a code to come back with. */
export const Reach = ({ frame: { say }, view }: { frame: Frame; view: View }) => (
  <nav class="reach" aria-label={say('web-reach')}>
    {view.adviceReady && (
      <form method="post" action="/finish">
        <input type="hidden" name="seq" value={view.seq} />
        <button type="submit" class="govuk-button govuk-button--secondary reach-advice">
          {say('web-see-advice')}
        </button>
      </form>
    )}
    <ul class="reach-links">
      <li>
        <a href="/answers">{say('web-my-answers')}</a>
      </li>
      <li>
        <a href="/answers#code">{say('web-come-back')}</a>
      </li>
    </ul>
  </nav>
)
