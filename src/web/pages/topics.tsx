import type { Say } from '../../content/words.ts'
import { FIRST_FIELD } from './around.tsx'
import { Tile } from './tile.tsx'

const GROUPS = ['health', 'home', 'daily'] as const

interface Topic {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly group?: string
}

interface TopicsProps {
  readonly say: Say
  readonly topics: readonly Topic[]
  /** Name of the form's field. */
  readonly name: string
  readonly chosen?: readonly string[]
  /** All lie open: something has to be mended, or the list is short. */
  readonly open?: boolean
}

/** Few enough to take in at once: then the groups need no opening. */
const FEW = 12
/** Topics named on a closed group, so that one knows what is inside. */
const NAMED = 4

/** The topics by group. A long list lies folded: on a phone nobody reads through thirty-seven at once. */
export const Topics = ({ say, topics, name, chosen = [], open }: TopicsProps) => {
  const first = topics[0]?.id
  return (
    <>
      {GROUPS.map((group) => {
        const inside = topics.filter((topic) => topic.group === group)
        const isOpen = open || topics.length <= FEW || inside.some(({ id }) => chosen.includes(id))
        return (
          inside.length > 0 && (
            <details class="topic-group" open={isOpen}>
              <summary>
                <span class="topic-group-name">{say(`web-group-${group}`)}</span>{' '}
                <span class="topic-group-some">{some(say, inside)}</span>
              </summary>
              <fieldset class="govuk-fieldset">
                <legend class="govuk-visually-hidden">{say(`web-group-${group}`)}</legend>
                <div class="govuk-checkboxes choices">
                  {inside.map((topic) => (
                    <Tile
                      choice={{ ...topic, alone: false }}
                      id={topic.id === first ? FIRST_FIELD : `topic-${topic.id}`}
                      name={name}
                      several
                      checked={chosen.includes(topic.id)}
                    />
                  ))}
                </div>
              </fieldset>
            </details>
          )
        )
      })}
    </>
  )
}

const some = (say: Say, topics: readonly Topic[]): string => {
  const named = topics.slice(0, NAMED).map((topic) => topic.label)
  return topics.length > NAMED
    ? say('web-group-more', { some: named.join(', '), n: topics.length - NAMED })
    : named.join(', ')
}
