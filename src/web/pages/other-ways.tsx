import { otherWays } from '../../content/phrases.ts'
import type { Say } from '../../content/words.ts'

/** Folded under the number, so that the number stays the first thing to see; open on paper, under a name of its own. */
export const OtherWays = ({ say }: { say: Say }) => {
  const [bsl, ...others] = otherWays(say)
  return (
    <details class="govuk-details other-ways">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say('web-urgent-other-ways')}</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          <li>
            <a href={say('web-urgent-bsl-url')}>{bsl}</a>
          </li>
          {others.map((way) => (
            <li>{way}</li>
          ))}
        </ul>
      </div>
    </details>
  )
}
