import type { Hono } from 'hono'
import { ledger } from '../../content/ledger.ts'
import { chart } from '../../flow/chart.ts'
import { behindKey } from '../editors/door.tsx'
import { drawings, type Drawing } from '../editors/draw.ts'
import { FlowsPage } from '../editors/flows.tsx'
import { LedgerPage } from '../editors/ledger.tsx'
import { choiceIn } from '../editors/choice.ts'
import type { Site, Web } from '../site.tsx'

/** What editors look at: the standing of every piece of content, and the drawings of all flows. */
export function editorRoutes(site: Site): Hono<Web> {
  const { library } = site
  let drawn: Drawing[] | undefined
  return behindKey(site, {
    '/editors': (c) => {
      const today = site.today()
      return (
        <LedgerPage
          frame={site.frame(c)}
          library={library}
          entries={ledger(library, today)}
          choice={choiceIn(c.req.query())}
          today={today}
        />
      )
    },
    '/flows': (c) => {
      drawn ??= drawings(chart(library).plan, library)
      return <FlowsPage frame={site.frame(c)} drawings={drawn} library={library} />
    },
  })
}
