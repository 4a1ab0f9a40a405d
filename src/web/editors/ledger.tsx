/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be in reach of the keyboard (WCAG 2.1.1) */
import { headingOf, longDate } from '../../content/phrases.ts'
import type { Entry } from '../../content/ledger.ts'
import type { Library } from '../../content/library.ts'
import type { Say } from '../../content/words.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../pages/page.tsx'
import { chosen, concerns, type Choice, type Shown } from './choice.ts'

interface LedgerProps {
  readonly frame: Frame
  readonly library: Library
  readonly entries: readonly Entry[]
  readonly choice: Choice
  readonly today: string
}

/** Columns of the overview, each a way to a shorter list. */
const COUNTED: readonly Shown[] = ['all', 'draft', 'check', 'low', 'due', 'hidden', 'hard']
/** As many as one looks at in one sitting. */
const NEXT = 15

/** How far the content is confirmed, what expires next, what the public does not see, and each item on request. */
export const LedgerPage = ({ frame, library, entries, choice, today }: LedgerProps) => {
  const { say } = frame
  const whole = choice.topic === '' && choice.show === 'all'
  const list = whole ? chosen(entries, choice, today).slice(0, NEXT) : chosen(entries, choice, today)
  const confirmed = entries.filter((entry) => entry.confirmedBy).length
  return (
    <Page frame={frame} title={say('web-editors-title')}>
      <h1>{say('web-editors-title')}</h1>
      <p class="lead">
        {say('web-editors-lead', { n: entries.length, confirmed, date: longDate(today), version: library.version })}
      </p>
      <p>
        <a href="/flows">{say('web-flows-title')}</a>
      </p>
      <p>
        <a href="/editors/services">{say('editors-services-link')}</a>
      </p>
      <Overview library={library} entries={entries} today={today} say={say} />
      <h2 id="items">{whole ? say('web-editors-next') : headingFor(choice, library, say, list.length)}</h2>
      {list.length === 0 ? (
        <p>{say('web-editors-none')}</p>
      ) : (
        <Items list={list} library={library} say={say} today={today} />
      )}
    </Page>
  )
}

const headingFor = ({ topic, show }: Choice, library: Library, say: Say, n: number): string =>
  say('web-editors-list', {
    what: say(`web-editors-${show}`),
    where: topic === '' ? say('web-editors-everywhere') : nameOf(topic, library, say),
    n,
  })

/** Lists that are no topic and no part of the assessment. */
const LISTS: ReadonlySet<string> = new Set(['signposts', 'services', 'figures'])

const nameOf = (topic: string, library: Library, say: Say): string =>
  LISTS.has(topic) ? say(`web-editors-${topic}`) : headingOf(topic, library.topics, say)

interface OverviewProps {
  readonly library: Library
  readonly entries: readonly Entry[]
  readonly today: string
  readonly say: Say
}

const Overview = ({ library, entries, today, say }: OverviewProps) => {
  const topics = [...Map.groupBy(entries, ({ topic }) => topic)].toSorted(([a], [b]) =>
    nameOf(a, library, say).localeCompare(nameOf(b, library, say)),
  )
  return (
    <section class="ledger" tabindex={0} aria-label={say('web-editors-overview')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('web-editors-topic')}</th>
            {COUNTED.map((show) => (
              <th scope="col">{say(`web-editors-${show}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Counts name={say('web-editors-everywhere')} topic="" entries={entries} today={today} />
          {topics.map(([topic, within]) => (
            <Counts name={nameOf(topic, library, say)} topic={topic} entries={within} today={today} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CountsProps {
  readonly name: string
  readonly topic: string
  readonly entries: readonly Entry[]
  readonly today: string
}

const Counts = ({ name, topic, entries, today }: CountsProps) => (
  <tr>
    <th scope="row">{name}</th>
    {COUNTED.map((show) => {
      const n = entries.filter((entry) => concerns(entry, show, today)).length
      return (
        <td>{n === 0 ? n : <a href={`/editors?${new URLSearchParams({ topic, show }).toString()}#items`}>{n}</a>}</td>
      )
    })}
  </tr>
)

interface ItemsProps {
  readonly list: readonly Entry[]
  readonly library: Library
  readonly say: Say
  readonly today: string
}

const Items = ({ list, library, say, today }: ItemsProps) => (
  <section class="ledger" tabindex={0} aria-label={say('web-editors-items')}>
    <table>
      <thead>
        <tr>
          {['item', 'status', 'source', 'reviewed', 'by', 'age', 'notes'].map((column) => (
            <th scope="col">{say(`web-editors-column-${column}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.map((entry) => (
          <tr>
            <th scope="row">
              {entry.title}
              <span class="block">
                {say(`web-editors-kind-${entry.kind}`)} <code>{entry.id}</code>
              </span>
            </th>
            <td>
              {entry.confirmedBy ? say('web-editors-confirmed', { ...entry.confirmedBy }) : say('web-editors-is-draft')}
            </td>
            <td>{library.sources[entry.source]?.what ?? entry.source}</td>
            <td class="date">{entry.reviewed}</td>
            <td class="date">{entry.reviewBy}</td>
            <td>{entry.readingAge ?? say('web-editors-short')}</td>
            <td>
              <Notes entry={entry} say={say} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Notes = ({ entry, say, today }: { entry: Entry; say: Say; today: string }) => {
  const notes = [
    entry.hidden ? say('web-editors-note-hidden') : '',
    entry.safety ? say(entry.reviewBy < today ? 'web-editors-note-overdue' : 'web-editors-note-safety') : '',
    entry.confidence === 'low' ? say('web-editors-note-low') : '',
    entry.check ? say('web-editors-note-check', { what: entry.check }) : '',
  ].filter((note) => note !== '')
  return (
    <>
      {notes.map((note) => (
        <span class="block">{note}</span>
      ))}
    </>
  )
}
