/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role --
   a box that scrolls must be in reach of the keyboard (WCAG 2.1.1), and an inline drawing has no other tag */
import { headingOf } from '../../content/phrases.ts'
import { END } from '../../flow/compose.ts'
import type { Library } from '../../content/library.ts'
import type { Say } from '../../content/words.ts'
import type { Frame } from '../frame.ts'
import { Page } from '../pages/page.tsx'
import type { Drawing } from './draw.ts'
import { describe } from '../../flow/draw.ts'

interface FlowsProps {
  readonly frame: Frame
  readonly drawings: readonly Drawing[]
  readonly library: Library
}

/** Every flow as a drawing, and the same as a table for those who do not see it. */
export const FlowsPage = ({ frame, drawings, library }: FlowsProps) => {
  const { say } = frame
  return (
    <Page frame={frame} title={say('web-flows-title')}>
      <h1>{say('web-flows-title')}</h1>
      <p class="lead">{say('web-flows-lead', { version: library.version })}</p>
      <nav aria-label={say('web-flows-on-page')}>
        <ul class="govuk-list">
          {drawings.map(({ section }) => (
            <li>
              <a href={`#${section}`}>{nameOf(section, library, say)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {drawings.map((drawing) => (
        <div>
          <h2 id={drawing.section}>{nameOf(drawing.section, library, say)}</h2>
          <Picture drawing={drawing} name={nameOf(drawing.section, library, say)} say={say} />
          <Table drawing={drawing} library={library} say={say} />
        </div>
      ))}
    </Page>
  )
}

const Picture = ({ drawing, name, say }: { drawing: Drawing; name: string; say: Say }) => (
  <section class="flow" tabindex={0} aria-label={name}>
    <svg
      role="img"
      aria-label={say('web-flows-picture', { flow: name, questions: drawing.nodes.length })}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      {drawing.lines.map((line) => (
        <path d={line} class="flow-line" />
      ))}
      {drawing.boxes.map((box) => (
        <g>
          {box.when && <title>{say('web-flows-when', { condition: box.when })}</title>}
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" class={classOf(box)} />
          {(box.way ? [say('web-flows-next')] : box.text).map((text, index) => (
            <text x={box.x + 12} y={box.y + 23 + index * 21} class={index === 0 ? 'flow-id' : 'flow-short'}>
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  </section>
)

const classOf = ({ way, when }: Drawing['boxes'][number]): string =>
  way ? 'flow-way' : when ? 'flow-box flow-sometimes' : 'flow-box'

const Table = ({ drawing, library, say }: { drawing: Drawing; library: Library; say: Say }) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        {say('web-flows-table', { flow: nameOf(drawing.section, library, say) })}
      </span>
    </summary>
    <section
      class="flow"
      tabindex={0}
      aria-label={say('web-flows-table', { flow: nameOf(drawing.section, library, say) })}
    >
      <table class="flow-table">
        <thead>
          <tr>
            <th scope="col">{say('web-flows-question')}</th>
            <th scope="col">{say('web-flows-leads')}</th>
          </tr>
        </thead>
        <tbody>
          {drawing.nodes.map((node) => (
            <tr>
              <th scope="row">
                <code>{node.id}</code>
                <span class="block">{library.questions[node.question]?.short}</span>
              </th>
              <td>
                <ol>
                  {node.edges.map((edge) => (
                    <li>
                      <code>{edge.to === END ? say('web-flows-end') : edge.to}</code>{' '}
                      {edge.when ? say('web-flows-when', { condition: describe(edge.when) }) : say('web-flows-always')}
                    </li>
                  ))}
                </ol>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
)

const nameOf = (section: string, library: Library, say: Say): string => headingOf(section, library.topics, say)
