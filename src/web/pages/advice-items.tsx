import type { Item } from '../../advice/document.ts'
import { AdviceItem, type ItemProps } from './advice-item.tsx'

type ItemsProps = Omit<ItemProps, 'item' | 'first'> & { readonly items: readonly Item[] }

export const FirstItems = ({ items, ...shown }: ItemsProps) => (
  <ol class="first-list">
    {items.map((one) => (
      <li>
        <AdviceItem {...shown} item={one} first />
      </li>
    ))}
  </ol>
)

/** Names on the fold: enough to see whether it is worth opening. */
const NAMED = 3

/** The items of a topic. Of a long list the first few lie open, and all that is for now; the rest is one press away. */
export const TopicItems = ({ items, inSight, ...shown }: ItemsProps & { readonly inSight: number }) => {
  const { say } = shown.frame
  const urgent = items.filter((item) => item.when === 'now').length
  const open = Math.max(inSight, urgent)
  // Nobody opens a fold gladly for a single thing.
  const rest = items.length > open + 1 ? items.slice(open) : []
  const named = rest.slice(0, NAMED).map((item) => item.title)
  const others = rest.length - named.length
  return (
    <>
      {items.slice(0, items.length - rest.length).map((one) => (
        <AdviceItem {...shown} item={one} />
      ))}
      {rest.length > 0 && (
        <details class="govuk-details rest">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{say('web-advice-rest', { n: rest.length })}</span>{' '}
            <span class="rest-names">
              {others > 0 ? say('web-advice-rest-names', { some: named.join('; '), n: others }) : named.join('; ')}
            </span>
          </summary>
          {rest.map((one) => (
            <AdviceItem {...shown} item={one} />
          ))}
        </details>
      )}
    </>
  )
}
